import { addMonths, endOfMonth, type Day } from '../calendar/day';
import { groupBy } from '../group-by';
import { centsOfMicros, roundedQuotient, sum, sumOf, type Cents, type Micros } from '../money/money';
import { plusEligible, type Eligible } from './eligible';
import { monthsSoFar, type AccrualSoFar } from './forecast';

/** What a Partner ID and program earned of co-op in a month under a lever, and what it was a share of. */
export interface EarnedOn {
  /** The first day of the month. */
  month: Day;
  lever: string;
  coop: Micros;
  eligible: Eligible;
}

/** A month of a lever: the rate is null if the eligible amount isn't known or isn't above zero. */
interface MonthExperience {
  month: Day;
  coop: Micros;
  eligible: Eligible;
  rate: number | null;
}

/** What a lever earned in the recent months. */
export interface LeverExperience {
  lever: string;
  /** Co-op ÷ eligible amount over its latest three months with an eligible amount, with what was taken back since; null if unknown. */
  rate: number | null;
  /** The months that the rate is from, the first and the last; null without a rate. */
  from: { first: Day; last: Day } | null;
  /** The average eligible amount of a recent month, as far as known; null if it's known for none. */
  eligible: Eligible;
  /** What a month is expected to earn: the eligible amount at the rate, or, without a rate, the average co-op. */
  coop: Micros;
  /** The recent months, oldest first. */
  months: MonthExperience[];
}

/** What a month earns by experience. */
export interface Experience {
  /** The first and the last of the recent months: the latest six that are over and reported, since the first with an earning. */
  first: Day;
  last: Day;
  /** Levers with an earning in the recent months, the most co-op first. */
  levers: LeverExperience[];
  /** What a month is expected to earn under all levers. */
  coop: Micros;
  /** The part of `coop` from levers with a rate, and its eligible amount. */
  rated: { coop: Micros; eligible: Micros };
}

/** Six months say what is sold, and the latest three at which rate, since rates change by the half. */
const RECENT_MONTHS = 6;
const MONTHS_OF_RATE = 3;

/** The experience of a Partner ID and program on a day; null if no lever has a rate. `lastEarning` is as in `AccrualSoFar`. */
export function experienceOf(
  earned: readonly EarnedOn[],
  { asOf, lastEarning }: Pick<AccrualSoFar, 'asOf' | 'lastEarning'>,
): Experience | null {
  const known = earned.filter(({ month }) => isComplete(month, asOf, lastEarning));
  const all = [...new Set(known.map(({ month }) => month))].sort();
  const earliest = all[0];
  if (earliest === undefined) return null;
  const months = recentMonths(earliest, asOf, lastEarning!);
  const recent = known.filter(({ month }) => month >= months[0]!);
  const levers = [...groupBy(recent, ({ lever }) => lever)].map(([lever, rows]) => leverOf(lever, rows, months));
  if (levers.every(({ rate }) => rate === null)) return null;
  const rated = levers.filter(({ rate }) => rate !== null);
  return {
    first: months[0]!,
    last: months.at(-1)!,
    levers: levers.sort((a, b) => b.coop - a.coop || (a.lever < b.lever ? -1 : 1)),
    coop: sumOf(levers, ({ coop }) => coop),
    rated: { coop: sumOf(rated, ({ coop }) => coop), eligible: sumOf(rated, ({ eligible }) => eligible) },
  };
}

/** A month is complete when it's over and the report includes it. */
const isComplete = (month: Day, asOf: Day, lastEarning: Day | null): boolean =>
  endOfMonth(month) <= asOf && lastEarning !== null && month <= lastEarning;

function recentMonths(earliest: Day, asOf: Day, lastEarning: Day): Day[] {
  const months: Day[] = [];
  for (let month = earliest; isComplete(month, asOf, lastEarning); month = addMonths(month, 1)) months.push(month);
  return months.slice(-RECENT_MONTHS);
}

function leverOf(lever: string, rows: readonly EarnedOn[], all: readonly Day[]): LeverExperience {
  const byMonth = groupBy(rows, ({ month }) => month);
  const months = all.map((month): MonthExperience => {
    const ofMonth = byMonth.get(month) ?? [];
    const coop = sumOf(ofMonth, (row) => row.coop);
    const eligible = ofMonth.map((row) => row.eligible).reduce(plusEligible, 0);
    return { month, coop, eligible, rate: rateOf(coop, eligible) };
  });
  const known = months.filter(({ eligible }) => eligible !== null);
  const withSales = known.filter(({ eligible }) => eligible! > 0);
  const start = withSales.slice(-MONTHS_OF_RATE)[0];
  const ofRate = start ? known.filter(({ month }) => month >= start.month) : [];
  const [coop, base] = [sumOf(ofRate, (month) => month.coop), sumOf(ofRate, (month) => month.eligible)];
  const total = sumOf(known, (month) => month.eligible);
  const rate = rateOf(coop, base);
  return {
    lever,
    rate,
    from: rate === null ? null : { first: ofRate[0]!.month, last: ofRate.at(-1)!.month },
    eligible: known.length === 0 ? null : quotient(BigInt(total), known.length),
    coop:
      rate === null
        ? quotient(BigInt(sumOf(months, (month) => month.coop)), months.length)
        : Number(roundedQuotient(BigInt(coop) * BigInt(total), BigInt(base) * BigInt(known.length))),
    months,
  };
}

const rateOf = (coop: Micros, eligible: Eligible): number | null => (eligible === null || eligible <= 0 ? null : coop / eligible);

const quotient = (dividend: bigint, count: number): Micros => Number(roundedQuotient(dividend, BigInt(count)));

/** The co-op of a half if each month that isn't complete earns a month's co-op by experience; the current one at least what it has. */
export function expectedFromExperience(soFar: AccrualSoFar, { coop }: Pick<Experience, 'coop'>): Cents {
  const { open: months, remaining } = monthsSoFar(soFar);
  const running = months.find((month) => month.running !== null)?.running ?? null;
  const already = running ?? 0;
  const open = remaining * coop + (running === null ? 0 : Math.max(0, already - coop));
  return centsOfMicros(sum(soFar.coopByMonth) - already + open);
}
