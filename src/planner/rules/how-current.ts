import { formatDay, type Day } from '../../domain/calendar/day';
import { groupBy } from '../../domain/group-by';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { confirmationOf } from '../../rulebook/confirmed';
import { describeConfirmation } from '../../rulebook/last-confirmed';
import type { Rule, Topic } from '../../rulebook/rule';
import { allRules, DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { TOPICS } from './find-rules';

/** How current the rules of a topic are. */
export interface TopicCurrency {
  topic: Topic;
  title: string;
  /** The last confirmations of its newest rules, the latest first; `scope` says which rules, if they differ. */
  confirmed: { text: string; scope: string | null }[];
  /** What an answer for a later date is. */
  later: string;
  /** What to look up with access to Partner Center. */
  check: string;
}

/** Every topic of the rulebook, in the order of the screen. */
export function howCurrent(): TopicCurrency[] {
  return TOPICS.map(({ topic, title }) => {
    const groups = groupBy(newestRules(topic), (rule) => {
      const { through, by } = confirmationOf(rule)!;
      return `${through} ${describeConfirmation({ through, by })}`;
    });
    const confirmed = [...groups]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, rules]) => ({ text: key.slice(11), scope: groups.size > 1 ? describeSubjects(rules) : null }));
    return { topic, title, confirmed, ...LATER[topic] };
  });
}

/** The answer in two sentences: how far the built-in rates reach, and how new the newest confirmations of other topics are. */
export function howCurrentInShort(): string {
  const through = new Map(
    TOPICS.map(({ topic }) => [
      topic,
      newestRules(topic)
        .map((rule) => confirmationOf(rule)!.through)
        .reduce(later),
    ]),
  );
  const rates = through.get('rate')!;
  through.delete('rate');
  const [first, last] = [[...through.values()].reduce(earlier), [...through.values()].reduce(later)];
  return `Built-in earning rates end on ${formatDay(rates)}. For other topics, the newest confirmations are from ${formatDay(first)} to ${formatDay(last)}; their rules also apply to later dates.`;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The newest rule of each history that hasn't ended. */
function newestRules(topic: Topic): Rule<unknown>[] {
  const known = allRules().filter((rule) => rule.topic === topic && rule.ends !== 'unverified');
  const newest = [...groupBy(known, ({ program, subject }) => `${program}/${subject}`).values()].map((history) => history.at(-1)!);
  return newest.filter(({ value }) => value !== null);
}

function describeSubjects(rules: readonly Rule<unknown>[]): string {
  const programs = rules.filter(({ subject }) => !subject).map(({ program }) => (program === 'all' ? 'all others' : program));
  const subjects = new Set(rules.flatMap(({ subject }) => subject ?? []));
  const isOfLevers = rules[0]!.topic === 'split' || rules[0]!.topic === 'rate';
  const counted = isOfLevers
    ? `${plural(subjects.size, 'lever')}${describeProgram(rules[0]!)}`
    : plural(subjects.size, 'activity', 'activities');
  const named = subjects.size > 1 ? [counted] : [...subjects];
  return list([...named, ...programs], 'and');
}

const describeProgram = ({ program }: Rule<unknown>): string => (program === DEFAULT_PROGRAM ? '' : ` of ${program}`);

const CARRIED = 'Later dates use the same rule.';

const LATER: Record<Topic, Pick<TopicCurrency, 'later' | 'check'>> = {
  deadline: {
    later: `${CARRIED} Dates of this pattern were last printed for FY25 H2 earnings, with a resolution deadline of Mar 31, 2026.`,
    check: 'The claim and resolution deadlines that Co-op management shows for your half.',
  },
  split: {
    later: `${CARRIED} For FY27, secondary sources report the same 60/40.`,
    check: 'The rebate and co-op share of each lever in the FY27 incentives guide.',
  },
  rate: {
    later: 'Later dates get no rate: Microsoft is reported to have changed the rates on July 1, 2025 and July 1, 2026.',
    check: 'The rate of each lever for your partner type and country in the FY27 incentives guide. Enter it in CoopRules.',
  },
  threshold: {
    later: `${CARRIED} For FY27, one secondary source reports $10,000. Microsoft's own table doesn't list Microsoft Commerce Incentives.`,
    check: 'The co-op threshold of your program in the FY27 co-op funds guide.',
  },
  activity: {
    later: `${CARRIED} The FY27 guide is said to differ.`,
    check: 'The eligible activities, with their expenses and proof, in the FY27 co-op funds guide.',
  },
  cap: {
    later: `${CARRIED} Microsoft may also limit an amount to market rates (one unverified source).`,
    check: 'The cap of each activity in the FY27 co-op funds guide.',
  },
  payment: {
    later: `${CARRIED} Payment days are estimates.`,
    check: 'The payment dates on the Payments page.',
  },
  retention: {
    later: CARRIED,
    check: 'How long the FY27 guide asks you to keep proof.',
  },
  capability: {
    later: `${CARRIED} It applies to indirect resellers only.`,
    check: 'Which solution areas accept 25 points, and since when.',
  },
};
