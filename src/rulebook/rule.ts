import type { Day } from '../domain/calendar/day';
import type { ProgramId } from './rules/programs';
import type { SourceId } from './source-id';

/** The earliest day: nothing is looked up before it, so a rule from this day on has always been in force as far as we know. */
export const BEGINNING: Day = '2000-01-01';

/** How well a rule is sourced. Shown wherever the number is. */
export type Standing = 'published' | 'distributor' | 'assumed' | 'workbook' | 'reported';

/** What a rule is about. */
export type Topic = 'split' | 'rate' | 'threshold' | 'deadline' | 'cap' | 'activity' | 'payment' | 'retention' | 'capability';

/** A source that says something else, kept so that the pane can show it. `contradiction` is its number in the list of contradictions. */
export interface OtherReading {
  source: SourceId;
  reading: string;
  contradiction?: string;
}

/**
 * One entry of a history: from the first day in force until the next entry of the same program and subject begins.
 * `subject` is the lever or activity a rule is about, if any. `value: null` ends the rule, and `ends`
 * says how: the program stopped it, or our sources end (then the newest rule is the one before).
 * Readings of other sources are in readings.ts, so that cells don't load them.
 */
export interface Rule<V> {
  topic: Topic;
  from: Day;
  /** The last day of a rule of the workbook, if it has one. */
  to?: Day;
  program: ProgramId | 'all';
  subject?: string;
  value: V | null;
  ends?: 'discontinued' | 'unverified';
  source: SourceId;
  standing: Standing;
  note?: string;
  /** What a rule of the workbook gives as its source. */
  cited?: string;
}

/** A rule that was looked up and has a value. */
export interface RuleInForce<V> extends Rule<V> {
  value: V;
}

/** A rule that an answer uses, and the day it is used for; 'newest' where the question gives no day. */
export interface RuleUsed {
  rule: Rule<unknown>;
  on: Day | 'newest';
}

/** The name of one entry, the same in every session: topic, program, subject and first day. */
export function ruleId(rule: Rule<unknown>): string {
  return [rule.topic, rule.program, rule.subject, rule.from].filter(Boolean).join('/');
}
