import type { Day } from '../../domain/calendar/day';
import { lastDay } from '../../domain/calendar/half';
import { ifCovered } from '../../rulebook/if-covered';
import { lastConfirmed } from '../../rulebook/last-confirmed';
import type { Rule, RuleUsed, Topic } from '../../rulebook/rule';
import type { ProgramId } from '../../rulebook/rules/programs';
import { DEFAULT_PROGRAM, programNamed, type RulesOn } from '../../rulebook/rules-on';
import type { Reading } from '../store/planning-store';

/** The topics whose rules a screen's amounts and days depend on. */
export type ScreenTopic = Exclude<Topic, 'rate' | 'capability'>;

/**
 * The line under a screen: when its rules were last confirmed, if they are used for a later date; null if they aren't, or
 * if the workbook has nothing that depends on them yet. A fund's rules are those of its half's last day, all others are of
 * the as-of date.
 */
export function describeScreenRules(topics: readonly ScreenTopic[], { read, book, asOf }: Reading): string | null {
  if (read.funds.length + read.activities.length + read.claims.length === 0) return null;
  const used = new Map<string, { program: ProgramId; on: Day; isOfFund: boolean }>();
  for (const { program: text, half } of read.funds) {
    const program = programNamed(text);
    if (program === null) continue;
    used.set(`${program}/${lastDay(half)}`, { program, on: lastDay(half), isOfFund: true });
    used.set(program, { program, on: asOf, isOfFund: false });
  }
  if (used.size === 0) used.set('', { program: DEFAULT_PROGRAM, on: asOf, isOfFund: false });
  const rules = [...used.values()].flatMap(({ program, on, isOfFund }) =>
    topics
      .filter((topic) => OF_FUND.has(topic) === isOfFund)
      .flatMap((topic) => ifCovered(() => rulesOf(topic, program, book.rulesOn(on))) ?? [])
      .map((rule): RuleUsed => ({ rule, on })),
  );
  return lastConfirmed(rules);
}

const OF_FUND: ReadonlySet<ScreenTopic> = new Set(['split', 'threshold', 'deadline']);

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
