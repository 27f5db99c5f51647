import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { formatUsd } from '../../../domain/money/money';
import { quoted } from '../../../records/formula-text';
import { usePlanner } from '../../ui/use-planner';
import { noBreak } from '../../ui/no-break';
import { evidenceOf } from '../../../planner/funds/evidence';
import type { FundView } from '../../../planner/funds/funds-view';
import { NumberLink } from './number-link';
import type { Outlook } from '../../../planner/funds/outlook';
import { plural } from '../../../domain/text/plural';

/** Whether a half that is still being earned will reach the threshold: its pace, the projection, and the shortfall. */
export function ThresholdRadar({ fund, outlook, backTest, asOf }: { fund: FundView; outlook: Outlook; backTest: string; asOf: Day }) {
  const styles = useStyles();
  const { explain } = usePlanner();
  if (outlook.kind === 'too little') {
    return (
      <div className={styles.radar}>
        <h4 className={styles.heading}>Will it reach the threshold?</h4>
        <p className={styles.line}>Not enough data yet. {noBreak(outlook.why)}</p>
      </div>
    );
  }
  const { projection, later, shortfall, expectedShortfall, neededPerMonth } = outlook;
  const threshold = outlook.threshold.amount;
  const formula = (part: string): string =>
    `=COOP.PROJECTION(CoopEarnings[#All],"${fund.label}","${asOf}",${quoted(fund.partnerId)},"${part}",${quoted(fund.program)})`;
  const link = (part: string, about: string, cents: number) => (
    <NumberLink about={about} onExplain={() => explain.formula(formula(part), evidenceOf([fund], ['co-op']))}>
      {formatUsd(cents)}
    </NumberLink>
  );
  const { expected, low, high, pace, completeMonths, remainingMonths } = projection;
  const scale = Math.max(threshold, expected, high ?? 0, 1) * 1.05;
  const percentAt = (cents: number): number => Math.max(0, Math.min(100, (cents / scale) * 100));
  return (
    <div className={styles.radar}>
      <h4 className={styles.heading}>Will it reach the threshold?</h4>
      <p className={styles.line}>
        {shortfall === 0 ? (
          'Yes, already reached.'
        ) : expectedShortfall === 0 ? (
          'At the current pace, yes.'
        ) : (
          <>At the current pace, no: {link('shortfall', 'the expected shortfall', expectedShortfall)} short.</>
        )}
      </p>
      <svg
        className={styles.picture}
        role="img"
        aria-label={`${formatUsd(projection.actual)} so far, ${formatUsd(expected)} expected, threshold ${formatUsd(threshold)}`}
      >
        <rect x={0} y={8} width="100%" height={10} rx={2} className={styles.ground} />
        <rect x={0} y={8} width={`${percentAt(expected)}%`} height={10} rx={2} className={styles.expected} />
        <rect x={0} y={8} width={`${percentAt(projection.actual)}%`} height={10} rx={2} className={styles.actual} />
        {low !== null && high !== null && (
          <rect
            x={`${percentAt(low)}%`}
            y={12}
            width={`${Math.max(0.6, percentAt(high) - percentAt(low))}%`}
            height={2}
            className={styles.mark}
          />
        )}
        <rect x={`${percentAt(threshold)}%`} y={2} width={2} height={22} className={styles.mark} />
      </svg>
      <dl className={styles.facts}>
        <dt>Average per full month</dt>
        <dd className={styles.number}>{link('expected', 'the pace', pace)}</dd>
        <dt>Expected at the end of the half</dt>
        <dd className={styles.number}>{link('expected', 'the expected co-op', expected)}</dd>
        {low === null || high === null ? (
          <>
            <dt>Low to high</dt>
            <dd className={styles.number}>after two months</dd>
          </>
        ) : (
          <>
            <dt>Low case</dt>
            <dd className={styles.number}>{link('low', 'the low end', low)}</dd>
            <dt>High case</dt>
            <dd className={styles.number}>{link('high', 'the high end', high)}</dd>
          </>
        )}
        <dt>Needed per month ({plural(remainingMonths, 'month')} left)</dt>
        <dd className={styles.number}>
          {remainingMonths === 0 ? 'no months left' : link('needed per month', 'what is needed per month', neededPerMonth)}
        </dd>
      </dl>
      <p className={styles.quiet}>
        Based on {plural(completeMonths, 'full month')}, as of {noBreak(formatDay(asOf))}
        {later !== 0 && <>. {formatUsd(later)} of later months is included above but not here</>}. {backTest}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  radar: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  picture: { width: '100%', height: '26px', display: 'block', forcedColorAdjust: 'none' },
  ground: { fill: tokens.colorNeutralBackground4, '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' } },
  expected: { fill: tokens.colorBrandBackground, fillOpacity: 0.4, '@media (forced-colors: active)': { fill: 'GrayText', fillOpacity: 1 } },
  actual: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  mark: { fill: tokens.colorNeutralForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  facts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  number: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
