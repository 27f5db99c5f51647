import type { Day } from '../domain/calendar/day';
import { memoize } from '../domain/memoize';
import { rulesOn, type RulesOn } from '../rulebook/rules-on';
import { currentContext, type WorkbookContext } from './context';
import { isTracing, noteRule } from './trace';

/** The workbook's date system and rules, for an answer. */
export interface WorkbookRules {
  dateSystem: 1900 | 1904;
  /** The rules in force on a day, including the workbook's own. Every rule used is recorded in the trace. */
  rulesOn(day: Day | 'newest'): RulesOn;
}

/** The workbook's rules, or null while the workbook is still being read. Throws a Problem if it couldn't be read. */
export function workbookRules(): WorkbookRules | null {
  const context = currentContext();
  return context && bookOf(context);
}

/** The rules of a context. Rules are cached by day, since a column of formulas uses the same few days. */
const bookOf = memoize(({ dateSystem, ownRules }: WorkbookContext): WorkbookRules => {
  const known = memoize((day: Day | 'newest') => rulesOn(day, ownRules), MAX_DAYS_KEPT);
  return { dateSystem, rulesOn: (day) => (isTracing() ? rulesOn(day, ownRules, (rule) => noteRule(rule, day)) : known(day)) };
}, 1);

const MAX_DAYS_KEPT = 1000;
