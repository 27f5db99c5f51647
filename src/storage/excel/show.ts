import { inExcel } from './run';
import { hiddenSheet, mayBeBehind, ExcelError } from '../excel-error';

/** Something on a sheet: how it is brought to the front, and what is known of it then. */
export interface Showing<T> {
  sheet: Excel.Worksheet;
  show: () => void;
  result: () => T;
}

/**
 * Brings something to the front. On a hidden sheet Excel may refuse that or take it and show nothing, so either way it is
 * said that the sheet is hidden. It is tried a second time where another workbook had the focus.
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

/** Why something could not be brought to the front, if its sheet is hidden; what Excel says of that was not tried. */
const hiddenInstead = (find: (context: Excel.RequestContext) => Showing<unknown>): Promise<ExcelError | null> =>
  inExcel(async (context) => {
    const { sheet } = find(context);
    sheet.load('name,visibility');
    await context.sync();
    demandVisible(sheet);
    return null;
  }).catch((error: unknown) => (error instanceof ExcelError && error.kind === 'hidden' ? error : null));

/** Refuses a sheet that people have hidden; its name and visibility must be loaded. */
export function demandVisible(sheet: Excel.Worksheet): void {
  if (!sheet.isNullObject && sheet.visibility !== 'Visible') throw new ExcelError('hidden', hiddenSheet(sheet.name));
}

/** Long enough for a window that was clicked to be in front. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));
