import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import { lastDay } from '../../domain/calendar/half';
import { expectedFromExperience, experienceOf, type Experience } from '../../domain/earnings/experience';
import { monthsSoFar, neededPerMonth } from '../../domain/earnings/forecast';
import { comparableId } from '../../domain/earnings/partner-id';
import { applyThreshold } from '../../domain/earnings/threshold';
import { fundKey } from '../../domain/funds/fund';
import { centsOfMicros, inProportion, sum, type Cents } from '../../domain/money/money';
import { pick, plural } from '../../domain/text/plural';
import type { BackTest } from '../../reports/back-test';
import { coopEarnedOn } from '../../reports/experience';
import { monthsUpTo, type FundRow } from '../../reports/funds';
import type { MonthRow } from '../../reports/import/earnings-import';
import { ifCovered } from '../../rulebook/if-covered';
import { programKey } from '../../rulebook/name-keys';
import { programNamed } from '../../rulebook/rules-on';
import { accrualOf, middleOff } from './outlook';

/** A half still being earned, with the rates of the workbook's own reports. */
export type ExperienceOutlook =
  | {
      kind: 'experience';
      experience: Experience;
      actual: Cents;
      expected: Cents;
      /** What a month is expected to earn. */
      perMonth: Cents;
      threshold: Cents;
      shortfall: Cents;
      expectedShortfall: Cents;
      neededPerMonth: Cents;
      remainingMonths: number;
      /** The eligible amount that earns what is needed per month; null if nothing is needed, or the rates earn nothing. */
      eligiblePerMonth: Cents | null;
    }
  | { kind: 'unknown'; why: string };

/** A fund's outcome if its months to come are like recent ones. Months after the as-of day's are left out. */
export function experienceOutlookOf(
  fund: FundRow & { months: readonly MonthRow[] },
  everything: readonly MonthRow[],
  book: WorkbookRules,
  asOf: Day,
): ExperienceOutlook {
  const known = programNamed(fund.program);
  const threshold = known && ifCovered(() => book.rulesOn(lastDay(fund.half)).threshold(known).value);
  if (known === null || !threshold) return { kind: 'unknown', why: `No threshold is known for ${fund.program}.` };
  const soFar = accrualOf(fund, everything, known, asOf);
  const ofFund = monthsUpTo(everything, asOf).filter((row) => isOfFund(row, fund));
  const experience = experienceOf(coopEarnedOn(ofFund), soFar);
  if (!experience) return { kind: 'unknown', why: NO_ELIGIBLE_AMOUNTS };
  const actual = centsOfMicros(sum(soFar.coopByMonth));
  const expected = expectedFromExperience(soFar, experience);
  const remainingMonths = monthsSoFar(soFar).remaining;
  const { shortfall } = applyThreshold(actual, threshold);
  const needed = remainingMonths === 0 ? 0 : neededPerMonth(shortfall, remainingMonths);
  const { rated } = experience;
  return {
    kind: 'experience',
    experience,
    actual,
    expected,
    perMonth: centsOfMicros(experience.coop),
    threshold: threshold.amount,
    shortfall,
    expectedShortfall: applyThreshold(expected, threshold).shortfall,
    neededPerMonth: needed,
    remainingMonths,
    eligiblePerMonth: needed > 0 && rated.coop > 0 ? inProportion(needed, rated.eligible, rated.coop) : null,
  };
}

const NO_ELIGIBLE_AMOUNTS =
  'Rates from experience are unknown: the reports have no eligible amounts for this fund. The Default download has them, in the column transactionAmountUSD.';

const isOfFund = (row: MonthRow, fund: Pick<FundRow, 'partnerId' | 'programKey'>): boolean =>
  comparableId(row.partnerId) === comparableId(fund.partnerId) && programKey(row.program) === fund.programKey;

/** How accurate both forecasts would have been for past halves, in a sentence. */
export function describeExperienceTest(tests: readonly BackTest[]): string {
  const both = tests.filter(({ byExperience }) => byExperience !== null);
  if (both.length === 0) {
    return (
      'The workbook has no half that has ended with all six months reported and eligible amounts known, so experience ' +
      "couldn't be tested against the pace."
    );
  }
  const halves = new Set(both.map(fundKey)).size;
  const [pace, experience] = [middleOff(both), middleOff(both.map((test) => ({ ...test, expected: test.byExperience! })))];
  const better = experience === pace ? 'Neither was closer' : experience < pace ? 'Experience was closer' : 'The pace was closer';
  return (
    `Tested on ${plural(halves, 'past half', 'past halves')} (${plural(both.length, 'test')}): experience was off by ${experience}% ` +
    `and the pace by ${pace}% (${pick(both.length, 'one test', 'medians')}). ${better}.`
  );
}
