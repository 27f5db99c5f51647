import { toExcelError } from '../excel-error';

/**
 * Reads a range that is too large for one request, some rows at a time, and fewer if those are still too large. Its rowCount
 * and columnCount must be loaded. `take` receives the pieces from the top, each with the requested properties loaded.
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
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a round trip for each piece, since together they're too large
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
