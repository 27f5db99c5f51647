import { shiftFormula } from '../formulas/shift-formula';
import { boxOf, isInside, type Box } from './package/address';
import type { SheetPart, WorkbookFile } from './package/book';
import { nameIn } from './package/elements';
import { addressOf, cellsOf, textOf, type CellText } from './package/sheet-cells';
import type { Styles } from './package/styles';
import { attribute, escapeXml, splice, withAttribute, type Edit } from './package/xml';
import type { Plain } from './plain/contract';
import { CALCULATES, type CopiedCell, type CopiedFormula } from './copied-cell';
import { editsOfRules } from './copy-rules';
import { asShown, type CoopFormula } from './rewrite-formula';
import type { Translation } from './translation';

/** Turns the formulas of a sheet's cells, and of its formats and validations, and gives what became of each. */
export async function copySheet(
  book: WorkbookFile,
  sheet: SheetPart,
  styles: Styles,
  { cells: translation, others }: { cells: Translation; others: Translation },
): Promise<CopiedSheet> {
  if (!sheet.part) return NOTHING;
  const text = await book.file.text(sheet.part);
  if (!translation.mayNeed(text) && !text.includes('&#')) return NOTHING;
  const copying = new SheetCopy(sheet.name, styles, translation);
  const edits: Edit[] = [];
  for (const cell of cellsOf(text)) {
    const edit = copying.editOf(cell);
    if (edit) edits.push(edit);
  }
  const rules = editsOfRules(sheet.name, text, endOfCells(text), others);
  edits.push(...rules.edits);
  if (edits.length > 0) book.file.set(sheet.part, splice(text, edits));
  return { cells: copying.cells, others: rules.copied };
}

/** What became of a sheet's formulas. */
export interface CopiedSheet {
  cells: readonly CopiedCell[];
  others: readonly CopiedFormula[];
}

const NOTHING: CopiedSheet = { cells: [], others: [] };

/** The end of the cells in a sheet's text, behind which the formats and validations are. */
function endOfCells(text: string): number {
  const close = /<\/(?:[\w.-]+:)?sheetData\s*>/.exec(text);
  return close ? close.index + close[0].length : 0;
}

/** A formula of ours whose result fills several cells. */
interface Spill {
  box: Box;
  address: string;
  formula: CoopFormula;
  from: string;
  /** What took the place of its first cell's formula, unless each cell gets a formula of its own. */
  whole: Plain | null;
}

class SheetCopy {
  readonly cells: CopiedCell[] = [];
  private readonly shared = new Map<string, { address: string; formula: string }>();
  private spills: Spill[] = [];

  constructor(
    private readonly sheet: string,
    private readonly styles: Styles,
    private readonly translation: Translation,
  ) {}

  /** What changes in a cell. */
  editOf(cell: CellText): Edit | null {
    const formula = cell.formula ? this.formulaOf(cell) : null;
    const read = formula === null ? null : this.translation.read(formula);
    if (read) return this.copied(cell, formula!, read);
    if (cell.formula?.text) return null;
    this.spills = this.spills.filter(({ box }) => box.bottom >= cell.row);
    const spill = this.spills.find(({ box }) => isInside(box, cell.row, cell.column));
    return spill ? this.spilled(cell, spill) : null;
  }

  /** The formula of a cell; that of a cell that shares another's has its own references. */
  private formulaOf(cell: CellText): string | null {
    const { tag, text } = cell.formula!;
    if (attribute(tag, 't') !== 'shared') return text || null;
    const index = attribute(tag, 'si') ?? '';
    const address = addressOf(cell);
    if (text) {
      this.shared.set(index, { address, formula: text });
      return text;
    }
    const first = this.shared.get(index);
    if (!first || !this.translation.mayNeed(first.formula)) return null;
    return shiftFormula(`=${first.formula}`, first.address, address).slice(1);
  }

  private copied(cell: CellText, formula: string, read: CoopFormula): Edit {
    const address = addressOf(cell);
    const from = asShown(formula);
    const { tag } = cell.formula!;
    const isArray = attribute(tag, 't') === 'array';
    const box = isArray ? boxOf(attribute(tag, 'ref') ?? '') : null;
    const isSpill = box !== null && (box.bottom > box.top || box.right > box.left);
    const isByCell = isSpill && read.isOneCall;
    const pick = isByCell ? { pick: { row: 1, column: 1 } } : {};
    const plain = this.translation.plain(read, { at: { sheet: this.sheet, cell: address }, ...pick });
    if (isSpill) this.spills.push({ box, address, formula: read, from, whole: isByCell ? null : plain });
    // Within other functions, an array formula goes on to calculate as one, in Excel 2016, too.
    const keeps = isArray && !read.isOneCall;
    return this.edit(cell, from, plain, keeps ? withAttribute(withAttribute(tag, 'aca', null), 'ca', null) : null);
  }

  /** A cell that another's formula fills. */
  private spilled(cell: CellText, { box, address, formula, from, whole }: Spill): Edit {
    if (whole) {
      this.list(cell, from, whole);
      return { start: cell.start, end: cell.end, text: closed(this.openTag(cell), cell.value) };
    }
    const pick = { row: cell.row - box.top + 1, column: cell.column - box.left + 1 };
    return this.edit(cell, from, this.translation.plain(formula, { at: { sheet: this.sheet, cell: address }, pick }), null);
  }

  /** `array` is the tag of a formula that goes on as an array formula. */
  private edit(cell: CellText, from: string, plain: Plain, array: string | null): Edit {
    this.list(cell, from, plain);
    const prefix = /^<([\w.-]+:)?/.exec(cell.tag)![1] ?? '';
    const formula = 'formula' in plain ? `${array ?? `<${prefix}f>`}${escapeXml(plain.formula)}</${prefix}f>` : '';
    return { start: cell.start, end: cell.end, text: closed(this.openTag(cell), formula + cell.value) };
  }

  private list(cell: CellText, from: string, plain: Plain): void {
    const to = 'formula' in plain ? 'formula' : 'value';
    const why = 'formula' in plain ? `${CALCULATES}${plain.isFirstLine ? firstLineNote(cell) : ''}` : `${plain.why}${storedNote(cell)}`;
    this.cells.push({ sheet: this.sheet, cell: addressOf(cell), from, to, why });
  }

  /** A cell's tag without what only rich values and spilling formulas have. */
  private openTag(cell: CellText): string {
    const isDay = attribute(cell.tag, 'vm') !== null && (attribute(cell.tag, 't') ?? 'n') === 'n';
    const plain = withAttribute(withAttribute(cell.tag, 'cm', null), 'vm', null);
    return isDay ? withAttribute(plain, 's', String(this.styles.dayLike(Number(attribute(plain, 's') ?? 0)))) : plain;
  }
}

/** The lines that a formula doesn't give, as they were saved. */
function firstLineNote({ tag, value }: CellText): string {
  const stored = /<(?:[\w.-]+:)?v\b[^>]*>([^<]*)</.exec(value)?.[1] ?? '';
  const lines = attribute(tag, 't') === 'str' ? textOf(stored).trim().split(/\r?\n/) : [];
  return lines.length > 1 ? ` It gives the first finding. When copied: ${lines.join(' | ')}` : '';
}

/** What people need to know of the value that stays. */
function storedNote({ tag, value }: CellText): string {
  const stored = /<(?:[\w.-]+:)?v\b[^>]*>([^<]*)</.exec(value)?.[1];
  if (stored === undefined && !value.includes('<is')) return ' The file stores no value for it.';
  return attribute(tag, 't') === 'e' ? ` The stored value is ${stored}.` : '';
}

function closed(tag: string, content: string): string {
  if (!content) return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
  return `${tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag}${content}</${nameIn(tag)}>`;
}
