import { dayOfCell } from '../cells/serial';
import type { Kind } from '../records/cell-types';
import { day } from '../records/cell-types';
import { isSameFormula } from '../records/formula-spelling';
import { readCell } from '../records/record-table';
import type { CellContent } from '../records/table';

/** What a cell means: days as yyyy-mm-dd, blank as null. What can't be read is as it was written. */
export type Value = string | number | boolean | null;

/** A cell of one side. */
export interface SideCell {
  value: Value;
  /** Its formula, with "="; null where a person entered the value. */
  formula: string | null;
}

export const BLANK: SideCell = { value: null, formula: null };

/** A column that is merged. `kind` is null for a column of people's own. */
export interface MergedColumn {
  name: string;
  kind: Kind<unknown> | null;
  /** Whether it has the sum of the expenses where no one entered a figure. */
  isSummed: boolean;
}

/** What a cell means in its column. `daysLater` is what its file counts days from, after the page's first day. */
export function valueIn(kind: Kind<unknown> | null, content: CellContent, daysLater: number): Value {
  const given = typeof content === 'string' ? tidied(content) : content;
  if (given === '') return null;
  if (kind === null) return given;
  if (kind === (day as Kind<unknown>)) {
    if (typeof given === 'boolean') return given;
    try {
      return readCell(day, typeof given === 'number' ? given + daysLater : given, '');
    } catch {
      return given;
    }
  }
  // a number is kept to its last digit, and an ID that someone typed as one stays a number
  if (typeof given === 'number') return kind.choices || kind.choicesOn ? written(kind, given) : given;
  return isText(kind) ? given : written(kind, given);
}

const isText = (kind: Kind<unknown>): boolean => kind.read === (String as unknown);

function written(kind: Kind<unknown>, given: CellContent): Value {
  try {
    const value = kind.write(readCell(kind, given, ''));
    return typeof value === 'object' || value === '' ? given : value;
  } catch {
    return given;
  }
}

/** Text without blanks around it, with one kind of line break. */
const tidied = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Whether two cells of a column mean the same. */
export function isSameCell({ isSummed }: Pick<MergedColumn, 'isSummed'>, a: SideCell, b: SideCell): boolean {
  if (isSameValue(a.value, b.value)) return true;
  if (a.formula !== null && b.formula !== null) return isSummed || isSameFormula(a.formula, b.formula);
  return isSummed && ((a.formula !== null && b.value === null) || (b.formula !== null && a.value === null));
}

/** Whether two values are one: 1, 1.0, and "1" are, and so are the serial and the text of a day. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * ROUNDING;
  if (typeof a === 'number' && typeof b === 'string') return isNumberAs(a, b);
  if (typeof b === 'number' && typeof a === 'string') return isNumberAs(b, a);
  return typeof a === 'boolean' && typeof b === 'string'
    ? String(a).toUpperCase() === b.toUpperCase()
    : typeof b === 'boolean' && typeof a === 'string' && String(b).toUpperCase() === a.toUpperCase();
}

/** Programs write numbers with 15 to 17 digits. */
const ROUNDING = 1e-14;

function isNumberAs(number: number, text: string): boolean {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text) === number;
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayOfCell(number) === text;
}
