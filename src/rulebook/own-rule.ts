import { addDays, type Day } from '../domain/calendar/day';
import { centsOfNumber } from '../domain/money/money';
import { memoize } from '../domain/memoize';
import { compareText } from '../domain/text/compare';
import { leversNamed } from './find-lever';
import { fold } from './names';
import type { Rule, RuleInForce, Topic } from './rule';
import type { Lever } from './rules/levers';
import type { ProgramId } from './rules/programs';

/**
 * A rule from the workbook itself. It overrides the rulebook's from its first day on, to its last if it has one. A rule of a
 * pack yields to the workbook's own.
 * `value` is the co-op share (0 to 1) of a split, the rate (0.0375) of a lever, or the threshold in US dollars.
 * `subject` is a lever, by a known name or one that only this workbook has. A rate always has one, a threshold never.
 */
export interface OwnRule {
  topic: 'split' | 'rate' | 'threshold';
  program: ProgramId;
  subject?: string;
  from: Day;
  to?: Day;
  value: number;
  note?: string;
  /** Its source, as the workbook gives it. */
  cited?: string;
  /** The pack it is from: reported, not verified. */
  pack?: string;
}

/** A workbook's own rules, ready for lookups. */
export interface OwnRulebook {
  /** The rules of a topic, program and lever, oldest first: the workbook's own, and those of packs. */
  histories(topic: Topic, program: ProgramId | 'all', lever?: string): readonly (readonly Rule<unknown>[])[];
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

/** The lever that a name is a kind of: M365: Tier 1 (scale countries) is one of M365: Tier 1. */
function familyOf(name: string): string | undefined {
  const [only, ...more] = leversNamed(name.replace(/\([^(]*\)$/, ''));
  return more.length === 0 ? only?.name : undefined;
}

function keyOf(isPack: boolean, topic: string, program: string, lever = ''): string {
  return `${isPack}/${topic}/${program}/${fold(lever)}`;
}

function build(rules: readonly OwnRule[]): OwnRulebook {
  const histories = new Map<string, Rule<unknown>[]>();
  const levers: Lever[] = [];
  for (const rule of [...rules].sort((a, b) => compareText(a.from, b.from))) {
    const { topic, program, from, to, note, cited, pack } = rule;
    const subject = leverName(rule);
    const key = keyOf(!!pack, topic, program, subject);
    // an earlier rule ends no later one
    const history = (histories.get(key) ?? []).filter((earlier) => earlier.value !== null || earlier.from <= from);
    const entry: Rule<unknown> = {
      topic,
      from,
      program,
      subject,
      value: valueOf(rule),
      source: 'workbook',
      standing: pack ? 'reported' : 'workbook',
      note,
      cited,
    };
    histories.set(key, [...history, entry, ...(to ? [{ ...entry, from: addDays(to, 1), value: null, ends: 'unverified' as const }] : [])]);
    if (subject !== undefined && leversNamed(subject).length !== 1)
      levers.push({ name: subject, program, aliases: [], family: familyOf(subject) });
  }
  return {
    levers,
    histories: (topic, program, lever) => [false, true].map((isPack) => histories.get(keyOf(isPack, topic, program, lever)) ?? []),
  };
}

/** A workbook's own rules prepared once for each list, since thousands of cells use them. */
export const ownRulebook = memoize(build, 10);

/** An own threshold has only an amount; it keeps the comparison of the rule it replaces. */
export function comparedAs(rule: RuleInForce<unknown>, replaced: Rule<unknown> | undefined): RuleInForce<unknown> {
  const comparison = (replaced?.value as { comparison?: unknown } | null | undefined)?.comparison;
  return comparison !== undefined ? { ...rule, value: { ...(rule.value as object), comparison } } : rule;
}
