import { Badge, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatUsd, type Cents } from '../../../domain/money/money';
import type { Cause, Fit } from '../../../reports/reconcile/reconcile';
import type { CauseKind } from '../../../reports/reconcile/cause';
import { noBreak } from '../../ui/no-break';
import { RuleBehind } from './reconcile-rule';
import { plural } from '../../../domain/text/plural';

/** Causes as headings. */
export const CAUSE_NAMES: Record<CauseKind, string> = {
  'another report': 'Another report',
  repeats: 'Duplicates',
  adjustments: 'Adjustments',
  'local time': 'Dates in local time',
  'other Partner ID': 'Another Partner ID',
  'exchange rate': 'Exchange rate',
  rollover: 'Rollovers',
  rebate: 'Rebate',
  'not visible yet': 'Not visible yet',
  'below the threshold': 'Below the threshold',
  'rows not counted': 'Rows not counted',
  'single rows': 'Single rows',
  month: 'One month',
};

const FITS: Record<Fit, { label: string; color: 'success' | 'warning' | 'informative' }> = {
  'fits exactly': { label: 'Fits exactly', color: 'success' },
  'one of several': { label: 'One of several matches', color: 'warning' },
  'could be part': { label: 'Could be part', color: 'informative' },
};

/** A difference with its sign: +$12.00. */
export const signed = (cents: Cents): string => `${cents > 0 ? '+' : ''}${formatUsd(cents)}`;

interface CauseProps {
  cause: Cause;
  isTaken: boolean;
  /** Whether it fits only together with others. */
  isOneOfMany: boolean;
  /** What would remain unexplained with it. */
  leaves: Cents | null;
  onTake: (isTaken: boolean) => void;
}

/** One cause: its amount and rows, how well it fits, and the rule behind it. One with an amount can be selected. */
export function ReconcileCause({ cause, isTaken, isOneOfMany, leaves, onTake }: CauseProps) {
  const styles = useStyles();
  const { kind, amount, rows, sentence, fit, rule, contradiction } = cause;
  const { label, color } = FITS[fit];
  return (
    <li className={styles.cause}>
      <div className={styles.head}>
        {amount === null ? (
          <span className={styles.name}>{CAUSE_NAMES[kind]}</span>
        ) : (
          <Checkbox
            size="medium"
            checked={isTaken}
            onChange={(_, { checked }) => onTake(checked === true)}
            label={<span className={styles.name}>{`${CAUSE_NAMES[kind]} ${signed(amount)}`}</span>}
          />
        )}
        <Badge appearance="tint" shape="rounded" color={color} className={styles.badge}>
          {isOneOfMany && fit === 'fits exactly' ? 'Fits with others' : label}
        </Badge>
      </div>
      <p className={styles.line}>{noBreak(sentence)}</p>
      {(rows !== null || (fit === 'could be part' && leaves !== null)) && (
        <p className={styles.quiet}>
          {[rows === null ? null : plural(rows, 'row'), fit === 'could be part' && leaves !== null ? `would leave ${signed(leaves)}` : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {(rule || contradiction) && <RuleBehind {...(rule ? { rule } : {})} {...(contradiction ? { contradiction } : {})} />}
    </li>
  );
}

const useStyles = makeStyles({
  cause: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalXS },
  name: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  badge: { flexShrink: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});
