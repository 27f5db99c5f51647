import { columnNumber, columnText } from './address';
import { attribute, TagReader, unescapeXml, unreadablePart, type Tag } from './xml';

/** A cell in a sheet's text. `start` and `end` are those of the whole element. */
export interface CellText {
  row: number;
  column: number;
  start: number;
  end: number;
  /** Its open tag. */
  tag: string;
  /** The tag of its formula, and the formula as people mean it, without "="; '' where it shares another cell's. */
  formula: { tag: string; text: string; start: number; end: number } | null;
  /** What follows or precedes the formula: the stored value. */
  value: string;
}

/** The cells of a sheet, in order. Cells without an address follow the one before them. */
export function* cellsOf(sheet: string): Generator<CellText> {
  const reader = new TagReader(sheet);
  let row = 0;
  let column = 0;
  let isOpen = false;
  for (let tag = reader.next(); tag; tag = reader.next()) {
    if (tag.kind === 'close') {
      if (tag.name === 'sheetData') return;
    } else if (tag.name === 'sheetData') {
      if (tag.kind === 'empty') return;
      isOpen = true;
    } else if (tag.name === 'row') {
      row = Number(attribute(sheet.slice(tag.start, tag.end), 'r') ?? row + 1);
      column = 0;
    } else if (tag.name === 'c') {
      const open = sheet.slice(tag.start, tag.end);
      const address = attribute(open, 'r');
      column = address ? columnNumber(address) : column + 1;
      yield { row, column, ...contentOf(sheet, reader, tag), tag: open };
    }
  }
  if (isOpen) throw unreadablePart();
}

function contentOf(sheet: string, reader: TagReader, cell: Tag): Pick<CellText, 'start' | 'end' | 'formula' | 'value'> {
  const { start } = cell;
  if (cell.kind === 'empty') return { start, end: cell.end, formula: null, value: '' };
  let formula: CellText['formula'] = null;
  for (let tag = reader.next(); tag; tag = reader.next()) {
    if (tag.kind === 'close' && tag.name === 'c') {
      const value = formula ? sheet.slice(cell.end, formula.start) + sheet.slice(formula.end, tag.start) : sheet.slice(cell.end, tag.start);
      return { start, end: tag.end, formula, value };
    }
    if (tag.kind === 'close' || tag.name !== 'f') continue;
    const end = reader.skip(tag);
    const text = tag.kind === 'empty' ? '' : textOf(sheet.slice(tag.end, sheet.lastIndexOf('</', end - 1)));
    formula = { tag: sheet.slice(tag.start, tag.end), text, start: tag.start, end };
  }
  throw unreadablePart();
}

/** The text between two tags, as it's meant. */
export const textOf = (written: string): string =>
  written
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/)
    .map((piece) => (piece.startsWith('<![') ? piece.slice(9, -3) : piece.startsWith('<!--') ? '' : unescapeXml(piece)))
    .join('');

/** The address of a cell, such as "B2". */
export const addressOf = ({ row, column }: { row: number; column: number }): string => `${columnText(column)}${row}`;
