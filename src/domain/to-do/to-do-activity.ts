import { plural } from '../text/plural';
import type { Activity } from '../activities/activity';
import type { Claim } from '../claims/claim';
import { formatDay, addDays, type Day } from '../calendar/day';
import type { Cents } from '../money/money';
import { isSoon, quoted, type FundView, type ToDo } from './to-do-item';

/** The next thing to do for an activity that is planned or committed, with its claims that hold no money; null while nothing presses. */
export function nextForPlanned(activity: Activity, itsClaims: readonly Claim[], atRisk: Cents, view: FundView): ToDo | null {
  const { fund, asOf, lastSafeDay, rules } = view;
  const { id, start, status } = activity;
  const name = quoted(activity.activity);
  const toDo = (due: Day, what: string, why: string): ToDo => ({ due, what, why, atRisk, opens: { screen: 'plan', id } });
  const findings = rules.findingsOf?.(activity);
  const blocked = findings?.find(({ level }) => level === 'blocking');
  if (blocked)
    return toDo(
      asOf > fund.usageEnd ? fund.claimDeadline : fund.usageEnd,
      `Fix ${name}`,
      `It's ${status}, but blocked: ${blocked.message}`,
    );
  if (start === null)
    return toDo(fund.usageEnd, `Enter dates for ${name}`, `It must end by ${formatDay(fund.usageEnd)}, when the usage period ends.`);
  const last = activity.end ?? start;
  if (findings?.some(({ field, level }) => field === 'preApproved' && level === 'warning') && activity.preApproved === null) {
    return toDo(
      addDays(start, -1),
      `Ask Microsoft to approve ${name}`,
      `Microsoft must approve it before it starts on ${formatDay(start)}.`,
    );
  }
  if (last < asOf) {
    // a claim is made on what took place: it is what keeps the money
    if (itsClaims.some(({ status: claimStatus }) => claimStatus === 'editing' || claimStatus === 'rejected')) {
      const next = nextForDone(activity, itsClaims, atRisk, view);
      return { ...next, why: `${name} ended on ${formatDay(last)} and is still ${status}. Mark it done in the plan. ${next.why}` };
    }
    return toDo(
      fund.claimDeadline,
      `Confirm that ${name} took place`,
      `It ended on ${formatDay(last)} and is still ${status}. Mark it done, collect its proof, and claim it by ${formatDay(fund.claimDeadline)}, or cancel it.`,
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

/** The next thing to do for an activity that is done, with its claims that hold no money. */
export function nextForDone(activity: Activity, itsClaims: readonly Claim[], atRisk: Cents, view: FundView): ToDo {
  const { fund, rules } = view;
  const editing = itsClaims.find(({ status }) => status === 'editing');
  if (editing) return submit(editing, atRisk, view);
  const rejected = itsClaims.find(({ status }) => status === 'rejected');
  if (rejected) {
    return {
      due: fund.claimDeadline,
      what: `Claim ${quoted(activity.activity)} again, or dispute`,
      why: `Its claim "${rejected.name}" was rejected. You can create a new claim until ${formatDay(fund.claimDeadline)}.`,
      atRisk,
      opens: { screen: 'claims', id: rejected.id },
    };
  }
  const blocked = rules.findingsOf?.(activity).find(({ level }) => level === 'blocking');
  return {
    due: fund.claimDeadline,
    what: `Claim ${quoted(activity.activity)}`,
    why: `It's done but not claimed. Collect its proof and claim it by ${formatDay(fund.claimDeadline)}.${blocked ? ` Blocked: ${blocked.message}` : ''}`,
    atRisk,
    opens: { screen: blocked ? 'plan' : 'claims', id: activity.id },
  };
}

/** A claim that is being prepared must be submitted. */
export function submit(claim: Claim, atRisk: Cents, { fund, rules }: FundView): ToDo {
  const missing = rules.missingFor?.(claim) ?? [];
  const wants = missing.length === 0 ? '' : ` It still needs ${plural(missing.length, 'thing')}, first: ${missing[0]}`;
  return {
    due: fund.claimDeadline,
    what: `Submit the claim "${claim.name || claim.activity}"`,
    why: `Claims close on ${formatDay(fund.claimDeadline)}, and it isn't submitted.${wants}`,
    atRisk,
    opens: { screen: 'claims', id: claim.id },
  };
}

/** The next thing to do for a draft, which takes some of the free money. */
export function nextForDraft(activity: Activity, atRisk: Cents, { fund, asOf, rules }: FundView): ToDo {
  const { id, start } = activity;
  const blocked = rules.findingsOf?.(activity).find(({ level }) => level === 'blocking');
  const lastDay = asOf > fund.usageEnd ? fund.claimDeadline : fund.usageEnd;
  const first = start ?? lastDay;
  return {
    due: first > asOf && first < lastDay ? first : lastDay,
    what: blocked ? `Finish the draft ${quoted(activity.activity)}` : `Plan ${quoted(activity.activity)}`,
    why: blocked ? `It can't be planned yet: ${blocked.message}` : 'Draft: no funds reserved.',
    atRisk,
    opens: { screen: 'plan', id },
  };
}
