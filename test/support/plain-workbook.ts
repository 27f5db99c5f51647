import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Book } from '../../src/files/plain/book';
import type { PlainCell } from '../../src/files/plain/contract';
import { renderBook } from '../../src/files/plain/render-book';
import { convert } from './libre-office';

/** What an input cell holds; null is blank. */
export type InputCell = string | number | boolean | null;

/** A plain formula over input cells of its own row. */
export interface PlacedFormula {
  inputs: readonly InputCell[];
  formula: string;
}

/** The sheet of the formulas and their inputs. */
export const CASES = 'Cases';

/** Where the inputs begin; the formula is in column A. */
const FIRST_INPUT = 1;

/** The address of an input in a row, from 0. */
export const inputAt = (row: number, index: number): string => `$${String.fromCharCode(65 + FIRST_INPUT + index)}$${row + 1}`;

/** A change of a cell on one of the sheets that a book renders: by its address there, from 0. */
export interface Change {
  sheet: string;
  row: number;
  column: number;
  value: number | string;
}

/** A workbook with formulas over their inputs, and the sheets and names that they refer to. */
export async function workbookOf(placed: readonly PlacedFormula[], book: Book, changes: readonly Change[] = []): Promise<Uint8Array> {
  const { sheets, names } = renderBook(book);
  const cases = sheetOf(
    CASES,
    placed.map(({ formula, inputs }) => [{ formula }, ...inputs]),
  );
  const others = sheets.map(({ name, rows }) =>
    sheetOf(
      name,
      rows.map((cells, row) =>
        cells.map(
          (cell, column) =>
            changes.find((change) => change.sheet === name && change.row === row && change.column === column)?.value ?? cell,
        ),
      ),
    ),
  );
  return writeXlsx({
    sheets: [cases, ...others],
    namedRanges: names.map(({ name, refersTo }) => ({ name, range: refersTo })),
  });
}

type Written = { value?: InputCell; formula?: string };

function sheetOf(
  name: string,
  rows: readonly (readonly PlainCell[])[],
): { name: string; rows: InputCell[][]; cells: Map<string, Written> } {
  const cells = new Map<string, Written>();
  const values = rows.map((row, r) =>
    row.map((cell, c) => {
      if (typeof cell !== 'object' || cell === null) return cell;
      if ('value' in cell) return cell.value;
      cells.set(`${r},${c}`, { formula: cell.formula });
      return null;
    }),
  );
  return { name, rows: values, cells };
}

/** What LibreOffice works out for each formula. */
export async function calculatedByLibreOffice(bytes: Uint8Array, count: number): Promise<unknown[]> {
  const { sheets } = await readXlsx(convert(bytes, 'xlsx'));
  const { rows } = sheets.find(({ name }) => name === CASES)!;
  return Array.from({ length: count }, (_, row) => rows[row]?.[0] ?? '');
}
