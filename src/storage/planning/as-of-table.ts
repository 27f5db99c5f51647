import { serialShift } from '../../cells/context';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import { isSameFormula } from '../../records/formula-spelling';
import {
  columnsOf,
  isFormulaAt,
  type NewRow,
  type TableCells,
  type TableChange,
  type TableDesign,
  type TablesByName,
} from '../../records/table';
import { SETTINGS, USUAL_SETTINGS, writtenSettings } from './settings-table';

/** The one-cell table with the as-of date of the sheets. */
export const AS_OF_TABLE = 'CoopAsOf';

/** The cell's formula unless someone sets a day. */
export const FOLLOWS_TODAY = '=TODAY()';

/**
 * The as-of date for formulas: today if the cell is missing or has no date. It's volatile, so only Excel's own date
 * comparisons may depend on it, never a COOP function.
 */
export const AS_OF = 'IF(ISNUMBER(Coop_AsOf),Coop_AsOf,TODAY())';

/** The design of the table. */
export const AS_OF_DESIGN: TableDesign = {
  name: AS_OF_TABLE,
  sheet: SETTINGS.design.sheet,
  beside: SETTINGS.design.name,
  cellName: 'Coop_AsOf',
  title: 'Date of the workbook',
  hint: 'Stages, statuses, and balances in the sheets are as of this date: =TODAY(), unless you enter another.',
  columns: [{ name: 'As of', width: 110, format: 'yyyy-mm-dd', formula: FOLLOWS_TODAY }],
};

/** The as-of date of the sheets, and whether it follows today. */
export interface SheetDay {
  day: Day;
  followsToday: boolean;
}

/** The as-of date of the sheets; null if there is none, so that they use today. */
export function sheetDayIn(cells: TableCells | null): SheetDay | null {
  const column = cells ? columnsOf(cells.header, ['As of'])['As of'] : -1;
  const value = cells?.values[0]?.[column];
  if (!cells || typeof value !== 'number' || value < 1) return null;
  return {
    day: dayOfSerial(Math.floor(value) + serialShift()),
    followsToday: isFormulaAt(cells, 0, column) && isSameFormula(String(cells.formulas[0]![column]), FOLLOWS_TODAY),
  };
}

/** Sets the as-of date; null makes it follow today again. Creates the cell if needed. */
export function planSheetDay(now: TableCells | null, day: Day | null): TableChange {
  const cell = day === null ? { formula: FOLLOWS_TODAY } : serialOf(day) - serialShift();
  const column = now ? columnsOf(now.header, ['As of'])['As of'] : 0;
  const row = (now?.header ?? ['As of']).map((_, index) => (index === column ? cell : null));
  return { design: AS_OF_DESIGN, set: now && column >= 0 ? new Map([[0, row]]) : new Map(), add: now ? [] : [row], remove: [] };
}

/** The tables that setting the workbook's day changes. */
export const SHEET_DAY_ASKED = [SETTINGS.design.name, AS_OF_TABLE] as const;

/** Sets the workbook's day next to the settings, which are created if there are none. */
export const sheetDayChanges = (now: TablesByName, day: Day | null): TableChange[] => [
  ...(now.get(SETTINGS.design.name)
    ? []
    : [{ design: SETTINGS.design, set: new Map<number, NewRow>(), add: [...writtenSettings(USUAL_SETTINGS)], remove: [] }]),
  planSheetDay(now.get(AS_OF_TABLE) ?? null, day),
];
