import { isErrorText } from '../cells/error-text';
import { alikeTables } from './alike-tables';
import { Crossed, Filled, Taken } from './crossed';
import { inExcel } from './excel';
import { wantsNoFilter, withoutFilters } from './excel-filters';
import { headerRowOf } from './excel-table-make';
import { readStanding, readTables, type Standing } from './excel-table-read';
import { Batch, deleteRows, writeChanges, type Before } from './excel-table-write';
import { bringToFront } from './excel-show';
import { splitAddress } from './split-address';
import { changed, isChange, isFormulaAt, keepingARow, nameOf, sameTable, type Asked, type NewCell, type Plan, type TableCells, type TableChange, type TableDesign, type Tables, type TakeBack } from './tables';
import { protectedTables, Trouble, troubleOf } from './trouble';
import type { CellContent } from './workbook';

/** The named tables of the open workbook, in Excel. */
export function excelTables(): Tables {
  return {
    read: readTables,
    change: changeTables,
    alike: (designs) =>
      inExcel(async (context) => {
        const { tables } = context.workbook;
        tables.load('items/name,items/columns/items/name');
        await context.sync();
        return alikeTables(designs, new Map(tables.items.map(({ name, columns }) => [name, columns.items.map((column) => column.name)])));
      }),
    show: (name, row, column) =>
      bringToFront((context) => {
        const table = context.workbook.tables.getItemOrNullObject(name);
        const cell = table.columns.getItemOrNullObject(column).getDataBodyRange().getCell(row, 0);
        cell.load('address');
        return {
          sheet: table.worksheet,
          show: () => {
            table.worksheet.activate();
            cell.select();
          },
          told: () => {
            if (cell.isNullObject) throw new Trouble('gone', `The table ${name} has no column "${column}" any more.`);
            // eslint-disable-next-line office-addins/call-sync-after-load -- called once the request is answered
            return splitAddress(cell.address);
          },
        };
      }),
  };
}

/** Reads, plans and writes; once more from the beginning where somebody else changed a table in between. */
async function changeTables<T>(asked: readonly Asked[], plan: Plan<T>): Promise<{ result: T; takeBack: TakeBack | null }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await changeOnce(asked, plan);
    } catch (error) {
      if (!(error instanceof Crossed) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 4;

async function changeOnce<T>(asked: readonly Asked[], plan: Plan<T>): Promise<{ result: T; takeBack: TakeBack | null }> {
  const names = asked.map(nameOf);
  const standing = await readStanding(asked);
  const { changes: planned, result } = plan(standing.tables);
  const isMade = ({ design }: TableChange): boolean => standing.tables[names.indexOf(design.name)] === null;
  const isProtected = (change: TableChange): boolean => standing.protectedTables.includes(change.design.name) || (standing.isClosed && isMade(change));
  const changes = planned
    .filter((change) => isChange(change) && !(change.isDispensable && isProtected(change)))
    .map((change) => keepingARow(change, standing.tables[names.indexOf(change.design.name)] ?? null));
  if (changes.length === 0) return { result, takeBack: null };
  const touched = changes.map(({ design }) => design.name);
  if (standing.isClosed && changes.some(isMade)) throw new Trouble('structure protected');
  const closed = changes.filter(isProtected);
  if (closed.length > 0) throw new Trouble('protected', protectedTables(closed.map(({ design }) => design.name)));
  const before = beforeOf(changes, asked, standing);
  // Below its last row a table would lose cells of somebody else's.
  if (changes.some(({ remove }, n) => remove.some((row) => row >= (before[n]!.cells?.formulas.length ?? 0)))) throw new Error('Rows go that the table does not have.');
  if (changes.some(({ remove }, n) => remove.length > 0 && before[n]!.cells?.unread?.length)) throw new Error('Rows go from a table whose formulas were not read.');
  try {
    const filtered = changes.filter(wantsNoFilter).map(({ design }) => design.name).filter((name) => standing.filteredTables.includes(name));
    await withoutFilters(filtered, () => inExcel((context) => writeChanges(context, changes, before)));
  } catch (error) {
    const isMet = await putBack(reachedIn(before, error), troubleOf(error));
    throw isMet ? new Taken() : error;
  }
  const after = changes.map((change, n) => changed(before[n]!.cells, change));
  const takeBack: TakeBack = async (evenIfChanged = false) => {
    const now = await readStanding(touched.map((name) => asked[names.indexOf(name)]!));
    if (!evenIfChanged && !touched.every((_, n) => sameTable(now.tables[n]!, after[n]!))) return 'changed since';
    await withoutFilters(now.filteredTables, () => inExcel((context) => restore(context, before, () => 'ours')));
    return 'taken back';
  };
  return { result, takeBack };
}

function beforeOf(changes: readonly TableChange[], asked: readonly Asked[], { tables, sheets }: Standing): Before[] {
  const taken = new Set(sheets.map((name) => name.toLowerCase()));
  const freeName = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
    return name;
  };
  const cellsOf = (name: string): TableCells | null => tables[asked.findIndex((one) => nameOf(one) === name)] ?? null;
  const all = changes.map(({ design }): Before => {
    const at = asked.findIndex((one) => nameOf(one) === design.name);
    const left = changes.findIndex((other) => other.design.name === design.beside && cellsOf(other.design.name) === null);
    return { name: design.name, asked: asked[at]!, design, cells: cellsOf(design.name), newSheet: freeName(design.sheet), leftNeighbor: left < 0 ? null : left };
  });
  return all.map((one) => (one.leftNeighbor === null ? one : { ...one, newSheet: all[one.leftNeighbor]!.newSheet }));
}

/** The tables we had reached, as they stood just before: with what somebody else did to them meanwhile. */
function reachedIn(before: readonly Before[], error: unknown): readonly Before[] {
  if (error instanceof Taken) return before.filter(({ cells }) => cells === null);
  if (error instanceof Crossed) return before.filter(({ name }) => error.found.has(name)).map((one) => ({ ...one, cells: error.found.get(one.name) ?? one.cells }));
  if (error instanceof Filled) return before.map((one) => ({ ...one, cells: error.found.get(one.name) ?? one.cells }));
  return before;
}

/**
 * After a failure: what stood there before is put back, and if even that fails, the person is told. True where somebody
 * else has made one of the tables meanwhile: theirs stays.
 */
async function putBack(before: readonly Before[], because: Trouble): Promise<boolean> {
  try {
    // A person may have begun to edit a cell meanwhile: this waits for them.
    const waiting = { waitForEdit: true };
    const now = await readStanding(before.map(({ asked }) => asked), waiting);
    // A sheet that we have made is the one of its name, so a table on another one is somebody else's.
    const isElsewhere = (n: number): boolean => now.sheetsOf[n] !== null && now.sheetsOf[n] !== before[n]!.newSheet;
    const whose = (n: number): Whose => (because instanceof Taken ? 'ours if blank' : isElsewhere(n) ? 'their table' : 'ours');
    const isAsBefore = before.every(({ cells, newSheet }, n) => sameTable(cells, now.tables[n]!) && (cells !== null || !now.sheets.includes(newSheet)));
    if (!isAsBefore) await withoutFilters(now.filteredTables, () => inExcel((context) => restore(context, before, whose), waiting));
    return before.some(({ cells }, n) => cells === null && now.tables[n] !== null && isElsewhere(n));
  } catch {
    throw new Trouble(because.kind, `${because.message} Look at the table${before.length === 1 ? '' : 's'} ${before.map(({ name }) => name).join(' and ')}: what was already written could not be put back. Use Undo in Excel.`);
  }
}

/** Whose a table and its sheet are that were not there before. */
type Whose = 'ours' | 'ours if blank' | 'their table';

/** Brings tables back to an earlier state; those that were not there go, and with them their sheet if it holds nothing else. */
async function restore(context: Excel.RequestContext, before: readonly Before[], whose: (n: number) => Whose): Promise<void> {
  const { tables, worksheets } = context.workbook;
  const found = before.map((one, n) => {
    const table = tables.getItemOrNullObject(one.name);
    const range = table.getRange();
    const body = table.getDataBodyRange();
    const sheet = worksheets.getItemOrNullObject(one.newSheet);
    const used = sheet.getUsedRangeOrNullObject(true);
    table.load('showTotals,showHeaders');
    body.load('rowCount');
    range.load('rowCount,rowIndex,columnCount,columnIndex');
    used.load('rowCount,rowIndex,columnCount,columnIndex');
    return { ...one, whose: whose(n), table, range, body, sheet, used };
  });
  await context.sync();
  const batch = new Batch(context);
  // The table that formulas of another look at was made first, and goes last.
  for (const { cells, design, leftNeighbor, whose: made, table, range, body, sheet, used } of found.reverse()) {
    if (cells) {
      const rows = cells.formulas.length;
      const there = body.rowCount;
      if (there > rows) deleteRows(table, rows, there - rows);
      // Formulas that were not read were not changed either; only a row that is new again has none.
      const unreadCell = (row: number, column: number): NewCell | null => {
        const formula = design.columns.find(({ name }) => name === cells.header[column])?.formula;
        if (formula === undefined) return cells.values[row]![column] === '' ? '' : null;
        return row >= there ? { formula } : null;
      };
      const stood = cells.formulas.map((row, r) => row.map((cell, c) => (cells.unread?.includes(c) ? unreadCell(r, c) : asItStood(cells, r, c, cell))));
      if (there < rows) batch.makeRoom(table, stood.slice(there), { hasTotals: table.showTotals, hidesHeader: !table.showHeaders });
      await batch.put(table.getDataBodyRange(), 0, stood, design, cells);
      continue;
    }
    // its sheet goes with the table it stands beside
    if (leftNeighbor !== null) continue;
    if (made !== 'ours') {
      if (!sheet.isNullObject && (used.isNullObject || made === 'their table')) sheet.delete();
      continue;
    }
    const isOurs = used.isNullObject || (used.rowIndex + used.rowCount <= (range.isNullObject ? headerRowOf(design) + 1 : range.rowIndex + range.rowCount) && used.columnIndex === 0);
    const isWider = !used.isNullObject && !range.isNullObject && used.columnCount > range.columnIndex + range.columnCount + besideOf(design, before);
    if (!sheet.isNullObject && isOurs && !isWider) sheet.delete();
    else if (!range.isNullObject) table.delete();
  }
  await batch.send();
}

/** How many columns the table that was made beside another one adds to their sheet. */
const besideOf = ({ name }: TableDesign, before: readonly Before[]): number =>
  before.reduce((columns, { design, leftNeighbor }) => (leftNeighbor !== null && design.beside === name ? columns + 1 + design.columns.length : columns), 0);

function asItStood(cells: TableCells, row: number, column: number, cell: CellContent): NewCell | null {
  if (isFormulaAt(cells, row, column)) return { formula: cell as string };
  // A typed error cannot be told from text, and a formula's error is no text either: such a cell is left as it is.
  return isErrorText(cell) ? null : cell;
}

