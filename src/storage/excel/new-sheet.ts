import { inExcel } from './run';
import { ExcelError, toExcelError } from '../excel-error';
import { unrestored } from '../unrestored';

/** Adds a sheet at a position among the others. */
export function addSheet(context: Excel.RequestContext, name: string, position: number): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name);
  sheet.position = position;
  return sheet;
}

/** After a failure: deletes a sheet that we were creating. If Excel doesn't allow that, it's cleared, and a message says so. */
export async function dropNewSheet(name: string, because: unknown): Promise<never> {
  const drop = (): Promise<void> =>
    inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    });
  const empty = (): Promise<void> =>
    inExcel(async (context) => {
      context.workbook.worksheets.getItem(name).getRange().clear();
      await context.sync();
    });
  const trouble = toExcelError(because);
  try {
    await drop().catch(drop);
  } catch {
    await empty().catch(() => undefined);
    unrestored.add({ tables: [], sheets: [name], putBack: () => drop().then(() => 'put back') });
    throw new ExcelError(
      trouble.kind,
      `Excel stopped while writing. The new sheet ${name} couldn't be removed. Delete it, or choose Put back above once Excel responds.`,
    );
  }
  throw trouble;
}
