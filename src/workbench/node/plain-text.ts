import type { CellValue, Numfmt } from '../grid/cell-value';

/** The digits that a double always represents exactly. */
const DIGITS = 15;

/** A number without rounding errors, and without an exponent up to 21 digits and down to 20 decimals. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!small) return text;
  const [, sign, first, rest = '', power] = small;
  return Number(power) > 20 ? text : `${sign}0.${'0'.repeat(Number(power) - 1)}${first}${rest}`;
}

/** A cell's content for programs: days are in ISO form, whatever their format. */
export function plainCell(value: CellValue, format: string, numfmt: Numfmt): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (!numfmt.isDateFormat(format) || value < 0) return plainNumber(value);
  if (value % 1 === 0) return numfmt.format('yyyy-mm-dd', value);
  return numfmt.format(value < 1 ? 'hh:mm:ss' : 'yyyy-mm-dd hh:mm:ss', value);
}

/** Rows as lines, with tabs between cells. Among several cells, text with tabs or line breaks is quoted, as Excel copies it. */
export function tsv(rows: readonly (readonly string[])[]): string {
  const [only] = rows.length === 1 && rows[0]!.length === 1 ? rows[0]! : [];
  if (only !== undefined) return only;
  return rows.map((row) => row.map((cell) => (mustQuote(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');
}

function mustQuote(text: string): boolean {
  return /[\t\r\n]/.test(text) || text.startsWith('"');
}
