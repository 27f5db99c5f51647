import { mkdirSync, writeFileSync } from 'node:fs';
import { provideContext } from '../../src/cells/context';
import { ImportSession } from '../../src/planner/funds/import-session';
import { openPlanning } from '../../src/planner/store/open-planning';
import { readReports } from '../../src/reports/import/read-reports';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { ROOT } from '../../src/workbench/bundle';
import { startHeadless } from '../../src/workbench/headless';
import { BOOKS, bookFile, type Book, type BookName } from './books';
import { file } from './report-files';

/** Makes the workbooks that stories begin with: by the add-in's own writing, in Excel as it is played in Node. */
export async function makeBooks(distDir: string): Promise<void> {
  mkdirSync(`${ROOT}.cache/books`, { recursive: true });
  for (const [name, book] of Object.entries(BOOKS)) writeFileSync(bookFile(name as BookName), await made(book, distDir));
}

async function made({ report, file: name = 'report.csv', activities = [] }: Book, distDir: string): Promise<Uint8Array> {
  const workbench = await startHeadless({ distDir });
  const { Excel, Office } = workbench.page.window as unknown as typeof globalThis;
  Object.assign(globalThis, { Excel, Office });
  provideContext({ dateSystem: 1900, ownRules: [] });
  const workbook = openExcelWorkbook();
  const bringingIn = new ImportSession(workbook, (_, options) =>
    readReports([file(name, report)], { ...options, now: () => performance.now() }),
  );
  await bringingIn.readFiles([new File([report], name)]);
  await bringingIn.write();
  if (bringingIn.current().step !== 'written')
    throw new Error(`The report of a book was not written: ${JSON.stringify(bringingIn.current())}`);
  if (activities.length > 0) {
    const store = openPlanning(workbook);
    store.open();
    const saved = await store.save({ activities: activities.map((value) => ({ value, base: null })) }, 'Saved.');
    if (saved.outcome !== 'saved') throw new Error(`The plan of a book was not saved: ${saved.sentence}`);
  }
  await workbench.settle();
  const bytes = await workbench.save();
  workbench.dispose();
  return bytes;
}
