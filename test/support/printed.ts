import { printSetupOf } from '../../src/workbench/grid/print-setup';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { saveXlsx } from '../../src/workbench/xlsx';
import { convert } from './libre-office';

/** One sheet of the workbook as LibreOffice prints it, as the text of a PDF file. */
export async function printedAlone({ workbook }: HeadlessWorkbench, name: string): Promise<string> {
  const others = workbook.sheets.all.filter((sheet) => sheet.getName() !== name);
  const turn = (visibility: 'Hidden' | 'Visible'): Promise<void> =>
    Excel.run(async (context) => {
      for (const sheet of others) context.workbook.worksheets.getItem(sheet.getName()).visibility = visibility;
      await context.sync();
    });
  await turn('Hidden');
  // LibreOffice prints a hidden sheet with a print area
  for (const sheet of others) printSetupOf(sheet).area = '';
  const printed = convert(await saveXlsx(workbook, 'COOP'), 'pdf').toString('latin1');
  await turn('Visible');
  return printed;
}
