import type { UnusedRule } from '../../rulebook/own-rule';
import { Problem } from '../../domain/problem';
import { activityNamed } from '../../rulebook/find-activity';
import { closeNames, fold } from '../../rulebook/names';
import type { Topic } from '../../rulebook/rule';
import { ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import type { RuleCells } from './rule-cells';
import { programOf, ruleWord, subjectOf, WORD_NAMES, type RuleRow, type RuleWord } from './rule-row';

/** What a row that can't be used could be about. */
export type CouldBe = Omit<UnusedRule, 'sentence'>;

/** What a row whose cells can't all be read could be about: only what can be read narrows it. */
export function couldBe(cells: RuleCells): CouldBe {
  const word = readable(() => ruleWord(cells)) ?? nearestWord(cells);
  const from = readable(() => cells.day('From'));
  const to = cells.isBlank('To') ? undefined : readable(() => cells.day('To'));
  const days = from && to && to < from ? {} : { ...(from && { from }), ...(to && { to }) };
  if (!word) return days;
  const program = readable(() => programOf(word, cells));
  const subject = program && readable(() => subjectOf(word, program, cells).subject ?? '');
  return {
    topics: changedBy(topicOf(word)),
    ...days,
    ...(program && { program }),
    ...(subject !== undefined && { subject: fold(subject) }),
  };
}

/** The same of a row that was read, and isn't used for what other rows say. */
export const readCouldBe = ({ topic, program, subject = '', from, to }: RuleRow): CouldBe => ({
  topics: changedBy(topic),
  program,
  subject: fold(subject),
  from,
  ...(to && { to }),
});

/** The cap of an activity that nothing lists could be that of the one with the nearest name; null if there is none. */
export function capCouldBe(row: RuleRow): CouldBe | null {
  const [nearest] = closeNames(row.subject!, ACTIVITY_NAMES);
  return nearest === undefined ? null : { ...readCouldBe(row), subject: fold(activityNamed(nearest) ?? nearest) };
}

/** A word close to one of the rules' is that one, misspelled. */
function nearestWord(cells: RuleCells): RuleWord | undefined {
  const [nearest] = closeNames(readable(() => cells.text('Rule')) ?? '', WORD_NAMES);
  return nearest as RuleWord | undefined;
}

function topicOf(word: RuleWord): Topic {
  switch (word) {
    case 'claim opens':
    case 'claim deadline':
    case 'resolution deadline':
      return 'deadline';
    case 'rebate payment':
      return 'payment';
    default:
      return word;
  }
}

/** The topics that a row of a topic changes: deadlines have the end of retention, too. */
const changedBy = (topic: Topic): Topic[] => (topic === 'retention' ? ['retention', 'deadline'] : [topic]);

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}
