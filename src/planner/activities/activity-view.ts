import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Activity } from '../../domain/activities/activity';
import type { ActivityRequirements } from '../../domain/activities/requirements';
import type { Fund } from '../../domain/funds/fund';
import { findingsFor } from '../../domain/checks/check-planned-activity';
import type { FieldFinding } from '../../domain/checks/activity-finding';
import { usableOf, type FundBalance } from '../../domain/balance/balance';
import type { ClaimedCoop } from '../../domain/balance/claimed-co-op';
import { claimBy, earningHalfFor } from '../../domain/calendar/deadlines';
import type { Day } from '../../domain/calendar/day';
import { sumOf, type Cents } from '../../domain/money/money';
import { compareHalves, halfOf, lastDay, type Half } from '../../domain/calendar/half';
import { reserveCap, type CapRule } from '../../domain/activities/caps';
import { splitCost, type CostSplit } from '../../domain/activities/activity-cost';
import { ifCovered } from '../../rulebook/if-covered';
import { rulesFor } from '../../rulebook/activity-rules';
import { requirementsOn } from '../../rulebook/requirements';
import type { Rule } from '../../rulebook/rule';
import { DEFAULT_PROGRAM, programNamed } from '../../rulebook/rules-on';
import type { ProgramId } from '../../rulebook/rules/programs';
import type { PlanSettings } from '../../storage/planning/settings-table';
import { activityNamed } from './activity-catalog';
import { capsIn } from './caps-in';
import { safeDayOf, type SafeDay } from './safe-day';

/** The context of an activity: its fund, what the fund is already used for, and the day. */
export interface Around {
  fund: Fund | null;
  balance: FundBalance | null;
  /** What the fund is expected to pay, in US dollars, while its half is being earned; null or omitted for no forecast. */
  expected?: Cents | null;
  settings: PlanSettings;
  asOf: Day;
  book: WorkbookRules;
  /** What the claims on each activity come to. */
  claimed: ClaimedCoop;
  /** The IDs of activities that a claim counts in place of on that day, on any fund. */
  replaced: ReadonlySet<string>;
  /** The IDs of activities with a claim that Microsoft has, by its recorded status: their dates are over. */
  submitted: ReadonlySet<string>;
  /** Fields whose column is missing: that they're blank says nothing. */
  unknownFields?: ReadonlySet<string>;
}

/** What the rulebook and the plan say of an activity. */
export interface ActivityFacts {
  findings: readonly FieldFinding[];
  /** From the guidebook on its first day, or on the fund's first day of use if it has none; null if the activity isn't listed. */
  requirements: ActivityRequirements | null;
  capRule: CapRule | null;
  /** How its cost is split between co-op and the partner. */
  split: CostSplit;
  /** Null where there is none, or nothing is left to be done. */
  safe: SafeDay | null;
  /** Null once it is claimed. */
  claimBy: Day | null;
  /** Whether it lies in more than one usage period. */
  spansPeriods: boolean;
}

/** Collects the facts about an activity. */
export function factsOf(activity: Activity, around: Around): ActivityFacts {
  const { fund, balance, expected = null, settings, asOf, book, claimed, replaced, submitted, unknownFields } = around;
  const { start, end } = activity;
  const name = activityNamed(activity.activity, book);
  const program = programOf(activity);
  const isOwnProgram = activity.fund === null || programNamed(activity.fund.program) !== null;
  const rules = name && start ? ifCovered(() => rulesFor(name, program, start, book)) : null;
  const last = end ?? start;
  const half = activity.fund?.half ?? (start && earningHalfFor(start));
  const paidFrom = activity.fund?.half;
  const isWithMicrosoft = submitted.has(activity.id);
  // People may write any day into the sheet, older ones than the rules too.
  const safe = paidFrom && activity.status !== 'done' && !isWithMicrosoft ? ifCovered(() => safeDayIn(paidFrom, settings, book)) : null;
  return {
    findings: findingsFor(activity, {
      fund,
      rules: rules && (isOwnProgram ? rules : { ...rules, threshold: null }),
      isKnown: name !== null,
      rulesOf: isOwnProgram ? null : program,
      counted: balance?.counted ?? [],
      isClaimed: replaced.has(activity.id),
      asOf,
      expected,
      lastSafeDay: safe && safe.day,
      kindOf: (text) => activityNamed(text, book) ?? text,
    }).filter(({ field }) => !unknownFields?.has(field)),
    requirements: name === null ? null : requirementsOf(activity, name, around),
    capRule: name === null ? null : ifCovered(() => book.rulesOn(start ?? 'newest').cap(name, program).value),
    split: splitCost(activity, fund && reserveCap(capsIn(book)(activity), fund.earned), claimed.get(activity.id)),
    safe,
    claimBy:
      last && half && !isWithMicrosoft ? ifCovered(() => claimBy(last, 'final', book.rulesOn(lastDay(half)).deadlines().value)) : null,
    spansPeriods: start !== null && end !== null && end > start && compareHalves(halfOf(start), halfOf(end)) !== 0,
  };
}

/** What the fund has left for an activity, not counting what the activity already uses, in cents; null without a fund. */
export function leftFor({ id }: Activity, { fund, balance }: Around): Cents | null {
  if (!fund || !balance) return null;
  const others = balance.counted.filter(({ activityId }) => id === '' || activityId !== id);
  return Math.max(0, usableOf(fund) - sumOf(others, ({ amount }) => amount));
}

/** Whether it is over and claimed, and no one marked it as done. No money depends on it, so Today doesn't ask. */
export function isClaimedUndone({ id, status, start, end }: Activity, { replaced, asOf }: Around): boolean {
  const last = end ?? start;
  if ((status !== 'planned' && status !== 'committed') || last === null || last >= asOf) return false;
  return replaced.has(id);
}

/** The last safe day of a fund's activities. */
export function safeDayIn(half: Half, settings: PlanSettings, book: WorkbookRules): SafeDay {
  const dates = book.rulesOn(lastDay(half)).deadlines().value;
  return safeDayOf(half, settings, dates, book.rulesOn(settings.payBy ?? lastDay(half)).payment().value);
}

/** The rule in force behind a finding; null if the finding comes from the plan itself. */
export function ruleOf({ rule }: FieldFinding, activity: Activity, book: WorkbookRules): Rule<unknown> | null {
  const name = activityNamed(activity.activity, book);
  const { start } = activity;
  const half = activity.fund?.half ?? (start && earningHalfFor(start));
  return ifCovered((): Rule<unknown> | null => {
    switch (rule) {
      case 'activity':
        return name === null ? null : book.rulesOn(start ?? 'newest').activity(name);
      case 'cap':
        return name === null ? null : book.rulesOn(start ?? 'newest').cap(name, programOf(activity));
      case 'deadline':
        return half && book.rulesOn(lastDay(half)).deadlines();
      case 'threshold':
        return half && book.rulesOn(lastDay(half)).threshold(programOf(activity));
      case null:
        return null;
    }
  });
}

const programOf = ({ fund }: Activity): ProgramId => (fund && programNamed(fund.program)) ?? DEFAULT_PROGRAM;

function requirementsOf(activity: Activity, name: string, { fund, book }: Around): ActivityRequirements | null {
  const day = activity.start ?? fund?.usageStart ?? 'newest';
  return ifCovered(() => requirementsOn(day, name, programOf(activity), book.rulesOn(day)));
}
