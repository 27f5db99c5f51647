import Papa from 'papaparse';
import type { CellValue } from '../grid/cell-value';
import type { Workbench } from '../workbench';

/** Plain decimals only: no leading zeros (Partner IDs keep theirs), nothing a double would cut. */
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

/** The cell for a CSV value. Numbers become numbers; IDs with leading zeros and days stay text. */
export function cellOfCsv(text: string): CellValue {
  if (NUMBER.test(text)) return Number(text);
  if (text === '') return '';
  // The apostrophe is Excel's own mark for text that looks like something else.
  return `'${text}`;
}

/** Puts an earnings report on a sheet of its own: table Earnings, and name Report for the range with its header. */
export function addReport(workbench: Workbench, csv: string): void {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  if (!data.length) throw new Error('the report is empty');
  const columns = Math.max(...data.map((row) => row.length));
  const { sheets, writer, tables, names } = workbench.workbook;
  const [header = [], ...rows] = data;
  const values = [
    Array.from({ length: columns }, (_, i) => `'${header[i] ?? ''}`),
    ...rows.map((row) => Array.from({ length: columns }, (_, i) => cellOfCsv(row[i] ?? ''))),
  ];
  const sheet = sheets.find('Earnings') ?? sheets.add('Earnings');
  const area = { sheet, row: 0, column: 0, rows: values.length, columns };
  writer.write(area, 'value', values);
  const table = tables.add(area, true, 'Earnings');
  names.add('Report', names.absolute(table));
}
