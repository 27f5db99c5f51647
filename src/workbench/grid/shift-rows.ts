import { toRange, type Area } from './a1';
import { invalidOperation } from './excel-error';
import type { Workbook } from './workbook';

/** Moves what stands at and below a row, within the area's columns; references to it follow. */
export function shiftRows(book: Workbook, area: Area, from: number, by: number): void {
  const used = book.cells.used(area.sheet);
  const end = used ? used.row + used.rows : 0;
  if (end <= from) return;
  book.demandWritable('Range.insert');
  const { sheets, core } = book.engine.modules;
  const { injector } = book.engine;
  const unitId = book.unitId;
  const subUnitId = area.sheet.getSheetId();
  const moved = { sheet: area.sheet, row: from, column: area.column, rows: end - from, columns: area.columns };
  const target = { ...moved, row: from + by };
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
      fromUnitId: unitId, fromSubUnitId: subUnitId, fromRange: toRange(moved),
      toUnitId: unitId, toSubUnitId: subUnitId, toRange: toRange(target),
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
