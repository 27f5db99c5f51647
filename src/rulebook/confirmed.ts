import { addDays, type Day } from '../domain/calendar/day';
import { historyOf } from './histories';
import type { Rule, Topic } from './rule';
import type { ProgramId } from './rules/programs';
import type { SOURCES } from './sources';

/**
 * The last day a source confirms a rule: the day of its own source, or of a later one that repeats it, but not past the
 * day before the next entry; null for the workbook's own rules, and for entries that only mark the end of our sources.
 */
export function confirmedThrough(rule: Rule<unknown>): Day | null {
  const spokenFor = SPEAKS_THROUGH[rule.source as keyof typeof SOURCES];
  if (spokenFor === null || rule.ends === 'unverified') return null;
  const history = historyOf(rule.topic, rule.program, rule.subject)!;
  const next = history.find(({ from }) => from > rule.from);
  const repeated = REPEATED.find(({ topic, program }) => topic === rule.topic && program === rule.program);
  const spoken = later(later(spokenFor, repeated?.through ?? spokenFor), rule.from);
  return next && next.from <= spoken ? addDays(next.from, -1) : spoken;
}

/** The date in each document; if it gives only a month, that month's last day. */
const SPEAKS_THROUGH: Record<keyof typeof SOURCES, Day | null> = {
  'ms-claims-overview': '2024-06-30',
  'ms-claims-threshold': '2022-08-04',
  'ms-core-requirements': '2021-11-10',
  'ms-core-requirements-later': '2023-10-31',
  'ms-fy20-reseller-deck': '2020-07-01',
  'ms-fy24-co-op-blog': '2023-10-24',
  'ms-fy25-co-op-blog': '2025-05-07',
  'td-synnex-2024-10': '2024-10-31',
  'quickstart-2019-11': '2019-11-14',
  'partner-center-ip': '2025-09-01',
  workbook: null,
};

/**
 * Rules that a later document repeats: the distributor's simulator of January 14, 2026 (FY26) the 60/40 split and the
 * threshold, and the distributor's guidebook of October 2024 the rest; its rates are set through June 2025.
 */
const REPEATED: readonly { topic: Topic; program: ProgramId | 'all'; through: Day }[] = [
  { topic: 'split', program: 'Microsoft Commerce Incentives', through: '2026-01-14' },
  { topic: 'threshold', program: 'Microsoft Commerce Incentives', through: '2026-01-14' },
  { topic: 'rate', program: 'Microsoft Commerce Incentives', through: '2025-06-30' },
  { topic: 'deadline', program: 'all', through: '2024-10-31' },
  { topic: 'activity', program: 'all', through: '2024-10-31' },
  { topic: 'cap', program: 'all', through: '2024-10-31' },
];

const later = (a: Day, b: Day): Day => (a > b ? a : b);
