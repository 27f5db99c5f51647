import type { Cell, CellStyle } from 'hucre';
import { BLANK, DateCell, isErrorCode, type CellInput, type Shown } from '../cases/case';

/** From which year a workbook counts its days. */
export type DateSystem = 1900 | 1904;

/** How much lower a day's number is in a workbook that counts from 1904. */
const DAYS_TO_1904 = 1462;

/** How days look in the self-test, as in the product's own cells. */
export const DAY: CellStyle = { numFmt: 'yyyy-mm-dd' };
export const TITLE: CellStyle = { font: { bold: true, size: 14 } };
export const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3EFEC' } },
  alignment: { wrapText: true, vertical: 'top' },
};

/** A cell of a file that holds what a case gives to a function; undefined for a blank one. */
export function fileCell(input: CellInput, dateSystem: DateSystem): Partial<Cell> | undefined {
  if (input === null || input === BLANK || input === '') return undefined;
  if (input instanceof DateCell) {
    const value = input.serial - (dateSystem === 1904 ? DAYS_TO_1904 : 0);
    return { value, type: 'number', style: input.time ? { numFmt: 'yyyy-mm-dd hh:mm:ss' } : DAY };
  }
  if (typeof input === 'object') return { value: input.basicValue, type: 'error' };
  return { value: input, type: typeof input as 'string' | 'number' | 'boolean' };
}

/** A cell of a file that holds what a case expects: a true day for a day, a true error for an error. */
export function expectedCell(shown: Shown, dateSystem: DateSystem): Partial<Cell> {
  // a text without characters, which only a formula can keep apart from a blank cell
  if (shown === '') return { value: '', type: 'formula', formula: '""', formulaResult: '' };
  if (isErrorCode(shown)) return { value: shown, type: 'error' };
  if (isDay(shown)) return fileCell(new DateCell(shown), dateSystem)!;
  return { value: shown, type: typeof shown as 'string' | 'number' | 'boolean' };
}

/** Whether a cell shows a day. */
export const isDay = (shown: unknown): shown is string => typeof shown === 'string' && /^\d{4}-\d\d-\d\d$/.test(shown);
