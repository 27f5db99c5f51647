import { inExcel } from './run';
import { hiddenSheet, mayBeBehind, ExcelError } from '../excel-error';

/** Something on a sheet to bring to the front, and the result to return then. */
export interface Showing<T> {
  sheet: Excel.Worksheet;
  show: () => void;
  result: () => T;
}

/**
 * Brings something to the front. On a hidden sheet, Excel may refuse or do nothing; in both cases, the error says that the
 * sheet is hidden. Tries again if another workbook had the focus.
 */
export async function bringToFront<T>(find: (context: Excel.RequestContext) => Showing<T>): Promise<T> {
  const attempt = (): Promise<T> =>
    inExcel(async (context) => {
      const { sheet, show, result } = find(context);
      sheet.load('name,visibility');
      show();
      await context.sync();
      demandVisible(sheet);
      return result();
    });
  try {
    return await attempt();
  } catch (error) {
    const hidden = await hiddenInstead(find);
    if (hidden || !mayBeBehind(error)) throw hidden ?? error;
    await aMoment();
    return attempt();
  }
}

/** The error if the sheet is hidden, otherwise null. What Excel itself reports then is unknown. */
const hiddenInstead = (find: (context: Excel.RequestContext) => Showing<unknown>): Promise<ExcelError | null> =>
  inExcel(async (context) => {
    const { sheet } = find(context);
    sheet.load('name,visibility');
    await context.sync();
    demandVisible(sheet);
    return null;
  }).catch((error: unknown) => (error instanceof ExcelError && error.kind === 'hidden' ? error : null));

/** Throws if people have hidden a sheet. Its name and visibility must be loaded. */
export function demandVisible(sheet: Excel.Worksheet): void {
  if (!sheet.isNullObject && sheet.visibility !== 'Visible') throw new ExcelError('hidden', hiddenSheet(sheet.name));
}

/** Long enough for a clicked window to become active. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));
