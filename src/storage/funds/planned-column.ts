import { isErrorText, isUnfinished } from '../../cells/error-text';
import { FUND_CELLS } from './fund-columns';
import { fundFormula, plannedFormula } from './fund-formulas';
import { FUNDS_DESIGN, FUNDS_TABLE, fundRows } from './funds-table';
import { PROGRAM_LIST } from './name-lists';
import { columnsOf, type NewCell, type NewRow, type TableColumnsQuery, type TableCells, type TableChange } from '../../records/table';

const PLAN_COLUMNS = ['Budget USD', ...FUND_CELLS, 'Status'] as const;

/** What the tables around have for the plan's formulas to look at. */
export interface Around {
  /** Whether both CoopPlan and CoopFunds have a column Fund. */
  hasFund: boolean;
  /** Whether there is a list of programs. */
  hasList: boolean;
}

/** A row that names no fund yet, of a table that a plan needs. */
export const blankFund = ({ hasFund, hasList }: Around): NewRow =>
  FUNDS_DESIGN.columns.map(({ name }) =>
    name === 'Planned' ? { formula: plannedFormula(hasFund) } : name === 'Fund' ? { formula: fundFormula(hasList) } : '',
  );

/** What the table must be asked with, so that `planPlanned` sees what is under Planned and Fund. */
export const FUNDS_FOR_PLAN: TableColumnsQuery = { name: FUNDS_TABLE, formulasIn: [...FUND_CELLS, 'Planned', 'Fund'] };

/** Puts the sum of the plan, and the fund's name as one text, into the rows that have none; what people wrote there stays. `plan` are the columns CoopPlan has. */
export function planPlanned(now: TableCells, plan: readonly string[], { hasFund, hasList }: Around): TableChange {
  const columnIndex = columnsOf(now.header, ['Planned', 'Fund']);
  const hasAll = (header: readonly string[], names: readonly string[]): boolean =>
    Object.values(columnsOf(header, names)).every((column) => column >= 0);
  const set = new Map<number, NewRow>();
  if (hasAll(now.header, FUND_CELLS) && hasAll(plan, PLAN_COLUMNS)) {
    for (const row of fundRows(now).keys()) {
      const cells = new Array<NewCell | null>(now.header.length).fill(null);
      if (needs(now, row, columnIndex.Planned)) cells[columnIndex.Planned] = { formula: plannedFormula(hasFund) };
      if (hasFund && (needs(now, row, columnIndex.Fund) || isOutdated(now, row, columnIndex.Fund, hasList)))
        cells[columnIndex.Fund] = { formula: fundFormula(hasList) };
      if (cells.some((cell) => cell !== null)) set.set(row, cells);
    }
  }
  return { design: FUNDS_DESIGN, set, add: [], remove: [], isDispensable: true };
}

/** A formula of ours from before there was a list of programs, or that leaves wildcards in. */
function isOutdated({ formulas }: TableCells, row: number, column: number, hasList: boolean): boolean {
  if (column < 0) return false;
  const formula = String(formulas[row]![column]);
  return (
    formula.includes('SUBSTITUTE(UPPER([@[Partner ID]])') &&
    ((hasList && !formula.includes(`${PROGRAM_LIST.name}[`)) || !formula.includes('"%25"'))
  );
}

/** Whether the row shows #NAME? since Excel does not know COOP functions: on an iPad for good, elsewhere until it has loaded them. */
const isInherited = ({ values }: TableCells, row: number, column: number): boolean =>
  values[row]![column] === '#NAME?' && values[row]!.some((value, other) => other !== column && value === '#NAME?');

function needs(now: TableCells, row: number, column: number): boolean {
  if (column < 0) return false;
  const [value, formula] = [String(now.values[row]![column]), String(now.formulas[row]![column])];
  // a plan that was deleted leaves a formula that looks at nothing; one that was given another name, a formula that follows it
  const isBroken = isErrorText(value) && !isUnfinished(value) && !isInherited(now, row, column) && /^=.*(#REF!|CoopPlan\[)/.test(formula);
  const isOfAnother = formula.includes('[Budget USD]') && !formula.includes('CoopPlan[');
  return value === '' || isBroken || isOfAnother;
}
