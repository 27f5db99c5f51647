import { formatDay } from '../domain/calendar/day';
import { groupBy } from '../domain/group-by';
import { compareText } from '../domain/text/compare';
import { list } from '../domain/text/list';
import { confirmationOf, type Confirmation } from './confirmed';
import type { RuleUsed, Topic } from './rule';

/**
 * One line for all the rules that are used for a later day than any source confirms, with the oldest confirmation of each
 * topic; null if there are none. The workbook's own rules need no confirmation.
 */
export function lastConfirmed(used: readonly RuleUsed[]): string | null {
  const oldest = new Map<Topic, Confirmation>();
  for (const { rule, on } of used) {
    const found = confirmationOf(rule);
    if (!found || (on !== 'newest' && on <= found.through)) continue;
    const kept = oldest.get(rule.topic);
    if (!kept || found.through < kept.through) oldest.set(rule.topic, found);
  }
  if (oldest.size === 0) return null;
  const latestFirst = [...oldest].sort(([, a], [, b]) => compareText(b.through, a.through));
  const groups = [...groupBy(latestFirst, ([, confirmation]) => describeConfirmation(confirmation))];
  const texts = groups.map(
    ([text, topics]) =>
      `${list(
        topics.map(([topic]) => TOPIC_WORDS[topic]),
        'and',
      )} last confirmed ${text}`,
  );
  const line = texts.join(', ');
  return `${line[0]!.toUpperCase()}${line.slice(1)}; ${WHERE_THE_GUIDE_IS}`;
}

/** Jan 14, 2026 (a distributor). */
export const describeConfirmation = ({ through, by }: Confirmation): string => `${formatDay(through)} (${by})`;

const WHERE_THE_GUIDE_IS = "Microsoft's FY27 guide is behind partner sign-in.";

const TOPIC_WORDS: Record<Topic, string> = {
  split: 'split',
  rate: 'earning rates',
  threshold: 'threshold',
  deadline: 'deadlines',
  cap: 'caps',
  activity: 'activities',
  payment: 'payment days',
  retention: 'proof retention',
  capability: 'capability route',
};
