import { addMonths, endOfMonth, firstOfMonth, type Day } from '../calendar/day';
import { comparableId } from '../earnings/partner-id';
import { groupBy } from '../group-by';
import { sumOf, type Cents } from '../money/money';
import { mayEarn, type EarnInputs, type EarnRule, type Judgment, type Revenue, type Verdict } from './may-earn';
import type { PartnerType } from './partner-type';

/** Points and revenue of one Partner ID in one solution area and month. */
export interface EligibilityMonth {
  partnerId: string;
  partnerType: PartnerType | '';
  area: string;
  /** The first day of the month. */
  month: Day;
  isDesignated: boolean;
  performance: number | null;
  skilling: number | null;
  customerSuccess: number | null;
  revenue: Cents | null;
}

/** One reading's result, and the first month since which it has been so. */
export interface ReadingResult extends Judgment {
  reading: EarnRule['reading'];
  since: Day | null;
}

/** The first month in which an eligible area no longer is, at the pace so far. */
export interface Risk {
  reading: EarnRule['reading'];
  month: Day;
  /** What is missing by then. */
  missing: readonly string[];
}

/** What is known of a Partner ID in a solution area on a day. */
export interface AreaEligibility {
  partnerId: string;
  partnerType: PartnerType;
  area: string;
  inputs: EarnInputs;
  /** One result, or one for each reading where sources disagree on it; none if no rule is known for the day. */
  results: readonly ReadingResult[];
  /** The verdict, if all readings come to the same one. */
  verdict: Verdict | 'sources disagree';
  risks: readonly Risk[];
}

/** The rules for a partner type on a day: one, or one for each reading; none if no source goes back so far. */
export type EarnRulesOn = (partnerType: PartnerType, day: Day) => readonly EarnRule[];

/** Months of the window of points, and of revenue. */
const WINDOW = 6;
const TRAILING = 12;
/** How many months a look ahead goes. */
const AHEAD = 12;

/**
 * The eligibility of every Partner ID and solution area. Points count if any of the current month and the five before has
 * enough; revenue is of the 12 months before the current one. A row without a partner type takes that of the Partner ID's
 * newest row that has one, or else is an indirect reseller's, which most are.
 */
export function eligibilityOf(rows: readonly EligibilityMonth[], asOf: Day, rulesOn: EarnRulesOn): AreaEligibility[] {
  const partners = groupBy(rows, ({ partnerId }) => comparableId(partnerId));
  const typeOf = new Map([...partners].map(([id, ofPartner]) => [id, partnerTypeOf(ofPartner, asOf)]));
  const now = firstOfMonth(asOf);
  return [...partners].flatMap(([id, ofPartner]) =>
    [...groupBy(ofPartner, ({ area }) => areaKey(area)).values()].map((ofArea) => {
      const partnerType = typeOf.get(id)!;
      const { partnerId, area } = ofArea[0]!;
      const around: Around = {
        area,
        ofArea,
        ofPartner,
        account: rows.filter((row) => typeOf.get(comparableId(row.partnerId)) === partnerType),
      };
      const on = (month: Day, day: Day, known: Around): ReadingResult[] =>
        withoutSame(
          rulesOn(partnerType, day).map((rule) => ({
            reading: rule.reading,
            since: null,
            ...mayEarn(rule, area, inputsIn(known, month, now)),
          })),
        );
      const results = on(now, asOf, around).map((result) => ({ ...result, since: sinceWhen(result, around, now, on) }));
      const [first] = results;
      return {
        partnerId,
        partnerType,
        area,
        inputs: inputsIn(around, now, now),
        results,
        verdict:
          first === undefined
            ? 'not known'
            : results.every(({ verdict }) => verdict === first.verdict)
              ? first.verdict
              : 'sources disagree',
        risks: risksOf(results, around, now, on),
      };
    }),
  );
}

/** The rows that a result is made from. */
interface Around {
  area: string;
  ofArea: readonly EligibilityMonth[];
  ofPartner: readonly EligibilityMonth[];
  account: readonly EligibilityMonth[];
}

type ResultsOn = (month: Day, day: Day, known: Around) => ReadingResult[];

const areaKey = (area: string): string => area.replace(/\s+/g, ' ').trim().toLowerCase();

function partnerTypeOf(ofPartner: readonly EligibilityMonth[], asOf: Day): PartnerType {
  const typed = ofPartner.filter(({ partnerType, month }) => partnerType !== '' && month <= asOf).sort(byMonth);
  return typed.at(-1)?.partnerType || ofPartner.find(({ partnerType }) => partnerType !== '')?.partnerType || 'indirect reseller';
}

const byMonth = (a: EligibilityMonth, b: EligibilityMonth): number => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0);

/** Designations that count for an area: Modern Work and Security are one incentive, and the three Azure areas another. */
const TOGETHER: readonly (readonly string[])[] = [
  ['modern work', 'security'],
  ['data & ai', 'infrastructure', 'digital & app innovation'],
];

function inputsIn({ area, ofArea, ofPartner, account }: Around, month: Day, now: Day): EarnInputs {
  const window = monthsTo(month, WINDOW);
  const points = ofArea.filter((row) => window.includes(row.month) && pointsOf(row) !== null);
  const whole = ofArea.filter((row) => window.includes(row.month) && isWhole(row));
  const together = TOGETHER.find((areas) => areas.includes(areaKey(area))) ?? [areaKey(area)];
  const newest = [...groupBy(ofPartner, (row) => areaKey(row.area))]
    .filter(([key]) => together.includes(key))
    .map(([, rows]) =>
      rows
        .filter((row) => row.month <= (month < now ? month : now))
        .sort(byMonth)
        .at(-1),
    );
  return {
    points: points.length === 0 ? null : Math.max(...points.map((row) => pointsOf(row)!)),
    monthsWithoutPoints: WINDOW - new Set(whole.map((row) => row.month)).size,
    isDesignated: newest.some((row) => row?.isDesignated),
    revenue: { area: revenueOf(ofArea, month), location: revenueOf(ofPartner, month), account: revenueOf(account, month) },
  };
}

/** The months before one, for as many months as given, and the month itself. */
const monthsTo = (month: Day, count: number): Day[] => Array.from({ length: count }, (_, back) => addMonths(month, -back));

/** The points of a month; null if none are entered. */
export function pointsOf({ performance, skilling, customerSuccess }: EligibilityMonth): number | null {
  const given = [performance, skilling, customerSuccess].filter((points) => points !== null);
  return given.length === 0 ? null : given.reduce((total, points) => total + points, 0);
}

const isWhole = (row: EligibilityMonth): boolean => [row.performance, row.skilling, row.customerSuccess].every((points) => points !== null);

/** The revenue of the 12 months before one. A month counts as entered if any of the rows has its revenue. */
function revenueOf(rows: readonly EligibilityMonth[], month: Day): Revenue {
  const months = monthsTo(addMonths(month, -1), TRAILING);
  const within = rows.filter((row) => row.revenue !== null && months.includes(row.month));
  return {
    sum: sumOf(within, ({ revenue }) => revenue),
    monthsMissing: TRAILING - new Set(within.map((row) => row.month)).size,
  };
}

/** One result where all readings say the same. */
function withoutSame(results: readonly ReadingResult[]): ReadingResult[] {
  const [first, ...others] = results;
  if (first === undefined) return [];
  const isSame = others.every((other) => other.verdict === first.verdict && other.missing.join() === first.missing.join());
  return isSame ? [{ ...first, reading: 'both' }] : [...results];
}

/** The first month of those up to now, as far back as rows go, in which the result was the same. */
function sinceWhen({ reading, verdict }: ReadingResult, around: Around, now: Day, on: ResultsOn): Day | null {
  const earliest = [...around.ofPartner].sort(byMonth)[0]!.month;
  let since: Day | null = null;
  for (let month = now; month >= earliest; month = addMonths(month, -1)) {
    const results = on(month, endOfMonth(month), around);
    const then = results.find((result) => result.reading === reading) ?? results[0];
    if (then?.verdict !== verdict) break;
    since = month;
  }
  return since;
}

/** Months that the average of revenue to come is taken of. */
const PACE = 3;

/**
 * When an area that is eligible no longer is, if points stay as in the newest month and revenue goes on at the average of
 * the newest three months: the old months that roll off are what changes.
 */
function risksOf(results: readonly ReadingResult[], around: Around, now: Day, on: ResultsOn): Risk[] {
  const ahead = Array.from({ length: AHEAD }, (_, index) => addMonths(now, index + 1));
  const later: Around = {
    area: around.area,
    ofArea: continued(around.ofArea, now),
    ofPartner: continued(around.ofPartner, now),
    account: continued(around.account, now),
  };
  return results
    .filter(({ verdict }) => verdict === 'eligible')
    .flatMap(({ reading }) => {
      for (const month of ahead) {
        const found = on(month, month, later);
        const then = found.find((result) => result.reading === reading) ?? found[0];
        if (then && then.verdict !== 'eligible') return [{ reading, month, missing: then.missing }];
      }
      return [];
    });
}

/** The rows with those of the months to come, for each Partner ID and area. */
function continued(rows: readonly EligibilityMonth[], now: Day): EligibilityMonth[] {
  const series = groupBy(rows, ({ partnerId, area }) => `${comparableId(partnerId)} ${areaKey(area)}`);
  return [...series.values()].flatMap((ofPartner) => {
    const known = ofPartner.filter(({ month }) => month <= now).sort(byMonth);
    const newest = known.at(-1);
    if (newest === undefined) return ofPartner;
    const paid = known.filter(({ revenue }) => revenue !== null).slice(-PACE);
    const scored = known.filter((row) => pointsOf(row) !== null).at(-1);
    const pace = paid.length === 0 ? null : Math.round(sumOf(paid, ({ revenue }) => revenue) / paid.length);
    const lastPaid = paid.at(-1)?.month;
    const from = lastPaid !== undefined && lastPaid < newest.month ? lastPaid : newest.month;
    const coming: EligibilityMonth[] = [];
    for (let month = addMonths(from, 1); month <= addMonths(now, AHEAD); month = addMonths(month, 1)) {
      const held = ofPartner.find((row) => row.month === month);
      coming.push({
        ...newest,
        performance: scored?.performance ?? null,
        skilling: scored?.skilling ?? null,
        customerSuccess: scored?.customerSuccess ?? null,
        ...held,
        month,
        revenue: held?.revenue ?? pace,
      });
    }
    return [...ofPartner.filter(({ month }) => !coming.some((row) => row.month === month)), ...coming];
  });
}
