import type { Day } from '../domain/calendar/day';
import { memoize } from '../domain/memoize';
import { rulesOn, type RulesOn } from '../rulebook/rules-on';
import { currentContext, type WorkbookContext } from './context';
import { isTracing, noteRule } from './trace';

/** The workbook an answer is given in. */
export interface WorkbookRules {
  dateSystem: 1900 | 1904;
  /** The rules in force on a day, the workbook's own included; every rule taken is noted in the trace. */
  rulesOn(day: Day | 'newest'): RulesOn;
}

/** The workbook, or null while it is still being read. Throws the Problem that ended the wait. */
export function workbookRules(): WorkbookRules | null {
  const context = currentContext();
  return context && bookOf(context);
}

/** The book of a context. Rules are looked up once per day and kept, since a column of formulas asks for the same few days. */
const bookOf = memoize(({ dateSystem, ownRules }: WorkbookContext): WorkbookRules => {
  const known = memoize((day: Day | 'newest') => rulesOn(day, ownRules), MAX_DAYS_KEPT);
  return { dateSystem, rulesOn: (day) => (isTracing() ? rulesOn(day, ownRules, noteRule) : known(day)) };
}, 1);

const MAX_DAYS_KEPT = 1000;
