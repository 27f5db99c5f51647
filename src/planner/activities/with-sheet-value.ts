import type { Activity } from '../../domain/activities/activity';
import { fundCells } from '../../storage/funds/fund-columns';
import { activityOf, PLAN } from '../../storage/planning/plan-table';
import type { Conflict } from '../store/planning-store';
import { theirsInColumn } from '../store/sheet-value';

/** An activity with the sheet's value in one column; null if the plan has no such column or the value can't be read. */
export function theirsTaken(activity: Activity, conflict: Pick<Conflict, 'column' | 'theirs'>): Activity | null {
  const theirs = theirsInColumn(PLAN, conflict);
  const { fund, expenses, ...rest } = activity;
  return theirs && activityOf({ ...rest, ...fundCells(fund), changed: '', changedIn: '', ...theirs }, expenses);
}
