import Papa from 'papaparse';
import type { CellValue } from '../grid/cell-value';
import type { Workbench } from '../workbench';

/** Plain decimals without leading zeros, which Partner IDs keep, and within a double's precision. */
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

/** The cell for a CSV value. Numbers become numbers; IDs with leading zeros and days stay text. */
export function cellOfCsv(text: string): CellValue {
  if (NUMBER.test(text)) return Number(text);
  if (text === '') return '';
  // As in Excel, an apostrophe keeps text from being parsed.
  return `'${text}`;
}

/** Adds an earnings report on a new sheet, as table Earnings, with the name Report for the range with its header. */
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
