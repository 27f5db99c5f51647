import type { Workbook } from '../grid/workbook';
import type { Area } from '../grid/a1';
import { IRenderManagerService } from '@univerjs/engine-render';
import { getViewportByCell, SheetSkeletonManagerService } from '@univerjs/sheets-ui';

const MARGIN_PX = 40;

/** The middle of an area's first cell on the screen, after scrolling it into view. */
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
  const inside = (at: number, from: number, to: number) => at > from + MARGIN_PX && at < to - MARGIN_PX / 2;
  return { x, y, visible: inside(x, canvas.left, canvas.right) && inside(y, canvas.top - 20, canvas.bottom) };
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
