import type { Day } from '../domain/calendar/day';
import type { DeadlineRule } from '../domain/calendar/deadlines';
import type { CapRule } from '../domain/activities/caps';
import type { ThresholdRule } from '../domain/earnings/threshold';
import { memoize } from '../domain/memoize';
import { compareText } from '../domain/text/compare';
import { activityNamed } from './find-activity';
import { leversNamed } from './find-lever';
import { fold } from './names';
import type { Rule, RuleInForce, Topic } from './rule';
import type { ActivityValue } from './rules/activities';
import type { CapabilityValue } from './rules/capability';
import type { Lever, RateValue } from './rules/levers';
import type { PaymentValue } from './rules/payment';
import type { ProgramId } from './rules/programs';
import type { RetentionValue } from './rules/retention';
import type { SplitValue } from './rules/split';

/** The value of each topic, as the built-in rules have it. */
interface Values {
  split: SplitValue;
  /** Null: ended. */
  rate: RateValue | null;
  /** Its comparison counts only where it replaces no threshold. */
  threshold: ThresholdRule;
  deadline: DeadlineRule;
  cap: CapRule;
  /** Null: not eligible. */
  activity: ActivityValue | null;
  payment: PaymentValue;
  retention: RetentionValue;
  capability: CapabilityValue;
}

/** A topic with its value. */
export type RuleContent = { [T in Topic]: { topic: T; value: Values[T] } }[Topic];

/**
 * A rule from the workbook itself. It overrides the rulebook's from its first day on, to its last if it has one. A rule of a
 * pack yields to the workbook's own.
 * `subject` is a lever or an activity, by a known name or one that only this workbook has. A rate, a cap, and an activity
 * always have one; only they and a split may.
 */
export type OwnRule = RuleContent & {
  program: ProgramId | 'all';
  subject?: string;
  from: Day;
  to?: Day;
  note?: string;
  /** Its source, as the workbook gives it. */
  cited?: string;
  /** The pack it is from: reported, not verified. */
  pack?: string;
};

/** A row of the workbook's own rules that can't be used: what it could be about. What isn't known of it could be anything. */
export interface UnusedRule {
  topics?: readonly Topic[];
  program?: ProgramId | 'all';
  /** A lever or an activity, folded; empty for none. */
  subject?: string;
  from?: Day;
  to?: Day;
  /** Which row it is, and why it isn't used. */
  sentence: string;
}

/** The rows that could be the rule of a topic, program and subject on a day. Without a subject, of any. */
export const unusedFor = (
  rows: readonly UnusedRule[],
  day: Day | 'newest',
  topic: Topic,
  program: ProgramId | 'all',
  subject: string | null,
): UnusedRule[] =>
  rows.filter(
    (row) =>
      (row.topics?.includes(topic) ?? true) &&
      (row.program ?? program) === program &&
      (subject === null || (row.subject ?? fold(subject)) === fold(subject)) &&
      (day === 'newest' || ((row.from ?? day) <= day && day <= (row.to ?? day))),
  );

/** A workbook's own rules, ready for lookups. */
export interface OwnRulebook {
  /** The rule of a topic, program and subject on a day, of those begun the last: the workbook's own, else that of a pack. */
  ruleOn(day: Day | 'newest', topic: Topic, program: ProgramId | 'all', subject?: string): Rule<unknown> | undefined;
  /** Levers that only these rules know. */
  levers: readonly Lever[];
  /** Activities that only these rules know. */
  activities: readonly string[];
}

/** The rulebook's name for the lever of an own rule, or the workbook's own name if the rulebook has none or several. */
export function leverName(text: string, program: ProgramId | 'all'): string {
  const [only, ...more] = leversNamed(text).filter((lever) => lever.program === program);
  return only && more.length === 0 ? only.name : text.trim();
}

/** The lever that a name is a kind of: M365: Tier 1 (scale countries) is one of M365: Tier 1. */
function familyOf(name: string): string | undefined {
  const [only, ...more] = leversNamed(name.replace(/\([^(]*\)$/, ''));
  return more.length === 0 ? only?.name : undefined;
}

function keyOf(isPack: boolean, topic: string, program: string, subject = ''): string {
  return `${isPack}/${topic}/${program}/${fold(subject)}`;
}

function build(rules: readonly OwnRule[]): OwnRulebook {
  const histories = new Map<string, Rule<unknown>[]>();
  const levers: Lever[] = [];
  const activities = new Set<string>();
  for (const { pack, ...rule } of [...rules].sort((a, b) => compareText(a.from, b.from))) {
    const { topic, program } = rule;
    const isOfLever = topic === 'split' || topic === 'rate';
    const subject = rule.subject && isOfLever ? leverName(rule.subject, program) : rule.subject;
    const key = keyOf(!!pack, topic, program, subject);
    const entry: Rule<unknown> = { ...rule, subject, source: 'workbook', standing: pack ? 'reported' : 'workbook' };
    histories.set(key, [...(histories.get(key) ?? []), entry]);
    if (!subject) continue;
    if (!isOfLever && !activityNamed(subject)) activities.add(subject);
    if (isOfLever && leversNamed(subject).length !== 1)
      levers.push({ name: subject, program: program as ProgramId, aliases: [], family: familyOf(subject) });
  }
  return {
    levers,
    activities: [...activities],
    ruleOn: (day, topic, program, subject) => {
      for (const isPack of [false, true]) {
        const found = histories
          .get(keyOf(isPack, topic, program, subject))
          ?.filter(({ from, to = day }) => day === 'newest' || (from <= day && day <= to))
          .at(-1);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** A workbook's own rules prepared once for each list, since thousands of cells use them. */
export const ownRulebook = memoize(build, 10);

/** An own threshold has only an amount; it keeps the comparison of the rule it replaces. */
export function comparedAs(rule: RuleInForce<unknown>, replaced: Rule<unknown> | undefined): RuleInForce<unknown> {
  const comparison = (replaced?.value as { comparison?: unknown } | null | undefined)?.comparison;
  return comparison !== undefined ? { ...rule, value: { ...(rule.value as object), comparison } } : rule;
}
