import type { CellContent } from './table';

/** Rows as CSV with line breaks of Windows: text that a sheet would run as a formula is kept from it by an apostrophe. */
export const csvOf = (rows: readonly (readonly CellContent[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(textOf(cell))).join(',')}\r\n`).join('');

/** Numbers have a point and at most the 15 digits that Excel shows, without the noise of binary fractions. */
function textOf(cell: CellContent): string {
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** How text begins that a sheet may run as a formula, after blanks that it skips. */
const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
