import type { Day } from '../domain/calendar/day';
import { ifCovered } from './if-covered';
import { CATALOG_FROM, mayUse, type ActivityId, type ActivityValue } from './rules/activities';
import { programOf, type ProgramId } from './rules/programs';
import type { RulesOn } from './rules-on';

/** An activity's sheet in the guidebook of a day, null where that guidebook does not list it. Before the first guidebook held it is not covered. */
export function sheetOn(day: Day, activity: ActivityId, rules: RulesOn): ActivityValue | null {
  const sheet = () => rules.activity(activity).value;
  return day < CATALOG_FROM ? sheet() : ifCovered(sheet);
}

/** Whether a program may spend co-op on an activity. A program that never earns any may not. */
export function isOpenTo(program: ProgramId, sheet: ActivityValue): boolean {
  return programOf(program).coopFrom !== 'never' && mayUse(sheet, program);
}
