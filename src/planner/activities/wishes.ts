import type { Activity } from '../../domain/activities/activity';
import { requestedShare } from '../../domain/activities/activity-cost';
import { fundKey, type FundId } from '../../domain/funds/fund';
import { mayBePlanned, whyNotPaid } from '../../domain/checks/check-planned-activity';
import type { Cents } from '../../domain/money/money';
import { suggest, type Suggestion, type WishFor } from '../../domain/checks/suggest';
import { inUsd } from '../../domain/money/currency';
import { newId, type Change, type Stored, type PlanningRead } from '../store/planning-store';
import { factsOf, safeDayIn, type Around } from './activity-view';
import { activityNamed } from './activity-catalog';
import { readForm, type FormField } from './activity-form';
import { blankActivity } from './blank-activity';
import type { PlanWork } from './plan-session';
import { withShare } from './with-share';

/** A request for money from a fund: a draft of the plan, or typed in. */
export interface Wish {
  activity: Activity;
  /** Its row; null where it is typed in. */
  stored: Stored<Activity> | null;
  /** Its place among those typed in. */
  index: number;
  isIn: boolean;
  /** The requested co-op share, in US dollars; null if not known. */
  requested: Cents | null;
  /** The cost, in US dollars; null if not known. */
  cost: Cents | null;
  /** Why it isn't included; blank if it is. */
  why: string;
  mistakes: ReadonlyMap<FormField, string>;
}

const NO_MISTAKES: ReadonlyMap<FormField, string> = new Map();

/** The requests on a fund: its drafts, and those typed in. */
export function wishesOf(
  fund: FundId,
  { activities, rates }: PlanningRead,
  { wishes, leftOut }: Pick<PlanWork, 'wishes' | 'leftOut'>,
): Wish[] {
  const drafts = activities.filter(({ value }) => value.status === 'draft' && fundKey(value.fund) === fundKey(fund));
  return [
    ...drafts.map((stored): Wish => wishOf(stored.value, stored, -1, !leftOut.includes(stored.value.id), NO_MISTAKES)),
    ...wishes.map((form, index): Wish => {
      const { activity, mistakes } = readForm(
        form,
        blankActivity(`wish-${index}`, fund),
        rates.map(({ value }) => value),
      );
      return wishOf({ ...activity, fund }, null, index, true, mistakes);
    }),
  ];
}

/** What each request gets of the free amount; requests that aren't included have no entry. */
export function spreadOver(wishes: readonly Wish[], around: Around): Map<string, Suggestion> {
  const { fund, balance, asOf, settings, book } = around;
  if (!fund || !balance) return new Map();
  const taking = wishes
    .filter(({ why }) => why === '')
    .map(({ activity }): WishFor => {
      const { capRule, findings } = factsOf(activity, around);
      return { activity, cap: capRule ?? { kind: 'none' }, blocked: whyNotPaid(findings) };
    });
  const safe = safeDayIn(fund.half, settings, book);
  const found = suggest(taking, {
    fund,
    counted: balance.counted,
    asOf,
    lastSafeDay: safe.day,
    safeFor: safe.chains.find(({ decides }) => decides)!.from,
    kindOf: (text) => activityNamed(text, book) ?? text,
  });
  return new Map(found.map((suggestion) => [suggestion.id, suggestion]));
}

/** The changes that applying saves: each request that got money, with that as its co-op share, and planned unless something blocks it. */
export function grantsOf(wishes: readonly Wish[], spread: ReadonlyMap<string, Suggestion>, around: Around): Change<Activity>[] {
  return wishes.flatMap(({ activity, stored }) => {
    const given = spread.get(activity.id)?.given ?? 0;
    if (given === 0) return [];
    const planned: Activity = { ...withShare(activity, given), id: stored ? activity.id : newId('A'), status: 'planned' };
    const isSound = mayBePlanned(factsOf(planned, around).findings);
    return [{ value: isSound ? planned : { ...planned, status: 'draft' as const }, base: stored }];
  });
}

function wishOf(activity: Activity, stored: Stored<Activity> | null, index: number, isIn: boolean, mistakes: Wish['mistakes']): Wish {
  const usd = (amount: Cents | null): Cents | null => (amount === null ? null : inUsd(amount, activity));
  const requested = usd(requestedShare(activity));
  return {
    activity,
    stored,
    index,
    isIn,
    requested,
    cost: usd(activity.budget),
    why: mistakes.size > 0 ? 'Fix the field marked above.' : whyNot(activity, requested, isIn),
    mistakes,
  };
}

function whyNot(activity: Activity, requested: Cents | null, isIn: boolean): string {
  if (!isIn) return 'Not included.';
  if (activity.activity === '') return 'Choose an activity.';
  if (requestedShare(activity) === null) return 'No cost yet.';
  if (activity.coopShare !== null && activity.budget !== null && activity.coopShare > activity.budget)
    return 'The co-op share is more than the cost.';
  return requested === null ? 'No exchange rate to US dollars.' : '';
}
