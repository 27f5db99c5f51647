import type { Day } from '../domain/calendar/day';
import { centsOfNumber } from '../domain/money/money';
import { memoize } from '../domain/memoize';
import { compareText } from '../domain/text/compare';
import { leversNamed } from './find-lever';
import { fold } from './names';
import type { Rule, RuleInForce, Topic } from './rule';
import type { Lever } from './rules/levers';
import type { ProgramId } from './rules/programs';

/**
 * A rule from the workbook itself. It overrides the rulebook's from its first day on.
 * `value` is the co-op share (0 to 1) of a split, the rate (0.0375) of a lever, or the threshold in US dollars.
 * `subject` is a lever, by a known name or one that only this workbook has. A rate always has one, a threshold never.
 */
export interface OwnRule {
  topic: 'split' | 'rate' | 'threshold';
  program: ProgramId;
  subject?: string;
  from: Day;
  value: number;
  note?: string;
}

/** A workbook's own rules, ready for lookups. */
export interface OwnRulebook {
  /** The own rules of a topic, program and lever, oldest first. */
  history(topic: Topic, program: ProgramId | 'all', lever?: string): readonly RuleInForce<unknown>[];
  /** Levers that only these rules know. */
  levers: readonly Lever[];
}

function valueOf(rule: OwnRule): unknown {
  switch (rule.topic) {
    case 'split':
      return { coopShare: rule.value };
    case 'rate':
      return { rate: rule.value };
    case 'threshold':
      return { amount: centsOfNumber(rule.value), comparison: 'meet' };
  }
}

/** The rulebook's name for the lever of an own rule, or the workbook's own name if the rulebook has none or several. */
function leverName(rule: OwnRule): string | undefined {
  const text = rule.subject?.trim();
  if (!text) return undefined;
  const [only, ...more] = leversNamed(text).filter((lever) => lever.program === rule.program);
  return only && more.length === 0 ? only.name : text;
}

function keyOf(topic: string, program: string, lever = ''): string {
  return `${topic}/${program}/${fold(lever)}`;
}

function build(rules: readonly OwnRule[]): OwnRulebook {
  const histories = new Map<string, RuleInForce<unknown>[]>();
  const levers: Lever[] = [];
  for (const rule of [...rules].sort((a, b) => compareText(a.from, b.from))) {
    const { topic, program, from, note } = rule;
    const subject = leverName(rule);
    const key = keyOf(topic, program, subject);
    const history = histories.get(key) ?? [];
    histories.set(key, [
      ...history,
      { topic, from, program, subject, value: valueOf(rule), source: 'workbook', standing: 'workbook', note },
    ]);
    if (subject !== undefined && leversNamed(subject).length !== 1) levers.push({ name: subject, program, aliases: [] });
  }
  return { levers, history: (topic, program, lever) => histories.get(keyOf(topic, program, lever)) ?? [] };
}

/** A workbook's own rules prepared once for each list, since thousands of cells use them. */
export const ownRulebook = memoize(build, 10);

/** An own threshold has only an amount; it keeps the comparison of the rule it replaces. */
export function comparedAs(rule: RuleInForce<unknown>, replaced: Rule<unknown> | undefined): RuleInForce<unknown> {
  const comparison = (replaced?.value as { comparison?: unknown } | null | undefined)?.comparison;
  return comparison !== undefined ? { ...rule, value: { ...(rule.value as object), comparison } } : rule;
}
