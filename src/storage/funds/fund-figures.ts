import { isErrorText, isUnfinished } from '../../cells/error-text';
import { looksAtMissing } from '../../records/formula-text';
import { isSameFormula } from '../../records/formula-spelling';
import {
  columnsOf,
  isFormulaAt,
  type ColumnDesign,
  type NewCell,
  type NewRow,
  type TableCells,
  type TableChange,
} from '../../records/table';
import type { Around } from '../around';
import { FUND_CELLS } from './fund-columns';
import { fundRows, fundsBeside } from './funds-table';

/**
 * Writes the formulas to cells of funds that have none, or one of ours from before these tables existed. What people wrote
 * there stays.
 */
export function planFigures(now: TableCells, around: Around): TableChange {
  const design = fundsBeside(around);
  const columnIndex = columnsOf(
    now.header,
    design.columns.map(({ name }) => name),
  );
  const set = new Map<number, NewRow>();
  const written = design.columns.filter(
    ({ name, formula }) => formula !== undefined && columnIndex[name]! >= 0 && !looksAtMissing(formula, columnIndex),
  );
  if (FUND_CELLS.every((name) => columnIndex[name]! >= 0)) {
    for (const row of fundRows(now).keys()) {
      const cells = new Array<NewCell | null>(now.header.length).fill(null);
      for (const column of written)
        if (needs(now, row, columnIndex[column.name]!, column)) cells[columnIndex[column.name]!] = { formula: column.formula! };
      if (cells.some((cell) => cell !== null)) set.set(row, cells);
    }
  }
  return { design, set, add: [], remove: [], isDispensable: true };
}

function needs(now: TableCells, row: number, index: number, { formula, former }: ColumnDesign): boolean {
  const [value, held] = [String(now.values[row]![index]), String(now.formulas[row]![index])];
  if (held === '') return true;
  // an error is no better than the current content
  if (formula!.includes('NA()')) return false;
  if (!isFormulaAt(now, row, index) || isSameFormula(held, formula!)) return false;
  // a deleted plan leaves a formula that refers to nothing; a renamed one, a formula that follows the new name
  const isBroken =
    isErrorText(value) && !isUnfinished(value) && !isInherited(now, row, index) && /#REF!|CoopPlan\[|CoopClaims\[/.test(held);
  const isOfAnother = /(?<!CoopPlan|CoopClaims)\[(Counts as|Budget USD)\]/.test(held);
  return isBroken || isOfAnother || former!.some((earlier) => isSameFormula(earlier, held));
}

/** Whether the row shows #NAME? because Excel doesn't know the COOP functions: always on an iPad, elsewhere until they load. */
const isInherited = ({ values }: TableCells, row: number, column: number): boolean =>
  values[row]![column] === '#NAME?' && values[row]!.some((value, other) => other !== column && value === '#NAME?');
