import { CellValueType, InterceptorEffectEnum } from '@univerjs/core';
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { getViewportByCell, IEditorBridgeService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Area } from '../grid/a1';
import { DAYS_1904 } from '../grid/cell-value';
import type { Workbook } from '../grid/workbook';

const MARGIN_PX = 40;
/** Between Univer's own steps: 100 fills in spilled values, 10 formats numbers. */
const AFTER_SPILL_BEFORE_FORMAT = 50;

/**
 * Adds what Univer's drawing doesn't support: number formats of spilled values, so that a spilled date shows as a date,
 * and 1904 dates.
 */
export function drawAsExcel(book: Workbook): void {
  const { injector } = book.engine;
  const styles = book.model.getStyles();
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AFTER_SPILL_BEFORE_FORMAT,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { worksheet, row, col }, next) => {
      if (!cell || cell.t !== CellValueType.NUMBER) return next(cell);
      const styleOf = (styled: Nullable<ICellData> | void): Nullable<IStyleData> | void => styles.get(styled?.s);
      const ownStyle = styleOf(cell);
      const format = ownStyle?.n ?? styleOf(book.cells.spills(worksheet)?.[row]?.[col])?.n;
      if (!format) return next(cell);
      const isShifted = book.dateSystem === 1904 && book.numfmt.isDateFormat(format.pattern);
      return next({ ...cell, s: { ...ownStyle, n: format }, v: isShifted ? Number(cell.v) + DAYS_1904 : cell.v });
    },
  });
}

/** Calls back when typing in a cell starts or ends; returns a function that unsubscribes. */
export function onEditing(book: Workbook, listener: (isEditing: boolean) => void): () => void {
  const watching = book.engine.injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => listener(visible));
  return () => watching.unsubscribe();
}

/** An area's position on the grid's canvas; null while its sheet isn't drawn. */
export function rectangleOf(
  book: Workbook,
  { sheet, row, column, rows, columns }: Area,
): { left: number; top: number; width: number; height: number } | null {
  const render = book.engine.injector.get(IRenderManagerService).getRenderById(book.unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheet.getSheetId())?.skeleton;
  if (!render || !skeleton) return null;
  const viewport = getViewportByCell(row, column, render.scene, sheet);
  const { scaleX, scaleY } = render.scene;
  const first = skeleton.getCellWithCoordByIndex(row, column);
  const last = skeleton.getCellWithCoordByIndex(row + rows - 1, column + columns - 1);
  return {
    left: (first.startX - (viewport?.viewportScrollX ?? 0)) * scaleX,
    top: (first.startY - (viewport?.viewportScrollY ?? 0)) * scaleY,
    width: (last.endX - first.startX) * scaleX,
    height: (last.endY - first.startY) * scaleY,
  };
}

/** The canvas on the screen. */
export function canvasRectangle(book: Workbook): DOMRect | null {
  const render = book.engine.injector.get(IRenderManagerService).getRenderById(book.unitId);
  return render?.engine.getCanvasElement().getBoundingClientRect() ?? null;
}

/** The center of an area's first cell on the screen, after scrolling it into view. */
export async function pointOf(book: Workbook, { sheet, row, column }: Area): Promise<{ x: number; y: number }> {
  book.sheets.activate(sheet);
  let point = place(book, sheet, row, column);
  if (!point.visible) {
    book.facadeSheet(sheet).scrollToCell(Math.max(0, row - 3), Math.max(0, column - 1), 0);
    await frames(3);
    point = place(book, sheet, row, column);
  }
  return { x: point.x, y: point.y };
}

function place(book: Workbook, sheet: Area['sheet'], row: number, column: number) {
  const render = book.engine.injector.get(IRenderManagerService).getRenderById(book.unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheet.getSheetId())?.skeleton;
  if (!render || !skeleton) throw new Error(`The sheet ${sheet.getName()} is not drawn yet.`);
  const viewport = getViewportByCell(row, column, render.scene, sheet);
  const { scaleX, scaleY } = render.scene;
  const cell = skeleton.getCellWithCoordByIndex(row, column);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const x = canvas.left + ((cell.startX + cell.endX) / 2 - (viewport?.viewportScrollX ?? 0)) * scaleX;
  const y = canvas.top + ((cell.startY + cell.endY) / 2 - (viewport?.viewportScrollY ?? 0)) * scaleY;
  const inside = (coordinate: number, from: number, to: number) => coordinate > from + MARGIN_PX && coordinate < to - MARGIN_PX / 2;
  return { x, y, visible: inside(x, canvas.left, canvas.right) && inside(y, canvas.top - 20, canvas.bottom) };
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
