import type { Worksheet } from '@univerjs/core';
import { fromRange, intersect, MAX_ROWS, toRange, type Area } from './a1';
import { apiNotFound } from './excel-error';
import { newId } from './new-id';
import type { Workbook } from './workbook';

/** What a conditional format looks for, in Excel's words: an operator with a number or a text such as ="paid", or a formula. */
export interface Condition {
  type: 'CellValue' | 'ContainsText' | 'Custom';
  operator?: string;
  formula1?: string;
  formula2?: string;
  text?: string;
}

/** Colors for cells that meet a condition. */
export interface ConditionalFormat {
  readonly id: string;
  readonly sheet: Worksheet;
  /** The cells it was added to. The grid's rule knows where they are now. */
  readonly area: Area;
  condition: Condition;
  fill?: string;
  font?: string;
  /** The ID of Univer's rule, once the condition is complete. */
  applied?: string;
}

/** Univer's rule, and its builder, which a plugin adds without usable types. */
interface Rule {
  cfId: string;
  ranges: Parameters<typeof fromRange>[1][];
}
interface Builder {
  [method: string]: (...args: unknown[]) => Builder;
}
interface FormattedSheet {
  newConditionalFormattingRule(): Builder;
  getConditionalFormattingRules(): Rule[];
}

const NUMBERS: Record<string, string> = {
  Between: 'whenNumberBetween',
  EqualTo: 'whenNumberEqualTo',
  GreaterThan: 'whenNumberGreaterThan',
  GreaterThanOrEqual: 'whenNumberGreaterThanOrEqualTo',
  LessThan: 'whenNumberLessThan',
  LessThanOrEqual: 'whenNumberLessThanOrEqualTo',
};
const TEXTS: Record<string, string> = { BeginsWith: 'whenTextStartsWith', Contains: 'whenTextContains', EndsWith: 'whenTextEndsWith' };

/** The text of a formula that is nothing else, such as ="paid"; null for any other. */
export const textOf = (formula: string | undefined): string | null =>
  /^="((?:[^"]|"")*)"$/.exec(formula ?? '')?.[1]?.replaceAll('""', '"') ?? null;

/** The conditional formats of a workbook. Univer's rules color the cells and follow them. */
export class ConditionalFormats {
  private formats: ConditionalFormat[] = [];

  constructor(private readonly book: Workbook) {}

  /** The formats on sheets that still exist, in the order they were added. */
  get all(): ConditionalFormat[] {
    return this.formats.filter(({ sheet }) => this.book.sheets.byId(sheet.getSheetId()));
  }

  within(area: Area): ConditionalFormat[] {
    return this.all.filter((format) => this.areasOf(format).some((cells) => intersect(cells, area)));
  }

  add(area: Area, condition: Condition, colors: Pick<ConditionalFormat, 'fill' | 'font'> = {}): ConditionalFormat {
    const format: ConditionalFormat = { id: newId(), sheet: area.sheet, area, condition, ...colors };
    this.ruleOf(format);
    this.formats.push(format);
    this.apply(format);
    return format;
  }

  /** Shows a format after a part of it changed. */
  apply(format: ConditionalFormat, areas = this.areasOf(format)): void {
    this.book.demandWritable('ConditionalFormat');
    this.takeOut(format);
    const builder = this.ruleOf(format);
    if (!builder) return;
    if (format.fill) builder.setBackground!(format.fill);
    if (format.font) builder.setFontColor!(format.font);
    const ranges = areas.map((area) => toRange(this.book.sheets.clip(area)));
    const rule = builder.setRanges!(ranges).build!() as unknown as Rule;
    // not the facade's command, which would be a step of its own to undo
    this.book.run('sheet.mutation.add-conditional-rule', { subUnitId: format.sheet.getSheetId(), rule });
    format.applied = rule.cfId;
  }

  remove(format: ConditionalFormat): void {
    this.takeOut(format);
    this.formats = this.formats.filter((other) => other !== format);
  }

  /** The cells that a format is for now. Those down to the last row of the grid's sheet go on to the end of Excel's. */
  areasOf({ sheet, area, applied }: ConditionalFormat): Area[] {
    const rule = applied === undefined ? undefined : this.rulesOn(sheet).find(({ cfId }) => cfId === applied);
    if (!rule) return applied === undefined ? [area] : [];
    return rule.ranges.map((range) => {
      const cells = fromRange(sheet, range);
      return cells.row + cells.rows >= sheet.getRowCount() ? { ...cells, rows: MAX_ROWS - cells.row } : cells;
    });
  }

  /**
   * Moves cells at and below a row of some columns, with their formats as Excel moves them: cells inserted within those of a
   * format belong to it, which Univer leaves out.
   */
  shifting(area: Area, from: number, by: number, move: () => void): void {
    const affected = this.all.filter(({ sheet }) => sheet === area.sheet).map((format) => ({ format, areas: this.areasOf(format) }));
    move();
    const moved = (row: number, isMoved: boolean): number => (isMoved ? row + by : by < 0 ? Math.min(row, from + by) : row);
    for (const { format, areas } of affected)
      this.apply(
        format,
        areas.flatMap((cells) => {
          const inside = intersect(cells, { ...area, row: 0, rows: MAX_ROWS });
          if (!inside) return [cells];
          const start = moved(inside.row, inside.row >= from);
          const below = inside.row + inside.rows;
          const end = below === MAX_ROWS ? below : moved(below, below > from);
          const before = { ...cells, columns: inside.column - cells.column };
          const after = {
            ...cells,
            column: inside.column + inside.columns,
            columns: cells.column + cells.columns - inside.column - inside.columns,
          };
          return [before, { ...inside, row: start, rows: end - start }, after].filter(({ rows, columns }) => rows > 0 && columns > 0);
        }),
      );
  }

  /** Extends a sheet in the grid, with the formats that go on to its end. */
  growing(sheet: Worksheet, grow: () => void): void {
    const open = this.all
      .filter((format) => format.sheet === sheet && format.applied !== undefined)
      .map((format) => ({ format, areas: this.areasOf(format) }))
      .filter(({ areas }) => areas.some(({ row, rows }) => row + rows === MAX_ROWS));
    grow();
    for (const { format, areas } of open) this.apply(format, areas);
  }

  private rulesOn(sheet: Worksheet): Rule[] {
    return (this.book.facadeSheet(sheet) as unknown as FormattedSheet).getConditionalFormattingRules();
  }

  private takeOut(format: ConditionalFormat): void {
    const { applied, sheet } = format;
    format.applied = undefined;
    if (applied !== undefined && this.rulesOn(sheet).some(({ cfId }) => cfId === applied))
      this.book.run('sheet.mutation.delete-conditional-rule', { subUnitId: sheet.getSheetId(), cfId: applied });
  }

  /** Univer's rule for a condition; null while that is incomplete. */
  private ruleOf({ sheet, condition }: ConditionalFormat): Builder | null {
    const builder = (this.book.facadeSheet(sheet) as unknown as FormattedSheet).newConditionalFormattingRule();
    const { type, operator, formula1, formula2, text } = condition;
    if (type === 'Custom') return formula1 ? builder.whenFormulaSatisfied!(formula1) : null;
    if (type !== 'CellValue' && type !== 'ContainsText') throw apiNotFound(`ConditionalFormatCollection.add('${String(type)}')`);
    if (operator === undefined) return null;
    if (type === 'ContainsText') {
      if (!TEXTS[operator]) throw apiNotFound(`ConditionalTextComparisonRule.operator ${operator}`);
      return builder[TEXTS[operator]]!(text);
    }
    const wanted = textOf(formula1);
    if (wanted !== null && operator === 'EqualTo') return builder.whenTextEqualTo!(wanted);
    if (wanted !== null || !NUMBERS[operator]) throw apiNotFound(`ConditionalCellValueRule.operator ${operator}`);
    const limits = [formula1, ...(operator === 'Between' ? [formula2] : [])].map((limit) => Number(String(limit).replace(/^=/, '')));
    return builder[NUMBERS[operator]]!(...limits);
  }
}
