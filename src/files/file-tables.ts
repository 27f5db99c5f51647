import { shiftFormula } from '../formulas/shift-formula';
import { boxOf, type Box } from './package/address';
import type { SheetPart, WorkbookFile } from './package/book';
import { elementsOf, insideOf } from './package/elements';
import { relationshipsOf } from './package/relationships';
import { addressOf, cellsOf, textOf, type CellText } from './package/sheet-cells';
import { attribute } from './package/xml';

/** A cell as a file stores it; a blank one is ''. */
type FileValue = string | number | boolean;

/** A cell's stored value, and its formula, with "=". */
interface FileCell {
  value: FileValue;
  formula: string | null;
}

/** The cells of a sheet that hold something, by row and column from 1. */
export type FileRows = ReadonlyMap<number, ReadonlyMap<number, FileCell>>;

/** A table as its part describes it. */
export interface FileTable {
  name: string;
  part: string;
  box: Box;
  columns: readonly { id: string; name: string }[];
  hasHeader: boolean;
  totals: number;
}

/** Reads the cells and tables of a workbook file, whoever saved it. */
export class FileReader {
  private texts: Promise<readonly string[]> | null = null;

  constructor(readonly book: WorkbookFile) {}

  /** The cells of a sheet, up to a row. */
  async rows(sheet: SheetPart, last = Infinity): Promise<FileRows> {
    const rows = new Map<number, Map<number, FileCell>>();
    if (!sheet.part) return rows;
    const texts = await (this.texts ??= sharedTexts(this.book));
    const shared = new Map<string, { formula: string; at: string }>();
    for (const cell of cellsOf(await this.book.file.text(sheet.part))) {
      if (cell.row > last) break;
      const read = { value: valueOf(cell, texts), formula: formulaOf(cell, shared) };
      if (read.value === '' && read.formula === null) continue;
      const row = rows.get(cell.row);
      if (row) row.set(cell.column, read);
      else rows.set(cell.row, new Map([[cell.column, read]]));
    }
    return rows;
  }

  /** The tables of a sheet. */
  async tables(sheet: SheetPart): Promise<FileTable[]> {
    const tables: FileTable[] = [];
    for (const part of sheet.tables) {
      const text = await this.book.file.text(part);
      const tag = elementsOf(text, 'table')[0]?.tag;
      const box = tag && boxOf(attribute(tag, 'ref') ?? '');
      if (!box) continue;
      tables.push({
        name: attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '',
        part,
        box,
        columns: elementsOf(text, 'tableColumn').map((column) => ({
          id: attribute(column.tag, 'id') ?? '',
          name: unescapeCell(attribute(column.tag, 'name') ?? ''),
        })),
        hasHeader: attribute(tag, 'headerRowCount') !== '0',
        totals: Number(attribute(tag, 'totalsRowCount') ?? 0),
      });
    }
    return tables;
  }
}

/** The texts that cells share, in order. */
async function sharedTexts({ file, part }: WorkbookFile): Promise<readonly string[]> {
  const found = (await relationshipsOf(file, part)).find(({ type }) => type === 'sharedStrings');
  const name = found && file.find(found.target);
  if (!name) return [];
  const text = await file.text(name);
  return elementsOf(text, 'si').map((item) => {
    const inside = insideOf(text, item);
    return textIn(text.slice(inside.start, inside.end));
  });
}

/** The text of a text element, without the reading aid that Japanese has. */
function textIn(written: string): string {
  const pieces: string[] = [];
  for (const element of elementsOf(written, 't', 'rPh')) {
    if (/^<(?:[\w.-]+:)?rPh/.test(element.tag)) continue;
    const inside = insideOf(written, element);
    pieces.push(textOf(written.slice(inside.start, inside.end)));
  }
  return unescapeCell(pieces.join(''));
}

/** Excel writes characters that XML can't contain as _x000D_, and the underline of such a text as _x005F_. */
const unescapeCell = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

function valueOf({ tag, value }: CellText, texts: readonly string[]): FileValue {
  if (value === '') return '';
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return textIn(value);
  const [element] = elementsOf(value, 'v');
  if (!element) return '';
  const inside = insideOf(value, element);
  const stored = textOf(value.slice(inside.start, inside.end));
  if (type === 's') return texts[Number(stored)] ?? '';
  if (type === 'b') return stored.trim() === '1';
  if (type === 'str') return unescapeCell(stored);
  if (type === 'd' || type === 'e' || stored.trim() === '') return stored.trim();
  return Number.isFinite(Number(stored)) ? Number(stored) : stored;
}

function formulaOf(cell: CellText, shared: Map<string, { formula: string; at: string }>): string | null {
  if (!cell.formula) return null;
  const { tag, text } = cell.formula;
  if (attribute(tag, 't') !== 'shared') return text === '' ? null : `=${text}`;
  const index = attribute(tag, 'si') ?? '';
  if (text !== '') {
    shared.set(index, { formula: `=${text}`, at: addressOf(cell) });
    return `=${text}`;
  }
  const first = shared.get(index);
  if (!first) return '=';
  return HAS_ADDRESS.test(first.formula) ? shiftFormula(first.formula, first.at, addressOf(cell)) : first.formula;
}

/** Whether a formula may have references that move along. */
const HAS_ADDRESS = /\$?[A-Z]{1,3}\$?\d/i;
