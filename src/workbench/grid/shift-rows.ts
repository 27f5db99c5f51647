import { fromRange, intersect, toRange, type Area } from './a1';
import { continueFormats, formatsToTheEnd } from './column-formats';
import { insertDeleteConflict, invalidOperation } from './excel-error';
import { inheritFromAbove } from './inherited-cells';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Moves the cells at and below a row, within the area's columns, and adjusts references. `ownTable` is the table that gains or loses rows. */
export function shiftRows(book: Workbook, area: Area, from: number, by: number, ownTable?: Table): void {
  book.writer.flush();
  demandNothingCut(book, { ...area, row: Math.min(from, from + by) }, by > 0 ? 'Range.insert' : 'Range.delete', ownTable);
  const used = book.cells.used(area.sheet);
  const end = used ? used.row + used.rows : 0;
  const carried = book.tables.all.filter(
    (table) => table.id !== ownTable?.id && intersect(book.frames.whole(table), { ...area, row: from, rows: Infinity }),
  );
  const formats = formatsToTheEnd(area);
  if (end > from) {
    const moved = { sheet: area.sheet, row: from, column: area.column, rows: end - from, columns: area.columns };
    book.conditionalFormats.shifting(area, from, by, () => moveCells(book, moved, { ...moved, row: from + by }));
  }
  // Univer moves the cells of a table, but not the table.
  for (const table of carried) book.tables.resize({ ...table, row: table.row + by }, table.rows);
  // Cells that moved up leave room for cells with only their column's format.
  if (by < 0 && end > from) continueFormats(book, area.sheet, formats, { row: end + by, rows: -by });
  if (by > 0) inheritFromAbove(book, { ...area, row: from, rows: by });
}

/** Refuses a move that would split another table or merged cells, as Excel does. */
export function demandNothingCut(book: Workbook, area: Area, location: string, ownTable?: Table): void {
  const moved = { ...area, rows: Infinity };
  const merged = area.sheet.getMergeData().map((range) => fromRange(area.sheet, range));
  const tables = book.tables.all.filter(({ id }) => id !== ownTable?.id).map((table) => book.frames.whole(table));
  for (const block of [...tables, ...merged]) {
    if (!intersect(block, moved)) continue;
    const goesAlong = block.row >= area.row && block.column >= area.column && block.column + block.columns <= area.column + area.columns;
    if (!goesAlong) throw insertDeleteConflict(location);
  }
}

/** Moves cells; references follow, tables don't. */
export function moveCells(book: Workbook, moved: Area, target: Area): void {
  book.demandWritable('Range.insert');
  const { sheets, core } = book.engine.modules;
  const { injector } = book.engine;
  const unitId = book.unitId;
  const subUnitId = moved.sheet.getSheetId();
  book.sheets.ensureSize(target);
  const cells = sheets.getMoveRangeUndoRedoMutations(
    injector,
    { unitId, subUnitId, range: toRange(moved) },
    { unitId, subUnitId, range: toRange(target) },
  );
  if (!cells) throw invalidOperation('Range.insert');
  const references = injector.get(sheets.SheetInterceptorService).onCommandExecute({
    id: sheets.MoveRangeCommand.id,
    params: {
      fromUnitId: unitId,
      fromSubUnitId: subUnitId,
      fromRange: toRange(moved),
      toUnitId: unitId,
      toSubUnitId: subUnitId,
      toRange: toRange(target),
    },
  });
  const redos = [...cells.redos, ...references.redos];
  book.asAddIn(() => redos.forEach((mutation) => book.commands.syncExecuteCommand(mutation.id, mutation.params)));
  injector.get(core.IUndoRedoService).pushUndoRedo({
    unitID: unitId,
    undoMutations: [...references.undos, ...cells.undos],
    redoMutations: redos,
  });
}
