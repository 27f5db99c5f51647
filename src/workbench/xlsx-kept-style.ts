import type { Worksheet } from '@univerjs/core';
import type { CellStyle } from 'hucre';

/** The style a cell had in the opened file, which goes with the cell wherever it moves. */
export function keptStyle(sheet: Worksheet, row: number, column: number): CellStyle | undefined {
  return sheet.getCellMatrix().getValue(row, column)?.custom?.['style'] as CellStyle | undefined;
}

/** What the grid knows of a cell's style, and from the opened file what it does not: fonts, borders, alignment, colors of the theme. */
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
