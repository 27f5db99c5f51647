import { monthOf, yearOf, type Day } from './day';

/** A half of Microsoft's fiscal year: fiscalYear 2025, half 1 is FY25 H1, July to December 2024. */
export interface Half {
  fiscalYear: number;
  half: 1 | 2;
}

/** The half of a day. A fiscal year is named after the calendar year of its June. */
export function halfOf(day: Day): Half {
  return monthOf(day) >= 7 ? { fiscalYear: yearOf(day) + 1, half: 1 } : { fiscalYear: yearOf(day), half: 2 };
}

/** A half's first day. */
export function firstDay({ fiscalYear, half }: Half): Day {
  return half === 1 ? onEveryYear(fiscalYear - 1, '07-01') : onEveryYear(fiscalYear, '01-01');
}

/** A half's last day. */
export function lastDay({ fiscalYear, half }: Half): Day {
  return half === 1 ? onEveryYear(fiscalYear - 1, '12-31') : onEveryYear(fiscalYear, '06-30');
}

/** A half's label, FY25 H1. A year outside 2000 to 2099 is written in full, since two digits would mean another year. */
export function labelOf({ fiscalYear, half }: Half): string {
  const inCentury = fiscalYear >= 2000 && fiscalYear <= 2099;
  return `FY${inCentury ? `${fiscalYear}`.slice(2) : fiscalYear} H${half}`;
}

/** A half's months, as Partner Center shows them: July – December 2026. */
export const formatHalf = (half: Half): string => `${half.half === 1 ? 'July – December' : 'January – June'} ${yearOf(firstDay(half))}`;

/** The half of a label: FY25 H1, FY25H1, FY2025 H1 or H1 FY25, in any case; null for anything else. */
export function parseHalf(text: string): Half | null {
  const [, before, year, after] = LABEL.exec(text) ?? [];
  if (year === undefined || !before === !after) return null;
  return { fiscalYear: Number(year.length === 2 ? `20${year}` : year), half: (before ?? after) === '1' ? 1 : 2 };
}

/** The half of its months: "July 2026 – December 2026" as in Partner Center, or as `formatHalf` writes them; null for anything else. */
export function parseMonths(text: string): Half | null {
  const [, first, from, last, to] = MONTHS.exec(text.toLowerCase()) ?? [];
  if (to === undefined || (from ?? to) !== to) return null;
  if (first === 'january' && last === 'june') return halfOf(`${Number(to)}-01-01`);
  return first === 'july' && last === 'december' ? halfOf(`${Number(to)}-07-01`) : null;
}

/** Whether a text is a half without its year. Sources attach opposite deadlines to a bare "H1", so it is never guessed. */
export const isBareHalf = (text: string): boolean => /^\s*H ?[12]\s*$/i.test(text);

/** The half n halves later; n may be negative. */
export function nextHalf({ fiscalYear, half }: Half, n = 1): Half {
  const count = fiscalYear * 2 + (half - 1) + n;
  return { fiscalYear: Math.floor(count / 2), half: count % 2 === 0 ? 1 : 2 };
}

/** A number of consecutive halves. */
export const halvesFrom = (first: Half, count: number): Half[] => Array.from({ length: count }, (_, n) => nextHalf(first, n));

/** Below zero if a is the earlier half, above if it is the later. */
export const compareHalves = (a: Half, b: Half): number => a.fiscalYear - b.fiscalYear || a.half - b.half;

/** The half stands before the year or after it, never both. */
const LABEL = /^\s*(?:H ?([12])[ -]?)?FY ?(\d{2}|\d{4})(?:[ -]?H ?([12]))?\s*$/i;

const MONTHS = /^\s*(january|july)(?: (\d{4}))? ?[-–—] ?(june|december) (\d{4})\s*$/;

/** A day that exists in every year: not validated, since every cell about a half calls this. */
const onEveryYear = (year: number, monthDay: `${number}-${number}`): Day => `${String(year).padStart(4, '0')}-${monthDay}` as Day;
