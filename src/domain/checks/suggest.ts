import { groupBy } from '../group-by';
import type { Activity } from '../activities/activity';
import { requestedShare } from '../activities/activity-cost';
import type { Fund } from '../funds/fund';
import { usableOf } from '../balance/balance';
import { cappedCost } from './check-shared-cap';
import type { FundUsage } from '../balance/fund-usage';
import { formatDay, type Day } from '../calendar/day';
import { formatUsd, sumOf, type Cents } from '../money/money';
import { allocate, capOn, capText, type CapRule } from '../activities/caps';
import { inUsd } from '../money/currency';
import { compareText } from '../text/compare';

/** A request: an activity someone wants funded. */
export interface WishFor {
  activity: Activity;
  /** The cap of its kind on its first day. */
  cap: CapRule;
  /** Why it can't be planned no matter how much money is left, in a sentence; null if nothing known rules it out. */
  blocked: string | null;
}

/** What requests are allocated with. */
export interface SpreadWith {
  fund: Fund;
  /** Amounts already used in the fund, from its balance. */
  counted: readonly FundUsage[];
  asOf: Day;
  lastSafeDay: Day | null;
  /** What that day was calculated from, for a sentence. Omitted: not mentioned. */
  safeFor?: string;
  /** The standard name of an activity. Omitted: the name as written. */
  kindOf?: (activity: string) => string;
}

/** The rule that reduces a request. */
export interface Cut {
  rule: 'no cost' | 'blocked' | 'past' | 'usage period' | 'last safe day' | 'cap' | 'fund';
  sentence: string;
}

/** The amount allocated to a request from a fund, in US dollars, and what reduced it. */
export interface Suggestion {
  id: string;
  given: Cents;
  cutBy: Cut | null;
}

/**
 * Allocates a fund's free money to requests: by priority, then by first day, then as listed, each up to what the
 * caps of its kind leave. A request outside the fund's days gets nothing. Every reduction names its rule.
 */
export function suggest(wishes: readonly WishFor[], spread: SpreadWith): Suggestion[] {
  const { fund, kindOf = (name) => name } = spread;
  const ids = new Set(wishes.map(({ activity }) => activity.id));
  const counted = spread.counted.filter(({ activityId }) => activityId === '' || !ids.has(activityId));
  const free = Math.max(0, usableOf(fund) - sumOf(counted, ({ amount }) => amount));
  const inTurn = [...wishes].sort(byPriority).map((wish) => ({ wish, cost: requestedUsd(wish.activity), out: whyOut(wish, spread) }));
  const pools = poolsFor(
    inTurn.filter(({ out }) => out === null).map(({ wish, cost }) => ({ wish, cost: cost ?? 0 })),
    { fund, counted, kindOf },
  );
  const wanted = inTurn.map(({ wish, cost, out }) => (out === null ? Math.min(cost ?? 0, pools.get(wish)!.most) : 0));
  const given = allocate(free, wanted);
  const byWish = new Map(
    inTurn.map(({ wish, cost, out }, index): [WishFor, Suggestion] => {
      const got = given[index]!;
      const isCut = out === null && got < cost!;
      const cut = isCut ? (got < wanted[index]! ? ofFund(got, free) : pools.get(wish)!.cut) : null;
      return [wish, { id: wish.activity.id, given: got, cutBy: out ?? cut }];
    }),
  );
  return wishes.map((wish) => byWish.get(wish)!);
}

interface Pool {
  most: Cents;
  cut: Cut;
}

/** The most each request may get under the caps: each kind has one pool per usage period, and a conference also has its own. */
function poolsFor(
  turns: readonly { wish: WishFor; cost: Cents }[],
  { fund, counted, kindOf }: Required<Pick<SpreadWith, 'fund' | 'counted' | 'kindOf'>>,
): Map<WishFor, Pool> {
  const pools = new Map<WishFor, Pool>();
  for (const [kind, ofKind] of groupBy(turns, ({ wish }) => kindOf(wish.activity.activity))) {
    const { cap } = ofKind[0]!.wish;
    const whole = cap.kind === 'travel' ? cap.total : capOn(cap, Math.max(fund.earned, 0));
    const taken = sumOf(
      counted.filter(({ activity }) => kindOf(activity) === kind),
      ({ plan, amount }) => (plan ? cappedCost(plan, amount, cap) : amount),
    );
    const capped = ofKind.map(({ wish, cost }) => cappedCost(wish.activity, cost, cap) ?? 0);
    const limits = ofKind.map(({ wish }) => (cap.kind === 'travel' ? capOn(cap, 0, wish.activity.attendees) : null));
    const shares = whole === null ? capped : allocate(Math.max(0, whole - taken), capped, limits);
    ofKind.forEach(({ wish, cost }, index) =>
      pools.set(wish, { most: cost - capped[index]! + shares[index]!, cut: ofCap(wish, limits[index]!, shares[index]!, whole ?? 0) }),
    );
  }
  return pools;
}

/** The cap behind a reduction: a conference's own, or the one for the whole usage period. */
function ofCap({ activity, cap }: WishFor, limit: Cents | null, share: Cents, whole: Cents): Cut {
  if (share === limit) return { rule: 'cap', sentence: `Co-op pays at most ${formatUsd(limit)} for travel to one conference.` };
  const what = cap.kind === 'travel' ? 'travel to conferences' : `"${activity.activity}"`;
  const which = cap.kind === 'travel' ? '' : `, ${capText(cap, activity.attendees)}`;
  const taken = share === whole ? '' : `; ${share === 0 ? 'all' : formatUsd(whole - share)} of it is used`;
  return { rule: 'cap', sentence: `Co-op pays at most ${formatUsd(whole)} for ${what} in a usage period${which}${taken}.` };
}

const ofFund = (got: Cents, free: Cents): Cut => ({
  rule: 'fund',
  sentence: got === 0 ? `The fund has nothing left of its ${formatUsd(free)} free.` : `The fund has ${formatUsd(got)} left.`,
});

function whyOut({ activity, blocked }: WishFor, { fund, asOf, lastSafeDay, safeFor }: SpreadWith): Cut | null {
  const last = activity.end ?? activity.start;
  const { usageStart, usageEnd } = fund;
  if (requestedUsd(activity) === null) return { rule: 'no cost', sentence: 'Enter the cost in US dollars.' };
  // a request without days fits anywhere
  const from = activity.start ?? last ?? usageStart;
  const to = last ?? usageStart;
  if (from < usageStart || from > usageEnd || to > usageEnd) {
    return {
      rule: 'usage period',
      sentence: `This fund is used from ${formatDay(usageStart)} to ${formatDay(usageEnd)}. The activity runs from ${formatDay(from)} to ${formatDay(to)}.`,
    };
  }
  if (asOf > usageEnd) return { rule: 'usage period', sentence: `This fund could be used until ${formatDay(usageEnd)}.` };
  if (last !== null && last < asOf) return { rule: 'past', sentence: `Its end date, ${formatDay(last)}, is before ${formatDay(asOf)}.` };
  // a request without days ends on the as-of date at the earliest
  if (lastSafeDay !== null && (last ?? asOf) > lastSafeDay) {
    const because = safeFor === undefined ? '' : `, counted back from ${safeFor}`;
    return {
      rule: 'last safe day',
      sentence: `${last === null ? `It has no dates yet, and ${formatDay(asOf)} is` : `It ends on ${formatDay(last)},`} after the last safe day, ${formatDay(lastSafeDay)}${because}.`,
    };
  }
  return blocked === null ? null : { rule: 'blocked', sentence: blocked };
}

/** Two requests without a priority differ by NaN, so the next criterion decides. */
const byPriority = ({ activity: a }: WishFor, { activity: b }: WishFor): number =>
  (a.priority ?? Infinity) - (b.priority ?? Infinity) || compareText(a.start ?? '9', b.start ?? '9');

function requestedUsd(activity: Activity): Cents | null {
  const requested = requestedShare(activity);
  return requested === null || requested < 0 ? null : inUsd(requested, activity);
}
