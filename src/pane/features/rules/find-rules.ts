import type { Day } from '../../../domain/day';
import { citationOf, explainRule } from '../../../explain/explain-rule';
import type { RuleExplained } from '../../../explain/explanation';
import { CONTRADICTIONS, type Contradiction } from '../../../rulebook/contradictions';
import type { Rule, Topic } from '../../../rulebook/rule';
import { allRules } from '../../../rulebook/rules-on';

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

/** A rule on the screen; `until` is the day the next one takes over. */
export interface RuleListed extends RuleExplained {
  topic: Topic;
  until?: Day;
  text: string;
}

/** The rules that hold every word of a query, and that are in force on a day, if one is given. */
export function findRules(query: string, on: Day | null): RuleListed[] {
  const words = wordsOf(query);
  return LISTED.filter(({ rule, listed, haystack }) => {
    const inForce = on === null || (rule.value !== null && rule.from <= on && (listed.until === undefined || on < listed.until));
    return inForce && words.every((word) => haystack.includes(word));
  }).map(({ listed }) => listed);
}

/** The questions our sources answer differently, that hold every word of a query. */
export function findContradictions(query: string): readonly Contradiction[] {
  const words = wordsOf(query);
  return CONTRADICTIONS.filter(({ id, title, reading, says }) => {
    const haystack = [id, title, reading, ...says.map((one) => `${citationOf(one.source)} ${one.says}`)].join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

const wordsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

const LISTED = allRules().map((rule, _at, all) => {
  const listed: RuleListed = { ...explainRule(rule), topic: rule.topic, ...untilOf(rule, all) };
  const { text, about, note, source, from, standing } = listed;
  return { rule, listed, haystack: [text, about, note, source.publisher, source.title, from, standing, rule.topic].join(' ').toLowerCase() };
});

function untilOf(rule: Rule<unknown>, all: readonly Rule<unknown>[]): { until?: Day } {
  const next = all
    .filter((other) => other.topic === rule.topic && other.program === rule.program && other.subject === rule.subject && other.from > rule.from)
    .map(({ from }) => from)
    .sort()[0];
  return next ? { until: next } : {};
}
