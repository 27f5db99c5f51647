import { tokenize } from '@borgar/fx/xlsx';
import { readableText } from './parse-formula';

/** A reference to cells in a formula: `text` is such as "'My sheet'!$A2:B9", which begins at `start`. */
export interface CellReference {
  text: string;
  start: number;
  /** Null for cells of the formula's own sheet. */
  sheet: string | null;
  /** Without the sheet: "$A2:B9". */
  address: string;
}

/** The references to cells of this workbook, from left to right. Those of tables and names follow by themselves. */
export function cellReferences(formula: string): CellReference[] {
  const tokens = tokenize(readableText(formula), { mergeRefs: true, withLocation: true });
  return tokens.flatMap(({ type, loc }, index) => {
    if (!loc || (type !== 'range' && type !== 'range_beam')) return [];
    const [start, end] = loc as [number, number];
    const text = formula.slice(start, end);
    const mark = text.lastIndexOf('!');
    const sheet = mark < 0 ? null : text.slice(0, mark).replace(/^'|'$/g, '').replace(/''/g, "'");
    const address = text.slice(mark + 1);
    // Cells of another workbook or of several sheets can't be followed; Excel keeps the text.
    const isOfSheets = (tokens[index + 1]?.value === ':' && /!/.test(tokens[index + 2]?.value ?? '')) || tokens[index - 1]?.value === ':';
    return sheet?.includes('[') || isOfSheets || address.includes('.') ? [] : [{ text, start, sheet, address }];
  });
}

/** The formula with other references in their places. */
export function withReferences(formula: string, found: readonly CellReference[], instead: readonly string[]): string {
  let changed = '';
  let position = 0;
  found.forEach(({ start, text }, index) => {
    changed += formula.slice(position, start) + instead[index]!;
    position = start + text.length;
  });
  return changed + formula.slice(position);
}

/** One end of a reference, such as $A2 or, in a reference to whole columns, $A. */
interface End {
  column: string;
  row: number | null;
  isColumnFixed: boolean;
  isRowFixed: boolean;
}

/** The ends of an address; null if it isn't one. */
function endsOf(address: string): End[] | null {
  const ends = address.split(':').map((end) => /^(\$?)([A-Z]{0,3})(\$?)(\d{0,7})$/i.exec(end));
  if (ends.length > 2 || ends.some((end) => !end || !(end[2]! + end[4]!))) return null;
  return ends.map((end) => {
    const [, first, column, second, row] = end!;
    // in "$3", the mark is the row's
    return {
      column: column!.toUpperCase(),
      row: row ? Number(row) : null,
      isColumnFixed: column !== '' && first === '$',
      isRowFixed: (column === '' ? first : second) === '$',
    };
  });
}

const textOf = ({ column, row, isColumnFixed, isRowFixed }: End): string =>
  `${isColumnFixed && column ? '$' : ''}${column}${isRowFixed && row !== null ? '$' : ''}${row ?? ''}`;

/** An address with all marks: "$A$2:$B$9". Null if it isn't one. */
export function fixedAddress(address: string): string | null {
  const ends = endsOf(address);
  return ends && ends.map((end) => textOf({ ...end, isColumnFixed: true, isRowFixed: true })).join(':');
}

/** The whole columns of an address in this row: "$A:$A" for "A5" and row 5. Null unless it moves along with its row. */
export function columnsInRow(address: string, row: number): string | null {
  const ends = endsOf(address);
  if (!ends?.every((end) => end.row === row && !end.isRowFixed && end.column !== '')) return null;
  const columns = ends.map(({ column }) => `$${column}`);
  return `${columns[0]!}:${columns.at(-1)!}`;
}

/** Where cells are now, written as they were written: with their marks, and rows that aren't fixed moved by `down`. */
export function writtenLike(was: string, now: string, down: number, row: number | null): string | null {
  const before = endsOf(was);
  const after = endsOf(now);
  if (!before || !after) return null;
  return before
    .map((end, index) => {
      const { column, row: found } = after[index] ?? after[0]!;
      const moved = end.row === null ? null : found === null ? row : end.isRowFixed ? found : found + down;
      return textOf({ ...end, column: end.column && column, row: moved });
    })
    .join(':');
}
