import type { Condition, ConditionalFormat } from '../../grid/conditional-formats';
import { notFound } from '../../grid/excel-error';
import { rangeObject, wireObject, type RangeState, type WireObject, type WireType } from '../wire-object';

const part =
  (type: string) =>
  (format: ConditionalFormat): WireObject =>
    wireObject(type, format);

type Setter = NonNullable<WireType<ConditionalFormat>['set']>[string];

const change =
  (patch: (format: ConditionalFormat, value: never) => void): Setter =>
  (format, value, { book }) => {
    patch(format, value as never);
    book.conditionalFormats.apply(format);
  };

/** A part of a format, which another type of format doesn't have. */
const ofType = (type: Condition['type'], wireType: string) => (format: ConditionalFormat) =>
  format.condition.type === type ? wireObject(wireType, format) : null;

const collection: WireType<RangeState> = {
  items: ({ area }, { book }) => book.conditionalFormats.within(area).map((format) => wireObject('ConditionalFormat', format)),
  item: ({ area }, { book }, key: string) => {
    const format = book.conditionalFormats.within(area).find(({ id }) => id === key);
    if (!format) throw notFound('ConditionalFormatCollection.getItem');
    return wireObject('ConditionalFormat', format);
  },
  call: {
    Add: ({ area }, { book }, type: Condition['type']) => wireObject('ConditionalFormat', book.conditionalFormats.add(area, { type })),
    ClearAll: ({ area }, { book }) => book.conditionalFormats.within(area).forEach((format) => book.conditionalFormats.remove(format)),
    GetCount: ({ area }, { book }) => book.conditionalFormats.within(area).length,
  },
};

const conditionalFormat: WireType<ConditionalFormat> = {
  id: ({ id }) => id,
  get: { Id: ({ id }) => id, Priority: () => 0, Type: ({ condition }) => condition.type },
  nav: {
    CellValue: part('CellValueConditionalFormat'),
    CellValueOrNullObject: ofType('CellValue', 'CellValueConditionalFormat'),
    Custom: part('CustomConditionalFormat'),
    CustomOrNullObject: ofType('Custom', 'CustomConditionalFormat'),
    TextComparison: part('TextConditionalFormat'),
    TextComparisonOrNullObject: ofType('ContainsText', 'TextConditionalFormat'),
  },
  call: {
    Delete: (format, { book }) => book.conditionalFormats.remove(format),
    GetRange: (format, { book }) => rangeObject(book.conditionalFormats.areasOf(format)[0] ?? format.area),
  },
};

const custom: WireType<ConditionalFormat> = {
  nav: { Format: part('ConditionalRangeFormat'), Rule: part('ConditionalFormatRule') },
};

/** The rule of a cell value or a text, which is a plain object. */
const ruled: WireType<ConditionalFormat> = {
  get: {
    Rule: ({ condition: { type: _type, ...rule } }) => rule,
  },
  set: { Rule: change((format, rule: Omit<Condition, 'type'>) => void (format.condition = { type: format.condition.type, ...rule })) },
  nav: { Format: part('ConditionalRangeFormat') },
};

const rule: WireType<ConditionalFormat> = {
  get: { Formula: ({ condition }) => condition.formula1 ?? '' },
  set: { Formula: change((format, formula1: string) => void (format.condition = { type: 'Custom', formula1 })) },
};

const rangeFormat: WireType<ConditionalFormat> = {
  nav: { Fill: part('ConditionalRangeFill'), Font: part('ConditionalRangeFont') },
};

const fill: WireType<ConditionalFormat> = {
  get: { Color: (format) => format.fill ?? '' },
  set: { Color: change((format, color: string) => void (format.fill = color)) },
};

const font: WireType<ConditionalFormat> = {
  get: { Color: (format) => format.font ?? '' },
  set: { Color: change((format, color: string) => void (format.font = color)) },
};

/** Conditional formats and their parts, by type name. */
export const conditionalFormatTypes = {
  CellValueConditionalFormat: ruled,
  ConditionalFormat: conditionalFormat,
  ConditionalFormatCollection: collection,
  ConditionalFormatRule: rule,
  ConditionalRangeFill: fill,
  ConditionalRangeFont: font,
  ConditionalRangeFormat: rangeFormat,
  CustomConditionalFormat: custom,
  TextConditionalFormat: ruled,
};
