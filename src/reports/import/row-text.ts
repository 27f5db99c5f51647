import { isErrorCell, plainValue } from '../../cells/cell-value';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { bareText } from '../bare-text';
import { allOf, type Cells } from './line-cells';
import { NOT_IN_CELLS } from './shown-text';

/** A whole row as text. */
export function textOf(cells: Cells): string {
  const texts = allOf(cells).map((cell) => {
    const plain = plainValue(cell);
    return isErrorCell(plain) ? plain.error : String(plain ?? '');
  });
  return texts.join('\t');
}

/** All of a row as a cell of a workbook can keep it; of a hundred columns, most are blank and left out. */
export const rowText = (cells: readonly unknown[]): string =>
  cells
    .map((cell) => textOf([cell]).replace(NOT_IN_CELLS, ' ').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(BETWEEN_CELLS)
    .slice(0, LONGEST_ROW);

/** The cells of such a text. */
export const cellsOfText = (row: string): string[] => row.split(BETWEEN_CELLS);

const BETWEEN_CELLS = ' | ';
const LONGEST_ROW = 4_000;

/** An ID as text. Excel turns IDs without letters into numbers, so a number becomes its digits. */
export function idAt(cell: unknown): string {
  if (typeof cell === 'string') return bareText(cell);
  const plain = plainValue(cell);
  return plain === null || plain === 0 || isErrorCell(plain) ? '' : String(plain);
}

/** An earning ID for comparison; '' if the cell is blank or means "none". */
export const earningIdAt = (cell: unknown): string =>
  comparableEarningId(typeof cell !== 'string' ? idAt(cell) : cell.includes('="') ? bareText(cell) : cell);
