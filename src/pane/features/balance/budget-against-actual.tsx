import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Activity, Fund } from '../../../domain/activity';
import { isSameFund } from '../../../domain/fund-name';
import { formatUsd, type Cents } from '../../../domain/money';
import { inUsd } from '../../../domain/us-dollars';

/** What an activity was to cost and what it did, in US dollars; null where nobody said, or a rate is missing. */
export interface CostSoFar {
  activity: Activity;
  budget: Cents | null;
  actual: Cents | null;
}

/** The costs of a fund's activities, drafts and canceled ones left out. */
export function costsOf(fund: Fund, activities: readonly Activity[]): CostSoFar[] {
  const usd = (amount: Cents | null, activity: Activity): Cents | null => (amount === null ? null : inUsd(amount, activity));
  return activities
    .filter((activity) => activity.fund && isSameFund(fund, activity.fund) && activity.status !== 'draft' && activity.status !== 'cancelled')
    .map((activity) => ({ activity, budget: usd(activity.budget, activity), actual: usd(activity.actual, activity) }));
}

/** Budget against actual, activity by activity; the sums compare only what is known of both. */
export function BudgetAgainstActual({ fund, activities }: { fund: Fund; activities: readonly Activity[] }) {
  const styles = useStyles();
  const costs = costsOf(fund, activities);
  if (costs.length === 0) return null;
  const known = costs.filter((cost): cost is CostSoFar & { budget: Cents; actual: Cents } => cost.budget !== null && cost.actual !== null);
  const budget = known.reduce((sum, cost) => sum + cost.budget, 0);
  const actual = known.reduce((sum, cost) => sum + cost.actual, 0);
  return (
    <details className={styles.details}>
      <summary>Budget against actual</summary>
      <p className={styles.quiet}>{known.length === 0 ? 'No activity has both yet.' : `${known.length} of ${costs.length} activities cost ${formatUsd(actual)} of a budget of ${formatUsd(budget)}: ${differenceSaid(actual - budget)}.`}</p>
      <div className={styles.frame} role="group" aria-label="Budget against actual" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Activity</th>
              <th scope="col">Budget</th>
              <th scope="col">Actual</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost, n) => (
              <tr key={`${n} ${cost.activity.id}`}>
                <th scope="row">{cost.activity.activity || 'No activity named'}</th>
                <td>{amountSaid(cost.budget)}</td>
                <td>{amountSaid(cost.actual)}</td>
                <td>{cost.budget !== null && cost.actual !== null ? formatUsd(cost.actual - cost.budget) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const amountSaid = (amount: Cents | null): string => (amount === null ? 'not known' : formatUsd(amount));

function differenceSaid(difference: Cents): string {
  if (difference === 0) return 'as planned';
  return difference > 0 ? `${formatUsd(difference)} more` : `${formatUsd(-difference)} less`;
}

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    '& summary': {
      cursor: 'pointer',
      minHeight: '24px',
      alignContent: 'center',
      borderRadius: tokens.borderRadiusSmall,
      ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    },
  },
  quiet: { ...typographyStyles.caption1, margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground2 },
  frame: { overflowX: 'auto', ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  table: {
    ...typographyStyles.caption1,
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'normal',
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& td, & thead th:not(:first-child)': { textAlign: 'right' },
    '& td': { whiteSpace: 'nowrap' },
    '& th, & td': { padding: tokens.spacingHorizontalXS, verticalAlign: 'top', borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
});
