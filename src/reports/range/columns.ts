import { cleanText } from '../../domain/text/clean-text';
import { badInput } from '../../domain/problem';

/** A report's columns as indexes within the range; -1 if the report has no such column. */
export interface Columns {
  /** The index of the header row: the first row that isn't empty. */
  header: number;
  partnerId: number;
  program: number;
  type: number;
  date: number;
  /** The US dollar amount, or the amount in the transaction's currency if `currency` is a column. */
  amount: number;
  /** All columns of amounts, which show how amounts are written. */
  amounts: readonly number[];
  /** The currency to check, only in a report without a US dollar column; otherwise -1. */
  currency: number;
  earningId: number;
  reason: number;
  calculated: number;
  lever: number;
}

/**
 * A column's name here, then its header spellings since 2019: first the camelCase of the download, then those of the screen
 * and our own table CoopEarnings, if they differ by more than case and spaces. Columns can't be found by position, since
 * Microsoft has moved them. earningParticipantId is another ID and isn't here.
 */
export const SPELLINGS = {
  partnerId: ['Partner ID', 'participantId', 'partnerId', 'mpnId'],
  program: ['program', 'programName', 'program'],
  type: ['earning type', 'earningType'],
  date: ['earning date', 'earningDate', 'earnedDate', 'month'],
  amountUsd: ['US dollar amount', 'earningAmountUSD', 'amountUSD'],
  amount: ['earning amount', 'earningAmount'],
  currency: ['transaction currency', 'transactionCurrency'],
  earningId: ['earning ID', 'earningId'],
  reason: ['reason', 'reasonCode'],
  calculated: ['calculation date', 'calculationDate'],
  lever: ['lever', 'lever', 'leverName'],
} as const satisfies Record<string, Spellings>;

type ColumnName = keyof typeof SPELLINGS;

/** Headers that are too common to be sought first, as COOP.EARNINGS writes them, and the engagement where there is no lever. */
const ELSE: Partial<Record<ColumnName, Spellings>> = {
  type: ['earning type', 'type'],
  calculated: ['calculation date', 'calculated'],
  lever: ['lever', 'engagementName'],
};

/** A column's name and its headers. */
export type Spellings = readonly [called: string, header: string, ...others: string[]];

export const describeColumn = ([called, header]: Spellings): string => `${called} (${header})`;

export const foldedHeaders = ([, ...headers]: Spellings): string[] => headers.map(foldHeader);

/** Finds a report's columns by name. Throws a Problem if a needed column is missing or not unique. */
export function findColumns(report: readonly (readonly unknown[])[]): Columns {
  const header = report.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (header < 0) {
    throw badInput('The report is empty. Use a range with its header row, such as Earnings[#All].');
  }
  const names = (report[header] ?? []).map(foldHeader);
  const find = (wanted: ColumnName): number => {
    const found = position(names, SPELLINGS[wanted], report[header] ?? []);
    const others = ELSE[wanted];
    return found < 0 && others ? position(names, others, report[header] ?? []) : found;
  };
  const need = (wanted: ColumnName): number => {
    const found = find(wanted);
    if (found < 0) {
      throw badInput(
        `The report has no column for the ${describeColumn(SPELLINGS[wanted])}. ` +
          `Row ${header + 1} of the range was read as its header. Use the range with its header row, such as Earnings[#All].`,
      );
    }
    return found;
  };
  const isInUsd = (): boolean => find('amountUsd') >= 0 || find('amount') < 0 || find('currency') < 0;
  return {
    header,
    partnerId: need('partnerId'),
    program: need('program'),
    type: need('type'),
    date: need('date'),
    earningId: find('earningId'),
    reason: find('reason'),
    calculated: find('calculated'),
    lever: find('lever'),
    amounts: names.flatMap((name, index) => (name.includes('amount') ? [index] : [])),
    amount: isInUsd() ? need('amountUsd') : find('amount'),
    currency: isInUsd() ? -1 : find('currency'),
  };
}

/** Whether a cell is blank: one of Excel's three ways to pass an empty cell, or text with only spaces. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '');
}

function position(names: readonly string[], spellings: Spellings, header: readonly unknown[]): number {
  const folded = foldedHeaders(spellings);
  const found: number[] = [];
  names.forEach((name, index) => {
    if (folded.includes(name)) found.push(index);
  });
  if (found.length > 1) {
    const where = found.map((index) => `"${String(header[index]).trim()}" (column ${index + 1} of the range)`).join(' and ');
    throw badInput(`The report has more than one column for the ${describeColumn(spellings)}: ${where}. Keep only one.`);
  }
  return found[0] ?? -1;
}

/** A header for comparison. A byte order mark may arrive as the three letters of a wrong code page. */
export function foldHeader(cell: unknown): string {
  if (typeof cell !== 'string') return '';
  return cleanText(cell.replace(/^ï»¿/, ''))
    .replace(/[\s_()-]/g, '')
    .toLowerCase();
}
