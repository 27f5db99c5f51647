import { columnText } from './package/address';
import { elementsOf, insideOf, nameIn } from './package/elements';
import type { NewCell } from './package/new-sheet';
import { addressOf, cellsOf, type CellText } from './package/sheet-cells';
import { attribute, escapeXml, splice, withAttribute, type Edit } from './package/xml';

/** A cell to write. `style` is the number of its format where the cell has none yet; a null value blanks it. */
export interface CellEdit {
  row: number;
  column: number;
  value: Exclude<NewCell, object> | { formula: string };
  style?: string | null;
}

/** A sheet's text with cells written, each in its format. Everything else stays as it is. */
export function withCells(sheet: string, cells: readonly CellEdit[]): string {
  const [data] = elementsOf(sheet, 'sheetData');
  if (!data || cells.length === 0) return sheet;
  const prefix = nameIn(data.tag).replace(/sheetData$/, '');
  const inside = insideOf(sheet, data);
  const body = sheet.slice(inside.start, inside.end);
  const byRow = new Map<number, CellEdit[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const left = [...byRow.keys()].sort((a, b) => a - b);
  const edits: Edit[] = [];
  const newRows = (before: number, position: number): void => {
    while (left.length > 0 && left[0]! < before) {
      const row = left.shift()!;
      const written = byRow
        .get(row)!
        .sort((a, b) => a.column - b.column)
        .map((edit) => cellText(edit, null, prefix));
      edits.push({ start: position, end: position, text: `<${prefix}row r="${row}">${written.join('')}</${prefix}row>` });
    }
  };
  let number = 0;
  for (const { tag, start, end } of elementsOf(body, 'row')) {
    number = Number(attribute(tag, 'r') ?? number + 1);
    newRows(number, start);
    if (left[0] !== number) continue;
    left.shift();
    edits.push({ start, end, text: rowText(body.slice(start, end), tag, byRow.get(number)!, prefix) });
  }
  newRows(Infinity, body.length);
  const open = data.tag.endsWith('/>') ? `${data.tag.slice(0, -2)}>` : data.tag;
  return `${sheet.slice(0, data.start)}${open}${splice(body, edits)}</${prefix}sheetData>${sheet.slice(data.end)}`;
}

function rowText(row: string, tag: string, cells: readonly CellEdit[], prefix: string): string {
  const left = [...cells].sort((a, b) => a.column - b.column);
  const edits: Edit[] = [];
  const newCells = (before: number, position: number): void => {
    while (left.length > 0 && left[0]!.column < before)
      edits.push({ start: position, end: position, text: cellText(left.shift()!, null, prefix) });
  };
  for (const cell of cellsOf(row)) {
    newCells(cell.column, cell.start);
    if (left[0]?.column === cell.column) edits.push({ start: cell.start, end: cell.end, text: cellText(left.shift()!, cell, prefix) });
  }
  if (tag.endsWith('/>'))
    return `${withoutSpans(tag).slice(0, -2)}>${left.map((edit) => cellText(edit, null, prefix)).join('')}</${nameIn(tag)}>`;
  newCells(Infinity, row.lastIndexOf('</'));
  const text = splice(row, edits);
  return withoutSpans(tag) + text.slice(tag.length);
}

/** The columns that a row spans are a hint, which new cells may make wrong. */
const withoutSpans = (tag: string): string => withAttribute(tag, 'spans', null);

function cellText({ row, column, value, style }: CellEdit, was: CellText | null, prefix: string): string {
  const format = (was && attribute(was.tag, 's')) ?? style ?? null;
  const open = `<${prefix}c r="${addressOf({ row, column })}"${format === null ? '' : ` s="${format}"`}`;
  if (value === null || value === '') return `${open}/>`;
  if (typeof value === 'object') return `${open}><${prefix}f>${escapeXml(value.formula)}</${prefix}f></${prefix}c>`;
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (typeof value === 'boolean') return `${open} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`;
  return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** Has Excel calculate a sheet's formulas when it opens the file, without touching the workbook's part. */
export function calculatedOnLoad(sheet: string): string {
  const [data] = elementsOf(sheet, 'sheetData');
  if (!data) return sheet;
  const [settings] = elementsOf(sheet, 'sheetCalcPr');
  if (settings)
    return splice(sheet, [
      { start: settings.start, end: settings.start + settings.tag.length, text: withAttribute(settings.tag, 'fullCalcOnLoad', '1') },
    ]);
  const prefix = nameIn(data.tag).replace(/sheetData$/, '');
  return splice(sheet, [{ start: data.end, end: data.end, text: `<${prefix}sheetCalcPr fullCalcOnLoad="1"/>` }]);
}

/** The formats and lists of choices of a table's rows, which end at its last row, taken over by the rows below it. */
export function withLongerRanges(
  sheet: string,
  { left, right, bottom }: { left: number; right: number; bottom: number },
  rows: number,
): string {
  const close = sheet.search(/<\/(?:[\w.-]+:)?sheetData\s*>/);
  const columns = new Set(Array.from({ length: right - left + 1 }, (_, index) => columnText(left + index)));
  return (
    sheet.slice(0, close) +
    sheet.slice(close).replace(/ sqref="([^"]*)"/g, (_, areas: string) => {
      const longer = areas.replace(
        /\b([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?/g,
        (area, from: string, top: string, to: string = from, end: string = top) =>
          columns.has(from) && columns.has(to) && Number(end) === bottom ? `${from}${top}:${to}${bottom + rows}` : area,
      );
      return ` sqref="${longer}"`;
    })
  );
}
