import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import type { PartnerGroups } from '../../domain/earnings/partner-name';
import { revenueFor } from '../../domain/earnings/split';
import type { FundId } from '../../domain/funds/fund';
import { groupBy } from '../../domain/group-by';
import { sumOf } from '../../domain/money/money';
import { compareText } from '../../domain/text/compare';
import type { ThresholdPush } from '../../domain/to-do/to-do-fund';
import type { MonthRow } from '../../reports/import/earnings-import';
import { ifCovered } from '../../rulebook/if-covered';
import { programNamed } from '../../rulebook/rules-on';
import { isGrowthLever } from '../../rulebook/rules/levers';
import type { Outlook } from '../funds/outlook';
import { leverOfPartner } from '../partners/lever-of-partner';

/**
 * What each incomplete month must earn to reach the threshold; null if nothing is needed. Also given as revenue, or growth, of
 * the lever that earned the most co-op so far, among those with a known rate and co-op share on the day for the Partner ID.
 */
export function thresholdPush(
  { neededPerMonth: perMonth, projection: { remainingMonths: months } }: Outlook & { kind: 'projected' },
  { program, partnerId }: Pick<FundId, 'program' | 'partnerId'>,
  earned: readonly MonthRow[],
  book: WorkbookRules,
  groups: PartnerGroups,
  asOf: Day,
): ThresholdPush | null {
  if (perMonth === 0) return null;
  const rules = book.rulesOn(asOf);
  for (const lever of leversOf(earned, asOf)) {
    const known = ifCovered(() => {
      const found = leverOfPartner(lever, programNamed(program)!, partnerId, groups, rules);
      return {
        lever: found.name,
        rate: rules.rate(found).value.rate,
        coopShare: rules.split(found.program, found).value.coopShare,
        isGrowth: isGrowthLever(found.name),
      };
    });
    if (known && known.rate > 0 && known.coopShare > 0)
      return { months, perMonth, revenue: { ...known, perMonth: revenueFor(perMonth, known.rate, known.coopShare) } };
  }
  return { months, perMonth, revenue: null };
}

/** The levers that earned co-op by a day, the most first. */
function leversOf(earned: readonly MonthRow[], asOf: Day): string[] {
  const rows = earned.filter(({ kind, lever, month }) => kind === 'co-op' && lever !== '' && `${month}-01` <= asOf);
  return [...groupBy(rows, ({ lever }) => lever)]
    .map(([lever, those]) => ({ lever, coop: sumOf(those, ({ micros }) => micros) }))
    .filter(({ coop }) => coop > 0)
    .sort((a, b) => b.coop - a.coop || compareText(a.lever, b.lever))
    .map(({ lever }) => lever);
}
