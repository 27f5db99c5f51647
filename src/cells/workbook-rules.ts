import type { Day } from '../domain/calendar/day';
import { rulesOn, type RulesOn } from '../rulebook/rules-on';
import { currentContext, type WorkbookContext } from './context';
import { isTracing, noteRule } from './trace';

/** The workbook an answer is given in. */
export interface WorkbookRules {
  dateSystem: 1900 | 1904;
  /** The rules in force on a day, the workbook's own included; every rule taken is noted in the working. */
  rulesOn(day: Day | 'newest'): RulesOn;
}

let opened: { context: WorkbookContext; book: WorkbookRules } | null = null;

/** The workbook, or null while it is still being read. Throws the Problem that ended the wait. */
export function workbookRules(): WorkbookRules | null {
  const context = currentContext();
  if (context && opened?.context !== context) opened = { context, book: bookOf(context) };
  return context && opened!.book;
}

/** The book of a context. Rules are looked up once per day and kept, since a column of formulas asks for the same few days. */
function bookOf({ dateSystem, ownRules }: WorkbookContext): WorkbookRules {
  const known = new Map<Day | 'newest', RulesOn>();
  return {
    dateSystem,
    rulesOn(day) {
      if (isTracing()) return rulesOn(day, ownRules, noteRule);
      let rules = known.get(day);
      if (!rules) {
        rules = rulesOn(day, ownRules);
        if (known.size >= MAX_DAYS_KEPT) known.clear();
        known.set(day, rules);
      }
      return rules;
    },
  };
}

const MAX_DAYS_KEPT = 1000;
