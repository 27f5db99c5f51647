import type { WorkbookRules } from '../../../cells/workbook-rules';
import type { Activity } from '../../../domain/activities/activity';
import { hasResults, returnOfAll, type SpendReturn } from '../../../domain/activities/return-on-spend';
import { groupBy } from '../../../domain/group-by';
import { formatUsdOrDash } from '../../../domain/money/money';
import { categoryOf } from '../../../planner/activities/category-of';
import { describeCostPerLead, describeReturn } from '../../../planner/activities/return-text';
import { useTableStyles } from './table-styles';

/** What came of the spending in each category, if anything was entered; drafts and canceled activities don't count. */
export function ReturnByCategory({ activities, book }: { activities: readonly Activity[]; book: WorkbookRules }) {
  const styles = useTableStyles();
  const counted = activities.filter(({ status }) => status !== 'draft' && status !== 'canceled');
  if (!counted.some(hasResults)) return null;
  const byCategory = [...groupBy(counted, ({ activity, start }) => categoryOf(activity, start, book))].sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return (
    <details className={styles.details}>
      <summary>Return on spend by category</summary>
      <div className={styles.frame} role="group" aria-label="Return on spend by category" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {['Category', 'Cost', 'Leads', 'Cost per lead', 'Pipeline', 'Revenue', 'Return'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byCategory.map(([category, ofCategory]) => (
              <ReturnRow key={category} name={category} spend={returnOfAll(ofCategory)} />
            ))}
            {byCategory.length > 1 && <ReturnRow name="Total" spend={returnOfAll(counted)} />}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>
        In US dollars, by the whole cost as far as known. Return is revenue for each dollar of cost. It and cost per lead compare only
        activities with both figures.
      </p>
    </details>
  );
}

function ReturnRow({ name, spend }: { name: string; spend: SpendReturn }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatUsdOrDash(spend.cost)}</td>
      <td>{spend.leads ?? '–'}</td>
      <td>{describeCostPerLead(spend)}</td>
      <td>{formatUsdOrDash(spend.pipeline)}</td>
      <td>{formatUsdOrDash(spend.revenue)}</td>
      <td>{describeReturn(spend)}</td>
    </tr>
  );
}
