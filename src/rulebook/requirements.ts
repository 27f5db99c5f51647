import type { ActivityRequirements } from '../domain/activities/requirements';
import type { Day } from '../domain/calendar/day';
import { ifCovered } from './if-covered';
import { CATALOG_FROM, leastContent, mayUse, type ActivityValue } from './rules/activities';
import { programOf, type ProgramId } from './rules/programs';
import type { RulesOn } from './rules-on';

/** What the guidebook of a day requires of an activity; null if it isn't listed. Throws "not covered" before the first guidebook we have. */
export function requirementsOn(day: Day | 'newest', activity: string, program: ProgramId, rules: RulesOn): ActivityRequirements | null {
  const ask = (): ActivityRequirements => {
    const { value } = rules.activity(activity);
    return {
      ...value,
      isOpen: isOpenTo(program, value),
      isSourced: value.sourced,
      isAllOrNothing: value.allOrNothing ?? false,
      leastContent: leastContent(value, program),
      ...(programOf(program).content === 'Surface' && { needsPlanApproval: true }),
    };
  };
  return day < CATALOG_FROM ? ask() : ifCovered(ask);
}

/** Whether a program may spend co-op on an activity. A program that never earns any may not. */
export function isOpenTo(program: ProgramId, value: ActivityValue): boolean {
  return programOf(program).coopFrom !== 'never' && mayUse(value, program);
}
