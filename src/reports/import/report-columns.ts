import { list } from '../../domain/text/list';
import { badInput, type Problem } from '../../domain/problem';
import { describeColumn, foldedHeaders, foldHeader, SPELLINGS, type Columns, type Spellings } from '../range/columns';
import { MarksOfFiles, type FileMarks } from './amount-marks';
import type { ReportKind } from './earnings-import';

/** A file's columns as indexes; -1 if it has no such column. */
export interface ReportColumns extends Omit<Columns, 'header'> {
  engagement: number;
  lever: number;
  /** The report's own rate to US dollars, only in a report without a US dollar column; otherwise -1. */
  rate: number;
  /** The columns of an amount in its own currency and its rate, in a report with a US dollar column; null without all three. */
  foreign: ForeignColumns | null;
  /** A transaction's amount, US dollars and rate, which show what a rate means; only in a report without a US dollar column. */
  transaction: { amount: number; usd: number; rate: number };
  /** US dollars that an earning is a share of; -1 in a Growth download, which repeats an earning for each of its transactions. */
  eligible: number;
  /** How to read amounts, rates and dates. */
  marks: FileMarks;
}

/** What a row has next to its US dollars. */
interface ForeignColumns {
  currency: number;
  amount: number;
  rate: number;
}

/** What to download instead; the end of every refusal. */
export const DOWNLOAD_INSTEAD = 'download Partner Center → Earnings → Download report → Earnings | Default instead.';

const EVERY_SPELLING = {
  ...SPELLINGS,
  engagement: ['engagement', 'engagementName', 'engagement'],
  rate: ['exchange rate', 'earningExchangeRate'],
} as const satisfies Record<string, Spellings>;

type Wanted = keyof typeof EVERY_SPELLING;

const NEEDED = ['partnerId', 'program', 'type', 'date'] as const;
const ALL_FOLDED = new Set<string>(Object.values(EVERY_SPELLING).flatMap(foldedHeaders));

/** Partner Center's other downloads, by columns that only they have (Learn, 2023). Any one is enough, since people remove columns. */
const OTHER_DOWNLOADS: readonly { columns: readonly string[]; is: string }[] = [
  {
    columns: ['totalpayment', 'withheldtax', 'cireferencenumber', 'earnedusd', 'paymentdate', 'servicefeetax'],
    is: 'the Payments download, which lists payments for the Claims screen, not earnings',
  },
  {
    columns: [
      'maxcapusd',
      'balanceearningopportunityusd',
      'totalearningsusd',
      'targetrevenueusd',
      'maxcapeffectivestartdate',
      'maxcapeffectiveenddate',
      'maxcapbalancerefreshdate',
    ],
    is: 'the MaxCapBalance download, which lists remaining earning caps',
  },
  {
    columns: ['unearnedid', 'productfamily', 'compensableunitsalt', 'customeridtype'],
    is: 'the Ineligible revenue usage download, which lists revenue without earnings',
  },
];

const ONLY_IN_GROWTH = ['totaltransactionamountusd', 'transactionmonth'];

/** The number of known columns that a row names, to find the header. */
export const headersIn = (row: readonly unknown[]): number => new Set(row.map(foldHeader).filter((name) => ALL_FOLDED.has(name))).size;

/** Finds a report's columns by name and identifies the download. Throws a Problem if it isn't an earnings report. */
export function findReportColumns(
  header: readonly unknown[],
  file: string,
  marks = new MarksOfFiles().next(false),
): { columns: ReportColumns; kind: ReportKind } {
  const names = header.map(foldHeader);
  const find = (wanted: Wanted): number => positionOf(names, wanted, header, file);
  const columns = {
    partnerId: find('partnerId'),
    program: find('program'),
    type: find('type'),
    date: find('date'),
    earningId: find('earningId'),
    reason: find('reason'),
    calculated: find('calculated'),
    engagement: find('engagement'),
    lever: find('lever'),
  };
  const missing: string[] = NEEDED.filter((wanted) => columns[wanted] < 0).map((wanted) => describeColumn(EVERY_SPELLING[wanted]));
  const usd = find('amountUsd');
  const inCurrency = usd < 0 ? find('amount') : -1;
  const currency = usd < 0 ? find('currency') : -1;
  const rate = usd < 0 ? find('rate') : -1;
  if (usd < 0 && (inCurrency < 0 || (currency < 0 && rate < 0))) missing.push(describeColumn(SPELLINGS.amountUsd));
  if (missing.length > 0) throw notAReport(names, missing, file);
  const amount = usd >= 0 ? usd : inCurrency;
  const isGrowth = ONLY_IN_GROWTH.some((name) => names.includes(name));
  if (isGrowth && columns.earningId < 0) {
    throw badInput(
      `"${file}" is the Growth download without its column earningId. It repeats each earning for every transaction, so its rows don't add up; ${DOWNLOAD_INSTEAD}`,
    );
  }
  return {
    columns: {
      ...columns,
      amount,
      currency,
      rate,
      foreign: usd < 0 ? null : foreignColumns(names),
      transaction: {
        amount: names.indexOf('transactionamount'),
        usd: names.indexOf('transactionamountusd'),
        rate: names.includes('transactionexchangerate') ? names.indexOf('transactionexchangerate') : rate,
      },
      eligible: isGrowth ? -1 : eligibleColumn(names),
      marks,
      amounts: names.flatMap((name, index) => (name.includes('amount') ? [index] : [])),
    },
    kind: columns.earningId < 0 ? 'summarized' : isGrowth ? 'growth' : 'default',
  };
}

/** Whether a text has a whole header row in it. */
export const isRowInCell = (text: string): boolean => headersIn(text.split(/[^\w ()-]+/)) > 2;

export const rowsInCells = (file: string): Problem =>
  badInput(`"${file}" has each row in one cell, so its columns can't be identified; ${DOWNLOAD_INSTEAD}`);

/** The own amount's columns; null if one is missing or there more than once, since nothing that counts depends on them. */
function foreignColumns(names: readonly string[]): ForeignColumns | null {
  const [currency, amount, rate] = (['currency', 'amount', 'rate'] as const).map((wanted) => {
    const folded = foldedHeaders(EVERY_SPELLING[wanted]);
    const found = names.flatMap((name, index) => (folded.includes(name) ? [index] : []));
    return found.length === 1 ? found[0]! : -1;
  }) as [number, number, number];
  return currency < 0 || amount < 0 || rate < 0 ? null : { currency, amount, rate };
}

/** The column of the download, or of our own table CoopEarnings; -1 for none or several, since nothing that counts depends on it. */
function eligibleColumn(names: readonly string[]): number {
  const found = names.flatMap((name, index) => (ELIGIBLE.includes(name) ? [index] : []));
  return found.length === 1 ? found[0]! : -1;
}

const ELIGIBLE = ['transactionamountusd', 'eligibleusd'];

/** Columns beyond those an import needs, by their folded names; -1 if the report doesn't have one. */
export function furtherColumns<Field extends string>(
  header: readonly unknown[],
  wanted: Readonly<Record<Field, readonly string[]>>,
): Record<Field, number> {
  const names = header.map(foldHeader);
  const columnOf = (folded: readonly string[]): number => names.findIndex((name) => folded.includes(name));
  return Object.fromEntries(Object.entries<readonly string[]>(wanted).map(([field, folded]) => [field, columnOf(folded)])) as Record<
    Field,
    number
  >;
}

function notAReport(names: readonly string[], missing: readonly string[], file: string): Problem {
  const other = OTHER_DOWNLOADS.find(({ columns }) => columns.some((column) => names.includes(column)));
  if (other) return badInput(`"${file}" is ${other.is}; ${DOWNLOAD_INSTEAD}`);
  if (names.some(isRowInCell)) return rowsInCells(file);
  if (missing.length > 3) return badInput(`"${file}" isn't an earnings report: no header row was found; ${DOWNLOAD_INSTEAD}`);
  return badInput(`"${file}" has no column for the ${list(missing, 'and')}; ${DOWNLOAD_INSTEAD}`);
}

function positionOf(names: readonly string[], wanted: Wanted, header: readonly unknown[], file: string): number {
  const folded = foldedHeaders(EVERY_SPELLING[wanted]);
  const found = names.flatMap((name, index) => (folded.includes(name) ? [index] : []));
  if (found.length > 1) {
    const where = list(
      found.map((index) => `"${String(header[index]).trim()}" (column ${index + 1})`),
      'and',
    );
    throw badInput(
      `"${file}" has more than one column for the ${describeColumn(EVERY_SPELLING[wanted])}, ${where}: rename or remove all but one.`,
    );
  }
  return found[0] ?? -1;
}
