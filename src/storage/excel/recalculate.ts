import { inExcel } from './run';
import { readPieces } from './range-pieces';
import { repairedFormula } from './repaired-formula';
import { toExcelError } from '../excel-error';
import type { CellContent } from '../../records/table';

/** What a recalculation could not reach. */
export interface Recalculation {
  /** Protected sheets with COOP formulas that Excel does not know. */
  protectedSheets: string[];
  /** Sheets whose COOP formulas Excel would not take, or not be asked for. */
  refusedSheets: string[];
}

/** Has Excel work out every formula again. */
export function recalculateAll(): Promise<void> {
  return inExcel(
    async (context) => {
      context.workbook.application.calculate(Excel.CalculationType.full);
      await context.sync();
    },
    { waitForEdit: true },
  );
}

/**
 * Writes every COOP formula that Excel does not know into its cells again, under its name, since a recalculation does not
 * make Excel look up a name it did not know when the file was opened; then has Excel work out everything. A round trip for
 * the sheets and two for each of them, so that one that refuses is no obstacle to the others.
 */
export async function repairAndRecalculate(): Promise<Recalculation> {
  const done: Recalculation = { protectedSheets: [], refusedSheets: [] };
  for (const { name, isProtected } of await sheetsThere()) {
    try {
      const runs = await runsOn(name, isProtected);
      if (runs.length > 0 && isProtected) done.protectedSheets.push(name);
      else if (runs.length > 0) await writeRuns(name, runs);
    } catch (error) {
      // Its formulas stand as they did; the other sheets, and the recalculation, are still worth having.
      toExcelError(error);
      done.refusedSheets.push(name);
    }
  }
  await recalculateAll();
  return done;
}

/** Formulas below each other in one column, as they should be. */
interface Run {
  row: number;
  column: number;
  formulas: string[];
}

const sheetsThere = (): Promise<{ name: string; isProtected: boolean }[]> =>
  inExcel(
    async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/protection/protected');
      await context.sync();
      return worksheets.items.map(({ name, protection }) => ({ name, isProtected: protection.protected }));
    },
    { waitForEdit: true },
  );

/** What there is to repair on a sheet. */
async function runsOn(name: string, isProtected: boolean): Promise<Run[]> {
  // VBA's SpecialCells fails on a protected sheet, and this may as well.
  if (!isProtected) {
    try {
      return await inExcel((context) => runsInFormulas(context, name), { waitForEdit: true });
    } catch (error) {
      // Too many formulas to be handed over at once, or too scattered: the sheet is read in pieces.
      if (toExcelError(error).kind === 'gone') throw error;
    }
  }
  return inExcel((context) => runsInPieces(context, name), { waitForEdit: true });
}

/** Asked within the used range, since over a whole sheet it takes very long (office-js issue 4245). */
async function runsInFormulas(context: Excel.RequestContext, name: string): Promise<Run[]> {
  const formulas = context.workbook.worksheets
    .getItem(name)
    .getUsedRangeOrNullObject()
    .getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/formulas,areas/items/values');
  await context.sync();
  return formulas.isNullObject
    ? []
    : formulas.areas.items.flatMap((area) =>
        runsIn(area.rowIndex, area.columnIndex, area.formulas as CellContent[][], area.values as CellContent[][]),
      );
}

async function runsInPieces(context: Excel.RequestContext, name: string): Promise<Run[]> {
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject();
  used.load('rowCount,columnCount,rowIndex,columnIndex');
  await context.sync();
  if (used.isNullObject) return [];
  const runs: Run[] = [];
  let row = used.rowIndex;
  await readPieces(context, used, CELLS_AT_ONCE, 'values,formulas', ({ formulas, values }) => {
    runs.push(...runsIn(row, used.columnIndex, formulas as CellContent[][], values as CellContent[][]));
    row += formulas.length;
  });
  return runs;
}

/** Whole runs are written at once: a cell of a table's column written by itself would become the formula of all the others. */
function runsIn(
  row: number,
  column: number,
  formulas: readonly (readonly CellContent[])[],
  values: readonly (readonly CellContent[])[],
): Run[] {
  const runs: Run[] = [];
  for (let c = 0; c < (formulas[0]?.length ?? 0); c++) {
    let open: Run | null = null;
    for (const [r, cells] of formulas.entries()) {
      const formula = String(cells[c]);
      const repaired = repairedFormula(formula);
      const isBroken = repaired !== null && (repaired !== formula || values[r]![c] === '#NAME?');
      if (!isBroken) open = null;
      else if (open) open.formulas.push(repaired);
      else runs.push((open = { row: row + r, column: column + c, formulas: [repaired] }));
    }
  }
  return runs;
}

const writeRuns = (name: string, runs: readonly Run[]): Promise<void> =>
  inExcel(
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      context.workbook.application.suspendApiCalculationUntilNextSync();
      for (const { row, column, formulas } of runs)
        sheet.getRangeByIndexes(row, column, formulas.length, 1).formulas = formulas.map((formula) => [formula]);
      await context.sync();
    },
    { waitForEdit: true },
  );

const CELLS_AT_ONCE = 40_000;
