import { plural } from '../text/plural';
import type { Activity } from '../activities/activity';
import { balanceOf, type FundBalance } from '../balance/balance';
import { safeByDays } from '../calendar/safe-day';
import type { Claim } from '../claims/claim';
import { isActive } from '../claims/claim-status';
import type { FundUsage } from '../balance/fund-usage';
import { formatDay, type Day } from '../calendar/day';
import { describeFund, isSameFund, nameOfFund, type Fund } from '../funds/fund';
import { formatUsd, sum, type Cents } from '../money/money';
import { latestApproval } from '../calendar/payment-dates';
import { allocate } from '../activities/caps';
import { nextForDone, nextForDraft, nextForPlanned } from './to-do-activity';
import { mayDispute, nextForClaim, recordEnd } from './to-do-claim';
import { toDoForEarnings, type EarningsNow } from './to-do-fund';
import { byDay, quoted, type FundView, type ToDo, type ToDoRules, type UnreadRow } from './to-do-item';
import { inUsd } from '../money/currency';
import { compareText } from '../text/compare';

export type { ToDo, ToDoRules } from './to-do-item';

/** All that the list of things to do is made from. */
export interface ToDoQuestion {
  funds: readonly Fund[];
  activities: readonly Activity[];
  claims: readonly Claim[];
  /** What the earnings reports say. Left out: nothing is asked of them. */
  earnings?: EarningsNow;
  asOf: Day;
  settings: { reviewDays: number; proofDays: number; payBy: Day | null };
  rules: ToDoRules;
}

/**
 * What to do next across funds, activities and claims, by the day it is due. The money of a fund is at risk in one thing
 * to do only, so that the amounts of the list never come to more than what its balance shows at risk.
 */
export function toDo(question: ToDoQuestion): ToDo[] {
  const { funds, activities, claims, earnings, asOf, rules } = question;
  return [
    ...funds.flatMap((fund) => toDoFor(fund, question)),
    ...activities.filter(({ status, fund }) => status !== 'canceled' && !isHeld(fund, funds)).map(withoutFund('plan')),
    ...claims
      .filter(
        ({ status, fund, activityId }) =>
          isActive(status) &&
          status !== 'paid' &&
          !isHeld(fund, funds) &&
          !isHeld(activities.find(({ id }) => id === activityId)?.fund ?? null, funds),
      )
      .map(withoutFund('claims')),
    ...(rules.troubles ?? []).map(repair),
    ...(earnings ? toDoForEarnings(earnings, asOf) : []),
  ].sort(byDay);
}

function toDoFor(fund: Fund, { activities, claims, asOf, settings, rules }: ToDoQuestion): ToDo[] {
  const { reviewDays, proofDays, payBy } = settings;
  const lastSafeDay = safeByDays(fund, reviewDays, proofDays, payBy && latestApproval(payBy, rules.payment));
  const view: FundView = { fund, asOf, lastSafeDay, rules: { ...rules, times: { ...rules.times, reviewDays } } };
  const balance = balanceOf(fund, activities, claims, asOf);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const counted = withWhatIsCovered(balance).flatMap(({ part, covered }) => nextFor(part, covered, byId, claims, view) ?? []);
  const ended = claims
    .filter((claim) => claim.fund !== null && isSameFund(claim.fund, fund))
    .flatMap((claim) => recordEnd(claim, view) ?? mayDispute(claim, claims, view) ?? []);
  // what blocks an activity is told with it, the want of an amount too
  const isTold = (plan: Activity | null): boolean =>
    plan !== null && (rules.findingsOf?.(plan).some(({ level }) => level === 'blocking') ?? false);
  const unknown = balance.counted.flatMap(({ unknown, claimId, activityId, plan }): ToDo[] =>
    unknown === null || isTold(plan)
      ? []
      : [
          {
            due: null,
            what: 'Complete an amount',
            why: unknown,
            atRisk: 0,
            opens: claimId === null ? { screen: 'plan', id: activityId } : { screen: 'claims', id: claimId },
          },
        ],
  );
  return [...counted, ...ended, ...unknown, ...forFreeMoney(balance.free, activities, view)];
}

/** Every part of a balance with the share of it that the fund can pay. */
function withWhatIsCovered({ counted, covered }: FundBalance): { part: FundUsage; covered: Cents }[] {
  return (Object.keys(covered) as (keyof typeof covered)[]).flatMap((as) => {
    const parts = counted.filter((part) => part.as === as);
    const shares = allocate(
      covered[as],
      parts.map(({ amount }) => amount ?? 0),
    );
    return parts.map((part, index) => ({ part, covered: shares[index]! }));
  });
}

function nextFor(
  { as, plan, claimId, activityId }: FundUsage,
  covered: Cents,
  byId: ReadonlyMap<string, Claim>,
  claims: readonly Claim[],
  view: FundView,
): ToDo | null {
  if (plan === null) return nextForClaim(byId.get(claimId!)!, covered, view);
  const itsClaims = claims.filter((claim) => claim.activityId === activityId && activityId !== '');
  return as === 'spent' ? nextForDone(plan, itsClaims, covered, view) : nextForPlanned(plan, itsClaims, covered, view);
}

/** Drafts take free money in the order of their days; the rest is to be planned. */
function forFreeMoney(free: Cents, activities: readonly Activity[], view: FundView): ToDo[] {
  const { fund, asOf } = view;
  if (asOf > fund.claimDeadline) return [];
  const drafts = activities
    .filter((activity) => activity.status === 'draft' && activity.fund !== null && isSameFund(activity.fund, fund))
    .sort((a, b) => compareText(a.start ?? '9', b.start ?? '9'));
  const wanted = drafts.map((draft) => Math.max(0, inUsd(draft.budget ?? 0, draft) ?? 0));
  const given = allocate(free, wanted);
  const rest = free - sum(given);
  const list = drafts.map((draft, index) => nextForDraft(draft, given[index]!, view));
  return rest > 0 ? [...list, freeMoney(rest, view)] : list;
}

function freeMoney(amount: Cents, { fund, asOf }: FundView): ToDo {
  const { usageEnd, claimDeadline } = fund;
  const opens: ToDo['opens'] = { screen: 'plan', fund: nameOfFund(fund) };
  return asOf > usageEnd
    ? {
        due: claimDeadline,
        atRisk: amount,
        opens,
        what: `Look for activities missing from the plan: ${formatUsd(amount)} isn't claimed`,
        why: `${describeFund(fund)}: the usage period is over. Activities that took place in it can be claimed until ${formatDay(claimDeadline)}.`,
      }
    : {
        due: usageEnd,
        atRisk: amount,
        opens,
        what: `Plan ${formatUsd(amount)}`,
        why: `${describeFund(fund)}: no activity is planned for this amount. It can't be used after ${formatDay(usageEnd)}.`,
      };
}

/** A row whose cells cannot be read is one thing to do, however many of them. */
const repair = ({ screen, id, name, sentences }: UnreadRow): ToDo => ({
  due: null,
  what: `Repair ${plural(sentences.length, 'cell')} of ${name.trim() === '' && screen === 'claims' ? 'a claim without a name' : quoted(name)}`,
  why: `${sentences[0]}${sentences.length > 1 ? ` And ${sentences.length - 1} more.` : ''}`,
  atRisk: 0,
  opens: { screen, id },
});

const isHeld = (name: Fund | Activity['fund'], funds: readonly Fund[]): boolean =>
  name !== null && funds.some((fund) => isSameFund(fund, name));

const withoutFund =
  (screen: 'plan' | 'claims') =>
  ({ id, activity, fund }: Activity | Claim): ToDo => ({
    due: null,
    what: `Choose a fund for ${screen === 'claims' ? 'the claim on ' : ''}${quoted(activity)}`,
    why:
      fund === null
        ? "No fund is chosen, so it isn't counted anywhere."
        : `The workbook doesn't have ${describeFund(fund)}, so it isn't counted anywhere.`,
    atRisk: 0,
    opens: { screen, id },
  });
