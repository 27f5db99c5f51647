import type { Day } from '../domain/calendar/day';
import { memoize } from '../domain/memoize';
import { rulesOn, type RulesOn } from '../rulebook/rules-on';
import { currentContext, type WorkbookContext } from './context';
import { isTracing, noteRule } from './trace';

/** The workbook's date system and rules, for an answer. */
export interface WorkbookRules {
  dateSystem: 1900 | 1904;
  /**
   * The rules in force on a day, including the workbook's own. Every rule used is recorded in the trace. A rule that a row
   * could be which isn't used is refused; with `unusedSaid`, it's given, and the row's sentence is added there.
   */
  rulesOn(day: Day | 'newest', unusedSaid?: Set<string>): RulesOn;
}

/** The workbook's rules for cells, or null while the workbook is still being read. Throws a Problem if it couldn't be read. */
export function cellRules(): WorkbookRules | null {
  const context = currentContext();
  return context && ofCells(context);
}

/** The same for the pane, which lists the rows that aren't used and goes on without them. */
export function workbookRules(): WorkbookRules | null {
  const context = currentContext();
  return context && ofPane(context);
}

/** The rules of a context. Rules are cached by day, since a column of formulas uses the same few days. */
const bookOf = (isForCells: boolean) =>
  memoize(({ dateSystem, ownRules, unused }: WorkbookContext): WorkbookRules => {
    const refused = isForCells ? unused : [];
    const known = memoize((day: Day | 'newest') => rulesOn(day, ownRules, undefined, refused), MAX_DAYS_KEPT);
    return {
      dateSystem,
      rulesOn: (day, unusedSaid) =>
        unusedSaid || isTracing() ? rulesOn(day, ownRules, (rule) => noteRule(rule, day), refused, unusedSaid) : known(day),
    };
  }, 1);

const MAX_DAYS_KEPT = 1000;
const ofCells = bookOf(true);
const ofPane = /* @__PURE__ */ bookOf(false);
