import { shiftFormula } from '../../formulas/shift-formula';
import { cellReferences } from '../../formulas/follow-references';
import { isErrorText, isUnfinished } from '../../cells/error-text';
import { repairedFormula } from '../excel/repaired-formula';
import { cellAddress } from '../excel/split-address';
import type { CellContent } from '../../records/table';
import { FROZEN_TABLE, type FrozenFormula } from './frozen-table';
import { followingName } from './followed-name';
import { checkOf } from './value-check';
import { formulaAt, rowIds, tableAt, valueAt, type Place, type SheetCells, type TablePlace } from './sheet-cells';

/** A cell with a COOP formula. */
export interface CoopCell extends Place {
  formula: string;
  value: CellContent;
  table: TablePlace | null;
}

/** What must be known of some cells before they are frozen, by their place. */
export interface CellDetails {
  /** The rows and columns of its result. */
  rows: number;
  columns: number;
  format: string;
  text: string;
}

/** A cell that stays as it is, and why. */
export interface LeftCell {
  sheet: string;
  cell: string;
  why: string;
}

/** Cells to write: values in place of formulas, or formulas in place of values. */
export interface CellBlock extends Place {
  cells: readonly (readonly CellContent[])[];
  /** Whether the texts that begin with "=" are formulas. */
  hasFormulas: boolean;
  /** A number format to set; undefined leaves it. */
  format?: string;
}

export interface FreezePlan {
  frozen: readonly FrozenFormula[];
  /** The cells before and after, in the same order. */
  before: readonly CellBlock[];
  after: readonly CellBlock[];
  names: readonly (readonly [name: string, formula: string])[];
  left: readonly LeftCell[];
}

export const keyOf = ({ sheet, row, column }: Place): string => `${sheet}!${row},${column}`;

/** The cells with COOP formulas. */
export function coopCells(sheets: readonly SheetCells[]): CoopCell[] {
  return sheets.flatMap((cells) =>
    cells.tables.some(({ name }) => name === FROZEN_TABLE)
      ? []
      : cells.formulas.flatMap((row, r) =>
          row.flatMap((content, c) => {
            if (typeof content !== 'string' || !/COOP[._]/i.test(content)) return [];
            const place = { sheet: cells.sheet, row: cells.row + r, column: cells.column + c };
            const formula = formulaAt(cells, place.row, place.column);
            if (formula === null || repairedFormula(formula) === null) return [];
            return [{ ...place, formula, value: valueAt(cells, place.row, place.column), table: tableAt(cells, place.row, place.column) }];
          }),
        ),
  );
}

/** Plans which of these cells become values. `first` is the number of the first one in the ledger. */
export function planFreeze(
  sheets: readonly SheetCells[],
  cells: readonly CoopCell[],
  details: ReadonlyMap<string, CellDetails>,
  { first, takenNames, evenWithoutId }: { first: number; takenNames: ReadonlySet<string>; evenWithoutId: boolean },
): FreezePlan {
  const bySheet = new Map(sheets.map((sheet) => [sheet.sheet, sheet]));
  const ids = new Map<TablePlace, (string | null)[]>();
  const idOf = ({ sheet, row, table }: CoopCell): string | null => {
    if (!table) return null;
    if (!ids.has(table)) ids.set(table, rowIds(bySheet.get(sheet)!, table));
    return ids.get(table)![row - table.row] ?? null;
  };
  const mixed = new Map<string, boolean>();
  const isMixed = ({ sheet, column, table }: CoopCell): boolean => {
    if (!table) return false;
    const key = `${table.name},${column}`;
    if (!mixed.has(key)) mixed.set(key, hasSeveralFormulas(bySheet.get(sheet)!, table, column));
    return mixed.get(key)!;
  };
  const plan = {
    frozen: [] as FrozenFormula[],
    before: [] as CellBlock[],
    after: [] as CellBlock[],
    names: [] as [string, string][],
    left: [] as LeftCell[],
  };
  let number = first;
  for (const cell of cells) {
    const { sheet, row, column, formula, value, table } = cell;
    const address = cellAddress(row, column);
    const leave = (why: string): void => void plan.left.push({ sheet, cell: address, why });
    const rowId = idOf(cell);
    const detail = details.get(keyOf(cell)) ?? { rows: 1, columns: 1, format: '', text: '' };
    const why = whyNot(value) ?? (isMixed(cell) ? SEVERAL_FORMULAS : null) ?? (table && rowId === null && !evenWithoutId ? NO_ID : null);
    if (why !== null) {
      leave(why);
      continue;
    }
    const end = cellAddress(row + detail.rows - 1, column + detail.columns - 1);
    const range = end === address ? address : `${address}:${end}`;
    const needsName = rowId === null || cellReferences(formula).length > 0;
    const refersTo = needsName ? followingName({ sheet, cells: range, row, isRow: rowId !== null }, formula) : '';
    if (refersTo === null) {
      leave(CANT_FOLLOW);
      continue;
    }
    while (takenNames.has(nameFor(number).toLowerCase())) number++;
    const isDate = detail.format === 'General' && typeof value === 'number' && /^\d{4}-\d\d-\d\d$/.test(detail.text);
    const values = Array.from({ length: detail.rows }, (_, r) =>
      Array.from({ length: detail.columns }, (_, c) => valueAt(bySheet.get(sheet)!, row + r, column + c)),
    );
    plan.frozen.push({
      number,
      sheet,
      cells: range,
      table: rowId === null ? '' : table!.name,
      column: rowId === null ? '' : table!.header[column - table!.column]!,
      rowId: rowId ?? '',
      name: needsName ? nameFor(number) : '',
      formula,
      value: detail.rows * detail.columns === 1 ? value : checkOf(values),
      format: isDate ? detail.format : '',
    });
    if (needsName) plan.names.push([nameFor(number), refersTo]);
    const place = { sheet, row, column };
    plan.before.push({
      ...place,
      cells: values.map((each, r) => each.map((_, c) => (r + c === 0 ? formula : ''))),
      hasFormulas: true,
      ...(isDate && { format: detail.format }),
    });
    plan.after.push({ ...place, cells: values, hasFormulas: false, ...(isDate && { format: DAY_FORMAT }) });
    number++;
  }
  return plan;
}

const DAY_FORMAT = 'yyyy-mm-dd';
const nameFor = (number: number): string => `Coop_Frozen_${number}`;

/** Why a value can't take the place of its formula. */
function whyNot(value: CellContent): string | null {
  if (isUnfinished(value)) return 'It is still being calculated. Wait a moment, then freeze again.';
  if (value === '#NAME?') return "Excel doesn't know its function here, so its value isn't known. Repair it first.";
  if (value === '#SPILL!') return 'Cells below or to the right of it are in the way of its result. Clear them first.';
  return null;
}

const NO_ID = "Its table row has no ID of its own, so it can't be found again after sorting. Include such cells if rows won't be sorted.";
const SEVERAL_FORMULAS = 'Its table column has several formulas, and Excel would fill one of them into all rows when they are put back.';
const CANT_FOLLOW = 'It refers to more cells than can be followed.';

/** Whether the formulas of a table's column differ in more than their row. */
function hasSeveralFormulas(cells: SheetCells, table: TablePlace, column: number): boolean {
  return differ(
    Array.from({ length: table.rows }, (_, row) => ({
      row: table.row + row,
      column,
      formula: formulaAt(cells, table.row + row, column),
    })).flatMap(({ formula, ...place }) => (formula === null ? [] : [{ ...place, formula }])),
  );
}

/** Whether formulas of a column differ in more than their row. */
export function differ(formulas: readonly { row: number; column: number; formula: string }[]): boolean {
  const [first] = formulas;
  if (!first) return false;
  const hasCells = cellReferences(first.formula).length > 0;
  return formulas.some(({ row, column, formula }) =>
    formula !== first.formula || hasCells
      ? formula !== (hasCells ? shiftFormula(first.formula, cellAddress(first.row, first.column), cellAddress(row, column)) : first.formula)
      : false,
  );
}

/** Errors that a cell can have without a formula; others are kept as text. */
const TYPED_ERRORS = ['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!'];

/** Whether a value is an error that Excel takes as one when it is written. */
export const isTypedError = (value: CellContent): boolean => isErrorText(value) && TYPED_ERRORS.includes(value);
