import { addDays, type Day } from '../../domain/calendar/day';
import { citationOf, explainRule } from '../../explain/explain-rule';
import type { RuleExplained } from '../../explain/explanation';
import { CONTRADICTIONS, type Contradiction } from '../../rulebook/contradictions';
import type { Rule, Topic } from '../../rulebook/rule';
import { allRules } from '../../rulebook/rules-on';

/** The topics in the order of the screen, as people call them. */
export const TOPICS: readonly { topic: Topic; title: string }[] = [
  { topic: 'deadline', title: 'Deadlines' },
  { topic: 'split', title: 'Splits' },
  { topic: 'rate', title: 'Earning rates' },
  { topic: 'threshold', title: 'Thresholds' },
  { topic: 'activity', title: 'Activities' },
  { topic: 'cap', title: 'Caps' },
  { topic: 'payment', title: 'Payment' },
  { topic: 'retention', title: 'Proof to keep' },
  { topic: 'capability', title: 'Capability route' },
];

/** A rule on the screen, with the last day it is in force or verified, if it has one. */
export interface RuleListed extends RuleExplained {
  topic: Topic;
  to?: Day;
}

/** The rules that contain every word of a query and, if a day is given, are in force on it. */
export function findRules(query: string, on: Day | null): RuleListed[] {
  const words = wordsOf(query);
  return LISTED.filter(({ listed, hasValue, haystack }) => {
    const inForce = on === null || (hasValue && listed.from <= on && (listed.to === undefined || on <= listed.to));
    return inForce && words.every((word) => haystack.includes(word));
  }).map(({ listed }) => listed);
}

/** The questions that our sources answer differently and that contain every word of a query. */
export function findContradictions(query: string): readonly Contradiction[] {
  const words = wordsOf(query);
  return CONTRADICTIONS.filter(({ id, title, reading, says }) => {
    const haystack = [id, title, reading, ...says.map((statement) => `${citationOf(statement.source)} ${statement.says}`)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

const wordsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

// Where our sources end, there is no rule to show: the rule before it shows its last verified day.
const LISTED = allRules()
  .filter(({ ends }) => ends !== 'unverified')
  .map((rule) => {
    const listed: RuleListed = { ...explainRule(rule), topic: rule.topic, ...lastDayOf(rule) };
    const { text, about, note, source, from, standing } = listed;
    const haystack = [text, about, note, source.publisher, source.title, from, standing, rule.topic].join(' ').toLowerCase();
    return { listed, hasValue: rule.value !== null, haystack };
  });

function lastDayOf(rule: Rule<unknown>): { to?: Day } {
  const next = allRules()
    .filter(
      (other) => other.topic === rule.topic && other.program === rule.program && other.subject === rule.subject && other.from > rule.from,
    )
    .map(({ from }) => from)
    .sort()[0];
  return next ? { to: addDays(next, -1) } : {};
}
