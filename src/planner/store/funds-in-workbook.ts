import type { WorkbookRules } from '../../cells/workbook-rules';
import { isUnfinished } from '../../cells/error-text';
import { fundKey, nameOfFund, type Fund, type FundId } from '../../domain/funds/fund';
import type { Day } from '../../domain/calendar/day';
import { isExact, microsOfNumber } from '../../domain/money/money';
import { compareHalves, firstDay, labelOf } from '../../domain/calendar/half';
import { fundsOf } from '../../reports/funds';
import type { Month, MonthRow, SkippedRows } from '../../reports/import/earnings-import';
import { earningsIn, unreadRows } from '../../storage/funds/earnings-table';
import { fundOf, fundRows, FUNDS_TABLE, originAt } from '../../storage/funds/funds-table';
import { columnsOf, type TableCells } from '../../records/table';
import { monthsIn } from './earned-months';
import type { EarningsRead } from './planning-store';

/** What the tables of earnings and funds say on a day. */
interface PlannedFunds {
  funds: Fund[];
  earnings: EarningsRead | null;
  troubles: string[];
}

/** The funds a plan spends, the newest half first, what was earned for them, and sentences about rows that cannot be read. */
export function plannedFunds(earnings: TableCells | null, funds: TableCells | null, book: WorkbookRules, asOf: Day): PlannedFunds {
  const months = monthsIn(earnings);
  const { typed, troubles } = typedFunds(funds, months);
  const rows = fundsOf({ months: [...months, ...typed], skipped: skippedIn(funds) }, (day) => book.rulesOn(day), asOf);
  const found = rows
    .filter(({ counted, skipped }) => counted > 0 || skipped === 0)
    .map((row): Fund => {
      const { coop, usable, usageStart, usageEnd, claimOpens, claimDeadline, resolutionDeadline } = row;
      return { ...nameOfFund(row), earned: coop, usable, usageStart, usageEnd, claimOpens, claimDeadline, resolutionDeadline };
    });
  return {
    funds: found.sort((a, b) => compareHalves(b.half, a.half)),
    earnings: earnings && { months, funds: rows, isReported: earningsIn(earnings).length > 0, unread: unreadRows(earnings) },
    troubles,
  };
}

/** Names a fund as the workbook's funds do, whatever spelling a row of the plan has, so that names can be compared. */
export function fundNamer(funds: readonly Fund[]): (name: FundId | null) => FundId | null {
  const known = new Map(funds.map((fund) => [fundKey(fund), nameOfFund(fund)]));
  return (name) => name && (known.get(fundKey(name)) ?? name);
}

/** Rows that were left out of a fund's report, as its row says. */
export const skippedIn = (funds: TableCells | null): SkippedRows[] =>
  [...fundRows(funds)]
    .map(([row, key]) => ({ ...key, half: labelOf(key.half), rows: originAt(funds!, row).skipped }))
    .filter(({ rows }) => rows > 0);

/** Funds people wrote into CoopFunds by hand: what they give as co-op counts as earned in the half's first month. */
function typedFunds(funds: TableCells | null, months: readonly MonthRow[]): { typed: MonthRow[]; troubles: string[] } {
  const earned = new Set(months.map((month) => fundKey(fundOf(month))));
  const typed: MonthRow[] = [];
  const troubles: string[] = [];
  for (const [row, key] of fundRows(funds)) {
    if (earned.has(fundKey(key))) continue;
    const coop = funds!.values[row]![columnsOf(funds!.header, ['Co-op'])['Co-op']] ?? '';
    const micros = typeof coop === 'number' ? microsOfNumber(coop) : null;
    if (!isExact(micros)) {
      const holds = isUnfinished(coop)
        ? 'Excel is still calculating its Co-op'
        : `Co-op holds ${coop === '' ? 'nothing' : `"${coop}"`}, which is no amount`;
      troubles.push(`Row ${row + 1} of ${FUNDS_TABLE} is left out: ${holds}.`);
    } else if (coop !== 0) {
      typed.push({
        month: firstDay(key.half).slice(0, 7) as Month,
        partnerId: key.partnerId,
        program: key.program,
        engagement: '',
        lever: '',
        earningType: '',
        kind: 'co-op',
        micros,
        counted: 1,
        repeats: 0,
        first: { file: '', line: 0 },
      });
    }
  }
  return { typed, troubles };
}
