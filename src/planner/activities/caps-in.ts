import type { WorkbookRules } from '../../cells/workbook-rules';
import type { CapOf } from '../../domain/balance/fund-usage';
import { ifCovered } from '../../rulebook/if-covered';
import { DEFAULT_PROGRAM, programNamed } from '../../rulebook/rules-on';
import { activityNamed } from './activity-catalog';

/** The caps of activities by the rules of a workbook, for every balance. Null if the guidebook has no such activity or program. */
export const capsIn =
  (book: WorkbookRules): CapOf =>
  ({ activity, fund, start }) => {
    const name = activityNamed(activity, book);
    const program = fund ? programNamed(fund.program) : DEFAULT_PROGRAM;
    return name === null || program === null ? null : ifCovered(() => book.rulesOn(start ?? 'newest').cap(name, program).value);
  };
