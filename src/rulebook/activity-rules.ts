import { earningHalfFor } from '../domain/calendar/deadlines';
import type { Day } from '../domain/calendar/day';
import { lastDay } from '../domain/calendar/half';
import type { ActivityRules } from '../domain/checks/planned-activity';
import { ifCovered } from './if-covered';
import { requirementsOn } from './requirements';
import type { ProgramId } from './rules/programs';
import type { RulesOn } from './rules-on';

/** The rules for checking an activity, of its first day and of the half that pays. Throws "not covered" before the first guidebook we have. */
export function rulesFor(activity: string, program: ProgramId, start: Day, { rulesOn }: { rulesOn: (day: Day) => RulesOn }): ActivityRules {
  const rules = rulesOn(start);
  const fund = rulesOn(lastDay(earningHalfFor(start)));
  return {
    cap: rules.cap(activity, program).value,
    requirements: requirementsOn(start, activity, program, rules),
    isExcluded: rules.excludes(activity),
    threshold: ifCovered(() => fund.threshold(program).value),
    deadlines: fund.deadlines().value,
  };
}
