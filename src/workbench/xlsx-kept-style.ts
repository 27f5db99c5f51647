import type { Worksheet } from '@univerjs/core';
import type { CellStyle } from 'hucre';

/** The style a cell had in the opened file, which moves with the cell. */
export function keptStyle(sheet: Worksheet, row: number, column: number): CellStyle | undefined {
  return sheet.getCellMatrix().getValue(row, column)?.custom?.['style'] as CellStyle | undefined;
}

/** A cell's style from the grid, completed from the opened file with what the grid doesn't support: fonts, borders, alignment and theme colors. */
export function completeStyle(known: CellStyle | undefined, original: CellStyle | undefined): CellStyle | undefined {
  if (!original) return withFontName(known);
  const { bold: _bold, italic: _italic, color, ...font } = original.font ?? {};
  // The grid has no theme colors or patterns. They're kept if no one has set another color.
  const themed = color && !color.rgb ? { color } : {};
  const fill = known?.fill ?? (original.fill?.type === 'pattern' && original.fill.fgColor?.rgb ? undefined : original.fill);
  const all: CellStyle = {
    ...(original.border ? { border: original.border } : {}),
    ...((original.alignment ?? known?.alignment) ? { alignment: { ...original.alignment, ...known?.alignment } } : {}),
    ...(original.protection ? { protection: original.protection } : {}),
    ...(fill ? { fill } : {}),
    ...(known?.numFmt ? { numFmt: known.numFmt } : {}),
    font: { ...font, ...themed, ...known?.font },
  };
  if (!Object.keys(all.font!).length) delete all.font;
  return Object.keys(all).length ? withFontName(all) : undefined;
}

/** A style whose font has a name and a size: readers use any font for one without. */
const withFontName = (style: CellStyle | undefined): CellStyle | undefined =>
  style?.font ? { ...style, font: { name: 'Calibri', size: 11, ...style.font } } : style;
