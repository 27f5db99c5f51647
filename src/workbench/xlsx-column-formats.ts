import type { CellStyle } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { localA1, parseA1 } from './grid/a1';
import { formatsToTheEnd } from './grid/column-formats';
import type { Workbook } from './grid/workbook';
import { sheetParts, type PackageParts } from './package-parts';
import { attribute } from './xml-elements';

/** Styles of whole columns, by column index. */
export type ColumnStyles = ReadonlyMap<number, CellStyle>;

/**
 * The styles of whole columns in a file, by sheet name. hucre only reads styles of cells, so it gets a copy of the file
 * whose only cells are one in each of these columns.
 */
export async function readColumnStyles(file: PackageParts): Promise<ReadonlyMap<string, ColumnStyles>> {
  const sheets = [...sheetParts(file).values()].map((part) => ({ part, cells: styledColumns(file.text(part)) }));
  if (sheets.every(({ cells }) => cells === '')) return new Map();
  const copy = file.copy();
  for (const { part, cells } of sheets) {
    const data = `<sheetData><row r="1">${cells}</row></sheetData>`;
    copy.setText(part, file.text(part).replace(/<sheetData[^>]*\/>|<sheetData[^]*<\/sheetData>/, data));
  }
  const read = await readXlsx(copy.write(), { readStyles: true });
  return new Map(
    read.sheets.map(({ name, cells }) => [
      name,
      new Map([...(cells ?? [])].flatMap(([key, { style }]) => (style ? [[Number(key.split(',')[1]), style] as const] : []))),
    ]),
  );
}

/** A cell for each column with a style. */
function styledColumns(xml: string): string {
  const cells = columnTags(xml).flatMap((tag) => {
    const style = attribute(tag, 'style');
    if (!style || style === '0') return [];
    const [first, last] = [Number(attribute(tag, 'min')), Math.min(MAX_COLUMNS, Number(attribute(tag, 'max')))];
    const columns = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first - 1 + index);
    return columns.map((column) => `<c r="${localA1({ row: 0, column, rows: 1, columns: 1 })}" s="${style}"><v>0</v></c>`);
  });
  return cells.join('');
}

/** Gives the columns of a saved file the styles of the last row of their sheet. */
export function writeColumnStyles(book: Workbook, parts: PackageParts): void {
  for (const [name, part] of sheetParts(parts)) {
    const sheet = book.sheets.all.find((known) => known.getName() === name);
    if (!sheet || formatsToTheEnd({ sheet }).size === 0) continue;
    const xml = parts.text(part);
    const last = new RegExp(`<row r="${sheet.getRowCount()}"[^>]*>([^]*?)</row>`).exec(xml)?.[1] ?? '';
    const styles = new Map(
      [...last.matchAll(/<c\s[^>]*>/g)].map(([tag]) => [parseA1(attribute(tag, 'r') ?? '')?.column, attribute(tag, 's')]),
    );
    parts.setText(
      part,
      columnTags(xml).reduce((text, tag) => {
        const style = styles.get(Number(attribute(tag, 'min')) - 1);
        return style ? text.replace(tag, tag.replace('<col ', `<col style="${style}" `)) : text;
      }, xml),
    );
  }
}

/** Columns further to the right aren't used in the workbench. */
const MAX_COLUMNS = 256;

/** The <col> tags, which come before the cells. Searching all cells would be slow. */
const columnTags = (xml: string): string[] => [...xml.slice(0, xml.indexOf('<sheetData')).matchAll(/<col\s[^>]*>/g)].map(([tag]) => tag);
