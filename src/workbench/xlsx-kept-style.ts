import type { Worksheet } from '@univerjs/core';
import type { CellStyle } from 'hucre';

/** The style a cell had in the opened file, which moves with the cell. */
export function keptStyle(sheet: Worksheet, row: number, column: number): CellStyle | undefined {
  return sheet.getCellMatrix().getValue(row, column)?.custom?.['style'] as CellStyle | undefined;
}

/** A cell's style from the grid, and from the opened file what the grid doesn't support: fonts, borders, alignment, and theme colors. */
export function completeStyle(known: CellStyle | undefined, kept: CellStyle | undefined): CellStyle | undefined {
  if (!kept) return known;
  const { bold: _bold, italic: _italic, color, ...font } = kept.font ?? {};
  // a color that only the theme tells, or a pattern, is not in the grid: where there is none, no one has given it one
  const themed = color && !color.rgb ? { color } : {};
  const fill = known?.fill ?? (kept.fill?.type === 'pattern' && kept.fill.fgColor?.rgb ? undefined : kept.fill);
  const all: CellStyle = {
    ...(kept.border ? { border: kept.border } : {}),
    ...(kept.alignment ? { alignment: kept.alignment } : {}),
    ...(kept.protection ? { protection: kept.protection } : {}),
    ...(fill ? { fill } : {}),
    ...(known?.numFmt ? { numFmt: known.numFmt } : {}),
    font: { ...font, ...themed, ...known?.font },
  };
  if (!Object.keys(all.font!).length) delete all.font;
  return Object.keys(all).length ? all : undefined;
}
