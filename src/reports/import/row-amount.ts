import { plainValue } from '../../cells/cell-value';
import { dollarsOfMicros, isExact, microsOfNumber, microsOfProduct, type Micros } from '../../domain/money/money';
import { bareText } from '../bare-text';
import { isBlank } from '../range/columns';
import { hundredthsAt, microsAt } from './cell-reading';
import { LineCells, type Cells } from './line-cells';
import { plainMicros } from './plain-cells';
import type { RateMeaning } from './rate-marks';
import type { ReportColumns } from './report-columns';

/**
 * A row's US dollars: from the US dollar column, otherwise the amount at the report's own rate, if the rows show whether
 * that rate multiplies or divides. Otherwise the amount isn't dollars, and the row is set aside.
 */
export function usdMicrosAt(cells: Cells, columns: ReportColumns): Micros | null {
  if (columns.rate < 0) return microsIn(cells, columns.amount, columns);
  const cell = amountCellAt(cells, columns.amount, columns);
  const amount = microsAt(cell);
  if (amount === null || !isAtOwnRate(cells, columns)) return amount;
  const rate = rateOf(cells, columns);
  if (rate === null || Number.isNaN(rate)) return amount;
  const meaning = rateMeaning(cells, columns);
  if (meaning === null) return amount;
  // Amounts in some currencies exceed what is exact for dollars.
  const plain = typeof cell === 'string' ? (PLAIN.test(cell) ? Number(cell) : null) : plainValue(cell);
  if (typeof plain !== 'number' && Number.isNaN(amount)) return amount;
  const exact = typeof plain === 'number' ? plain : dollarsOfMicros(amount);
  const micros = meaning === 'times' ? microsOfProduct(exact, rate) : microsOfNumber(exact / rate);
  return isExact(micros) ? micros : NaN;
}

/**
 * The US dollars that a row's earning is a share of; NaN if the report doesn't have them or they can't be read. What is
 * taken back without a transaction is a share of none.
 */
export function eligibleAt(cells: Cells, columns: ReportColumns, earned: Micros): Micros {
  if (columns.eligible < 0) return NaN;
  return microsIn(cells, columns.eligible, columns) ?? (earned <= 0 ? 0 : NaN);
}

/** The millionths of an amount, with points read as in the rest of the row's amounts; as `microsAt`. */
function microsIn(cells: Cells, column: number, columns: ReportColumns): Micros | null {
  if (columns.marks.amounts.areDecimal) {
    if (cells instanceof LineCells && cells.isEmpty(column)) return null;
    const micros = plainMicros(cells, column);
    if (micros !== null) return micros;
  }
  return microsAt(amountCellAt(cells, column, columns));
}

/** The cell of an amount, with points read as in the rest of the row's amounts. */
export const amountCellAt = (cells: Cells, column: number, { amounts, marks }: Pick<ReportColumns, 'amounts' | 'marks'>): unknown =>
  marks.amounts.settle(cells.at(column), () => amounts.map((other) => cells.at(other)));

/** What the file's rates mean, as far as its rows show; this row's transaction counts, too. A rate of 1 means the same either way. */
export function rateMeaning(cells: Cells, columns: ReportColumns): RateMeaning {
  const { transaction, marks } = columns;
  if (transaction.amount >= 0 && transaction.usd >= 0)
    marks.direction.learn(
      hundredthsAt(cells.at(transaction.amount)),
      hundredthsAt(cells.at(transaction.usd)),
      rateAt(cells.at(transaction.rate)),
    );
  return rateOf(cells, columns) === 1 ? 'times' : marks.direction.use();
}

/** Whether the amount of a row is, or can be made, US dollars. */
export function isInUsd(cells: Cells, columns: ReportColumns): boolean {
  if (columns.currency < 0 && columns.rate < 0) return true;
  if (currencyAt(cells, columns) === 'USD') return true;
  return columns.rate >= 0 && (rateOf(cells, columns) ?? NaN) > 0 && rateMeaning(cells, columns) !== null;
}

/** Whether a row's dollars are its amount at the report's own rate. */
export const isAtOwnRate = (cells: Cells, columns: ReportColumns): boolean => columns.rate >= 0 && currencyAt(cells, columns) !== 'USD';

/** The currency of a row's amount in capitals; '' if unknown. */
export function currencyAt(cells: Cells, { currency }: ReportColumns): string {
  const plain = currency < 0 ? '' : plainValue(cells.at(currency));
  return typeof plain === 'string' ? bareText(plain).toUpperCase() : '';
}

/** A row's own rate as in `rateAt`, with points read as in the rest of the column. */
export const rateOf = (cells: Cells, { rate, marks }: ReportColumns): number | null => rateAt(marks.rates.settle(cells.at(rate)));

/** A rate above zero; null if the cell is blank, NaN if it isn't a rate. */
export function rateAt(cell: unknown): number | null {
  const plain = plainValue(cell);
  if (isBlank(plain)) return null;
  const text = typeof plain === 'string' ? bareText(plain) : '';
  // A comma before three digits might separate thousands.
  const rate = typeof plain === 'number' ? plain : /^\d+(\.\d+)?$|^\d+,(\d{1,2}|\d{4,})$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  return rate > 0 && Number.isFinite(rate) ? rate : NaN;
}

const PLAIN = /^[+-]?\d+(\.\d+)?$/;
