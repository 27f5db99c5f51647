import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FundBalance } from '../../../domain/balance/balance';
import { formatUsd, sumOf, type Cents } from '../../../domain/money/money';

/** A segment of the bar: what it shows, and its amount of the fund. */
export interface Stretch {
  as: StretchName;
  amount: Cents;
}

/** The stages a fund's money can be in, furthest first. */
export const STRETCHES = ['paid', 'approved', 'claimed', 'spent', 'committed', 'planned', 'free', 'lapsed'] as const;

/** One of them. */
export type StretchName = (typeof STRETCHES)[number];

/** The segments of the bar. They add up to the usable amount, so money over the fund isn't included. */
const stretchesOf = (balance: FundBalance): Stretch[] =>
  STRETCHES.map((as) => ({ as, amount: as === 'free' || as === 'lapsed' ? balance[as] : balance.covered[as] })).filter(
    ({ amount }) => amount > 0,
  );

/** Where a fund's money is, as one bar; the amounts next to it are the same figures. */
export function BalanceBar({ balance }: { balance: FundBalance }) {
  const styles = useStyles();
  const stretches = stretchesOf(balance);
  if (balance.usable <= 0) return null;
  const wide = (amount: Cents): number => (amount / balance.usable) * WIDTH;
  const before = (n: number): Cents => sumOf(stretches.slice(0, n), ({ amount }) => amount);
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${WIDTH} 14`}
      preserveAspectRatio="none"
      role="img"
      aria-label={stretches.map(({ as, amount }) => `${as} ${formatUsd(amount)}`).join(', ')}
    >
      {stretches.map(({ as, amount }, n) => (
        <rect key={as} x={wide(before(n))} y="1" width={wide(amount)} height="12" className={mergeClasses(styles.stretch, styles[as])} />
      ))}
    </svg>
  );
}

/** The color of a segment, next to its name. */
export function StretchKey({ as }: { as: StretchName }) {
  const styles = useStyles();
  return (
    <svg className={styles.key} viewBox="0 0 10 10" aria-hidden>
      <rect x="1" y="1" width="8" height="8" className={mergeClasses(styles.stretch, styles[as])} />
    </svg>
  );
}

const WIDTH = 600;

/** Forced colors are too few for eight segments, so a later stage has a more solid fill. */
const inForcedColors = (fillOpacity: number) => ({ '@media (forced-colors: active)': { fill: 'CanvasText', fillOpacity } });

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', height: '14px', forcedColorAdjust: 'none' },
  key: { width: '10px', height: '10px', flexShrink: 0, forcedColorAdjust: 'none' },
  stretch: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '1px',
    vectorEffect: 'non-scaling-stroke',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  paid: { fill: tokens.colorBrandForeground1, ...inForcedColors(1) },
  approved: { fill: tokens.colorPaletteBlueBorderActive, ...inForcedColors(0.8) },
  claimed: { fill: tokens.colorPalettePurpleBorderActive, ...inForcedColors(0.65) },
  spent: { fill: tokens.colorPaletteBerryBorderActive, ...inForcedColors(0.5) },
  committed: { fill: tokens.colorPalettePumpkinBorderActive, ...inForcedColors(0.35) },
  planned: { fill: tokens.colorPaletteGoldBorderActive, ...inForcedColors(0.2) },
  free: { fill: 'transparent', stroke: tokens.colorNeutralStroke1 },
  lapsed: { fill: tokens.colorNeutralForegroundDisabled, ...inForcedColors(0.1) },
});
