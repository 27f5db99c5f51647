import type { Activity } from '../../../domain/activity';
import { Problem } from '../../../domain/problem';
import { money } from '../../../storage/cell-kinds';
import { fundCells } from '../../../storage/fund-cells';
import { activityOf, PLAN } from '../../../storage/plan-table';
import { readCell } from '../../../storage/record-table';
import type { Conflict } from '../../planning/planning-store';

/** An activity with what the sheet said in one column; null where that is no column of the plan or cannot be read. */
export function theirsTaken(activity: Activity, { column, theirs }: Pick<Conflict, 'column' | 'theirs'>): Activity | null {
  const found = Object.entries(PLAN.columns).find(([, { name }]) => name === column);
  if (!found) return null;
  const [field, design] = found;
  if (!('kind' in design) || field === 'id') return null;
  try {
    // amounts are shown with their thousands grouped
    const value: unknown = readCell<unknown>(design.kind, (design.kind as unknown) === money ? theirs.replaceAll(',', '') : theirs, column);
    const { fund, expenses, ...rest } = activity;
    return activityOf({ ...rest, ...fundCells(fund), changed: '', changedIn: '', [field]: value }, expenses);
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
