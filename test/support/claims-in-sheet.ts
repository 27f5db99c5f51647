import { CLAIMS } from '../../src/storage/claims-table';
import { serialOf, type Day } from '../../src/domain/day';
import type { Workbench } from './workbench';

/** A claim as somebody writes it into the sheet, by column. Days are written as such. */
export type ClaimRow = Readonly<Record<string, string | number>>;

const NAMES = CLAIMS.design.columns.map(({ name }) => name);
const DAYS = CLAIMS.design.columns.filter(({ format }) => format === 'yyyy-mm-dd').map(({ name }) => name);

/** Makes the table CoopClaims with rows, as somebody does who has the workbook and not the pane. */
export async function writeClaims(workbench: Workbench, rows: readonly ClaimRow[]): Promise<void> {
  const cells = [NAMES, ...rows.map((row) => NAMES.map((name) => (DAYS.includes(name) && row[name] ? serialOf(row[name] as Day) : (row[name] ?? ''))))];
  await workbench.pane.locator('html').evaluate(
    (_, values) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Co-op claims');
        const range = sheet.getRangeByIndexes(3, 0, values.length, values[0]!.length);
        range.values = values;
        sheet.tables.add(range, true).name = 'CoopClaims';
        await context.sync();
      }),
    cells,
  );
}
