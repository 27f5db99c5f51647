import { groupBy } from '../../domain/group-by';
import { isSameFormula } from '../../records/formula-spelling';
import type { CellContent } from '../../records/table';
import { ExcelError } from '../excel-error';
import type { CellBlock } from '../frozen/plan-freeze';
import { isTypedError } from '../frozen/plan-freeze';
import { tableAt, type SheetCells } from '../frozen/sheet-cells';
import { inExcel } from './run';

/** Cells and names to write, in order. */
export interface BlockWrite {
  blocks: readonly CellBlock[];
  addNames: readonly (readonly [name: string, formula: string])[];
  dropNames: readonly string[];
}

/** Writes cells and names, and checks that they are written and that nothing else in the tables' columns changed. */
export async function writeBlocks(sheets: readonly SheetCells[], { blocks, addNames, dropNames }: BlockWrite): Promise<void> {
  await writeNames(addNames, dropNames);
  const runs = inRuns(blocks);
  await writeRuns(runs);
  const others = columnsBeside(sheets, runs);
  if (others.length > 0 && !(await holds(others))) await writeRuns(await changedIn(others));
  if (!(await holds([...runs, ...others]))) throw new ExcelError('unknown', "Excel didn't keep everything that was written.");
}

/** Names are added where they aren't there, and deleted where they are, so that this can be repeated. */
const writeNames = (add: BlockWrite['addNames'], drop: readonly string[]): Promise<void> =>
  add.length + drop.length === 0
    ? Promise.resolve()
    : inExcel(async (context) => {
        const { names } = context.workbook;
        names.load('items/name');
        await context.sync();
        const there = new Set(names.items.map(({ name }) => name.toLowerCase()));
        for (const [name, formula] of add) if (!there.has(name.toLowerCase())) names.add(name, formula);
        for (const name of drop) if (there.has(name.toLowerCase())) names.getItem(name).delete();
        await context.sync();
      });

/** Joins single cells under one another: Excel copies a single formula to all others of a table's column. */
function inRuns(blocks: readonly CellBlock[]): CellBlock[] {
  const runs: CellBlock[] = [];
  const sorted = [...blocks].sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.column - b.column || a.row - b.row));
  for (const block of sorted) {
    const last = runs.at(-1);
    const continues =
      last &&
      last.sheet === block.sheet &&
      last.column === block.column &&
      last.row + last.cells.length === block.row &&
      last.hasFormulas === block.hasFormulas &&
      last.format === block.format &&
      last.cells[0]!.length === 1 &&
      block.cells.length * block.cells[0]!.length === 1;
    if (continues) runs[runs.length - 1] = { ...last, cells: [...last.cells, ...block.cells] };
    else runs.push(block);
  }
  return runs;
}

const rangeOf = (context: Excel.RequestContext, { sheet, row, column, cells }: CellBlock): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, cells.length, cells[0]!.length);

const writeRuns = (runs: readonly CellBlock[]): Promise<void> =>
  inExcel(
    async (context) => {
      for (let from = 0; from < runs.length; from += RUNS_AT_ONCE) {
        const piece = runs.slice(from, from + RUNS_AT_ONCE).map((run) => ({ run, range: rangeOf(context, run) }));
        for (const { range } of piece) range.load('numberFormat');
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a round trip for each piece, since together they're too large
        await context.sync();
        context.workbook.application.suspendApiCalculationUntilNextSync();
        for (const { run, range } of piece) writeRun(range, run);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- as above
        await context.sync();
      }
    },
    { waitForEdit: true },
  );

/** Writes cells. In those formatted as text, a formula would be text, and an apostrophe part of it. */
function writeRun(range: Excel.Range, { cells, hasFormulas, format }: CellBlock): void {
  const formats = range.numberFormat as string[][];
  const isText = formats.some((row) => row.includes('@'));
  if (isText) range.numberFormat = formats.map((row) => row.map((each) => (each === '@' ? 'General' : each)));
  range.formulas = cells.map((row) => row.map((cell) => typed(cell, hasFormulas)));
  if (isText) range.numberFormat = formats;
  if (format !== undefined) range.numberFormat = cells.map((row) => row.map(() => format));
}

/** A leading apostrophe keeps text as text, whatever it looks like. Errors that a cell can have without a formula stay errors. */
const typed = (cell: CellContent, hasFormulas: boolean): CellContent =>
  typeof cell !== 'string' || cell === '' || isTypedError(cell) || (hasFormulas && cell.startsWith('=')) ? cell : `'${cell}`;

/** The other cells of the table columns that are written, which stay as they are. */
function columnsBeside(sheets: readonly SheetCells[], runs: readonly CellBlock[]): CellBlock[] {
  const written = groupBy(runs, ({ sheet, column }) => `${sheet}!${column}`);
  const bySheet = new Map(sheets.map((cells) => [cells.sheet, cells]));
  return [...written.values()].flatMap((inColumn) => {
    const { sheet, column } = inColumn[0]!;
    const cells = bySheet.get(sheet);
    const tables = new Set(inColumn.flatMap(({ row }) => (cells && tableAt(cells, row, column)) ?? []));
    return [...tables].flatMap((table) => {
      const ours = new Set(inColumn.flatMap(({ row, cells: rows }) => rows.map((_, index) => row + index)));
      return Array.from({ length: table.rows }, (_, index) => table.row + index)
        .filter((row) => !ours.has(row))
        .map((row): CellBlock => {
          const content = cells!.formulas[row - cells!.row]?.[column - cells!.column] ?? '';
          return {
            sheet,
            row,
            column,
            cells: [[content]],
            hasFormulas: content !== cells!.values[row - cells!.row]?.[column - cells!.column],
          };
        });
    });
  });
}

async function holds(blocks: readonly CellBlock[]): Promise<boolean> {
  return (await changedIn(blocks)).length === 0;
}

/** The blocks that don't read back as they were written. A result that fills several cells is its first cell's. */
const changedIn = (blocks: readonly CellBlock[]): Promise<CellBlock[]> =>
  inExcel(
    async (context) => {
      const changed: CellBlock[] = [];
      const all = inRuns(blocks);
      for (let from = 0; from < all.length; from += RUNS_AT_ONCE) {
        const piece = all.slice(from, from + RUNS_AT_ONCE).map((run) => ({ run, range: rangeOf(context, run) }));
        for (const { range } of piece) range.load('formulas');
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a round trip for each piece, since together they're too large
        await context.sync();
        for (const { run, range } of piece) {
          const isAsWritten = run.cells.every((row, r) =>
            row.every((cell, c) => (run.hasFormulas && cell === '') || isSame(range.formulas[r]![c] as CellContent, cell)),
          );
          if (!isAsWritten) changed.push(run);
        }
      }
      return changed;
    },
    { waitForEdit: true },
  );

const isSame = (found: CellContent, cell: CellContent): boolean =>
  typeof cell === 'number' && typeof found === 'number'
    ? Math.abs(found - cell) <= Math.abs(cell) * 1e-12
    : String(found).replace(/^'/, '') === String(cell) || isSameFormula(String(found), String(cell));

const RUNS_AT_ONCE = 400;
