import { intersect, toRange, type Area } from '../../grid/a1';
import { apiNotFound } from '../../grid/excel-error';
import { newId } from '../../grid/new-id';
import type { RichApi } from '../rich-api';
import { rangeObject, wireObject, type RangeState, type WireObject, type WireType } from '../wire-object';

interface Format {
  id: string;
  type: string;
  area: Area;
  formula?: string;
  rule?: { formula1: string | number; formula2?: string | number; operator: string };
  fill?: string;
  font?: string;
  /** The ID of Univer's rule, once the format is complete enough for one. */
  applied?: string;
}

/** Univer's rule builder, which a plugin adds without usable types. */
interface Builder {
  [method: string]: (...args: unknown[]) => Builder;
}
interface FormattedSheet {
  newConditionalFormattingRule(): Builder;
  addConditionalFormattingRule(rule: unknown): void;
  deleteConditionalFormattingRule(id: string): void;
}

const formatsOfHost = new WeakMap<RichApi, Map<string, Format>>();

function formats(api: RichApi): Map<string, Format> {
  const known = formatsOfHost.get(api) ?? new Map<string, Format>();
  formatsOfHost.set(api, known);
  return known;
}

function within(api: RichApi, area: Area): Format[] {
  return [...formats(api).values()].filter((format) => intersect(format.area, area));
}

const COMPARISONS: Record<string, string> = {
  Between: 'whenNumberBetween',
  EqualTo: 'whenNumberEqualTo',
  GreaterThan: 'whenNumberGreaterThan',
  GreaterThanOrEqual: 'whenNumberGreaterThanOrEqualTo',
  LessThan: 'whenNumberLessThan',
  LessThanOrEqual: 'whenNumberLessThanOrEqualTo',
};

function condition(builder: Builder, format: Format): Builder | null {
  if (format.type === 'Custom') return format.formula ? builder.whenFormulaSatisfied!(format.formula) : null;
  if (format.type !== 'CellValue') throw apiNotFound(`ConditionalFormatCollection.add('${format.type}')`);
  if (!format.rule) return null;
  const { operator, formula1, formula2 } = format.rule;
  const compare = COMPARISONS[operator];
  if (!compare) throw apiNotFound(`ConditionalCellValueRule.operator ${operator}`);
  const limits = [formula1, ...(operator === 'Between' ? [formula2] : [])].map((text) => Number(String(text).replace(/^=/, '')));
  return builder[compare]!(...limits);
}

/** Replaces Univer's rule, after a part of the format changed. */
function apply(format: Format, { book }: RichApi): void {
  book.demandWritable('ConditionalFormat');
  const sheet = book.facadeSheet(format.area.sheet) as unknown as FormattedSheet;
  if (format.applied) sheet.deleteConditionalFormattingRule(format.applied);
  format.applied = undefined;
  let builder = condition(sheet.newConditionalFormattingRule(), format);
  if (!builder) return;
  if (format.fill) builder = builder.setBackground!(format.fill);
  if (format.font) builder = builder.setFontColor!(format.font);
  const rule = builder.setRanges!([toRange(book.sheets.clip(format.area))]).build!() as unknown as { cfId: string };
  sheet.addConditionalFormattingRule(rule);
  format.applied = rule.cfId;
}

function remove(format: Format, api: RichApi): void {
  if (format.applied) {
    (api.book.facadeSheet(format.area.sheet) as unknown as FormattedSheet).deleteConditionalFormattingRule(format.applied);
  }
  formats(api).delete(format.id);
}

function part(type: string): (format: Format) => WireObject {
  return (format) => wireObject(type, format);
}

function change(patch: (format: Format, value: never) => void): NonNullable<WireType<Format>['set']>[string] {
  return (format, value, api) => {
    patch(format, value as never);
    apply(format, api);
  };
}

const collection: WireType<RangeState> = {
  items: ({ area }, api) => within(api, area).map((format) => wireObject('ConditionalFormat', format)),
  call: {
    Add: ({ area }, api, type: string) => {
      const format: Format = { id: newId(), type, area };
      condition({}, format);
      formats(api).set(format.id, format);
      return wireObject('ConditionalFormat', format);
    },
    ClearAll: ({ area }, api) => within(api, area).forEach((format) => remove(format, api)),
    GetCount: ({ area }, api) => within(api, area).length,
  },
};

const conditionalFormat: WireType<Format> = {
  id: ({ id }) => id,
  get: { Id: ({ id }) => id, Priority: () => 0, Type: ({ type }) => type },
  nav: {
    CellValue: part('CellValueConditionalFormat'),
    CellValueOrNullObject: (format) => (format.type === 'CellValue' ? wireObject('CellValueConditionalFormat', format) : null),
    Custom: part('CustomConditionalFormat'),
    CustomOrNullObject: (format) => (format.type === 'Custom' ? wireObject('CustomConditionalFormat', format) : null),
  },
  call: {
    Delete: remove,
    GetRange: ({ area }) => rangeObject(area),
  },
};

const custom: WireType<Format> = {
  nav: { Format: part('ConditionalRangeFormat'), Rule: part('ConditionalFormatRule') },
};

const cellValue: WireType<Format> = {
  get: { Rule: ({ rule }) => rule },
  set: { Rule: change((format, rule: Format['rule']) => void (format.rule = rule)) },
  nav: { Format: part('ConditionalRangeFormat') },
};

const rule: WireType<Format> = {
  get: { Formula: ({ formula }) => formula ?? '' },
  set: { Formula: change((format, formula: string) => void (format.formula = formula)) },
};

const rangeFormat: WireType<Format> = {
  nav: { Fill: part('ConditionalRangeFill'), Font: part('ConditionalRangeFont') },
};

const fill: WireType<Format> = {
  get: { Color: (format) => format.fill ?? '' },
  set: { Color: change((format, color: string) => void (format.fill = color)) },
};

const font: WireType<Format> = {
  get: { Color: (format) => format.font ?? '' },
  set: { Color: change((format, color: string) => void (format.font = color)) },
};

/** Conditional formats and their parts, by type name. */
export const conditionalFormatTypes = {
  CellValueConditionalFormat: cellValue,
  ConditionalFormat: conditionalFormat,
  ConditionalFormatCollection: collection,
  ConditionalFormatRule: rule,
  ConditionalRangeFill: fill,
  ConditionalRangeFont: font,
  ConditionalRangeFormat: rangeFormat,
  CustomConditionalFormat: custom,
};
