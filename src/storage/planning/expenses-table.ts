import type { Expense } from '../../domain/activities/activity';
import { money, sum, text } from '../../records/cell-types';
import { recordTable, writtenRecord, type RecordOf } from '../../records/record-table';
import { EXPENSE_FORMULAS } from './plan-formulas';
import type { NewCell } from '../../records/table';

/**
 * The table of the expenses of activities. Its cells offer no expense types: each activity has its own, so most of a
 * complete list would be wrong.
 */
export const EXPENSES = recordTable(
  {
    name: 'CoopExpenses',
    sheet: 'Co-op expenses',
    title: 'Expenses of co-op activities',
    hint: "One row per expense; Activity ID links it to its activity. Amounts are in the activity's currency. Leave ID blank in rows you add.",
    last: ['Activity ID', 'ID'],
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    activityId: { name: 'Activity ID', width: 75, kind: text },
    type: { name: 'Expense type', width: 260, wraps: true, kind: text },
    budget: { name: 'Budget', width: 90, kind: sum },
    actual: { name: 'Actual', width: 90, kind: money },
    note: { name: 'Note', width: 240, wraps: true, kind: text },
    reserved: { name: 'Reserved', width: 90, format: '#,##0.00', formula: EXPENSE_FORMULAS.reserved, isLater: true },
    expected: { name: 'Expected', width: 90, format: '#,##0.00', formula: EXPENSE_FORMULAS.expected, isLater: true },
  },
);

/** The expense in a row. */
export const expenseOf = ({ activityId, ...expense }: RecordOf<(typeof EXPENSES)['columns']>): Expense => expense;

/** The cells of an expense's row. */
export const writtenExpense =
  (activityId: string) =>
  (expense: Expense): Record<string, NewCell> =>
    writtenRecord(EXPENSES, { ...expense, activityId });
