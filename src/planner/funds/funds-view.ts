import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import type { Cents } from '../../domain/money/money';
import { payDay } from '../../domain/calendar/payment-dates';
import { compareHalves, labelOf, lastDay, type Half } from '../../domain/calendar/half';
import { fundsOf, type FundRow } from '../../reports/funds';
import type { MonthRow } from '../../reports/import/earnings-import';
import { fundKey } from '../../domain/funds/fund';
import { fundOf, fundRows, originAt, type FundOrigin } from '../../storage/funds/funds-table';
import type { TableCells } from '../../records/table';
import { monthsIn } from '../store/earned-months';
import { skippedIn } from '../store/funds-in-workbook';

/** A fund as the workbook keeps it. */
export interface FundView extends FundRow {
  label: string;
  /** Its row in the table CoopFunds, null where people have removed it. */
  row: number | null;
  origin: FundOrigin | null;
  /** Its months: what it is made of. */
  months: readonly MonthRow[];
  /** When converted co-op is about paid, null where nothing converts. */
  paidAbout: Day | null;
}

/** The funds of one half, and what they come to together: for an overview, never for a threshold. */
export interface HalfOfFunds {
  half: Half;
  label: string;
  funds: FundView[];
  coop: Cents;
  usable: Cents;
  converted: Cents;
}

/** Every fund of the workbook's tables, by half, the newest first. */
export function keptFunds(earnings: TableCells | null, funds: TableCells | null, book: WorkbookRules, asOf: Day): HalfOfFunds[] {
  const months = monthsIn(earnings);
  const rows = new Map([...fundRows(funds)].map(([row, key]) => [fundKey(key), row]));
  const halves = new Map<string, HalfOfFunds>();
  for (const fund of fundsOf({ months, skipped: skippedIn(funds) }, (day) => book.rulesOn(day), asOf)) {
    const label = labelOf(fund.half);
    let half = halves.get(label);
    if (!half) halves.set(label, (half = { half: fund.half, label, funds: [], coop: 0, usable: 0, converted: 0 }));
    const key = fundKey(fund);
    const row = rows.get(key) ?? null;
    half.funds.push({
      ...fund,
      label,
      row,
      origin: row === null ? null : originAt(funds!, row),
      months: months.filter((one) => fundKey(fundOf(one)) === key),
      paidAbout:
        fund.coop > 0 && fund.usable === 0 ? payDay(lastDay(fund.half), 'rebate', book.rulesOn(lastDay(fund.half)).payment().value) : null,
    });
    half.coop += fund.coop;
    half.usable += fund.usable ?? 0;
    half.converted += fund.converted ?? 0;
  }
  return [...halves.values()].sort((a, b) => compareHalves(b.half, a.half));
}
