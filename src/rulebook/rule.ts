import type { Day } from '../domain/day';
import type { SourceId } from './sources';
import type { ProgramId } from './rules/programs';

/** How well a rule is attested. Shown wherever the number is. */
export type Standing = 'published' | 'distributor' | 'example' | 'assumed' | 'workbook';

/** A source that says something else, kept so that the pane can show it. `contradiction` is its number in the list of contradictions. */
export interface OtherReading {
  source: SourceId;
  reading: string;
  contradiction?: string;
}

/**
 * One entry of a history: from the first day in force until the next entry of the same program (and subject) begins.
 * `value: null` ends the rule. `subject` is the lever or activity a rule is about, where it is about one.
 */
export interface Rule<V> {
  topic: Topic;
  from: Day;
  program: ProgramId | 'all';
  subject?: string;
  value: V | null;
  source: SourceId;
  standing: Standing;
  note?: string;
  otherReadings?: readonly OtherReading[];
}

export type Topic = 'split' | 'rate' | 'threshold' | 'deadline' | 'cap' | 'activity' | 'payment' | 'retention' | 'capability';
