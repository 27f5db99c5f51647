import { freeSheetName } from '../../domain/text/free-sheet-name';
import { notices } from '../notices';
import { describeChangedMeanings } from '../tables/changed-meanings';
import { alikeTables } from '../tables/renamed-tables';
import { ConcurrentChange, ColumnFilled, SheetNameTaken } from './concurrent-change';
import { inExcel } from './run';
import { wantsNoFilter, withoutFilters } from './filters';
import { putBack, removeAll, takeAllBack } from './restore';
import { readStanding, readTables, type Standing } from './table-read';
import { bringToFront } from './show';
import { writeChanges, type Before } from './table-write';
import { positionOf } from '../sheet-order';
import { sayWhatIsInTheWay } from './in-the-way';
import { splitAddress } from './split-address';
import {
  changed,
  isChange,
  keepingARow,
  withoutColumns,
  nameOf,
  sameTable,
  type TableQuery,
  type TableCells,
  type TableChange,
  type TableDesign,
} from '../../records/table';
import type { Made, Plan, Tables, TakeBack } from '../workbook';
import { protectedTables, ExcelError, toExcelError } from '../excel-error';

/** The tables of the open workbook in Excel. */
export function excelTables(): Tables {
  return {
    read: readTables,
    change: changeTables,
    async plan(asked, plan) {
      const { result, leftOut } = await planChanges(asked, plan);
      return { result, leftOut };
    },
    remove: removeTables,
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
          result: () => {
            if (cell.isNullObject) throw new ExcelError('gone', `The table ${name} no longer has the column "${column}".`);
            // eslint-disable-next-line office-addins/call-sync-after-load -- called once the request is answered
            return splitAddress(cell.address);
          },
        };
      }),
  };
}

/** Reads, plans and writes. Starts over if someone else changed a table in between. */
async function changeTables<T>(asked: readonly TableQuery[], plan: Plan<T>): Promise<Made<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await changeOnce(asked, plan);
    } catch (error) {
      if (!(error instanceof ConcurrentChange) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

const MAX_ATTEMPTS = 4;

/** Reads tables and plans their changes; a dispensable one that protection keeps out is none of them. */
async function planChanges<T>(wanted: readonly TableQuery[], plan: Plan<T>) {
  const names = wanted.map(nameOf);
  let asked = wanted;
  let standing = await readStanding(asked);
  let answer = plan(standing.tables);
  while ('again' in answer) {
    asked = answer.again;
    standing = await readStanding(asked);
    answer = plan(standing.tables);
  }
  const { changes: planned, result } = answer;
  const isMade = ({ design }: TableChange): boolean => standing.tables[names.indexOf(design.name)] === null;
  const isProtected = (change: TableChange): boolean =>
    standing.protectedTables.includes(change.design.name) || (standing.isClosed && isMade(change));
  const real = planned.filter(isChange);
  const isLeftOut = (change: TableChange): boolean => change.isDispensable === true && isProtected(change);
  const leftOut = new Map(real.filter(isLeftOut).map((change) => [change.design.name, isMade(change) ? 'structure' : 'sheet'] as const));
  const changes = real
    .filter((change) => !isLeftOut(change))
    .map((change) => keepingARow(change, standing.tables[names.indexOf(change.design.name)] ?? null));
  return { asked, names, standing, changes, result, leftOut, isMade, isProtected };
}

async function changeOnce<T>(wanted: readonly TableQuery[], plan: Plan<T>): Promise<Made<T>> {
  const { asked, names, standing, changes, result, leftOut, isMade, isProtected } = await planChanges(wanted, plan);
  if (changes.length === 0) return { result, takeBack: null, leftOut };
  const touched = changes.map(({ design }) => design.name);
  if (standing.isClosed && changes.some(isMade)) throw new ExcelError('structure protected');
  const closed = changes.filter(isProtected);
  if (closed.length > 0) throw new ExcelError('protected', protectedTables(closed.map(({ design }) => design.name)));
  const before = beforeOf(changes, asked, standing);
  // Deleting below a table's last row would delete someone else's cells.
  if (changes.some(({ remove }, n) => remove.some((row) => row >= (before[n]!.cells?.formulas.length ?? 0))))
    throw new Error('Rows go that the table does not have.');
  if (changes.some(({ remove }, n) => remove.length > 0 && before[n]!.cells?.unread?.length))
    throw new Error('Rows go from a table whose formulas were not read.');
  try {
    const filtered = changes
      .filter(wantsNoFilter)
      .map(({ design }) => design.name)
      .filter((name) => standing.filteredTables.includes(name));
    await withoutFilters(filtered, () => inExcel((context) => writeChanges(context, changes, before)));
  } catch (error) {
    const isMet = await putBack(reachedIn(before, error), changes, error);
    throw isMet
      ? new SheetNameTaken()
      : unchanged(
          await sayWhatIsInTheWay(
            error,
            changes.filter(({ add, remove }) => add.length + remove.length > 0).map(({ design }) => design.name),
          ),
        );
  }
  const after = changes.map((change, n) => changed(before[n]!.cells, change));
  const meanings = describeChangedMeanings(
    changes,
    before.map(({ cells }) => cells),
  );
  if (meanings !== null) notices.say('meanings', [meanings]);
  const takeBack: TakeBack = async (evenIfChanged = false) => {
    const now = await readStanding(touched.map((name) => asked[names.indexOf(name)]!));
    if (!evenIfChanged && !touched.every((_, n) => sameTable(now.tables[n]!, after[n]!))) return 'changed since';
    await takeAllBack(before, changes, now);
    if (meanings !== null) notices.say('meanings', []);
    return 'taken back';
  };
  return { result, takeBack, leftOut };
}

async function removeTables(designs: readonly TableDesign[]): Promise<void> {
  const standing = await readStanding(designs.map(({ name }): TableQuery => ({ name, formulasIn: [] })));
  if (standing.protectedTables.length > 0) throw new ExcelError('protected', protectedTables(standing.protectedTables));
  const there = designs.filter((_, n) => standing.tables[n] !== null);
  if (there.length === 0) return;
  if (standing.isClosed) throw new ExcelError('structure protected');
  const sheetOf = ({ name }: TableDesign): string => standing.sheetsOf[designs.findIndex((design) => design.name === name)]!;
  const before = there.map((design): Before => {
    const left = there.findIndex((other) => other.name === design.beside && sheetOf(other) === sheetOf(design));
    return {
      name: design.name,
      asked: { name: design.name, formulasIn: [] },
      design,
      cells: null,
      below: 0,
      beside: standing.besides[designs.indexOf(design)]!,
      removed: 0,
      columns: [],
      newSheet: sheetOf(design),
      position: 0,
      leftNeighbor: left < 0 ? null : left,
      onSheetOf: null,
      naming: design.cellName === undefined ? 'none' : 'add',
    };
  });
  await removeAll(before);
}

/** The error, with a sentence that nothing was changed, since everything has been restored. */
function unchanged(error: unknown): unknown {
  const trouble = toExcelError(error);
  return error instanceof ConcurrentChange || /nothing was|put back/i.test(trouble.message)
    ? error
    : new ExcelError(trouble.kind, `${trouble.message} Nothing was changed.`);
}

function beforeOf(
  changes: readonly TableChange[],
  asked: readonly TableQuery[],
  { tables, below, besides, freeColumns, names, sheets, sheetsOf }: Standing,
): Before[] {
  const cellsOf = (name: string): TableCells | null => tables[asked.findIndex((query) => nameOf(query) === name)] ?? null;
  const all = changes.map(({ design, remove, columns = [] }): Before => {
    const index = asked.findIndex((query) => nameOf(query) === design.name);
    const isMade = cellsOf(design.name) === null;
    const left = changes.findIndex((other) => other.design.name === design.beside && cellsOf(other.design.name) === null);
    const neighbor = asked.findIndex((query) => nameOf(query) === design.beside);
    const isBroken = names.get(design.cellName?.toLowerCase() ?? '');
    return {
      name: design.name,
      asked: asked[index]!,
      design,
      cells: cellsOf(design.name),
      below: below[index] ?? 0,
      beside: besides[index] ?? { rows: 0, columns: 0 },
      removed: remove.length,
      columns,
      newSheet: freeSheetName(design.sheet, sheets),
      position: sheets.length,
      leftNeighbor: left < 0 ? null : left,
      onSheetOf: isMade && tables[neighbor] ? { table: design.beside!, column: freeColumns[neighbor]! + 1 } : null,
      naming: !isMade || design.cellName === undefined || isBroken === false ? 'none' : isBroken ? 'replace' : 'add',
    };
  });
  const order = [...sheets];
  return all.map((table) => {
    const sheet = table.onSheetOf && sheetsOf[asked.findIndex((query) => nameOf(query) === table.onSheetOf!.table)];
    if (sheet) return { ...table, newSheet: sheet };
    if (table.leftNeighbor !== null) return { ...table, newSheet: all[table.leftNeighbor]!.newSheet };
    if (table.cells) return table;
    const position = positionOf(table.design.sheet, order);
    order.splice(position, 0, table.newSheet);
    return { ...table, position };
  });
}

/** The tables that were reached, as they were right before we wrote, with someone else's changes. */
function reachedIn(before: readonly Before[], error: unknown): readonly Before[] {
  if (error instanceof SheetNameTaken) return before.filter(({ cells }) => cells === null);
  if (error instanceof ConcurrentChange)
    return before.filter(({ name }) => error.found.has(name)).map((table) => ({ ...table, cells: foundOf(table, error.found) }));
  if (error instanceof ColumnFilled) return before.map((table) => ({ ...table, cells: foundOf(table, error.found) }));
  return before;
}

/** A table as it was, without the columns that we just added. */
function foundOf({ name, cells, columns }: Before, found: ReadonlyMap<string, TableCells | null>): TableCells | null {
  const stood = found.get(name);
  return stood ? withoutColumns(stood, columns) : cells;
}
