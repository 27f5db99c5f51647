import { serialOf, type Day } from '../../src/domain/day';
import { PLAN } from '../../src/storage/plan-table';
import type { TableDesign } from '../../src/storage/tables';
import type { Workbench } from './workbench';

/** An activity as somebody writes it into the sheet, by column. Days are written as such. */
export type PlanRow = Readonly<Record<string, string | number>>;

const DAYS = ['Start', 'End', 'Pre-approved'];
const NAMES = PLAN.design.columns.map(({ name }) => name);

/** Makes the table CoopPlan with rows, as somebody does who has the workbook and not the pane. */
export async function writePlan(workbench: Workbench, rows: readonly PlanRow[]): Promise<void> {
  const cells = [NAMES, ...rows.map((row) => NAMES.map((name) => (DAYS.includes(name) && row[name] ? serialOf(row[name] as Day) : (row[name] ?? ''))))];
  await workbench.pane.locator('html').evaluate(
    (_, values) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Co-op plan');
        const range = sheet.getRangeByIndexes(3, 0, values.length, values[0]!.length);
        range.values = values;
        sheet.tables.add(range, true).name = 'CoopPlan';
        await context.sync();
      }),
    cells,
  );
}

/** The cell of the plan in a row, counted from 1, and a column. */
export const planCell = (row: number, column: string): string => tableCell(PLAN.design, row, column);

/** The cell of a table as we make it, in a row, counted from 1 with the header before it, and a column. */
export function tableCell({ sheet, columns }: Pick<TableDesign, 'sheet' | 'columns'>, row: number, column: string): string {
  let letters = '';
  for (let rest = columns.findIndex(({ name }) => name === column) + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `'${sheet}'!${letters}${row + 4}`;
}
