import { ifCovered } from '../../rulebook/if-covered';
import { lastConfirmed } from '../../rulebook/last-confirmed';
import type { Rule, Topic } from '../../rulebook/rule';
import type { ProgramId } from '../../rulebook/rules/programs';
import { DEFAULT_PROGRAM, programNamed, type RulesOn } from '../../rulebook/rules-on';
import type { Reading } from '../store/planning-store';

/** The topics whose rules a screen's amounts and days depend on. */
export type ScreenTopic = Extract<Topic, 'split' | 'threshold' | 'deadline' | 'activity' | 'cap' | 'payment' | 'retention'>;

/**
 * The line under a screen: when its rules were last confirmed, if the as-of date is later; null if it isn't, or if the
 * workbook has nothing that depends on them yet.
 */
export function describeScreenRules(topics: readonly ScreenTopic[], { read, book, asOf }: Reading): string | null {
  if (read.funds.length + read.activities.length + read.claims.length === 0) return null;
  const named = new Set(read.funds.map(({ program }) => programNamed(program)).filter((program) => program !== null));
  const programs: readonly ProgramId[] = named.size > 0 ? [...named] : [DEFAULT_PROGRAM];
  const inForce = book.rulesOn(asOf);
  const used = topics.flatMap((topic) => programs.flatMap((program) => ifCovered(() => rulesOf(topic, program, inForce)) ?? []));
  return lastConfirmed(used.map((rule) => ({ rule, on: asOf })));
}

function rulesOf(topic: ScreenTopic, program: ProgramId, inForce: RulesOn): Rule<unknown>[] {
  switch (topic) {
    case 'split':
      return [inForce.split(program)];
    case 'threshold':
      return [inForce.threshold(program)];
    case 'deadline':
      return [inForce.deadlines()];
    case 'activity':
      return inForce.activities(null, program);
    case 'cap':
      return inForce.activities(null, program).map(({ value }) => inForce.cap(value.name, program));
    case 'payment':
      return [inForce.payment()];
    case 'retention':
      return [inForce.retention()];
  }
}
