import { WRAPS } from '../../grid/layout';
import { wireObject, type RangeState, type WireType } from '../wire-object';

const ALIGNMENT: Record<string, number> = { General: 0, Left: 1, Center: 2, Right: 3 };
const VERTICAL: Record<string, number> = { Top: 1, Center: 2, Bottom: 3 };
const CLIP = 1;

type Setter = NonNullable<WireType<RangeState>['set']>[string];

function style(make: (value: never) => object): Setter {
  return ({ area }, value, { book }) => book.layout.setStyle(area, make(value as never));
}

/** RangeFormat. */
export const rangeFormatType: WireType<RangeState> = {
  get: {
    ColumnWidth: ({ area }, { book }) => book.layout.columnWidth(area.sheet, area.column),
    HorizontalAlignment: ({ area }, { book }) => {
      const alignment = Number(book.layout.styleOf(area).ht ?? 0);
      return Object.keys(ALIGNMENT).find((name) => ALIGNMENT[name] === alignment) ?? 'General';
    },
    RowHeight: ({ area }, { book }) => book.layout.rowHeight(area.sheet, area.row),
    WrapText: ({ area }, { book }) => Number(book.layout.styleOf(area).tb ?? 0) === WRAPS,
  },
  set: {
    ColumnWidth: ({ area }, points: number, { book }) => book.layout.setColumnWidth(area, points),
    HorizontalAlignment: style((name: string) => ({ ht: ALIGNMENT[name] ?? 0 })),
    RowHeight: ({ area }, points: number, { book }) => book.layout.setRowHeight(area, points),
    VerticalAlignment: style((name: string) => ({ vt: VERTICAL[name] ?? VERTICAL.Bottom })),
    WrapText: style((wrap: boolean) => ({ tb: wrap ? WRAPS : CLIP })),
  },
  nav: {
    Fill: ({ area }) => wireObject('RangeFill', { area }),
    Font: ({ area }) => wireObject('RangeFont', { area }),
  },
  call: {
    // Widths by content need a canvas to measure text.
    AutofitColumns: (_state, { ignored }) => void ignored.add('RangeFormat.autofitColumns()'),
    AutofitRows: ({ area }, { book }) => book.layout.autofitRows(area),
  },
};

/** RangeFill. */
export const rangeFillType: WireType<RangeState> = {
  get: { Color: ({ area }, { book }) => book.layout.styleOf(area).bg?.rgb ?? '#FFFFFF' },
  set: { Color: style((rgb: string) => ({ bg: { rgb } })) },
  call: { Clear: ({ area }, { book }) => book.layout.setStyle(area, { bg: null }) },
};

/** RangeFont. */
export const rangeFontType: WireType<RangeState> = {
  get: {
    Bold: ({ area }, { book }) => Number(book.layout.styleOf(area).bl ?? 0) === 1,
    Color: ({ area }, { book }) => book.layout.styleOf(area).cl?.rgb ?? '#000000',
    Italic: ({ area }, { book }) => Number(book.layout.styleOf(area).it ?? 0) === 1,
    Name: ({ area }, { book }) => book.layout.styleOf(area).ff ?? 'Calibri',
    Size: ({ area }, { book }) => book.layout.styleOf(area).fs ?? 11,
  },
  set: {
    Bold: style((bold: boolean) => ({ bl: bold ? 1 : 0 })),
    Color: style((rgb: string) => ({ cl: { rgb } })),
    Italic: style((italic: boolean) => ({ it: italic ? 1 : 0 })),
    Name: style((ff: string) => ({ ff })),
    Size: style((fs: number) => ({ fs })),
  },
};
