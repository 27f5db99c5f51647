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
}

/** The plan by fund: the next to lapse is first, those that are over are last. Funds without money show only if they have activities or claims. */
export function groupActivities(
  { activities, claims, funds, hasUnknownAmounts }: PlanningRead,
  asOf: Day,
  book: WorkbookRules,
): PlanGroup[] {
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
    });
  }
  for (const [key, ofFund] of byKey) {
    if (!groups.has(key))
      groups.set(key, { key, name: ofFund[0]!.value.fund, fund: null, balance: null, activities: inOrder(ofFund), isPast: false });
  }
  return [...groups.values()].sort(byUrgency);
}

/** The context that all activities share. */
export function contextIn(read: PlanningRead, asOf: Day, book: WorkbookRules): Omit<Around, 'fund' | 'balance'> {
  const { claims, settings, unknownFields } = read;
  const submitted = claims.flatMap(({ value: { activityId, status } }) => (activityId !== '' && isSubmitted(status) ? [activityId] : []));
  return { settings, asOf, book, claimed: claimedIn(read, asOf, book), submitted: new Set(submitted), unknownFields };
}

/** The context of an activity of a fund, in the list or in the editor. */
export function aroundIn(
  fundName: FundId | null,
  groups: readonly PlanGroup[],
  read: PlanningRead,
  asOf: Day,
  book: WorkbookRules,
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
  return { ...contextIn(read, asOf, book), fund, balance: balance || null };
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
