import { SAMPLE_TEXT } from './report-files';
import type { Workbench } from './workbench';

/** Chooses an earnings report on the Funds screen, and waits until it was read. */
export async function chooseReport(workbench: Workbench, text = SAMPLE_TEXT, name = 'report.csv'): Promise<void> {
  const { pane } = workbench;
  const files = pane.getByLabel('Earnings report files');
  if (!(await files.count())) await pane.getByRole('button', { name: 'Bring in a report' }).click();
  await files.setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  await pane.getByRole('heading', { name: 'Review the report' }).waitFor();
}

/** Writes the report that was read into the workbook. */
export async function writeReport({ pane }: Workbench): Promise<void> {
  await pane.getByRole('button', { name: 'Write to the workbook' }).click();
  await pane.getByRole('heading', { name: 'Report added' }).waitFor();
}

/** Brings an earnings report into the workbook, from whatever screen is shown; the Funds screen is shown afterwards. */
export async function bringIn(workbench: Workbench, text?: string, name?: string): Promise<void> {
  await workbench.screen('Funds');
  await chooseReport(workbench, text, name);
  await writeReport(workbench);
}
