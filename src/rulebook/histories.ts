import { addDays, type Day, formatDay } from '../domain/calendar/day';
import type { Rule, Topic } from './rule';
import { ACTIVITIES } from './rules/activities';
import { CAPABILITIES } from './rules/capability';
import { CAPS } from './rules/caps';
import { DEADLINES } from './rules/deadlines';
import { RATES } from './rules/levers';
import { PAYMENTS } from './rules/payment';
import type { ProgramId } from './rules/programs';
import { RETENTIONS } from './rules/retention';
import { SPLITS } from './rules/split';
import { THRESHOLDS } from './rules/threshold';

const ALL: readonly Rule<unknown>[] = [
  ...SPLITS,
  ...RATES,
  ...THRESHOLDS,
  ...DEADLINES,
  ...ACTIVITIES,
  ...CAPS,
  ...PAYMENTS,
  ...RETENTIONS,
  ...CAPABILITIES,
];

/** Every rule of the rulebook, ends included, topic by topic and oldest first within a history. */
export function allRules(): readonly Rule<unknown>[] {
  return ALL;
}

const keyOf = (topic: Topic, program: ProgramId | 'all', subject = ''): string => `${topic}/${program}/${subject}`;

const HISTORIES = new Map<string, Rule<unknown>[]>();
for (const rule of ALL) {
  const key = keyOf(rule.topic, rule.program, rule.subject);
  const history = HISTORIES.get(key);
  if (history) history.push(rule);
  else HISTORIES.set(key, [rule]);
}

/** The rules for exactly this program and subject, oldest first; undefined if there are none. */
export function historyOf(topic: Topic, program: ProgramId | 'all', subject?: string): readonly Rule<unknown>[] | undefined {
  return HISTORIES.get(keyOf(topic, program, subject));
}

/** The entry of a history in force on a day. If our sources merely end, the newest rule is the one before the end. */
export function entryOn<R extends Rule<unknown>>(history: readonly R[], day: Day | 'newest'): R | undefined {
  for (let i = history.length - 1; i >= 0; i--) {
    const rule = history[i]!;
    if (day === 'newest' ? rule.ends !== 'unverified' : rule.from <= day) return rule;
  }
  return undefined;
}

/** Names of topics in a sentence, where the topic isn't its own. */
const WHAT: Partial<Record<Topic, string>> = {
  rate: 'earning rate',
  threshold: 'co-op threshold',
  deadline: 'claim deadlines',
  activity: 'guidebook entry',
  payment: 'payment timing',
  retention: 'retention rule',
  capability: 'capability route',
};

/** Why a history has no value on a day: the program ended it, or our sources don't cover the day. */
export function reasonUncovered(history: readonly Rule<unknown>[], day: string): string {
  const first = history[0]!;
  const end = history.find((rule) => rule.value === null);
  const windows: string[] = [];
  let from: Day | null = null;
  for (const rule of history) {
    if (rule.value === null) windows.push(`from ${formatDay(from!)} to ${formatDay(addDays(rule.from, -1))}`);
    from = rule.value === null ? null : (from ?? rule.from);
  }
  const about = `${WHAT[first.topic] ?? first.topic}${first.subject ? ` of "${first.subject}"` : first.program === 'all' ? '' : ` of ${first.program}`}`;
  if (end?.ends === 'discontinued') return `The ${about} ended on ${formatDay(end.from)}. ${end.note ?? ''}`.trim();
  if (end === undefined) return `We have the ${about} from ${formatDay(first.from)}, not for ${formatDay(day as Day)}.`;
  return (
    `The ${about} is verified ${windows.join(' and ')}, not for ${formatDay(day as Day)}. ` +
    'Your own rule can extend it. Without a date, the newest rule is used.'
  );
}
