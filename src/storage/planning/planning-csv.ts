import { compareText } from '../../domain/text/compare';
import { csvOf } from '../../records/csv';
import { columnsOf, type CellContent, type TableCells, type TableDesign } from '../../records/table';
import { dayInCell } from '../funds/day-in-cell';
import { CLAIMS } from './claims-table';
import { HISTORY } from './history-table';
import { PLAN } from './plan-table';

/** A table that leaves as CSV, and the columns that its rows are sorted by. */
export interface CsvTable {
  design: TableDesign;
  sortedBy: readonly string[];
}

/** The tables that leave as CSV. */
export const CSV_TABLES = {
  plan: { design: PLAN.design, sortedBy: ['ID'] },
  claims: { design: CLAIMS.design, sortedBy: ['ID'] },
  history: { design: HISTORY.design, sortedBy: ['At', 'Subject ID', 'What'] },
} as const satisfies Record<string, CsvTable>;

/**
 * A table as CSV that is the same however people sort and move it: our columns in our order, then their own by name; rows by
 * their IDs, the history by time. Days are written yyyy-mm-dd, and blank rows are left out.
 */
export function tableCsv({ header, values }: TableCells, { design, sortedBy }: CsvTable): { csv: string; rows: number } {
  const names = design.columns.map(({ name }) => name);
  const columnIndex = columnsOf(header, names);
  const ours = design.columns.flatMap(({ name, format }) => (columnIndex[name]! < 0 ? [] : [{ index: columnIndex[name]!, name, format }]));
  const theirs = header
    .map((name, index) => ({ index, name, format: undefined }))
    .filter(({ index }) => !ours.some((column) => column.index === index))
    .sort((a, b) => compareText(a.name, b.name) || a.index - b.index);
  const columns = [...ours, ...theirs];
  const sortKeys = Object.values(columnsOf(header, sortedBy)).filter((index) => index >= 0);
  const rows = values
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => {
      const cells = columns.map(({ index, format }) => written(row[index]!, format));
      return { cells, keys: [...sortKeys.map((index) => row[index]), ...cells].map(String) };
    })
    .sort((a, b) => compareKeys(a.keys, b.keys));
  return { csv: csvOf([columns.map(({ name }) => name), ...rows.map(({ cells }) => cells)]), rows: rows.length };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, key] of a.entries()) {
    const order = compareText(key, b[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** A cell; a date in a column of days as its day. */
const written = (cell: CellContent, format: string | undefined): CellContent =>
  (format?.startsWith('yyyy') ? dayInCell(cell) : null) ?? cell;
