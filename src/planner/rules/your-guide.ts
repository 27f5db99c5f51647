import { formatDay, type Day } from '../../domain/calendar/day';
import { firstDay, halfOf, lastDay } from '../../domain/calendar/half';
import { GUIDE_SOURCE } from '../../storage/rules/own-rules';
import type { RuleTextRow } from '../../storage/rules/pack-edits';
import { ACTIVITIES, ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import { CAPS } from '../../rulebook/rules/caps';
import { LEVERS } from '../../rulebook/rules/levers';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';

/** The first and last day of the fiscal year of a day. */
function fiscalYearOf(day: Day): { from: Day; to: Day; label: string } {
  const { fiscalYear } = halfOf(day);
  const [from, to] = [firstDay({ fiscalYear, half: 1 }), lastDay({ fiscalYear, half: 2 })];
  return { from, to, label: `FY${String(fiscalYear).slice(2)}` };
}

/** Rows for what a partner's own guide says of a fiscal year, by topic: all but the values, which are to be filled in. */
export function guideRows(day: Day): RuleTextRow[] {
  const { from, to, label } = fiscalYearOf(day);
  const row = (Rule: string, Note: string, more: RuleTextRow = {}): RuleTextRow => ({
    Rule,
    From: from,
    To: to,
    Source: GUIDE_SOURCE,
    Note: `${label}: ${Note}`,
    ...more,
  });
  const ofProgram = { Program: DEFAULT_PROGRAM };
  const capped = [...new Set(CAPS.flatMap(({ subject }) => subject ?? []))];
  const listed = ACTIVITY_NAMES.map(({ name }) => name).filter((name) => ACTIVITIES.some(({ subject }) => subject === name));
  return [
    row('claim deadline', 'claim deadline of activities in July – December, such as Feb 15.'),
    row('claim deadline', 'claim deadline of activities in January – June, such as Aug 15.'),
    row('resolution deadline', 'resolution deadline of activities in July – December, such as Mar 31.'),
    row('resolution deadline', 'resolution deadline of activities in January – June, such as Sep 30.'),
    row('split', 'co-op share of an earning, such as 40%.', ofProgram),
    row('threshold', 'least co-op of a half, in US dollars.', ofProgram),
    ...LEVERS.filter(({ program }) => program === DEFAULT_PROGRAM).map(({ name }) =>
      row('rate', 'rate for your partner type and country.', { ...ofProgram, Lever: name }),
    ),
    ...listed.map((name) => row('activity', 'eligible, or not eligible.', { Activity: name })),
    ...capped.map((name) => row('cap', 'such as 25%, 18750, or none.', { ...ofProgram, Activity: name })),
    row('payment', 'such as: approved by 15, paid 20 to 25.'),
    row('rebate payment', 'days after the end of the month.'),
    row('retention', 'months after the claim deadline to keep proof.'),
    row('capability', 'points that indirect resellers need.'),
  ];
}

/** What adding them does, in words. */
export const guideAbout = (day: Day): string => {
  const { from, to } = fiscalYearOf(day);
  return `Rows for everything that your own copy of the guide says for ${formatDay(from)} – ${formatDay(to)}. Fill in Value; rows without one count for nothing.`;
};
