import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import type { Cents } from '../../domain/money/money';
import { payDay } from '../../domain/calendar/payment-dates';
import { compareHalves, labelOf, lastDay, type Half } from '../../domain/calendar/half';
import { SMALLEST_PAYMENT } from '../../rulebook/claiming';
import type { FundDetails } from '../store/funds-in-workbook';

/** A fund as the Funds screen shows it. */
export interface FundView extends FundDetails {
  label: string;
  /** The approximate day converted co-op is paid; null if nothing converts, or its payment waits. */
  paidAbout: Day | null;
  /** Whether what converts is below the smallest payment, so that no day can be estimated. */
  isPaymentWaiting: boolean;
}

/** The funds of one half and their totals: for an overview, never for a threshold. */
export interface HalfOfFunds {
  half: Half;
  label: string;
  funds: FundView[];
  coop: Cents;
  aboveThreshold: Cents;
  belowThreshold: Cents;
  /** The resolution deadline of its claims is over. */
  isClosed: boolean;
}

const NO_MONEY = { coop: 0, aboveThreshold: 0, belowThreshold: 0 };

/** Every fund of the workbook by half, the newest first. */
export function fundsByHalf(funds: readonly FundDetails[], book: WorkbookRules): HalfOfFunds[] {
  const halves = new Map<string, HalfOfFunds>();
  for (const fund of funds) {
    const label = labelOf(fund.half);
    let half = halves.get(label);
    if (!half) halves.set(label, (half = { ...NO_MONEY, half: fund.half, label, funds: [], isClosed: fund.stage === 'closed' }));
    const converts = fund.coop > 0 && fund.usable === 0 && fund.status !== 'incomplete';
    half.funds.push({
      ...fund,
      label,
      isPaymentWaiting: converts && fund.coop < SMALLEST_PAYMENT,
      paidAbout:
        converts && fund.coop >= SMALLEST_PAYMENT
          ? payDay(lastDay(fund.half), 'rebate', book.rulesOn(lastDay(fund.half)).payment().value)
          : null,
    });
    half.coop += fund.coop;
    half.aboveThreshold += fund.usable ?? 0;
    half.belowThreshold += fund.usable === null ? 0 : fund.coop - fund.usable;
  }
  return [...halves.values()].sort((a, b) => compareHalves(b.half, a.half));
}
