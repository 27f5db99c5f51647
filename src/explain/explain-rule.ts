import { formatUsd } from '../domain/money/money';
import { confirmationOf } from '../rulebook/confirmed';
import { CONTRADICTIONS } from '../rulebook/contradictions';
import { ruleText } from '../rulebook/describe-rule';
import { ANY_SOURCES } from '../rulebook/further-sources';
import { describeConfirmation } from '../rulebook/last-confirmed';
import { readingsOf } from '../rulebook/readings';
import { ruleId, type Rule, type RuleInForce } from '../rulebook/rule';
import type { CapabilityValue } from '../rulebook/rules/capability';
import type { SourceId } from '../rulebook/source-id';
import type { RuleExplained } from './explanation';

/** A rule in words, with its source and the sources that contradict it. */
export function explainRule(rule: Rule<unknown>): RuleExplained {
  const confirmed = confirmationOf(rule);
  const { title, publisher, date, address } = ANY_SOURCES[rule.source];
  return {
    id: ruleId(rule),
    text: rule.value === null ? (rule.ends === 'discontinued' ? 'Ended' : 'No longer verified') : textOf(rule),
    about: [rule.subject, rule.program === 'all' ? 'All programs' : rule.program].filter(Boolean).join(' · '),
    from: rule.from,
    confirmed: confirmed && describeConfirmation(confirmed),
    standing: rule.standing,
    source: rule.cited
      ? { title: rule.cited, publisher: 'CoopRules', date: 'in this workbook' }
      : { title, publisher, date, ...(address ? { address } : {}) },
    ...(rule.note ? { note: rule.note } : {}),
    others: readingsOf(rule).map(({ source, reading, contradiction }) => {
      const settled = CONTRADICTIONS.find(({ id }) => id === contradiction)?.reading;
      return { source: citationOf(source), reading, ...(settled ? { settled } : {}) };
    }),
  };
}

/** What a rule says; COOP.SOURCE isn't asked for the capability route, so its text isn't with the others. */
function textOf(rule: RuleInForce<unknown>): string {
  if (rule.topic !== 'capability') return ruleText(rule);
  const { points, revenue } = rule.value as CapabilityValue;
  return `${points} capability points and ${formatUsd(revenue)} of CSP revenue in 12 months, in one solution area`;
}

/** Title and publisher of a source. */
export function citationOf(id: SourceId): string {
  const { publisher, title } = ANY_SOURCES[id];
  return `${title} (${publisher})`;
}
