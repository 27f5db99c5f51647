import { plainValue } from '../../cells/cell-value';
import { oddPartnerId } from '../../domain/earnings/partner-id';
import { serialOf, formatDay } from '../../domain/calendar/day';
import { DEADLINES } from '../../rulebook/rules/deadlines';
import { BLANK } from '../range/dictionary';
import { bareText } from '../bare-text';
import { isBlank } from '../range/columns';
import { centsOfMicros, formatUsd, isExact, MAX_MICROS, microsOf, microsOfNumber } from '../../domain/money/money';
import { currencyIn } from '../../domain/money/typed-amount';
import { decimalOf, tidy, writtenAmount } from '../../domain/money/written-amount';
import { isPointDoubtful, type PointMeaning } from '../point-marks';
import type { EarningKind } from '../range/earning-kinds';
import { isErrorIn, isErrorText, isErrorTextIn, isRoundedIdIn, isRoundedNumberIn, NO_DAY, signAndDigits } from './cell-reading';
import { allOf, type Cells } from './line-cells';
import { isDateDoubtful } from './date-marks';
import type { ReportColumns } from './report-columns';
import { currencyAt, rateMeaning, rateOf } from './row-amount';
import { textOf } from './row-text';
import { quoted } from './shown-text';

/** What was read from a row: the numbers of its names, below 0 if blank or unreadable, its day and its amount. */
export interface RowRead {
  partner: number;
  program: number;
  type: number;
  day: number;
  micros: number | null;
  kind: EarningKind;
}

/** The first day with claim deadlines, as a serial. Earlier earnings make no fund. */
export const FIRST_DAY = serialOf(DEADLINES[0]!.from);

/** For the last row of an incomplete download. */
export const BROKEN_OFF = 'The file ends in the middle of this row. Download it again.';

/** Why a row can't be counted; null if it can. */
export function troubleWith(
  cells: Cells,
  { columns, width }: { columns: ReportColumns; width: number },
  { partner, program, type, day, micros, kind }: RowRead,
  isUnended: boolean,
): string | null {
  if (
    cells.length > width &&
    allOf(cells)
      .slice(width)
      .some((cell) => !isBlank(cell))
  ) {
    return `The row has ${cells.length} cells, but the header has ${width}. Text that contains a separator needs quotation marks.`;
  }
  if (isUnended && cells.length < width) return BROKEN_OFF;
  if (partner < 0 || isErrorTextIn(cells, columns.partnerId)) return oddPartner(cells.at(columns.partnerId));
  if (isRoundedNumberIn(cells, columns.partnerId)) return rounded('Partner ID', cells.at(columns.partnerId));
  if (program < 0) return unreadable('program', cells.at(columns.program));
  if (type < 0) return unreadable('earning type', cells.at(columns.type));
  if (day <= 0) return day === NO_DAY.blank ? unreadable('earning date', '') : undatable(cells.at(columns.date));
  if (day < FIRST_DAY)
    return `The earning date ${quoted(textOf([cells.at(columns.date)]))} is before ${formatDay(DEADLINES[0]!.from)}, and no claim deadlines are known for that time.`;
  if (micros === null) return unreadable('amount', '');
  if (Number.isNaN(micros))
    return unreadable('amount', cells.at(columns.amount), oddAmount(cells.at(columns.amount), columns.marks.amounts.meaning()));
  const inForeign = troubleWithCurrency(cells, columns);
  if (inForeign !== null) return inForeign;
  if (columns.earningId >= 0 && isErrorTextIn(cells, columns.earningId)) return unreadable('earning ID', cells.at(columns.earningId));
  if (columns.earningId >= 0 && isRoundedIdIn(cells, columns.earningId)) return rounded('earning ID', cells.at(columns.earningId));
  if (kind === 'rebate' && columns.reason >= 0 && isErrorIn(cells, columns.reason)) return unreadable('reason', cells.at(columns.reason));
  return null;
}

/** The same for the currency. A report without US dollars has amounts in each transaction's currency, and possibly a rate. */
function troubleWithCurrency(cells: Cells, columns: ReportColumns): string | null {
  if (columns.currency < 0 && columns.rate < 0) return null;
  const currency = currencyAt(cells, columns);
  if (currency === 'USD') return null;
  const rate = columns.rate < 0 ? null : rateOf(cells, columns);
  if (rate === null) {
    const lacks = columns.rate < 0 ? 'and the report has no column earningAmountUSD' : 'and the row has no US dollars and no exchange rate';
    return `The amount is in ${currency === '' ? 'an unnamed currency' : quoted(currency)}, ${lacks}. Exchange rates aren't guessed.`;
  }
  if (Number.isNaN(rate)) return unreadable('exchange rate', cells.at(columns.rate));
  return rateMeaning(cells, columns) === null
    ? `The amount is in ${currency === '' ? 'an unnamed currency' : quoted(currency)}, and the rows don't show whether its exchange rate multiplies or divides. Bring in a report with the column earningAmountUSD.`
    : null;
}

/** Whether a row without type and program is blank, or has only a label instead of an ID or date. */
export function isNoEarning(partner: number, day: number, cells: Cells, columns: ReportColumns): boolean {
  if (partner !== BLANK && day !== NO_DAY.blank) return false;
  if (partner === BLANK && day === NO_DAY.blank) return true;
  const label = plainValue(cells.at(partner === BLANK ? columns.date : columns.partnerId));
  return typeof label === 'string' && !/\d/.test(label);
}

/** Whether a row repeats the header, as in files combined by hand. */
export function isHeaderAgain(cells: Cells, { columns, header }: { columns: ReportColumns; header: readonly unknown[] }): boolean {
  const same = (column: number): boolean => cells.at(column) === header[column];
  return same(columns.date) && same(columns.type) && same(columns.partnerId) && same(columns.amount);
}

/** Why an amount can't be read, and what to enter. */
function oddAmount(cell: unknown, point: PointMeaning): string {
  const text = typeof cell === 'string' ? tidy(bareText(cell)) : '';
  const digits = signAndDigits(text);
  if (point === 'unclear' && isPointDoubtful(digits))
    return ` Its point could be a decimal or a thousands separator, and the other amounts don't show which. ${WRITE_PLAIN}`;
  if (/^\D*\d{1,3},\d{3}\D*$/.test(text)) return ` Its comma could be a decimal or a thousands separator. ${WRITE_PLAIN}`;
  if (/^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return ' A spreadsheet dropped its last digits. Bring in the original download.';
  if (text === '-') return ` A dash can mean zero or no amount. Write 0, or remove the row.`;
  if (/\d ?(?:CR|DR)$/i.test(text)) return ` CR and DR don't show whether it adds or deducts. ${WRITE_PLAIN}`;
  const micros = typeof cell === 'number' ? microsOfNumber(cell) : microsOf(decimalOf(digits.replace(/^-/, '')) ?? '');
  if (micros !== null && !isExact(micros))
    return ` It's more than ${formatUsd(centsOfMicros(MAX_MICROS))}, the most that can be kept exactly. Check the original download.`;
  if (writtenAmount(text) === 'signs') return ` It has more than one sign, or only one bracket. ${WRITE_PLAIN}`;
  const currency = currencyIn(text);
  if (currency !== null) return ` It includes the currency ${currency}. ${WRITE_PLAIN}`;
  return ` ${WRITE_PLAIN}`;
}

const WRITE_PLAIN = 'Write a plain number such as 1234.50.';

function oddPartner(cell: unknown): string {
  const plain = plainValue(cell);
  if (isErrorText(cell) || isBlank(plain) || (typeof plain !== 'string' && typeof plain !== 'number'))
    return unreadable('Partner ID', cell);
  switch (oddPartnerId(bareText(`${plain}`))) {
    case 'nothing':
      return `The Partner ID ${quoted(`${plain}`)} doesn't identify a partner.`;
    case 'rounded':
      return rounded('Partner ID', cell);
    default:
      return unreadable('Partner ID', cell, " It isn't clearly a whole number. Write it like 1234567.");
  }
}

function undatable(cell: unknown): string {
  const text = plainValue(cell);
  const why =
    typeof text === 'string' && isDateDoubtful(text) ? " It could mean different days, and the other dates don't show which." : '';
  return unreadable('earning date', cell, `${why} Write it like 2024-12-31.`);
}

const rounded = (what: string, cell: unknown): string =>
  `The ${what} ${quoted(textOf([cell]))} has lost digits because a spreadsheet rounded it. Bring in the original download.`;

function unreadable(what: string, cell: unknown, hint = ''): string {
  const plain = plainValue(cell);
  if (isBlank(plain)) return `The ${what} is blank.`;
  return `The ${what} ${quoted(typeof plain === 'object' && plain !== null ? plain.error : String(plain))} can't be read.${hint}`;
}
