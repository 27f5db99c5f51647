import type { WorkbookRules } from '../../cells/workbook-rules';
import { splitCost } from '../../domain/activities/activity-cost';
import type { Activity } from '../../domain/activities/activity';
import { reserveCap } from '../../domain/activities/caps';
import type { FundBalance } from '../../domain/balance/balance';
import { mayStillGrow } from '../../domain/checks/check-fund-dates';
import type { Day } from '../../domain/calendar/day';
import { labelOf, lastDay } from '../../domain/calendar/half';
import { applyThreshold } from '../../domain/earnings/threshold';
import { fundKey, type Fund, type FundId } from '../../domain/funds/fund';
import { formatUsd, sumOf, type Cents } from '../../domain/money/money';
import { outlookOf } from '../funds/outlook';
import type { PlanningRead } from '../store/planning-store';
import { capsIn } from './caps-in';

/** What a half still being earned is expected to pay, in US dollars. It is never part of a balance or a sum with earned money. */
export type ExpectedMoney =
  | {
      kind: 'expected';
      /** Above the threshold by what is earned so far. */
      soFar: Cents;
      /** Above the threshold at the current pace, and if every open month is like the lowest; null with one full month. */
      expected: Cents;
      low: Cents | null;
      /** All co-op at the current pace, and the threshold it is held against. */
      accrued: Cents;
      /** How much of that isn't earned yet. */
      open: Cents;
      threshold: Cents;
      /** What its activities ask for, drafts included. */
      planned: Cents;
    }
  | { kind: 'no forecast'; why: string };

/** What a fund is expected to pay, by the forecast that Funds shows; null if its half has ended, or if what is planned isn't known. */
export function expectedMoney(
  name: FundId,
  balance: FundBalance | null,
  {
    fundDetails,
    earnings,
    activities,
    hasUnknownAmounts,
  }: Pick<PlanningRead, 'fundDetails' | 'earnings' | 'activities' | 'hasUnknownAmounts'>,
  asOf: Day,
  book: WorkbookRules,
): ExpectedMoney | null {
  if (asOf > lastDay(name.half) || hasUnknownAmounts) return null;
  const key = fundKey(name);
  const details = fundDetails.find((fund) => fundKey(fund) === key);
  if (!details) return { kind: 'no forecast', why: `This workbook has no co-op of ${labelOf(name.half)} for this fund yet.` };
  if (details.isTyped)
    return {
      kind: 'no forecast',
      why:
        details.reported === null
          ? 'Its co-op was entered by hand, so there are no months to project from.'
          : 'Its co-op is typed over in the table CoopFunds, so it is taken as it is.',
    };
  const outlook = outlookOf(details, earnings?.months ?? [], book, asOf);
  if (outlook.kind === 'too little') return { kind: 'no forecast', why: outlook.why };
  const { threshold } = outlook;
  const { actual, expected, low } = outlook.projection;
  const capOf = capsIn(book);
  const asked = (activity: Activity): Cents => splitCost(activity, reserveCap(capOf(activity), expected)).coop ?? 0;
  const drafts = activities.filter(({ value }) => value.status === 'draft' && fundKey(value.fund) === key);
  return {
    kind: 'expected',
    soFar: details.usable ?? 0,
    expected: applyThreshold(expected, threshold).usable,
    low: low === null ? null : applyThreshold(low, threshold).usable,
    accrued: expected,
    open: Math.max(0, expected - actual),
    threshold: threshold.amount,
    planned:
      sumOf(balance?.counted ?? [], ({ plan, amount }) => (plan ? asked(plan) : amount)) + sumOf(drafts, ({ value }) => asked(value)),
  };
}

/** The same in sentences, always marked as expected. */
export function describeExpected(money: ExpectedMoney): string[] {
  if (money.kind === 'no forecast') return [`No forecast yet. ${money.why}`];
  const { soFar, expected, low, accrued, open, threshold, planned } = money;
  const [pace, lowCase] = [formatUsd(expected), low === null ? 'not known before two full months' : formatUsd(low)];
  const over = planned - expected;
  const overLow = low === null ? 0 : planned - low;
  return [
    expected === 0
      ? `Expected: nothing to claim, because ${formatUsd(accrued)} at the current pace is below the threshold of ${formatUsd(threshold)}.`
      : `Expected at the current pace: ${pace}, ${open === 0 ? 'all of it earned' : `of which ${formatUsd(open)} isn't earned yet`}. Low case: ${lowCase}.`,
    `Planned, with drafts: ${formatUsd(planned)}. That compares with ${formatUsd(soFar)} above threshold so far and ${pace} expected.` +
      (over > 0
        ? ` It's ${formatUsd(over)} more than expected.`
        : overLow > 0
          ? ` In the low case, it's ${formatUsd(overLow)} too much.`
          : ''),
  ];
}

/** What is planned beyond what its fund has so far, while more may come; null if nothing is, or once the fund is final. */
export const describePlannedBeyond = (fund: Fund, { over, usable }: FundBalance, asOf: Day): string | null =>
  over > 0 && mayStillGrow(fund, asOf)
    ? `Planned against expected money: ${formatUsd(usable + over)} is ${formatUsd(over)} more than the ${formatUsd(usable)} available so far.`
    : null;
