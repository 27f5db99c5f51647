import type { ICellData, IRange, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import Papa from 'papaparse';

/** The part of a function in dist/catalogue.json that the sample workbook uses. */
export interface CatalogueEntry {
  name: string;
  group: string;
  summary: string;
  examples: { formula: string; gives: string[][]; note?: string }[];
}

/** A worked example on the sheet `Examples`. */
export interface PlacedExample {
  formula: string;
  gives: string[][];
  /** The row of its result in RESULT_COLUMN, counted from 0. */
  row: number;
}

/** The workbook to start with. */
export interface SampleWorkbook {
  snapshot: IWorkbookData;
  /** The size of the report's table, which is added later since snapshots can't have tables. */
  report: { rows: number; columns: number };
  examples: PlacedExample[];
}

/** Column D. The cells to its right are empty, so every result has room to spill. */
export const RESULT_COLUMN = 3;

const HEAD_ROW = 3;
const TEXT = 1;
const NUMBER = 2;
const PLAIN_TEXT = 4;
const COLUMN_WIDTHS = [160, 270, 390, 150];
const SPILL_WIDTH = 124;
/** Widths of a character, as measured in Chromium: report cells at 11 points, wrapped text and formulas at 10. */
const CHARACTER_PX = 7.6;
const SMALL_PX = 6.3;
const FORMULA_PX = 8.1;
const LINE_PX = 16;
const ROW_PX = 24;

const TITLE: IStyleData = { fs: 16, bl: 1 };
const QUIET: IStyleData = { cl: { rgb: '#616161' } };
const HEAD: IStyleData = { bl: 1, bg: { rgb: '#e3efec' }, bd: { b: { s: 1, cl: { rgb: '#0f6c5c' } } } };
const GROUP: IStyleData = { bl: 1, fs: 12, vt: 2, cl: { rgb: '#0f6c5c' } };
const NAME: IStyleData = { bl: 1, fs: 10, vt: 1 };
const WRAPPED: IStyleData = { tb: 3, fs: 10, vt: 1 };
const FORMULA: IStyleData = { tb: 3, fs: 10, vt: 1, ff: 'Consolas, "Liberation Mono", monospace' };
const RESULT: IStyleData = { fs: 10, vt: 1, ht: 1 };

/** The sample workbook: worked examples of every function, and the sample earnings report. */
export function sampleWorkbook(csv: string, catalogue: readonly CatalogueEntry[]): SampleWorkbook {
  const earnings = earningsSheet(csv);
  const { sheet, examples } = examplesSheet(catalogue);
  return {
    snapshot: {
      id: 'workbook',
      name: 'Sample',
      appVersion: '',
      locale: 'enUS' as IWorkbookData['locale'],
      styles: {},
      sheetOrder: ['examples', 'earnings'],
      sheets: { examples: sheet, earnings: earnings.sheet },
    },
    report: { rows: earnings.rows, columns: earnings.columns },
    examples,
  };
}

function examplesSheet(catalogue: readonly CatalogueEntry[]): { sheet: Partial<IWorksheetData>; examples: PlacedExample[] } {
  const cells: Record<number, Record<number, ICellData>> = {};
  const heights: Record<number, { h: number; ia?: 0 }> = {};
  const examples: PlacedExample[] = [];
  const merged: IRange[] = [];
  const text = (v: string, s: IStyleData): ICellData => ({ v, t: TEXT, s });
  cells[0] = { 0: text('Worked examples', TITLE) };
  heights[0] = { h: 30 };
  cells[1] = { 0: text('Change a formula in column D and see its result change, or type =COOP. in any empty cell.', QUIET) };
  cells[HEAD_ROW] = Object.fromEntries(['Function', 'What it does', 'Formula', 'Result'].map((v, column) => [column, text(v, HEAD)]));
  let row = HEAD_ROW + 1;
  let widest = 1;
  for (const [group, functions] of grouped(catalogue)) {
    cells[++row] = { 0: text(group, GROUP) };
    heights[row] = { h: 28, ia: 0 };
    row++;
    for (const { name, summary, examples: itsExamples } of functions) {
      itsExamples.forEach(({ formula, gives, note }, index) => {
        const says = index === 0 ? summary : (note ?? '');
        for (const [down, line] of gives.entries()) {
          // The style of the cells that a result spills into.
          cells[row + down] = Object.fromEntries(line.map((shown, across) => [RESULT_COLUMN + across, { s: lookOf(shown) }]));
        }
        cells[row] = {
          ...cells[row],
          0: text(index === 0 ? name : '', NAME),
          1: text(says, WRAPPED),
          2: { v: formula, t: PLAIN_TEXT, s: FORMULA },
          [RESULT_COLUMN]: { f: formula, s: lookOf(gives[0]?.[0] ?? '') },
        };
        const lines = Math.max(linesIn(says, COLUMN_WIDTHS[1]! / SMALL_PX), linesIn(formula, COLUMN_WIDTHS[2]! / FORMULA_PX));
        // An example's text is merged across all rows of its result.
        const last = row + Math.max(1, gives.length) - 1;
        if (last > row)
          merged.push(...[0, 1, 2].map((column) => ({ startRow: row, endRow: last, startColumn: column, endColumn: column })));
        // its own height, or the grid, which knows no height of merged cells, would lower it
        heights[last] = { h: Math.max(ROW_PX, lines * LINE_PX + 10 - (last - row) * ROW_PX), ia: 0 };
        examples.push({ formula, gives, row });
        widest = Math.max(widest, ...gives.map((cellsOfRow) => cellsOfRow.length));
        row += Math.max(1, gives.length);
      });
    }
  }
  const columns = RESULT_COLUMN + Math.max(widest, 6) + 2;
  const widths = Array.from({ length: columns }, (_, column) => ({ w: COLUMN_WIDTHS[column] ?? SPILL_WIDTH }));
  return {
    examples,
    sheet: {
      id: 'examples',
      name: 'Examples',
      rowCount: Math.max(200, row + 50),
      columnCount: columns,
      cellData: cells,
      rowData: heights,
      mergeData: merged,
      columnData: { ...widths },
      defaultRowHeight: ROW_PX,
      showGridlines: 0,
      freeze: { xSplit: 0, ySplit: HEAD_ROW + 1, startRow: HEAD_ROW + 1, startColumn: -1 },
    },
  };
}

/** A result's style. Days need a date format in the cell: before Microsoft 365, functions can't return one. */
const lookOf = (shown: string): IStyleData => (/^\d{4}-\d\d-\d\d$/.test(shown) ? { ...RESULT, n: { pattern: 'yyyy-mm-dd' } } : RESULT);

function grouped(catalogue: readonly CatalogueEntry[]): Map<string, CatalogueEntry[]> {
  const groups = new Map<string, CatalogueEntry[]>();
  for (const entry of catalogue) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return groups;
}

/** The number of lines of a text wrapped at spaces. */
function linesIn(text: string, charactersPerLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > charactersPerLine) {
      lines++;
      used = 0;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / charactersPerLine);
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

/** Columns with numbers. IDs stay text, since they may have leading zeros or many digits. */
const NUMERIC = /(amount(usd)?|currency|rate|quantity|count|units|alt|fee)$/i;

function earningsSheet(csv: string): { sheet: Partial<IWorksheetData>; rows: number; columns: number } {
  const lines = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  const header = lines[0] ?? [];
  const cellData = Object.fromEntries(
    lines.map((line, row) => [
      row,
      Object.fromEntries(line.map((value, column) => [column, row === 0 ? { v: value, t: TEXT } : cellOf(header[column] ?? '', value)])),
    ]),
  );
  const widths = header.map((_, column) => {
    const longest = Math.max(...lines.map((line) => line[column]?.length ?? 0));
    return { w: Math.min(300, Math.max(90, Math.ceil(longest * CHARACTER_PX) + 24)) };
  });
  return {
    rows: lines.length,
    columns: header.length,
    sheet: {
      id: 'earnings',
      name: 'Earnings',
      rowCount: Math.max(200, lines.length + 100),
      columnCount: header.length + 4,
      cellData,
      columnData: { ...widths },
      defaultRowHeight: ROW_PX,
      freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
    },
  };
}

function cellOf(column: string, value: string): ICellData {
  const percent = /^-?\d+(\.\d+)?%$/.test(value);
  const number = Number(percent ? value.slice(0, -1) : value);
  if (value === '' || !NUMERIC.test(column) || Number.isNaN(number)) return { v: value, t: TEXT };
  if (percent) return { v: Number((number / 100).toPrecision(12)), t: NUMBER, s: { n: { pattern: '0.00%' } } };
  return { v: number, t: NUMBER, ...(/amount/i.test(column) ? { s: { n: { pattern: '#,##0.00' } } } : {}) };
}
