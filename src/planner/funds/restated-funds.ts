import type { WorkbookRules } from '../../cells/workbook-rules';
import { balanceOf } from '../../domain/balance/balance';
import type { Day } from '../../domain/calendar/day';
import { compareHalves, lastDay } from '../../domain/calendar/half';
import { withPartnerName } from '../../domain/earnings/partner-name';
import type { PlacedEarning, Restatement } from '../../domain/earnings/restatements';
import { applyThreshold, type ThresholdOutcome } from '../../domain/earnings/threshold';
import { fundKey, fundTitle, isSameFund, type FundId } from '../../domain/funds/fund';
import { centsOfMicros, formatUsd, sumOf, type Cents } from '../../domain/money/money';
import { describeRestated } from '../../domain/to-do/to-do-fund';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { kindOfType } from '../../reports/range/earning-kinds';
import { thresholdOrNull } from '../../reports/range/question';
import { programNamed } from '../../rulebook/rules-on';
import type { MonthEarned } from '../../storage/funds/earnings-table';
import { fundOf } from '../../storage/funds/funds-table';
import type { Restated, Unlisted } from '../../storage/funds/write-report';
import { capsIn } from '../activities/caps-in';
import type { PlanningRead } from '../store/planning-store';

/** What a restatement does to a fund, the co-op first. */
export interface RestatedFund {
  fund: FundId;
  coop: Cents;
  rebate: Cents;
  /** -$812.40 of co-op since Nov 3, 2026; now $55.10 below the threshold. */
  sentence: string;
  /** What that means for plans and claims; '' if nothing. */
  consequence: string;
}

/** The funds whose co-op or rebate a report restates, the newest half first. */
export function restatedFunds(
  { list, since, months }: Restated,
  { funds, activities, claims, hasUnknownAmounts, partnerNames }: PlanningRead,
  book: WorkbookRules,
  asOf: Day,
): RestatedFund[] {
  const places = list.flatMap(({ before, after }) => [before, after]).filter((place) => place !== null);
  const named = new Map(places.map((place) => [fundKey(fundOf(place)), withPartnerName(fundOf(place), partnerNames)]));
  return [...named]
    .flatMap(([key, fund]): RestatedFund[] => {
      const [coop, rebate] = [restatedOf(list, key, 'co-op'), restatedOf(list, key, 'rebate')];
      if (coop === 0 && rebate === 0) return [];
      const [was, is] = [coopOf(months.before, key), coopOf(months.after, key)];
      const rule = thresholdOrNull(book.rulesOn(lastDay(fund.half)), programNamed(fund.program));
      const [before, after] = [rule && applyThreshold(was, rule), rule && applyThreshold(is, rule)];
      const sentence = `${describeRestated({ coop, rebate, since: since.get(key) ?? null })}${coop === 0 ? '' : `; ${standing(before, after)}`}.`;
      const planned = funds.find((candidate) => isSameFund(candidate, fund));
      let consequence = '';
      if (planned && coop !== 0) {
        const values = <T>(stored: readonly { value: T }[]): T[] => stored.map(({ value }) => value);
        const balanceWith = (earned: Cents, outcome: Outcome) =>
          balanceOf({ ...planned, earned, usable: outcome && outcome.usable }, values(activities), values(claims), asOf, capsIn(book));
        const balance = balanceWith(is, after);
        consequence = hasUnknownAmounts
          ? "A column of the plan or the claims is missing, so what is planned and claimed isn't known."
          : describeUse(balance, balanceWith(was, before).over);
      }
      return [{ fund, coop, rebate, sentence, consequence }];
    })
    .sort((a, b) => compareHalves(b.fund.half, a.fund.half));
}

/** The name of a restated fund. */
export const titleOfRestated = ({ fund }: RestatedFund): string => `${fundTitle(fund)} · ${fund.program}`;

/** How many earnings changed, and how that is known. */
export function describeComparison({ list: found }: Restated): string {
  const byId = found.filter(({ comparedBy }) => comparedBy === 'earning ID').length;
  const byMonth = found.length - byId;
  const parts = [
    ...(byId > 0 ? [`${plural(byId, 'earlier earning')} changed, compared by earning ID`] : []),
    ...(byMonth > 0 ? [`${plural(byMonth, 'earlier monthly amount')} changed, compared by month and lever`] : []),
  ];
  return `${parts.join('; ')}.${byMonth > 0 ? ' Keep the individual rows of your reports to compare by earning ID.' : ''}`;
}

/** Why the changes of an import aren't listed in the workbook, and how to list them. */
export function describeUnlisted(unlisted: Unlisted, step: 'not written' | 'written' | 'nothing to write'): string {
  const [what, remedy] =
    unlisted === 'structure'
      ? ["The workbook's structure is protected", 'turn off Review > Protect Workbook']
      : ['The sheet of CoopRestatements is protected', 'unprotect the sheet on the Review tab'];
  const places = 'listed in CoopRestatements or on Today';
  if (step === 'not written')
    return `${what}, so the changes to earlier earnings won't be ${places}. To list them, ${remedy} before you write the report.`;
  const steps = [...(step === 'written' ? ['undo'] : []), remedy, 'bring the report in again'];
  return `${what}, so the changes to earlier earnings aren't ${places}. To list them, ${list(steps, 'and')}.`;
}

type Outcome = ThresholdOutcome | null;

function standing(before: Outcome, after: Outcome): string {
  if (!before || !after) return 'no threshold is known';
  if (after.shortfall > 0) return `${before.shortfall > 0 ? 'still' : 'now'} ${formatUsd(after.shortfall)} below the threshold`;
  return `${before.shortfall > 0 ? 'now' : 'still'} above the threshold, with ${formatUsd(after.usable)} usable`;
}

function describeUse(
  { claimed, approved, paid, planned, committed, spent, over }: ReturnType<typeof balanceOf>,
  overBefore: Cents,
): string {
  const withMicrosoft = claimed + approved + paid;
  const others = planned + committed + spent;
  const uses = [
    ...(withMicrosoft > 0 ? [`Claims made use ${formatUsd(withMicrosoft)}.`] : []),
    ...(others > 0 ? [`Plans use ${formatUsd(others)}.`] : []),
  ];
  if (over > 0)
    uses.push(`${formatUsd(over)} of that is more than the fund has${overBefore > 0 ? `, ${formatUsd(overBefore)} before` : ''}.`);
  return uses.join(' ');
}

function restatedOf(list: readonly Restatement[], key: string, kind: 'co-op' | 'rebate'): Cents {
  const amountAt = (place: PlacedEarning | null): number =>
    place !== null && fundKey(fundOf(place)) === key && kindOf(place) === kind ? place.micros : 0;
  return centsOfMicros(sumOf(list, ({ before, after }) => amountAt(after) - amountAt(before)));
}

/** Co-op that was converted to rebate is neither. */
const kindOf = ({ earningType, keys }: PlacedEarning): string => (keys.type.includes(' ') ? 'rollover' : kindOfType(earningType));

const coopOf = (months: readonly MonthEarned[], key: string): Cents =>
  centsOfMicros(
    sumOf(
      months.filter((month) => fundKey(fundOf(month)) === key && !month.isRollover && kindOfType(month.earningType) === 'co-op'),
      ({ micros }) => micros,
    ),
  );
