import { groupBy } from '../../domain/group-by';
import type { WorkbookRules } from '../../cells/workbook-rules';
import { isUnfinished } from '../../cells/error-text';
import { withPartnerName, type PartnerNames } from '../../domain/earnings/partner-name';
import { fundKey, nameOfFund, type Fund, type FundId } from '../../domain/funds/fund';
import type { Day } from '../../domain/calendar/day';
import { isExact, microsOfNumber, type Cents } from '../../domain/money/money';
import { compareHalves, firstDay, labelOf } from '../../domain/calendar/half';
import { fundsOf, type FundRow } from '../../reports/funds';
import type { Month, MonthRow, SkippedRows } from '../../reports/import/earnings-import';
import { NO_EARNINGS } from '../../storage/funds/earning-formulas';
import { earningsIn, unreadRows } from '../../storage/funds/earnings-table';
import { fundOf, fundRows, FUNDS_TABLE, originAt, type FundOrigin } from '../../storage/funds/funds-table';
import { fundOfUncounted, isOpen, uncountedIn, type StoredUncounted } from '../../storage/funds/skipped-table';
import { columnsOf, isFormulaAt, type TableCells } from '../../records/table';
import { monthsIn } from './earned-months';

/** A fund as the workbook keeps it, with or without money. */
export interface FundDetails extends FundRow {
  /** Its row in the table CoopFunds, null where people have removed it. */
  row: number | null;
  origin: FundOrigin | null;
  /** Its months: what it is made of. */
  months: readonly MonthRow[];
  /** Its rows of reports that couldn't be counted and are open, as far as the workbook lists them; `skipped` has the others, too. */
  uncounted: readonly StoredUncounted[];
  /** People typed its co-op into CoopFunds, so no earnings are behind it. */
  isTyped: boolean;
  /** The co-op of its earnings, where people typed over the formula that adds them up; null for any other fund. */
  reported: Cents | null;
}

/** The earnings, as the basis for what is still to be earned, imported, or repaired. */
export interface EarningsRead {
  months: readonly MonthRow[];
  /** The funds on the as-of day, with what was left out of their reports. */
  funds: readonly (FundRow & Pick<FundDetails, 'isTyped'>)[];
  /** Whether a report was ever imported; if not, every amount was typed. */
  isReported: boolean;
  /** Rows with content, but no readable month and amount. */
  unread: number;
  /** Open rows of reports that couldn't be counted and don't say which fund they belong to. */
  unplaced: readonly StoredUncounted[];
}

/** What the tables of earnings and funds say on a day. */
interface PlannedFunds {
  funds: Fund[];
  details: FundDetails[];
  earnings: EarningsRead | null;
  troubles: string[];
}

/** The funds a plan spends, the newest half first, what was earned for them, and sentences about rows that can't be read. */
export function plannedFunds(
  earnings: TableCells | null,
  funds: TableCells | null,
  skipped: TableCells | null,
  names: PartnerNames,
  book: WorkbookRules,
  asOf: Day,
): PlannedFunds {
  const months = monthsIn(earnings);
  const uncounted = groupBy(uncountedIn(skipped), (row) => keyOf(fundOfUncounted(row)));
  const { typed, troubles } = typedFunds(funds, months, uncounted);
  const details = detailsOf(months, typed, funds, uncounted, book, asOf).map((fund) => withPartnerName(fund, names));
  const shown = new Set(details.flatMap((fund) => fund.uncounted));
  const found = details
    .filter(({ counted, skipped }) => counted > 0 || skipped === 0)
    .map((row): Fund => {
      const { coop, usable, usageStart, usageEnd, claimOpens, claimDeadline, resolutionDeadline } = row;
      const days = { usageStart, usageEnd, claimOpens, claimDeadline, resolutionDeadline };
      return { ...nameOfFund(row), earned: coop, usable, ...days, ...(row.status === 'incomplete' && { isIncomplete: true }) };
    });
  return {
    funds: found.sort((a, b) => compareHalves(b.half, a.half)),
    details,
    earnings:
      earnings || skipped
        ? {
            months,
            funds: details,
            isReported: earningsIn(earnings).length > 0,
            unread: unreadRows(earnings),
            unplaced: [...uncounted.values()].flat().filter((row) => isOpen(row) && !shown.has(row)),
          }
        : null,
    troubles,
  };
}

/** Every fund with its row in the tables. The pace of reports ignores typed amounts, and the other way around. */
function detailsOf(
  months: readonly MonthRow[],
  typed: readonly MonthRow[],
  funds: TableCells | null,
  uncounted: UncountedByFund,
  book: WorkbookRules,
  asOf: Day,
): FundDetails[] {
  const skipped = skippedIn(funds, uncounted);
  const typedKeys = new Set(typed.map((month) => fundKey(fundOf(month))));
  const fundsFrom = (rows: readonly MonthRow[]) =>
    fundsOf({ months: [...rows], skipped, whole: typedKeys }, (day) => book.rulesOn(day), asOf);
  const reported = new Map(fundsFrom(months).map((fund) => [fundKey(fund), fund]));
  const rows = new Map([...fundRows(funds)].map(([row, name]) => [fundKey(name), row]));
  const standing = months.filter((month) => month.kind !== 'co-op' || !typedKeys.has(fundKey(fundOf(month))));
  const monthsByFund = groupBy(standing, (month) => fundKey(fundOf(month)));
  const all = typed.length === 0 ? [...reported.values()] : fundsFrom([...standing, ...typed]);
  return all.map((found): FundDetails => {
    const key = fundKey(found);
    const isTyped = typedKeys.has(key);
    const row = rows.get(key) ?? null;
    const fund = isTyped ? found : (reported.get(key) ?? found);
    return {
      ...fund,
      row,
      origin: row === null ? null : originAt(funds!, row),
      months: monthsByFund.get(key) ?? [],
      uncounted: (uncounted.get(key) ?? []).filter(isOpen),
      isTyped,
      reported: isTyped ? (reported.get(key)?.coop ?? null) : null,
    };
  });
}

/** Gives a fund the spelling of the workbook's funds, whatever a row of the plan has, and the name of its Partner ID. */
export function fundNamer(funds: readonly Fund[], names: PartnerNames): (name: FundId | null) => FundId | null {
  const known = new Map(funds.map((fund) => [fundKey(fund), nameOfFund(fund)]));
  return (name) => name && (known.get(fundKey(name)) ?? withPartnerName(name, names));
}

/** Rows left out of a fund: those that CoopSkipped lists, or else the count in the fund's own row. */
function skippedIn(funds: TableCells | null, uncounted: UncountedByFund): SkippedRows[] {
  const listed = [...uncounted.values()].flatMap((rows) => {
    const fund = fundOfUncounted(rows[0]!);
    return fund ? [{ ...fund, half: labelOf(fund.half), rows: rows.filter(isOpen).length }] : [];
  });
  const counted = [...fundRows(funds)]
    .filter(([, fund]) => !uncounted.has(fundKey(fund)))
    .map(([row, fund]) => ({ ...fund, half: labelOf(fund.half), rows: originAt(funds!, row).skipped }));
  return [...listed, ...counted].filter(({ rows }) => rows > 0);
}

/** The rows of CoopSkipped by the key of their fund; '' where they don't say which. */
type UncountedByFund = ReadonlyMap<string, readonly StoredUncounted[]>;

const keyOf = (fund: FundId | null): string => (fund ? fundKey(fund) : '');

/**
 * Funds whose co-op was typed into CoopFunds, also over the formula that adds up their earnings, as the sheet has it: it counts
 * as earned in the half's first month. A fund with only uncounted report rows isn't one of them.
 */
function typedFunds(
  funds: TableCells | null,
  months: readonly MonthRow[],
  uncounted: UncountedByFund,
): { typed: MonthRow[]; troubles: string[] } {
  const earned = new Set(months.map((month) => fundKey(fundOf(month))));
  const typed: MonthRow[] = [];
  const troubles: string[] = [];
  for (const [row, key] of fundRows(funds)) {
    const column = columnsOf(funds!.header, ['Co-op'])['Co-op'];
    const isEarned = earned.has(fundKey(key));
    if (isEarned && (column < 0 || isFormulaAt(funds!, row, column))) continue;
    const coop = funds!.values[row]![column] ?? '';
    const micros = typeof coop === 'number' ? microsOfNumber(coop) : null;
    if (coop === NO_EARNINGS || (typeof coop !== 'number' && uncounted.has(fundKey(key)))) continue;
    if (!isExact(micros)) {
      const why = isUnfinished(coop)
        ? 'Excel is still calculating Co-op'
        : coop === ''
          ? 'Co-op is blank'
          : `Co-op is "${coop}", which isn't an amount`;
      troubles.push(
        isEarned
          ? `Row ${row + 1} of ${FUNDS_TABLE}: ${why}, so the earnings report counts.`
          : `Row ${row + 1} of ${FUNDS_TABLE} isn't included: ${why}.`,
      );
    } else if (coop !== 0 || isEarned) {
      typed.push({
        month: firstDay(key.half).slice(0, 7) as Month,
        partnerId: key.partnerId,
        program: key.program,
        engagement: '',
        lever: '',
        earningType: '',
        kind: 'co-op',
        micros,
        eligible: null,
        counted: 1,
        repeats: 0,
        first: { file: '', line: 0 },
      });
    }
  }
  return { typed, troubles };
}
