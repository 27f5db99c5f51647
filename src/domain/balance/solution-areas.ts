import type { FundUsage } from './fund-usage';

/** Money of activities without a solution area. */
export const NOT_ATTRIBUTABLE = 'Not attributable';

/**
 * The solution area of each part of a balance, in one spelling: a known one, or else the first in the plan. People write the
 * names themselves, so only upper and lower case and spaces don't tell two areas apart.
 */
export function solutionAreaOf(counted: readonly FundUsage[], known: readonly string[]): (usage: FundUsage) => string {
  const spelling = new Map<string, string>();
  for (const area of [...known, ...counted.map(({ solutionArea }) => solutionArea)])
    if (!spelling.has(comparable(area))) spelling.set(comparable(area), area);
  return ({ solutionArea }) => (solutionArea === '' ? NOT_ATTRIBUTABLE : spelling.get(comparable(solutionArea))!);
}

/** Whether two names are one solution area. */
export const isSameArea = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (area: string): string => area.replace(/\s+/g, ' ').trim().toLowerCase();
