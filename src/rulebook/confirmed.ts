import { addDays, type Day } from '../domain/calendar/day';
import { historyOf } from './histories';
import type { Rule, Topic } from './rule';
import type { ProgramId } from './rules/programs';
import type { SOURCES } from './sources';

/** Who says that a rule holds, in words. */
type Confirmer = 'Microsoft' | "a copy of Microsoft's text" | 'a distributor';

/** The last day for which a source says that a rule holds, and what kind of source it is. */
export interface Confirmation {
  through: Day;
  by: Confirmer;
}

/**
 * The last confirmation of a rule: by its own source, or by a later one that repeats it, but not past the day before the
 * next entry; null for the workbook's own rules, and for entries that only mark the end of our sources.
 */
export function confirmationOf(rule: Rule<unknown>): Confirmation | null {
  const spokenFor = SPEAKS_THROUGH[rule.source as keyof typeof SPEAKS_THROUGH];
  if (spokenFor === null || rule.ends === 'unverified') return null;
  const repeated = REPEATED.find(({ topic, program }) => topic === rule.topic && program === rule.program);
  const { through, by } = repeated && repeated.through > spokenFor.through ? repeated : spokenFor;
  const spoken = through > rule.from ? through : rule.from;
  const next = historyOf(rule.topic, rule.program, rule.subject)!.find(({ from }) => from > rule.from);
  return { through: next && next.from <= spoken ? addDays(next.from, -1) : spoken, by };
}

/** The date in each document; if it gives only a month, that month's last day. */
const SPEAKS_THROUGH: Record<keyof typeof SOURCES | 'partner-center-ip', Confirmation | null> = {
  'ms-claims-overview': { through: '2024-06-30', by: 'Microsoft' },
  'ms-claims-threshold': { through: '2022-08-04', by: 'Microsoft' },
  'ms-core-requirements': { through: '2021-11-10', by: 'Microsoft' },
  'ms-core-requirements-later': { through: '2023-10-31', by: 'Microsoft' },
  'ms-fy20-reseller-deck': { through: '2020-07-01', by: 'Microsoft' },
  'ms-fy24-co-op-blog': { through: '2023-10-24', by: 'Microsoft' },
  'ms-fy25-co-op-blog': { through: '2025-05-07', by: "a copy of Microsoft's text" },
  'td-synnex-2024-10': { through: '2024-10-31', by: 'a distributor' },
  'quickstart-2019-11': { through: '2019-11-14', by: 'a distributor' },
  'partner-center-ip': { through: '2025-09-01', by: 'a distributor' },
  'vuzion-2020': { through: '2021-09-30', by: 'a distributor' },
  'sherweb-2021': { through: '2022-09-30', by: 'a distributor' },
  'westcoast-2023': { through: '2023-01-30', by: 'a distributor' },
  workbook: null,
};

/**
 * Rules that a later document repeats: the distributor's simulator of January 14, 2026 (FY26) the 60/40 split and the
 * threshold, and the distributor's guidebook of October 2024 the rest; its rates are set through June 2025. Distributors
 * said of FY22 that core and strategic levers, and the 60/40 of resellers, stay as in FY21.
 */
const REPEATED: readonly (Confirmation & { topic: Topic; program: ProgramId | 'all' })[] = [
  { topic: 'split', program: 'Microsoft Commerce Incentives', through: '2026-01-14', by: 'a distributor' },
  { topic: 'threshold', program: 'Microsoft Commerce Incentives', through: '2026-01-14', by: 'a distributor' },
  { topic: 'rate', program: 'Microsoft Commerce Incentives', through: '2025-06-30', by: 'a distributor' },
  { topic: 'rate', program: 'CSP Indirect Reseller', through: '2022-09-30', by: 'a distributor' },
  { topic: 'split', program: 'CSP Indirect Reseller', through: '2022-09-30', by: 'a distributor' },
  { topic: 'deadline', program: 'all', through: '2024-10-31', by: 'a distributor' },
  { topic: 'activity', program: 'all', through: '2024-10-31', by: 'a distributor' },
  { topic: 'cap', program: 'all', through: '2024-10-31', by: 'a distributor' },
];
