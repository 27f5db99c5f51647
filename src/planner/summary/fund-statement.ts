import { isErrorText } from '../../cells/error-text';
import { statementOf, type StatementLine } from '../../domain/balance/statement';
import { endOfMonth, formatDay, type Day } from '../../domain/calendar/day';
import { lastDay } from '../../domain/calendar/half';
import { isSameFund, type FundId } from '../../domain/funds/fund';
import { groupBy } from '../../domain/group-by';
import { centsOfMicros, formatUsd, sumOf } from '../../domain/money/money';
import { compareText } from '../../domain/text/compare';
import { plural } from '../../domain/text/plural';
import type { MonthRow } from '../../reports/import/earnings-import';
import { columnsOf, hasColumns, type TableCells } from '../../records/table';
import { fundRows, FUNDS_TABLE } from '../../storage/funds/funds-table';
import { PARTNERS } from '../../storage/planning/partners-table';
import { COMPARED_COLUMNS, statementPage } from '../../storage/summary/statement-page';
import type { Workbook } from '../../storage/workbook';
import { capsIn } from '../activities/caps-in';
import { describeStatus } from '../funds/fund-status-text';
import type { FundView } from '../funds/funds-view';
import { formatMonth } from '../../domain/calendar/month-text';
import type { Reading } from '../store/planning-store';
import { notMade, UNKNOWN_AMOUNTS, type PageMade } from './page-made';

/** Creates or recreates the statement of a fund. Four round trips. */
export async function writeStatement(
  workbook: Pick<Workbook, 'tables' | 'writePage'>,
  details: FundView,
  { read, asOf, book }: Reading,
): Promise<PageMade> {
  const fund = read.funds.find((candidate) => isSameFund(candidate, details));
  if (read.hasUnknownAmounts) return notMade(`The statement wasn't written: ${UNKNOWN_AMOUNTS}`);
  if (!fund) return notMade('None of the rows of this fund could be counted, so there are no amounts for a statement yet.');
  const statement = statementOf(
    fund,
    { ...details, earned: earnedLines(details) },
    read.activities.map(({ value }) => value),
    read.claims.map(({ value }) => value),
    asOf,
    capsIn(book),
  );
  const [funds = null, partners = null] = await workbook.tables.read([
    { name: FUNDS_TABLE, formulasIn: [] },
    { name: PARTNERS.design.name, formulasIn: [] },
  ]);
  const page = statementPage(fund, statement, {
    asOf,
    partners,
    fundCell: fundCellOf(funds, fund),
    notes: [
      ['Status', describeStatus(details, asOf)],
      ['Threshold', details.threshold === null ? 'Not known' : formatUsd(details.threshold)],
      ['Activities', `${formatDay(fund.usageStart)} through ${formatDay(fund.usageEnd)}`],
      ['Claims', `Through ${formatDay(fund.claimDeadline)}; approved by ${formatDay(fund.resolutionDeadline)}`],
      ...(details.skipped > 0
        ? [['Incomplete', `${plural(details.skipped, 'report row')} of this fund couldn't be counted.`] as const]
        : []),
      ...statement.balance.unknown.map((sentence) => ['Not counted', sentence] as const),
    ],
  });
  const takeBack = await workbook.writePage(page);
  const sentence = `The statement is on the sheet "${page.sheet}", as of ${formatDay(asOf)}. It prints on one page. Make it again to update it.`;
  return { sentence, sheet: page.sheet, takeBack };
}

/** What was earned, by month. A fund is rounded once, so a month's cents are what it adds to the rounded running total. */
function earnedLines(fund: FundView): Omit<StatementLine, 'entry'>[] {
  if (fund.isTyped)
    return [
      {
        day: lastDay(fund.half),
        what: 'Co-op earned in the half',
        source: fund.reported === null ? 'Entered in CoopFunds' : 'Typed over in CoopFunds',
        amount: fund.coop,
      },
    ];
  const months = [
    ...groupBy(
      fund.months.filter(({ kind }) => kind === 'co-op'),
      ({ month }) => month,
    ),
  ].sort(([a], [b]) => compareText(a, b));
  let micros = 0;
  return months.map(([month, rows]) => {
    const before = centsOfMicros(micros);
    micros += sumOf(rows, (row) => row.micros);
    return {
      day: endOfMonth(`${month}-01` as Day),
      what: `Earned in ${formatMonth(month)}, ${plural(countOf(rows), 'earning')}`,
      source: fund.origin?.source ? `Last report: ${fund.origin.source}` : 'CoopEarnings',
      amount: centsOfMicros(micros) - before,
    };
  });
}

const countOf = (rows: readonly MonthRow[]): number => sumOf(rows, ({ counted }) => counted);

/** The fund's cell in CoopFunds; null in a table that lacks its row or a column to compare with. */
function fundCellOf(funds: TableCells | null, fund: FundId): string | null {
  if (!funds || !hasColumns(funds, 'Fund', ...COMPARED_COLUMNS)) return null;
  const row = [...fundRows(funds)].find(([, name]) => isSameFund(name, fund))?.[0];
  const cell = row === undefined ? '' : String(funds.values[row]![columnsOf(funds.header, ['Fund']).Fund]);
  return cell === '' || isErrorText(cell) ? null : cell;
}
