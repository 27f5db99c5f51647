import type { Activity } from '../../../domain/activities/activity';
import type { Fund } from '../../../domain/funds/fund';
import { activityNames } from '../../../domain/balance/usage-names';
import { budgetAgainstActual } from '../../../domain/balance/budget-vs-actual';
import { formatUsd, formatUsdOrDash, type Cents } from '../../../domain/money/money';
import { plural } from '../../../domain/text/plural';
import { useTableStyles } from './table-styles';
import { noBreak } from '../../ui/no-break';

/** Budget vs. actual, activity by activity; the sums compare only what is known of both. */
export function BudgetAgainstActual({ fund, activities }: { fund: Fund; activities: readonly Activity[] }) {
  const styles = useTableStyles();
  const { costs, compared, budget, actual, difference } = budgetAgainstActual(fund, activities);
  if (costs.length === 0) return null;
  const names = activityNames(costs.map(({ activity }) => activity));
  return (
    <details className={styles.details}>
      <summary>Budget vs. actual</summary>
      <p className={styles.quiet}>
        {compared === 0
          ? 'No activity has both a budget and an actual cost yet.'
          : `${compared} of ${plural(costs.length, 'activity', 'activities')}: ${formatUsd(actual)} actual vs. ${formatUsd(budget)} budget, ${describeDifference(difference)}.`}
      </p>
      <div className={styles.frame} role="group" aria-label="Budget vs. actual" tabIndex={0}>
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
                <th scope="row">{noBreak(names.get(cost.activity)!)}</th>
                <td>{formatUsdOrDash(cost.budget)}</td>
                <td>
                  {formatUsdOrDash(cost.actual)}
                  {cost.isPartial && ' so far'}
                </td>
                <td>{cost.difference !== null && !cost.isPartial ? formatUsd(cost.difference) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function describeDifference(difference: Cents): string {
  if (difference === 0) return 'on budget';
  return difference > 0 ? `${formatUsd(difference)} over` : `${formatUsd(-difference)} under`;
}
