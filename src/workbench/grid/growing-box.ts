import type { Worksheet } from '@univerjs/core';
import type { Area } from './a1';

/** The smallest area with all added cells. */
export class GrowingBox {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  add(row: number, column: number): void {
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  area(sheet: Worksheet): Area | null {
    if (this.bottom < 0) return null;
    return { sheet, row: this.top, column: this.left, rows: this.bottom - this.top + 1, columns: this.right - this.left + 1 };
  }
}
