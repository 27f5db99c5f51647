import type { Worksheet } from '@univerjs/core';
import type { RowDef } from 'hucre';
import { WRAPS } from './grid/layout';
import type { Workbook } from './grid/workbook';
import { sheetParts, type PackageParts } from './package-parts';
import { attribute } from './xml-elements';

/** The usual width of a character and height of a line, in points. */
const CHARACTER_POINTS = 5.2;
const LINE_POINTS = 15;

/** The heights of a sheet's rows for a file: those that someone set, and what wrapped texts take, roughly. */
export function writeRowHeights(book: Workbook, sheet: Worksheet): Map<number, RowDef> {
  const heights = new Map<number, RowDef>([...fittedHeights(book, sheet)].map(([row, lines]) => [row, { height: lines * LINE_POINTS }]));
  for (const [row, height] of book.layout.ownRowHeights(sheet)) heights.set(row, { height });
  return heights;
}

/** How many lines rows take whose texts are wrapped, if it's more than one. */
function fittedHeights(book: Workbook, sheet: Worksheet): Map<number, number> {
  const fitted = new Map<number, number>();
  const styles = book.model.getStyles();
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (typeof cell?.v !== 'string' || !cell.s || Number(styles.get(cell.s)?.tb ?? 0) !== WRAPS) return;
    const characters = Math.max(1, book.layout.columnWidth(sheet, column) / CHARACTER_POINTS);
    const lines = cell.v.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / characters)), 0);
    if (lines > Math.max(1, fitted.get(row) ?? 1)) fitted.set(row, lines);
  });
  return fitted;
}

/** Marks rows whose heights no one has set as such, which hucre can't. */
export function markFittedRows(book: Workbook, parts: PackageParts): void {
  for (const [name, part] of sheetParts(parts)) {
    const sheet = book.sheets.all.find((known) => known.getName() === name);
    if (!sheet) continue;
    const ownRows = new Set(book.layout.ownRowHeights(sheet).map(([row]) => row + 1));
    const xml = parts.text(part);
    parts.setText(
      part,
      xml.replace(/<row\s[^>]*customHeight="[^>]*>/g, (tag) =>
        ownRows.has(Number(attribute(tag, 'r'))) ? tag : tag.replace(/\scustomHeight="[^"]*"/, ''),
      ),
    );
  }
}

/** The rows of a file whose heights someone has set, by sheet name, counted from 0. */
export function ownHeightRows(parts: PackageParts): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    [...sheetParts(parts)].map(([name, part]) => [
      name,
      new Set(
        [...parts.text(part).matchAll(/<row\s[^>]*customHeight="(?:1|true)"[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'r')) - 1),
      ),
    ]),
  );
}
