import { plural } from '../text/plural';
import { capitalized } from '../text/capitalized';
import { titleOf, type Activity } from '../activities/activity';
import type { FieldFinding } from '../checks/activity-finding';
import { claimAdvice } from '../checks/check-dates';
import type { Claim } from '../claims/claim';
import { claimBy } from '../calendar/deadlines';
import { formatDay, addDays, daysBetween, type Day } from '../calendar/day';
import type { Cents } from '../money/money';
import { isSoon, quoted, type FundView, type ToDo } from './to-do-item';

/** The next thing to do for an activity that is planned or committed, with its claims that use no money; null if nothing is due. */
export function nextForPlanned(activity: Activity, itsClaims: readonly Claim[], atRisk: Cents, view: FundView): ToDo | null {
  const { fund, asOf, lastSafeDay, rules } = view;
  const { id, start, status } = activity;
  const name = quoted(titleOf(activity));
  const toDo = (due: Day, what: string, why: string): ToDo => ({ due, what, why, atRisk, opens: { screen: 'plan', id } });
  const findings = rules.findingsOf?.(activity);
  const blocked = findings?.find(({ level }) => level === 'blocking');
  const last = lastDayOf(activity);
  if (last !== null && last < asOf) {
    const ended = `ended on ${formatDay(last)} and is still ${status}`;
    // only an activity that took place can be claimed, and only a claim keeps the money
    if (itsClaims.some(isOpen)) {
      const next = nextForDone(activity, itsClaims, atRisk, view);
      return { ...next, why: `${name} ${ended}. Mark it done in the plan. ${next.why}` };
    }
    const { due, says } = claimDay(last, view);
    return blocked
      ? toDo(due, `Fix ${name}`, `It ${ended}, but blocked: ${blocked.message} ${says}`)
      : toDo(due, `Confirm that ${name} took place`, `It ${ended}. Mark it done, collect its proof, and claim it, or cancel it. ${says}`);
  }
  if (blocked) return toDo(dayToSettle(activity, view), `Fix ${name}`, `It's ${status}, but blocked: ${blocked.message}`);
  if (start === null || last === null)
    return toDo(fund.usageEnd, `Enter dates for ${name}`, `It must end by ${formatDay(fund.usageEnd)}, when the usage period ends.`);
  if (findings?.some(({ field, level }) => field === 'preApproved' && level === 'warning') && activity.preApproved === null) {
    return toDo(
      addDays(start, -1),
      `Ask Microsoft to approve ${name}`,
      `Microsoft must approve it before it starts on ${formatDay(start)}.`,
    );
  }
  if (lastSafeDay < asOf)
    return toDo(
      last,
      `Finish ${name}`,
      `The last safe day, ${formatDay(lastSafeDay)}, has passed. Collect its proof and claim it as soon as you can.`,
    );
  if (last > lastSafeDay)
    return toDo(
      lastSafeDay,
      `Move up the end date of ${name}`,
      `It ends on ${formatDay(last)}, after the last safe day, ${formatDay(lastSafeDay)}. Proof, review, or payment may be late.`,
    );
  if (isSoon(lastSafeDay, asOf))
    return toDo(
      lastSafeDay,
      `Finish ${name}`,
      `It must end by ${formatDay(lastSafeDay)}, the last safe day, to be proven, claimed, and approved in time.`,
    );
  return null;
}

/** The next thing to do for an activity that is done, with its claims that use no money. */
export function nextForDone(activity: Activity, itsClaims: readonly Claim[], atRisk: Cents, view: FundView): ToDo {
  const { fund, rules } = view;
  const editing = itsClaims.find(({ status }) => status === 'editing');
  if (editing) return submit(editing, lastDayOf(activity), atRisk, view);
  const rejected = itsClaims.find(({ status }) => status === 'rejected');
  if (rejected) {
    return {
      due: fund.claimDeadline,
      what: `Claim ${quoted(titleOf(activity))} again, or dispute`,
      why: `Its claim "${rejected.name}" was rejected. You can create a new claim until ${formatDay(fund.claimDeadline)}.`,
      atRisk,
      opens: { screen: 'claims', id: rejected.id },
    };
  }
  const blocked = rules.findingsOf?.(activity).find(({ level }) => level === 'blocking');
  const { due, says } = claimDay(lastDayOf(activity), view);
  return {
    due,
    what: `Claim ${quoted(titleOf(activity))}`,
    why: `It's done but not claimed. Collect its proof and claim it. ${says}${blocked ? ` Blocked: ${blocked.message}` : ''}`,
    atRisk,
    opens: { screen: blocked ? 'plan' : 'claims', id: activity.id },
  };
}

/** A claim that is being prepared must be submitted; `ended` is the last day of its activity, if known. */
export function submit(claim: Claim, ended: Day | null, atRisk: Cents, view: FundView): ToDo {
  const missing = view.rules.missingFor?.(claim) ?? [];
  const wants = missing.length === 0 ? '' : ` It still needs ${plural(missing.length, 'thing')}, first: ${missing[0]}`;
  const { due, says } = claimDay(ended, view);
  return {
    due,
    what: `Submit the claim "${claim.name || claim.activity}"`,
    why: `It isn't submitted. ${says}${wants}`,
    atRisk,
    opens: { screen: 'claims', id: claim.id },
  };
}

/** The next thing to do for a draft, which takes some of the free money. */
export function nextForDraft(activity: Activity, atRisk: Cents, view: FundView): ToDo {
  const blocked = view.rules.findingsOf?.(activity).find(({ level }) => level === 'blocking');
  return {
    due: dayToSettle(activity, view),
    what: blocked ? `Finish the draft ${quoted(titleOf(activity))}` : `Plan ${quoted(titleOf(activity))}`,
    why: blocked ? `It can't be planned yet: ${blocked.message}` : 'Draft: no funds reserved.',
    atRisk,
    opens: { screen: 'plan', id: activity.id },
  };
}

/** Whether a draft still needs action: not after its days or its usage period, nor if it has no day and co-op never pays for it. */
export function isDraftOpen(draft: Activity, { fund, asOf, rules }: FundView): boolean {
  const last = lastDayOf(draft);
  return asOf <= fund.usageEnd && (last === null ? !isIneligible(rules.findingsOf?.(draft)) : last >= asOf);
}

/** Whether no claim will ever use an activity's money: it is over, and co-op never pays for it or it never got its days. */
export function isBeyondHelp(activity: Activity, itsClaims: readonly Claim[], { fund, asOf, rules }: FundView): boolean {
  if (itsClaims.some(isOpen)) return false;
  const last = lastDayOf(activity);
  const isOver = activity.status === 'done' || asOf > fund.usageEnd || (last !== null && last < asOf);
  return isOver && ((last === null && activity.status !== 'done') || isIneligible(rules.findingsOf?.(activity)));
}

/** Whether co-op never pays for it: the guidebook or its program rules it out, or its fund is paid as rebate. Fixable findings don't count. */
export const isIneligible = (findings: readonly FieldFinding[] = []): boolean =>
  findings.some(
    ({ level, field, rule, isUnpaid }) =>
      isUnpaid || (level === 'blocking' && (rule === 'threshold' || (rule === 'activity' && field === 'activity'))),
  );

/** The last day of an activity; null while it has no days. */
const lastDayOf = ({ start, end }: Activity): Day | null => (start !== null && end !== null && end > start ? end : start);

/** Whether a claim that uses no money can still be submitted, or made again. */
const isOpen = ({ status }: Claim): boolean => status === 'editing' || status === 'rejected';

/** The day to resolve what blocks an activity: its start if that is ahead, or else the end of its fund's usage, then the claim deadline. */
function dayToSettle({ start }: Activity, { fund, asOf }: FundView): Day {
  const lastDay = asOf > fund.usageEnd ? fund.claimDeadline : fund.usageEnd;
  return start !== null && start > asOf && start < lastDay ? start : lastDay;
}

/**
 * The day to claim by for an activity that ended on a day, and why: the advised day until as many days again have passed,
 * then the claim deadline, which is always named. No one can claim before claims open.
 */
function claimDay(ended: Day | null, { fund, asOf, rules }: FundView): { due: Day; says: string } {
  const { claimOpens, claimDeadline } = fund;
  const opens = asOf < claimOpens ? `open on ${formatDay(claimOpens)} and ` : '';
  const closes = `Claims ${opens}close on ${formatDay(claimDeadline)}.`;
  const rule = rules.deadlinesOf(fund.half);
  if (ended === null || rule === null) return { due: claimDeadline, says: closes };
  const advised = claimBy(ended, 'advised', rule);
  if (advised > claimDeadline || daysBetween(advised, asOf) > rule.advisedDays) return { due: claimDeadline, says: closes };
  return { due: advised < claimOpens ? claimOpens : advised, says: `${capitalized(claimAdvice(ended, rule))} ${closes}` };
}
