import { serialOf, type Day } from '../../src/domain/calendar/day';
import { CLAIMS } from '../../src/storage/planning/claims-table';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { PLAN } from '../../src/storage/planning/plan-table';
import type { TableDesign } from '../../src/records/table';
import type { Workbench } from './workbench';

// Tables of the workbook as somebody makes them who has the workbook and not the pane.

/** An activity or a claim as somebody writes it into the sheet, by column. Days are written as such. */
export type SheetRow = Readonly<Record<string, string | number>>;

/** Makes the table CoopPlan with rows. */
export const writePlan = (workbench: Workbench, rows: readonly SheetRow[]): Promise<void> => writeTable(workbench, PLAN.design, rows);

/** Makes the table CoopClaims with rows. */
export const writeClaims = (workbench: Workbench, rows: readonly SheetRow[]): Promise<void> => writeTable(workbench, CLAIMS.design, rows);

/** Makes the table CoopFunds with rows. */
export const writeFunds = (workbench: Workbench, rows: readonly SheetRow[]): Promise<void> => writeTable(workbench, FUNDS_DESIGN, rows);

/** The cell of the plan in a row, counted from 1, and a column. */
export const planCell = (row: number, column: string): string => tableCell(PLAN.design, row, column);

/** The cell of the claims in a row, counted from 1, and a column. */
export const claimCell = (row: number, column: string): string => tableCell(CLAIMS.design, row, column);

/** The cell of a table as we make it, in a row, counted from 1 with the header before it, and a column. */
export function tableCell({ sheet, columns }: Pick<TableDesign, 'sheet' | 'columns'>, row: number, column: string): string {
  let letters = '';
  for (let rest = columns.findIndex(({ name }) => name === column) + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `'${sheet}'!${letters}${HEADER_ROW + row}`;
}

/** What the first rows of a table as we make it show in some columns, which its header in the sheet names. */
export async function shownRows(workbench: Workbench, design: TableDesign, rows: number, ...columns: string[]): Promise<string[][]> {
  const first = tableCell(design, 0, design.columns[0]!.name);
  const [, last] = tableCell(design, rows, design.columns.at(-1)!.name).split('!');
  const [header, ...cells] = await workbench.text(`${first}:${last!}`);
  return cells.map((row) => columns.map((name) => row[header!.indexOf(name)]!));
}

function writeTable(
  workbench: Workbench,
  { name, sheet, columns }: Pick<TableDesign, 'name' | 'sheet' | 'columns'>,
  rows: readonly SheetRow[],
): Promise<void> {
  const cells = rows.map((row) =>
    columns.map(({ name: column, format }) =>
      format === 'yyyy-mm-dd' && row[column] ? serialOf(row[column] as Day) : (row[column] ?? ''),
    ),
  );
  return workbench.makeTable(name, sheet, HEADER_ROW, [columns.map((column) => column.name), ...cells]);
}

const HEADER_ROW = 4;
