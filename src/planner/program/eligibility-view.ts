import { formatMonth, type Day } from '../../domain/calendar/day';
import { formatUsd } from '../../domain/money/money';
import { capitalized } from '../../domain/text/capitalized';
import type { AreaEligibility, ReadingResult, Risk } from '../../domain/program/eligibility';
import { earnRulesOn } from '../../rulebook/who-may-earn';

/** A result in words. */
export const VERDICT_TEXT: Record<AreaEligibility['verdict'], string> = {
  eligible: 'Eligible on these inputs',
  'not eligible': 'Not eligible on these inputs',
  'not known': 'Not known',
  'sources disagree': 'Sources disagree',
};

/** One reading's result: what it comes to, and since when. */
export function describeResult({ reading, verdict, since }: ReadingResult): string {
  const lead = reading === 'both' ? '' : `The ${reading} reading: `;
  const when = since === null || verdict === 'not known' ? '' : `, since ${formatMonth(since)} in what is entered`;
  return `${capitalized(`${lead}${VERDICT_TEXT[verdict].toLowerCase()}`)}${when}.`;
}

/** The points and the revenue of an area, in one line. */
export function describeInputs({ inputs, partnerType }: AreaEligibility): string {
  const { points, monthsWithoutPoints, isDesignated, revenue } = inputs;
  const months = (count: number): string => (count === 0 ? '' : `, ${count} of 12 months not entered`);
  return [
    isDesignated ? 'Designation entered' : 'No designation entered',
    `most points in six months: ${points ?? 'none entered'}${monthsWithoutPoints > 0 && points !== null ? ` (${monthsWithoutPoints} of 6 months not complete)` : ''}`,
    `CSP revenue of the 12 months before: ${formatUsd(revenue.area.sum)} in the area${months(revenue.area.monthsMissing)}`,
    `${formatUsd(revenue.location.sum)} at the location`,
    ...(partnerType === 'direct bill' ? [`${formatUsd(revenue.account.sum)} in the account`] : []),
  ].join('; ');
}

/** The look ahead in words: the first month at risk and what would prevent it. */
export function describeRisk({ reading, month, missing }: Risk): string {
  const lead = reading === 'both' ? '' : `By the ${reading} reading: `;
  return `${lead}At risk in ${formatMonth(month)}, when old months no longer count. To prevent it: ${missing.join(' ')}`;
}

/** What the rules of a day say, for the line under a result. */
export const describeEarnRules = ({ partnerType }: Pick<AreaEligibility, 'partnerType'>, asOf: Day): string[] =>
  earnRulesOn(partnerType, asOf).map(({ says }) => says);
