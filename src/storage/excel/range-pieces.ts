import { toExcelError } from '../excel-error';

/**
 * Reads a range that is more than Excel hands over at once, some rows at a time, and fewer where those are still too
 * much. Its rowCount and columnCount must be loaded; `take` is given the pieces from the top, each with the properties
 * asked for.
 */
export async function readPieces(
  context: Excel.RequestContext,
  range: Excel.Range,
  cellsAtOnce: number,
  properties: 'values' | 'values,formulas',
  take: (piece: Excel.Range) => void,
): Promise<void> {
  let rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / range.columnCount));
  for (let row = 0; row < range.rowCount;) {
    const rows = Math.min(rowsAtOnce, range.rowCount - row);
    const piece = range.getCell(row, 0).getResizedRange(rows - 1, range.columnCount - 1);
    if (properties === 'values') piece.load('values');
    else piece.load('values,formulas');
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a round trip for each piece: together they are more than Excel hands over
      await context.sync();
    } catch (error) {
      if (rows === 1 || toExcelError(error).kind !== 'too large') throw error;
      rowsAtOnce = Math.ceil(rows / 2);
      continue;
    }
    take(piece);
    piece.untrack();
    row += rows;
  }
}
