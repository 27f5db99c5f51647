import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { Day } from '../../src/domain/calendar/day';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { AS_OF_TABLE, planSheetDay } from '../../src/storage/planning/as-of-table';
import { provideContext } from '../../src/cells/context';
import { startHeadless, type HeadlessOptions, type HeadlessWorkbench } from '../../src/workbench/headless';

/** The built add-in: DIST_DIR's, while somebody else is building in dist/. */
export const DIST = process.env['DIST_DIR'] ?? join(fileURLToPath(new URL('../../', import.meta.url)), 'dist');

/** Longer than anything waits that follows the workbook. */
const QUIET_MS = 400;
const STEP_MS = 50;

/** Starts the workbench for the stories of a file, with its Excel as the global one: our code calls it as it does in the pane. */
export function startExcel(options: Omit<HeadlessOptions, 'distDir'> = {}) {
  let started: HeadlessWorkbench | undefined;
  const workbench = (): HeadlessWorkbench => started!;
  beforeAll(async () => {
    started = await startHeadless({ ...options, distDir: DIST });
    const { Excel, Office } = started.page.window as unknown as typeof globalThis;
    Object.assign(globalThis, { Excel, Office });
    provideContext({ dateSystem: 1900, ownRules: [] });
  });
  afterAll(() => started?.dispose());

  /** Does something with the workbook and its sheets. */
  const inExcel = (act: (context: Excel.RequestContext) => void): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
      act(context);
      await context.sync();
    });
  /** Leaves the first sheet, empty, and nothing that a story tried. */
  const clear = async (): Promise<void> => {
    const { host, workbook } = workbench();
    host.editing = false;
    workbook.readOnly = false;
    await inExcel(({ workbook: { worksheets } }) => {
      for (const sheet of worksheets.items) {
        sheet.protection.unprotect();
        if (sheet.name !== 'Sheet1') sheet.delete();
      }
    });
    for (const name of workbook.names.all) if (name.name.startsWith('Coop_Frozen')) workbook.names.remove(name);
  };
  const messages = (): number =>
    workbench()
      .stats.all()
      .reduce((sum, { batches }) => sum + batches, 0);
  /** Nothing left to calculate, and nobody who follows the workbook asks for anything. */
  const quiet = async (): Promise<void> => {
    let before = -1;
    for (let still = 0; still < QUIET_MS; still += STEP_MS) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      await workbench().settle();
      const now = messages();
      if (now !== before) still = 0;
      before = now;
    }
  };
  /** What an action costs on the wire: others who follow the workbook have looked before it. */
  const roundTrips = async (action: () => Promise<unknown>): Promise<number> => {
    await quiet();
    const before = messages();
    await action();
    return messages() - before;
  };
  /** What the cells of a table's column show. */
  const column = async (table: string, name: string): Promise<string[]> => {
    await workbench().settle();
    return Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(table).columns.getItem(name).getDataBodyRange();
      range.load('text');
      await context.sync();
      return range.text.flat();
    });
  };
  /** A row of a table as it shows, by column. */
  const row = async (table: string, index = 0): Promise<Record<string, string>> => {
    await workbench().settle();
    return Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(table).getRange();
      range.load('text');
      await context.sync();
      return Object.fromEntries(range.text[0]!.map((name, position) => [name, range.text[index + 1]![position]!]));
    });
  };
  /** Writes into a cell of a table, by its column; row -1 is the header. */
  const set = (table: string, name: string, index: number, cell: string | number): Promise<void> =>
    inExcel(
      ({ workbook }) =>
        void (workbook.tables.getItem(table).columns.getItem(name).getDataBodyRange().getCell(index, 0).formulas = [[cell]]),
    );

  /** Sets the day of the workbook. */
  const lookFrom = async (day: Day): Promise<void> => {
    await openExcelWorkbook().tables.change([AS_OF_TABLE], ([now = null]) => ({ changes: [planSheetDay(now, day)], result: null }));
    await workbench().settle();
  };

  return { workbench, inExcel, clear, quiet, roundTrips, column, row, set, lookFrom };
}
