import { FUNDS_DESIGN, FUNDS_TABLE, fundRows } from './funds-table';
import { columnsOf, type NewRow, type TableAsked, type TableCells, type TableChange } from './tables';

/**
 * What the plan spends of a fund, drafts and canceled activities aside. It is worked out once a fund and looked up by
 * each activity: as a part of each activity's own formula it cost a plan of thousands its square. What is asked of the
 * budgets themselves leaves broken ones out: one that cannot be read is an error of its own row, not of all the fund's.
 */
const PLANNED_FORMULA =
  '=SUMIFS(CoopPlan[Budget USD],CoopPlan[Partner ID],[@[Partner ID]],CoopPlan[Program],[@Program],CoopPlan[Fiscal half],[@[Fiscal half]],' +
  'CoopPlan[Status],"<>draft",CoopPlan[Status],"<>canceled",CoopPlan[Status],"<>cancelled",CoopPlan[Status],"<>",CoopPlan[Budget USD],">0")';

const FUND_COLUMNS = ['Partner ID', 'Program', 'Fiscal half'] as const;
const PLAN_COLUMNS = ['Budget USD', 'Partner ID', 'Program', 'Fiscal half', 'Status'] as const;

/** A row that names no fund yet, of a table that a plan needs. */
export const BLANK_FUND: NewRow = FUNDS_DESIGN.columns.map(({ name }) => (name === 'Planned' ? { formula: PLANNED_FORMULA } : ''));

/** What the table must be asked with, so that `planPlanned` sees what stands under Planned. */
export const FUNDS_FOR_PLAN: TableAsked = { name: FUNDS_TABLE, formulasIn: [...FUND_COLUMNS, 'Planned'] };

/** Puts the sum of the plan into the rows that have none; what people wrote there stays. `plan` are the columns CoopPlan has. */
export function planPlanned(now: TableCells, plan: readonly string[]): TableChange {
  const column = columnsOf(now.header, ['Planned']).Planned;
  const hasAll = (header: readonly string[], names: readonly string[]): boolean => Object.values(columnsOf(header, names)).every((at) => at >= 0);
  const set = new Map<number, NewRow>();
  if (column >= 0 && hasAll(now.header, FUND_COLUMNS) && hasAll(plan, PLAN_COLUMNS)) {
    for (const row of fundRows(now).keys()) {
      const [value, formula] = [String(now.values[row]![column]), String(now.formulas[row]![column])];
      // a plan that was deleted leaves a formula that looks at nothing; one that was given another name, a formula that follows it
      const isBroken = value.startsWith('#') && /^=.*(#REF!|CoopPlan\[)/.test(formula);
      const isOfAnother = formula.includes('[Budget USD]') && !formula.includes('CoopPlan[');
      if (value === '' || isBroken || isOfAnother) set.set(row, now.header.map((_, at) => (at === column ? { formula: PLANNED_FORMULA } : null)));
    }
  }
  return { design: FUNDS_DESIGN, set, add: [], remove: [], isDispensable: true };
}
