import { serialShift } from '../../cells/context';
import { formatDay, serialOf, type Day } from '../../domain/calendar/day';
import { formatHalf, labelOf } from '../../domain/calendar/half';
import type { FundStatement, StatementLine } from '../../domain/balance/statement';
import { fundKey, type FundId } from '../../domain/funds/fund';
import { comparableId } from '../../domain/earnings/partner-id';
import { dollars } from '../../domain/money/money';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { quoted } from '../../records/formula-text';
import type { TableCells } from '../../records/table';
import type { FundColumn } from '../funds/funds-table';
import { AS_OF } from '../planning/as-of-table';
import { describePartnerFormula } from '../planning/partners-table';
import { CLOSING, type PageTable, type SheetPage } from '../workbook';
import { SUMMARY_SHEET } from './summary-page';

/** What a statement says in addition to its lines. */
export interface StatementFacts {
  asOf: Day;
  /** The names of Partner IDs, which its title follows. */
  partners: TableCells | null;
  /** Its fund's cell in the column Fund of CoopFunds; null if the table has no such row or columns. */
  fundCell: string | null;
  notes: readonly (readonly [name: string, text: string])[];
}

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';
/** The statement's first line, below the title, a blank row, its heading, and its header. */
const FIRST_ROW = 5;

/**
 * The statement of a fund for printing. Its lines are values as of a day, since Excel can't list a fund's activities and claims
 * without the add-in. Below them, formulas compare them with CoopFunds, so that a reader sees when the statement is out of date.
 */
export function statementPage(fund: FundId, { lines }: FundStatement, { asOf, partners, fundCell, notes }: StatementFacts): SheetPage {
  const last = FIRST_ROW + lines.length - 1;
  const entries: PageTable = {
    title: `Amounts in US dollars as of ${formatDay(asOf)}`,
    header: ['Entry', 'Description', 'Source', 'Date', 'Amount USD'],
    formats: ['', '', '', DAY, MONEY],
    cells: [
      ...lines.map(({ entry, day, what, source, amount }) => [
        entry,
        what,
        source,
        cellOf(day),
        amount === null ? 'not known' : dollars(amount),
      ]),
      [CLOSING, 'Free; below zero, more than the fund can pay', '', cellOf(asOf), { formula: `=SUM(E${FIRST_ROW}:E${last})` }],
    ],
  };
  return {
    sheet: statementSheet(fund),
    beside: SUMMARY_SHEET,
    title: {
      formula: `="Fund statement: "&${describePartnerFormula(quoted(comparableId(fund.partnerId)), quoted(fund.partnerId), partners)}&${quoted(`, earned ${formatHalf(fund.half)} (${labelOf(fund.half)})`)}`,
    },
    widths: [110, 260, 230, 95, 95],
    parts: [
      entries,
      ...(fundCell === null ? [] : [comparison(fundCell, last), dates(asOf)]),
      { title: `Notes as of ${formatDay(asOf)}`, rows: [['Program', fund.program] as const, ...notes].flatMap(wrapped) },
    ],
    foot: `The lines are as of ${formatDay(asOf)}. Make the statement again to update them.`,
  };
}

/** What the lines of the statement come to, and what CoopFunds says now. */
function comparison(fundCell: string, last: number): PageTable {
  const cells = (column: string): string => `${column}$${FIRST_ROW}:${column}$${last}`;
  const sumsOf = (entry: StatementLine['entry'], sign: string): string => `${sign}SUMIFS(${cells('E')},${cells('A')},"${entry}")`;
  const isFund = `CoopFunds[Fund],${quoted(fundCell)}`;
  const inFunds = (column: FundColumn): string => `SUMIFS(CoopFunds[${column}],${isFund})`;
  const first = last + COMPARED_BELOW;
  const rows = [
    ['Earned', sumsOf('Earned', ''), inFunds('Co-op')],
    ...COMPARED.map((entry) => [entry, sumsOf(entry, '-'), inFunds(entry)]),
    ['Free, less any overage', `SUM(${cells('E')})`, `${inFunds('Free')}-${inFunds('Over')}`],
  ];
  return {
    title: 'Is this statement up to date?',
    header: ['Amount', '', 'In this statement', 'Workbook now', 'Difference'],
    formats: ['', '', MONEY, MONEY, MONEY],
    cells: rows.map(([name, here, there], n) => [
      name!,
      '',
      { formula: `=ROUND(${here},2)` },
      // a program without the add-in may show no stage and no amounts there
      { formula: `=IF(COUNTIFS(${isFund},CoopFunds[Stage],"?*")=0,"not known",IFERROR(${there},"not known"))` },
      { formula: `=IFERROR(ROUND(C${first + n}-D${first + n},2),"not known")` },
    ]),
  };
}

/** Amounts differ between two days, too. */
const dates = (asOf: Day): PageTable => ({
  title: 'Dates',
  header: ['Date', '', 'Of this statement', 'Of the workbook', 'Days apart'],
  formats: ['', '', DAY, DAY, '0'],
  cells: [['As of', '', cellOf(asOf), { formula: `=${AS_OF}` }, { formula: `=${AS_OF}-${cellOf(asOf)}` }]],
});

const COMPARED = ['Planned', 'Committed', 'Spent', 'Claimed', 'Approved', 'Paid', 'Lapsed'] as const;
/** The columns of CoopFunds that a statement is compared with. */
export const COMPARED_COLUMNS: readonly FundColumn[] = ['Co-op', 'Stage', ...COMPARED, 'Free', 'Over'];
/** From the last line to the first row of the comparison: the closing balance, a blank row, its heading, and its header. */
const COMPARED_BELOW = 5;

const cellOf = (day: Day | null): number | string => (day === null ? '' : serialOf(day) - serialShift());

/** A note, in as many rows as its text needs to be seen in full. */
function wrapped([name, text]: readonly [string, string]): (readonly [string, string])[] {
  const lines = text.match(new RegExp(`.{1,${MAX_NOTE}}(?=\\s|$)|\\S+`, 'gs')) ?? [];
  return lines.map((line, n) => [n === 0 ? name : '', line.trim()]);
}

const MAX_NOTE = 115;

/** The statement's sheet, another one for each fund. A name that a sheet can't have, or another program, gets a code. */
function statementSheet(fund: FundId): string {
  const plain = fund.partnerId.replace(/[^\p{L}\p{N}]/gu, '').slice(0, MAX_NAMED);
  const isPlain = plain === fund.partnerId && fund.program === DEFAULT_PROGRAM;
  return `Fund ${plain} ${labelOf(fund.half)}${isPlain ? '' : ` ${shortHash(fundKey(fund))}`}`;
}

/** So that the sheet's name has at most 31 characters. */
const MAX_NAMED = 12;

/** Four characters that differ for two funds, as far as four characters can. */
function shortHash(text: string): string {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return hash.toString(36).slice(-4).padStart(4, '0').toUpperCase();
}
