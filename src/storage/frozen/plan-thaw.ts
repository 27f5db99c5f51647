import { parseFormula } from '../../formulas/parse-formula';
import { referencesIn } from '../../formulas/formula';
import { cellReferences } from '../../formulas/follow-references';
import { isSameFormula } from '../../records/formula-spelling';
import { cellAddress } from '../excel/split-address';
import type { CellContent } from '../../records/table';
import type { FrozenFormula } from './frozen-table';
import { formulaNow, readFollowed, type Followed } from './followed-name';
import { differ, type CellBlock, type LeftCell } from './plan-freeze';
import { contentAt, formulaAt, rowWithId, tableAt, valueAt, type Place, type SheetCells, type TablePlace } from './sheet-cells';
import { passes, sizeIn } from './value-check';

export interface ThawPlan {
  /** The numbers of the ledger's rows that are done. */
  done: ReadonlySet<number>;
  before: readonly CellBlock[];
  after: readonly CellBlock[];
  /** Names that are no longer needed, with what they are now. */
  names: readonly (readonly [name: string, formula: string])[];
  left: readonly LeftCell[];
}

/** A frozen cell, found. */
interface Found {
  frozen: FrozenFormula;
  cells: SheetCells;
  /** All its cells. */
  place: Place & { rows: number; columns: number };
  table: TablePlace | null;
  formula: string;
}

/** Plans which formulas go back, where, and which can't. `names` are those of the workbook, in lower case. */
export function planThaw(sheets: readonly SheetCells[], ledger: readonly FrozenFormula[], names: ReadonlyMap<string, string>): ThawPlan {
  const left: LeftCell[] = [];
  const leave = ({ sheet, cells }: FrozenFormula, why: string): void => void left.push({ sheet, cell: cells, why });
  const tables = new Map(sheets.flatMap((cells) => cells.tables.map((table) => [table.name.toLowerCase(), { cells, table }] as const)));
  const done = new Set<number>();
  const found: Found[] = [];
  for (const frozen of ledger) {
    const result = find(frozen, sheets, tables, names);
    if ('why' in result) leave(frozen, result.why);
    else if (result.isThere) done.add(frozen.number);
    else found.push(result.found);
  }
  const { fitting, mixed } = fittingColumns(found);
  for (const { frozen } of mixed) leave(frozen, MIXED);
  const before: CellBlock[] = [];
  const after: CellBlock[] = [];
  for (const { frozen, cells, place, formula } of fitting) {
    done.add(frozen.number);
    const { sheet, row, column } = place;
    const contents = Array.from({ length: place.rows }, (_, r) =>
      Array.from({ length: place.columns }, (_, c) => contentAt(cells, row + r, column + c)),
    );
    const blank = contents.map((each, r) => each.map((_, c) => (r + c === 0 ? formula : '')));
    before.push({ sheet, row, column, cells: contents, hasFormulas: false, ...(frozen.format && { format: 'yyyy-mm-dd' }) });
    after.push({ sheet, row, column, cells: blank, hasFormulas: true, ...(frozen.format && { format: frozen.format }) });
  }
  const unneeded = ledger.filter(({ number, name }) => name !== '' && done.has(number) && names.has(name.toLowerCase()));
  return { done, before, after, names: unneeded.map(({ name }) => [name, names.get(name.toLowerCase())!] as const), left };
}

type TablesByName = ReadonlyMap<string, { cells: SheetCells; table: TablePlace }>;

function find(
  frozen: FrozenFormula,
  sheets: readonly SheetCells[],
  tables: TablesByName,
  names: ReadonlyMap<string, string>,
): { why: string } | { isThere: true } | { isThere: false; found: Found } {
  const followed = frozen.name === '' ? null : readFollowed(names.get(frozen.name.toLowerCase()) ?? '');
  if (frozen.name !== '' && !followed) return { why: `The name ${frozen.name}, which marked it, is no longer there.` };
  const located = frozen.rowId === '' ? byName(sheets, followed!) : byRow(frozen, tables);
  if ('why' in located) return located;
  const { cells, place } = located;
  const table = tableAt(cells, place.row, place.column);
  const formula = followed ? rebuilt(frozen, place, followed) : frozen.formula;
  if (formula === null) return { why: 'A cell that its formula refers to was deleted.' };
  const present = formulaAt(cells, place.row, place.column);
  if (present !== null) return isSameFormula(present, formula) ? { isThere: true } : { why: 'The cell has another formula now.' };
  const changed = whyChanged(frozen, cells, place);
  if (changed) return { why: changed };
  const missing = missingColumn(formula, table, tables);
  if (missing) return { why: `Its formula refers to ${missing}, which is no longer there.` };
  return { isThere: false, found: { frozen, cells, place, table, formula } };
}

type Located = { why: string } | { cells: SheetCells; place: Found['place'] };

function byRow({ table: name, column, rowId }: FrozenFormula, tables: TablesByName): Located {
  const found = tables.get(name.toLowerCase());
  if (!found) return { why: `The table ${name} is no longer there.` };
  const { cells, table } = found;
  const index = table.header.findIndex((header) => header.trim().toLowerCase() === column.trim().toLowerCase());
  if (index < 0) return { why: `The table ${name} no longer has the column "${column}".` };
  const row = rowWithId(cells, table, rowId);
  if (row === null) return { why: `The table ${name} has no single row with the ID ${rowId}.` };
  return { cells, place: { sheet: cells.sheet, row: table.row + row, column: table.column + index, rows: 1, columns: 1 } };
}

function byName(sheets: readonly SheetCells[], { cell }: Followed): Located {
  const cells = cell && sheets.find(({ sheet }) => sheet.toLowerCase() === cell.sheet.toLowerCase());
  const box = cell && /^\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/i.exec(cell.address);
  if (!cells || !box) return { why: 'The cell was deleted.' };
  const [, left, top, right = left, bottom = top] = box;
  const place = { sheet: cells.sheet, row: Number(top) - 1, column: columnIndex(left!) };
  return { cells, place: { ...place, rows: Number(bottom) - place.row, columns: columnIndex(right!) - place.column + 1 } };
}

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function rebuilt(frozen: FrozenFormula, { sheet, row }: Place, followed: Followed): string | null {
  if (cellReferences(frozen.formula).length === 0) return frozen.formula;
  const wasRow = Number(/\d+/.exec(frozen.cells)?.[0] ?? 0) - 1;
  return formulaNow(
    frozen.formula,
    { sheet: frozen.sheet, cells: frozen.cells, row: wasRow, isRow: frozen.rowId !== '' },
    { sheet, row },
    followed,
  );
}

/** Whether someone has changed the values since, or what they would be replaced by has no room. */
function whyChanged({ value }: FrozenFormula, cells: SheetCells, { row, column, rows, columns }: Found['place']): string | null {
  const values = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => valueAt(cells, row + r, column + c)));
  const size = typeof value === 'string' ? sizeIn(value) : null;
  if (!size) {
    const now = values[0]![0]!;
    return rows * columns === 1 && isSameValue(now, value) ? null : `It was changed since: it has ${shown(now)}, and had ${shown(value)}.`;
  }
  const hasFormulas = values.some((each, r) => each.some((_, c) => formulaAt(cells, row + r, column + c) !== null));
  if (hasFormulas || columns !== size.columns || !passes(String(value), values)) return 'Some of its values were changed since.';
  for (let r = 0; r < size.rows; r++)
    for (let c = 0; c < size.columns; c++)
      if ((r >= rows || c >= columns) && contentAt(cells, row + r, column + c) !== '')
        return `Its result would need ${cellAddress(row + r, column + c)}, which isn't blank.`;
  return null;
}

const isSameValue = (now: CellContent, was: CellContent): boolean =>
  typeof now === 'number' && typeof was === 'number'
    ? Math.abs(now - was) <= Math.abs(was) * 1e-12
    : String(now) === String(was).replace(/^'/, '');

const shown = (value: CellContent): string => (value === '' ? 'nothing' : typeof value === 'string' ? `"${value}"` : String(value));

/** A table or column that a formula refers to and the workbook doesn't have; null if all are there. */
function missingColumn(formula: string, around: TablePlace | null, tables: TablesByName): string | null {
  for (const reference of referencesIn(parseFormula(formula))) {
    if (reference.kind !== 'table') continue;
    const table = reference.table === null ? around : tables.get(reference.table.toLowerCase())?.table;
    if (!table) return reference.table === null ? 'its table' : `the table ${reference.table}`;
    const missing = reference.columns.find((name) => !table.header.some((other) => plain(other) === plain(name)));
    if (missing !== undefined) return `the column "${missing}" of ${table.name}`;
  }
  return null;
}

const plain = (name: string): string => name.replace(/'(.)/g, '$1').trim().toLowerCase();

/** Excel fills a formula into a table's whole column, so only one formula for all rows can be put back. */
function fittingColumns(found: readonly Found[]): { fitting: Found[]; mixed: Found[] } {
  const columns = new Map<string, Found[]>();
  for (const each of found) {
    const key = each.table ? `${each.table.name},${each.place.column}` : `${each.frozen.number}`;
    columns.set(key, [...(columns.get(key) ?? []), each]);
  }
  const fitting: Found[] = [];
  const mixed: Found[] = [];
  for (const column of columns.values()) {
    const [{ table, cells, place }] = column as [Found, ...Found[]];
    const others = table
      ? Array.from({ length: table.rows }, (_, row) => table.row + row).flatMap((row) => {
          const formula = formulaAt(cells, row, place.column);
          return formula === null ? [] : [{ row, column: place.column, formula }];
        })
      : [];
    const ours = column.map((each) => ({ row: each.place.row, column: each.place.column, formula: each.formula }));
    (table && differ([...ours, ...others]) ? mixed : fitting).push(...column);
  }
  return { fitting, mixed };
}

const MIXED = 'Its table column has other formulas now, and Excel would fill one of them into all rows.';
