import { groupBy } from '../../domain/group-by';
import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Activity } from '../../domain/activities/activity';
import { fundKey, nameOfFund, type Fund, type FundId } from '../../domain/funds/fund';
import { isSubmitted } from '../../domain/claims/claim-status';
import { balanceOf, type FundBalance } from '../../domain/balance/balance';
import type { Day } from '../../domain/calendar/day';
import { compareHalves } from '../../domain/calendar/half';
import { compareText } from '../../domain/text/compare';
import type { Stored, PlanningRead } from '../store/planning-store';
import type { Around } from './activity-view';
import { claimedIn } from '../claims/claimed-in';
import { capsIn } from './caps-in';
import { expectedMoney, type ExpectedMoney } from './expected-money';

/**
 * A fund with its activities; the fund is null if the workbook has none by that name, and the name is null if none was
 * chosen. Without a balance, a fund's amounts aren't known.
 */
export interface PlanGroup {
  key: string;
  name: FundId | null;
  fund: Fund | null;
  balance: FundBalance | null;
  activities: readonly Stored<Activity>[];
  /** Nothing can be claimed from it anymore. */
  isPast: boolean;
  /** What it is expected to pay while its half is being earned; null once it is over. */
  expected: ExpectedMoney | null;
}

/** The plan by fund: the next to lapse is first, those that are over are last. Funds without money show only if they have activities or claims. */
export function groupActivities(read: PlanningRead, asOf: Day, book: WorkbookRules): PlanGroup[] {
  const { activities, claims, funds, hasUnknownAmounts } = read;
  const capOf = capsIn(book);
  const groups = new Map<string, PlanGroup>();
  const byKey = groupBy(activities, ({ value }) => fundKey(value.fund));
  const planned = activities.map(({ value }) => value);
  const claimed = claims.map(({ value }) => value);
  for (const fund of funds) {
    const key = fundKey(fund);
    const ofFund = byKey.get(key) ?? [];
    // all of them: a claim on this fund may be for an activity that counts in another
    const balance = balanceOf(fund, planned, claimed, asOf, capOf);
    if (ofFund.length === 0 && balance.usable <= 0 && balance.counted.length === 0) continue;
    groups.set(key, {
      key,
      name: nameOfFund(fund),
      fund,
      balance: hasUnknownAmounts ? null : balance,
      activities: inOrder(ofFund),
      isPast: asOf > fund.claimDeadline,
      expected: expectedMoney(fund, balance, read, asOf, book),
    });
  }
  for (const [key, ofFund] of byKey) {
    if (groups.has(key)) continue;
    const name = ofFund[0]!.value.fund;
    const expected = name && expectedMoney(name, null, read, asOf, book);
    groups.set(key, { key, name, fund: null, balance: null, activities: inOrder(ofFund), isPast: false, expected });
  }
  return [...groups.values()].sort(byUrgency);
}

/** The context that all activities share. */
export type SharedContext = Omit<Around, 'fund' | 'balance' | 'expected'>;

/** Prepares that context, which takes going through all claims. */
export function contextIn(read: PlanningRead, asOf: Day, book: WorkbookRules): SharedContext {
  const { claims, settings, unknownFields } = read;
  const submitted = claims.flatMap(({ value: { activityId, status } }) => (activityId !== '' && isSubmitted(status) ? [activityId] : []));
  return { settings, asOf, book, ...claimedIn(read, asOf, book), submitted: new Set(submitted), unknownFields };
}

/** The context of an activity of a fund, in the list or in the editor. For several funds, prepare what they share once. */
export function aroundIn(
  fundName: FundId | null,
  groups: readonly PlanGroup[],
  read: PlanningRead,
  asOf: Day,
  book: WorkbookRules,
  shared: SharedContext = contextIn(read, asOf, book),
): Around {
  const { funds, claims, hasUnknownAmounts } = read;
  const key = fundKey(fundName);
  const group = groups.find((candidate) => candidate.key === key);
  const fund = group ? group.fund : (funds.find((candidate) => key !== '' && fundKey(candidate) === key) ?? null);
  const balance = group
    ? group.balance
    : fund &&
      !hasUnknownAmounts &&
      balanceOf(
        fund,
        [],
        claims.map(({ value }) => value),
        asOf,
      );
  const expected = group ? group.expected : fund && expectedMoney(fund, balance || null, read, asOf, book);
  return {
    ...shared,
    fund,
    balance: balance || null,
    expected: expected?.kind === 'expected' ? expected.expected : null,
  };
}

/** By first day, those without one last; then in sheet order. */
function inOrder(activities: readonly Stored<Activity>[]): Stored<Activity>[] {
  return [...activities].sort((a, b) => compareText(a.value.start ?? '9', b.value.start ?? '9') || a.row - b.row);
}

function byUrgency(a: PlanGroup, b: PlanGroup): number {
  if (a.isPast !== b.isPast) return a.isPast ? 1 : -1;
  if (!a.name || !b.name) return a.name ? 1 : b.name ? -1 : 0;
  return (
    compareHalves(a.name.half, b.name.half) * (a.isPast ? -1 : 1) ||
    compareText(a.name.partnerId, b.name.partnerId) ||
    compareText(a.name.program, b.name.program)
  );
}
