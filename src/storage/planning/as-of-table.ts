import { serialShift } from '../../cells/context';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import { isSameFormula } from '../../records/formula-spelling';
import { columnsOf, isFormulaAt, type TableCells, type TableChange, type TableDesign } from '../../records/table';
import { SETTINGS } from './settings-table';

/** The table of one cell with the day that the sheets are looked at from. */
export const AS_OF_TABLE = 'CoopAsOf';

/** What the cell holds unless someone sets a day. */
export const FOLLOWS_TODAY = '=TODAY()';

/**
 * The workbook's day, for formulas: today where the cell is gone or holds no day. It is volatile, so only Excel's own
 * comparisons of days may depend on it, never a COOP function.
 */
export const AS_OF = 'IF(ISNUMBER(Coop_AsOf),Coop_AsOf,TODAY())';

/** How the table is made. */
export const AS_OF_DESIGN: TableDesign = {
  name: AS_OF_TABLE,
  sheet: SETTINGS.design.sheet,
  beside: SETTINGS.design.name,
  cellName: 'Coop_AsOf',
  title: 'Date of the workbook',
  hint: 'Stages, statuses, and balances in the sheets are as of this date: =TODAY(), unless you enter another.',
  columns: [{ name: 'As of', width: 110, format: 'yyyy-mm-dd', formula: FOLLOWS_TODAY }],
};

/** The day the sheets show, and whether it goes on with the days. */
export interface SheetDay {
  day: Day;
  followsToday: boolean;
}

/** The workbook's day as the sheets show it; null where there is none, and they use today. */
export function sheetDayIn(cells: TableCells | null): SheetDay | null {
  const column = cells ? columnsOf(cells.header, ['As of'])['As of'] : -1;
  const value = cells?.values[0]?.[column];
  if (!cells || typeof value !== 'number' || value < 1) return null;
  return {
    day: dayOfSerial(Math.floor(value) + serialShift()),
    followsToday: isFormulaAt(cells, 0, column) && isSameFormula(String(cells.formulas[0]![column]), FOLLOWS_TODAY),
  };
}

/** Sets the workbook's day; null has it follow today again. Makes the cell where there is none. */
export function planSheetDay(now: TableCells | null, day: Day | null): TableChange {
  const cell = day === null ? { formula: FOLLOWS_TODAY } : serialOf(day) - serialShift();
  const column = now ? columnsOf(now.header, ['As of'])['As of'] : 0;
  const row = (now?.header ?? ['As of']).map((_, index) => (index === column ? cell : null));
  return { design: AS_OF_DESIGN, set: now && column >= 0 ? new Map([[0, row]]) : new Map(), add: now ? [] : [row], remove: [] };
}
