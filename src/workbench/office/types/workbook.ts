import { ExcelError, notFound } from '../../grid/excel-error';
import { rangeObject, wireObject, type WireType } from '../wire-object';

/** Workbook, the root object. */
export const workbookType: WireType<object> = {
  get: {
    Name: (_state, { book }) => `${book.model.name}.xlsx`,
    ReadOnly: (_state, { book }) => book.readOnly,
    IsDirty: () => true,
    AutoSave: () => false,
  },
  nav: {
    Application: () => wireObject('Application', {}),
    CustomXmlParts: () => wireObject('CustomXmlPartCollection', {}),
    Functions: () => wireObject('Functions', {}),
    Names: () => wireObject('NamedItemCollection', {}),
    Protection: () => wireObject('WorkbookProtection', {}),
    Settings: () => wireObject('SettingCollection', {}),
    Tables: () => wireObject('TableCollection', {}),
    Worksheets: () => wireObject('WorksheetCollection', {}),
    _Runtime: () => wireObject('Runtime', {}),
  },
  call: {
    GetActiveChartOrNullObject: (_state, { book, situations }) => {
      const [chart] = situations.selected === 'chart' ? book.charts.on(book.sheets.active) : [];
      return chart ? wireObject('Chart', { sheet: chart.sheet, id: chart.id }) : null;
    },
    GetActiveCell: (_state, { book }) => rangeObject({ ...book.sheets.selection, rows: 1, columns: 1 }),
    GetSelectedRange: (_state, { book }) => rangeObject(book.sheets.selection),
    GetSelectedRanges: (_state, { book, situations }) => {
      const area = book.sheets.selection;
      const areas = situations.selected === 'several areas' ? [area, { ...area, row: area.row + area.rows + 1 }] : [area];
      return wireObject('RangeAreas', { areas });
    },
    _GetRangeForEventByReferenceId: (_state, { events }, reference: string) => {
      const range = events.range(reference);
      if (!range) throw notFound('WorksheetChangedEventArgs.getRange');
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_state, { events }, reference: string) => events.range(reference) ?? null,
    _GetReferenceCount: (_state, { references }) => references.size,
    _RemoveAllReferences: (_state, { references }) => references.clear(),
    _RemoveReference: (_state, { references }, reference: string) => void references.delete(reference),
  },
};

/** Application: calculation. */
export const applicationType: WireType<object> = {
  get: {
    CalculationMode: () => 'Automatic',
    CalculationState: (_state, { book }) => (book.calculation.pending ? 'Pending' : 'Done'),
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
  },
  call: {
    Calculate: (_state, { book }, type: string) => {
      book.writer.flush();
      // 'Recalculate' is for dirty cells, which the workbench calculates anyway.
      if (/^full/i.test(type)) book.calculation.recalculateAll();
    },
    // A batch's writes are calculated together anyway.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

/** Runtime: whether events are sent. */
export const runtimeType: WireType<object> = {
  get: { EnableEvents: (_state, { events }) => events.enabled },
  set: {
    EnableEvents: (_state, value: boolean, { book, events }) => {
      book.writer.flush();
      events.enabled = value;
    },
  },
};

interface FunctionResultState {
  value?: unknown;
  error?: string;
}

/** Excel's serial day 0 in the 1904 date system is 1904-01-01; in the 1900 system YEAR(0) is 1900. */
function yearOf(serial: number, dateSystem: number): FunctionResultState {
  if (!Number.isFinite(serial) || serial < 0) return { error: '#NUM!' };
  if (dateSystem === 1900 && serial < 1) return { value: 1900 };
  const days = Math.floor(serial) + (dateSystem === 1904 ? 1462 : 0);
  return { value: new Date((days - 25569) * 86_400_000).getUTCFullYear() };
}

/** Workbook.functions, for YEAR, with which the add-in determines the date system. */
export const functionsType: WireType<object> = {
  call: {
    Year: (_state, { book }, serial: unknown) => {
      const number = typeof serial === 'number' ? serial : Number(serial);
      return wireObject('FunctionResult', yearOf(number, book.dateSystem));
    },
  },
};

/** FunctionResult, of a worksheet function. */
export const functionResultType: WireType<FunctionResultState> = {
  get: {
    Error: (state) => state.error ?? null,
    Value: (state) => {
      if (state.error) throw new ExcelError('InvalidArgument', state.error, 'FunctionResult.value');
      return state.value;
    },
  },
};
