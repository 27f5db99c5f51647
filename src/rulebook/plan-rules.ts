import type { PlanRules } from '../domain/checks/activity-finding';
import { earningHalfFor } from '../domain/calendar/deadlines';
import type { Day } from '../domain/calendar/day';
import { lastDay } from '../domain/calendar/half';
import { isOpenTo, sheetOn } from './activity-open';
import { ifCovered } from './if-covered';
import { leastContent, type ActivityId } from './rules/activities';
import type { ProgramId } from './rules/programs';
import type { RulesOn } from './rules-on';

/** The rules an activity is checked by, of its first day and of the half that pays, as COOP.CHECK takes them; null before the first guidebook held. */
export function planRulesFor(activity: ActivityId, program: ProgramId, start: Day, rulesOn: (day: Day) => RulesOn): PlanRules | null {
  return ifCovered(() => {
    const rules = rulesOn(start);
    const fund = rulesOn(lastDay(earningHalfFor(start)));
    const sheet = sheetOn(start, activity, rules);
    return {
      sheet: sheet && {
        isOpen: isOpenTo(program, sheet),
        preApproval: sheet.preApproval,
        isSourced: sheet.sourced,
        leastContent: leastContent(sheet, program),
        isAllOrNothing: sheet.allOrNothing ?? false,
        core: sheet.core,
        expenses: sheet.expenses,
      },
      cap: rules.cap(activity, program).value,
      threshold: ifCovered(() => fund.threshold(program).value),
      deadlines: fund.deadlines().value,
    };
  });
}
