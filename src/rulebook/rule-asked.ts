import { badInput } from '../domain/problem';
import { fold, listNames } from './names';
import type { RuleInForce } from './rule';
import type { ProgramId } from './rules/programs';
import type { RulesOn } from './rules-on';

const ASKED = ['split', 'rate', 'threshold', 'deadline', 'cap', 'activity', 'payment', 'retention'] as const;

/** The meaning of the details after the colon; topics that aren't listed take none. */
const DETAILS: Partial<Record<(typeof ASKED)[number], 'lever' | 'activity'>> = {
  split: 'lever',
  rate: 'lever',
  cap: 'activity',
  activity: 'activity',
};

/** The rule requested by a text such as "rate: Azure consumption CSP motion": a topic, and details after a colon. */
export function findRule(text: string, rules: RulesOn, program: ProgramId): RuleInForce<unknown> {
  const [before, ...after] = text.split(':');
  const word = fold(before!);
  const details = after.join(':').trim();
  const topic = ASKED.find((name) => name === word);
  if (!topic) {
    throw badInput(`"${text}" isn't a rule we have. Write one of ${listNames(ASKED)}; details after a colon.`);
  }
  const wanted = DETAILS[topic];
  if (!wanted && details) throw badInput(`The rule "${topic}" takes no details.`);
  if (wanted && !details && topic !== 'split')
    throw badInput(`Write the ${wanted} after a colon, as in "${topic}: name of the ${wanted}".`);
  switch (topic) {
    case 'split':
      return rules.split(program, details ? rules.lever(details, program) : null);
    case 'rate':
      return rules.rate(rules.lever(details, program));
    case 'threshold':
      return rules.threshold(program);
    case 'deadline':
      return rules.deadlines();
    case 'cap':
      return rules.cap(rules.findActivity(details), program);
    case 'activity':
      return rules.activity(details);
    case 'payment':
      return rules.payment();
    case 'retention':
      return rules.retention();
  }
}
