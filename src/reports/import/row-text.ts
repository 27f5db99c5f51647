import { isErrorCell, plainValue } from '../../cells/cell-value';
import { bareText } from './cell-reading';
import { allOf, type Cells } from './line-cells';

/** All of a row as one text. */
export function textOf(cells: Cells): string {
  const texts = allOf(cells).map((cell) => {
    const plain = plainValue(cell);
    return isErrorCell(plain) ? plain.error : String(plain ?? '');
  });
  return texts.join('\t');
}

/** An earning ID as text; a number's digits, as Excel makes of IDs without letters. */
export function idAt(cell: unknown): string {
  if (typeof cell === 'string') return bareText(cell);
  const plain = plainValue(cell);
  return plain === null || plain === 0 || isErrorCell(plain) ? '' : String(plain);
}
