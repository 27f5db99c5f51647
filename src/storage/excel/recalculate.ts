import { inExcel } from './run';
import { readPieces } from './range-pieces';
import { repairedFormula } from './repaired-formula';
import { toExcelError } from '../excel-error';
import type { CellContent } from '../../records/table';

/** What a recalculation couldn't repair. */
export interface Recalculation {
  /** Protected sheets with COOP formulas that Excel doesn't recognize. */
  protectedSheets: string[];
  /** Sheets whose COOP formulas Excel didn't accept or return. */
  refusedSheets: string[];
}

/** Recalculates every formula. */
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
 * Writes every COOP formula that Excel doesn't recognize again with its proper name, since a recalculation doesn't look up
 * names that were unknown when the file was opened. Then recalculates everything. Uses one round trip for the list of sheets
 * and two for each sheet, so that one that fails doesn't affect the others.
 */
export async function repairAndRecalculate(): Promise<Recalculation> {
  const done: Recalculation = { protectedSheets: [], refusedSheets: [] };
  for (const { name, isProtected } of await sheetsThere()) {
    try {
      const runs = await runsOn(name, isProtected);
      if (runs.length > 0 && isProtected) done.protectedSheets.push(name);
      else if (runs.length > 0) await writeRuns(name, runs);
    } catch (error) {
      // Its formulas are unchanged; the other sheets and the recalculation are still useful.
      toExcelError(error);
      done.refusedSheets.push(name);
    }
  }
  await recalculateAll();
  return done;
}

/** Repaired formulas of adjacent cells in a column. */
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

/** The formulas to repair on a sheet. */
async function runsOn(name: string, isProtected: boolean): Promise<Run[]> {
  // VBA's SpecialCells fails on a protected sheet, so this may too.
  if (!isProtected) {
    try {
      return await inExcel((context) => runsInFormulas(context, name), { waitForEdit: true });
    } catch (error) {
      // Too many formulas for one request, or too scattered: the sheet is read in pieces.
      if (toExcelError(error).kind === 'gone') throw error;
    }
  }
  return inExcel((context) => runsInPieces(context, name), { waitForEdit: true });
}

/** Searches only the used range, since a whole sheet takes very long (office-js issue 4245). */
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

/** Finds runs of formulas to repair. They're written together, since a single formula written to a table's column would be copied to all others. */
function runsIn(
  row: number,
  column: number,
  formulas: readonly (readonly CellContent[])[],
  values: readonly (readonly CellContent[])[],
): Run[] {
  const runs: Run[] = [];
  for (let across = 0; across < (formulas[0]?.length ?? 0); across++) {
    let open: Run | null = null;
    for (const [down, cells] of formulas.entries()) {
      const formula = String(cells[across]);
      const repaired = repairedFormula(formula);
      const isBroken = repaired !== null && (repaired !== formula || values[down]![across] === '#NAME?');
      if (!isBroken) open = null;
      else if (open) open.formulas.push(repaired);
      else runs.push((open = { row: row + down, column: column + across, formulas: [repaired] }));
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
