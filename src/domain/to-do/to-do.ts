import { plural } from '../text/plural';
import { titleOf, type Activity } from '../activities/activity';
import { requestedShare } from '../activities/activity-cost';
import { balanceOf, type FundBalance } from '../balance/balance';
import { isStillEarned } from '../checks/check-fund-dates';
import { safeByDays } from '../calendar/safe-day';
import type { Claim } from '../claims/claim';
import { isActive } from '../claims/claim-status';
import type { FundUsage } from '../balance/fund-usage';
import { formatDay, type Day } from '../calendar/day';
import { describeFund, isSameFund, nameOfFund, type Fund } from '../funds/fund';
import { formatUsd, sum, sumOf, type Cents } from '../money/money';
import { partition } from '../partition';
import { latestApproval } from '../calendar/payment-dates';
import { allocate } from '../activities/caps';
import { isBeyondHelp, isDraftOpen, isIneligible, nextForDone, nextForDraft, nextForPlanned } from './to-do-activity';
import { mayDispute, nextForClaim, recordEnd } from './to-do-claim';
import { draftsOf, lapsedLately } from './to-do-lapsed';
import { toDoForEarnings, type EarningsNow } from './to-do-fund';
import { byDay, listed, quoted, type FundView, type ToDo, type ToDoRules, type UnreadRow } from './to-do-item';
import { inUsd } from '../money/currency';

export type { ToDo, ToDoRules } from './to-do-item';

/** Everything the to-do list is made from. */
export interface ToDoQuestion {
  funds: readonly Fund[];
  activities: readonly Activity[];
  claims: readonly Claim[];
  /** The earnings reports. Omitted: no items about them. */
  earnings?: EarningsNow;
  asOf: Day;
  settings: { reviewDays: number; proofDays: number; payBy: Day | null };
  /** Without the amounts of activities and claims, items have their days and no money. */
  hasUnknownAmounts?: boolean;
  rules: ToDoRules;
}

/**
 * What to do next across funds, activities and claims, by due day. A fund's money is at risk in only one item,
 * so the amounts of the list never exceed what its balance shows at risk.
 */
export function toDo(question: ToDoQuestion): ToDo[] {
  const { funds, activities, claims, earnings, asOf, rules } = question;
  return [
    ...funds.flatMap((fund) => toDoFor(fund, question)),
    ...activities
      .filter(({ status, fund }) => status !== 'canceled' && !isHeld(fund, funds))
      .map((activity) => withoutFund(quoted(titleOf(activity)), activity, { screen: 'plan', id: activity.id })),
    ...claims
      .filter(
        ({ status, fund, activityId }) =>
          isActive(status) &&
          status !== 'paid' &&
          !isHeld(fund, funds) &&
          !isHeld(activities.find(({ id }) => id === activityId)?.fund ?? null, funds),
      )
      .map((claim) => withoutFund(`the claim on ${quoted(claim.activity)}`, claim, { screen: 'claims', id: claim.id })),
    ...(rules.troubles ?? []).map(repair),
    ...(earnings ? toDoForEarnings(earnings, asOf) : []),
  ].sort(byDay);
}

function toDoFor(fund: Fund, { activities, claims, asOf, settings, rules, hasUnknownAmounts = false }: ToDoQuestion): ToDo[] {
  const { reviewDays, proofDays, payBy } = settings;
  const lastSafeDay = safeByDays(fund, reviewDays, proofDays, payBy && latestApproval(payBy, rules.payment));
  const view: FundView = { fund, asOf, lastSafeDay, rules: { ...rules, times: { ...rules.times, reviewDays } } };
  const balance = balanceOf(fund, activities, claims, asOf, rules.capOf);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const open = withWhatIsCovered(balance, hasUnknownAmounts || isStillEarned(fund, asOf)).map((part) => ({
    ...part,
    itsClaims: claimsOn(part.part, claims),
  }));
  const [idle, used] = partition(open, ({ part: { plan }, itsClaims }) => plan !== null && isBeyondHelp(plan, itsClaims, view));
  const counted = used.flatMap((money) => nextFor(money, byId, view) ?? []);
  const ended = claims
    .filter((claim) => claim.fund !== null && isSameFund(claim.fund, fund))
    .flatMap((claim) => recordEnd(claim, view) ?? mayDispute(claim, claims, view) ?? []);
  // an activity's own item names what blocks it, a missing amount too
  const isBlocked = (plan: Activity): boolean => rules.findingsOf?.(plan).some(({ level }) => level === 'blocking') ?? false;
  const left = new Set(idle.map(({ part }) => part.plan));
  const isTold = (plan: Activity | null): boolean => plan !== null && (left.has(plan) || isBlocked(plan));
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
  if (hasUnknownAmounts) return [...counted, ...ended, ...forFreeMoney(0, [], activities, view)];
  return [
    ...counted,
    ...ended,
    ...unknown,
    ...forFreeMoney(balance.free, idle, activities, view),
    ...lapsedLately(balance, activities, claims, view),
  ];
}

/** Money of a fund, and the claims on its activity that use no money. */
interface OpenMoney {
  part: FundUsage;
  /** The amount the fund can pay, and loses if nothing is done; 0 if that isn't known. */
  covered: Cents;
  itsClaims: readonly Claim[];
}

/** Every part of a balance with the amount the fund can pay. While co-op is still being earned, nothing is lost yet. */
function withWhatIsCovered({ counted, covered }: FundBalance, isEarning: boolean): Omit<OpenMoney, 'itsClaims'>[] {
  return (Object.keys(covered) as (keyof typeof covered)[]).flatMap((as) => {
    const parts = counted.filter((part) => part.as === as);
    const shares = allocate(
      isEarning ? 0 : covered[as],
      parts.map(({ amount }) => amount ?? 0),
    );
    return parts.map((part, index) => ({ part, covered: shares[index]! }));
  });
}

const claimsOn = ({ activityId }: FundUsage, claims: readonly Claim[]): Claim[] =>
  claims.filter((claim) => claim.activityId === activityId && activityId !== '');

function nextFor(
  { part: { as, plan, claimId }, covered, itsClaims }: OpenMoney,
  byId: ReadonlyMap<string, Claim>,
  view: FundView,
): ToDo | null {
  if (plan === null) return nextForClaim(byId.get(claimId!)!, covered, view);
  return as === 'spent' ? nextForDone(plan, itsClaims, covered, view) : nextForPlanned(plan, itsClaims, covered, view);
}

/** Drafts take free money in the order of their days; the rest, and what no claim will use, must be planned once it is earned. */
function forFreeMoney(free: Cents, idle: readonly OpenMoney[], activities: readonly Activity[], view: FundView): ToDo[] {
  const { fund, asOf, rules } = view;
  if (asOf > fund.claimDeadline) return [];
  const [open, over] = partition(draftsOf(fund, activities), (draft) => isDraftOpen(draft, view));
  const wanted = open.map((draft) =>
    isIneligible(rules.findingsOf?.(draft)) ? 0 : Math.max(0, inUsd(requestedShare(draft) ?? 0, draft) ?? 0),
  );
  const given = allocate(isStillEarned(fund, asOf) ? 0 : free, wanted);
  const list = open.map((draft, index) => nextForDraft(draft, given[index]!, view));
  const rest = free - sum(given) + sumOf(idle, ({ covered }) => covered);
  return rest > 0 && !isStillEarned(fund, asOf) ? [...list, freeMoney(rest, idle, over, view)] : list;
}

function freeMoney(amount: Cents, idle: readonly OpenMoney[], drafts: readonly Activity[], { fund, asOf }: FundView): ToDo {
  const { usageEnd, claimDeadline } = fund;
  const opens: ToDo['opens'] = { screen: 'plan', fund: nameOfFund(fund) };
  const held = idle.filter(({ covered }) => covered > 0).map(({ part, covered }) => `${quoted(part.title)} (${formatUsd(covered)})`);
  const besides = [
    ...(held.length > 0 ? [` It includes what's reserved for activities that can't be claimed: ${listed(held)}.`] : []),
    ...(drafts.length > 0 ? [` Drafts that aren't counted: ${listed(drafts.map((draft) => quoted(titleOf(draft))))}.`] : []),
  ].join('');
  return asOf > usageEnd
    ? {
        due: claimDeadline,
        atRisk: amount,
        opens,
        what: `Look for activities missing from the plan: ${formatUsd(amount)} isn't claimed`,
        why: `${describeFund(fund)}: the usage period is over. Activities that took place in it can be claimed until ${formatDay(claimDeadline)}.${besides}`,
      }
    : {
        due: usageEnd,
        atRisk: amount,
        opens,
        what: `Plan ${formatUsd(amount)}`,
        why: `${describeFund(fund)}: no activity is planned for this amount. It can't be used after ${formatDay(usageEnd)}.${besides}`,
      };
}

/** A row with cells that can't be read is one item, however many cells. */
const repair = ({ screen, id, name, sentences }: UnreadRow): ToDo => ({
  due: null,
  what: `Repair ${plural(sentences.length, 'cell')} of ${name.trim() === '' && screen === 'claims' ? 'a claim without a name' : quoted(name)}`,
  why: `${sentences[0]}${sentences.length > 1 ? ` And ${sentences.length - 1} more.` : ''}`,
  atRisk: 0,
  opens: { screen, id },
});

const isHeld = (name: Fund | Activity['fund'], funds: readonly Fund[]): boolean =>
  name !== null && funds.some((fund) => isSameFund(fund, name));

const withoutFund = (name: string, { fund }: Activity | Claim, opens: ToDo['opens']): ToDo => ({
  due: null,
  what: `Choose a fund for ${name}`,
  why:
    fund === null
      ? "No fund is chosen, so it isn't counted anywhere."
      : `The workbook doesn't have ${describeFund(fund)}, so it isn't counted anywhere.`,
  atRisk: 0,
  opens,
});
