import { list } from '../../domain/text/list';
import { cleanText } from '../../domain/text/clean-text';
import { badInput } from '../../domain/problem';

/** Where a report keeps what we read, as positions within the range; -1 where the report has no such column. */
export interface Columns {
  /** Position of the header row: the first row that is not empty. */
  header: number;
  partnerId: number;
  program: number;
  type: number;
  date: number;
  /** The US dollar amount, or the amount in the transaction's currency where `currency` is a column. */
  amount: number;
  /** Every column of amounts, which tell how they are written. */
  amounts: readonly number[];
  /** The currency to check, only in a report without a US dollar column; else -1. */
  currency: number;
  earningId: number;
  reason: number;
  calculated: number;
}

/**
 * What a column is called here, then its header spellings since 2019: the camelCase of the download first, then the words
 * of the screen and our own table CoopEarnings, which differ by more than case and spaces.
 * Positions are useless, Microsoft has moved columns; earningParticipantId is another ID and not here.
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
} as const satisfies Record<string, Spellings>;

type ColumnName = keyof typeof SPELLINGS;

/** What a column is called, and its headers. */
export type Spellings = readonly [called: string, header: string, ...others: string[]];

export const describeColumn = ([called, header]: Spellings): string => `${called} (${header})`;

export const foldedHeaders = ([, ...headers]: Spellings): string[] => headers.map(foldHeader);

/** Finds a report's columns by name; a column we need that is missing or there twice is a problem that names it. */
export function findColumns(report: readonly (readonly unknown[])[]): Columns {
  const header = report.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (header < 0) {
    throw badInput('The report is empty. Use a range with its header row, such as Earnings[#All].');
  }
  const names = (report[header] ?? []).map(foldHeader);
  const find = (wanted: ColumnName): number => position(names, wanted, report[header] ?? []);
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
    amounts: names.flatMap((name, index) => (name.includes('amount') ? [index] : [])),
    amount: isInUsd() ? need('amountUsd') : find('amount'),
    currency: isInUsd() ? -1 : find('currency'),
  };
}

/** Excel's three ways to hand over an empty cell, and text of nothing but spaces. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '');
}

function position(names: readonly string[], wanted: ColumnName, header: readonly unknown[]): number {
  const folded = foldedHeaders(SPELLINGS[wanted]);
  const found: number[] = [];
  names.forEach((name, index) => {
    if (folded.includes(name)) found.push(index);
  });
  if (found.length > 1) {
    const where = list(
      found.map((index) => `"${String(header[index]).trim()}" (column ${index + 1} of the range)`),
      'and',
    );
    throw badInput(`The report has more than one column for the ${describeColumn(SPELLINGS[wanted])}: ${where}. Keep only one.`);
  }
  return found[0] ?? -1;
}

/** The byte order mark also arrives as the three letters a wrong code page makes of it. */
export function foldHeader(cell: unknown): string {
  if (typeof cell !== 'string') return '';
  return cleanText(cell.replace(/^ï»¿/, ''))
    .replace(/[\s_()-]/g, '')
    .toLowerCase();
}
