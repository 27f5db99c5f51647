import { formatDay } from '../../src/domain/calendar/day';
import { describe, expect, it } from 'vitest';
import { citation, describeRule, ruleText } from '../../src/rulebook/describe-rule';
import { explainRule } from '../../src/explain/explain-rule';
import type { RuleInForce } from '../../src/rulebook/rule';
import { allRules, rulesOn } from '../../src/rulebook/rules-on';

const inForce = allRules().filter((rule) => rule.value !== null && rule.topic !== 'capability') as RuleInForce<unknown>[];

describe('every rule that COOP.SOURCE is asked for, in words', () => {
  it('says something about its value, its first day, source and standing, with nothing left blank', () => {
    for (const rule of inForce) {
      const text = describeRule(rule);
      expect(text).toContain(ruleText(rule));
      expect(text).toContain(`from ${formatDay(rule.from)}`);
      expect(text).toContain(`Source: ${citation(rule)}.`);
      expect(text).toMatch(/Standing: .+\.$/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });
});

const MCI = 'Microsoft Commerce Incentives';
const ADDS = 'Azure CSP Customer Adds';
const rules = rulesOn('2024-11-15');

it.each<[RuleInForce<unknown>, string]>([
  [rules.split(MCI), '40% of an earning is co-op; the rest is rebate'],
  [rules.split(MCI, rules.lever(ADDS, MCI)), 'All rebate, no co-op'],
  [rules.rate(rules.lever(ADDS, MCI)), '15% of revenue is earned'],
  [rules.threshold(MCI), 'Co-op of one Partner ID and half must meet $10,000.00; otherwise it converts to rebate'],
  [
    rules.deadlines(),
    'Used January to June: claims open Feb 16, close Aug 15, are resolved by Sep 30. Used July to December: claims open Aug 16, close Feb 15, are resolved by Mar 31',
  ],
  [rules.activity('TV/radio'), 'Category Demand Generation; pre-approval: required'],
  [
    rules.payment(),
    'A claim approved by day 15 of a month is paid from day 20 to 25 of that month; later ones, the next month; a rebate is paid 45 days after the last day of its month',
  ],
  [rules.retention(), 'Keep original proof of execution for 24 months after the claim deadline'],
  [rules.cap('Digital advertising', MCI), 'Up to the remaining co-op earned'],
  [rules.cap('Customer offers', MCI), 'At most 25% of the co-op earned'],
  [rules.cap('Customer offers', 'Surface PC and Surface Hub ADD'), 'At most 100% of the co-op earned'],
  [rules.cap('Product seeding and demo units', MCI), 'At most 10% of the co-op earned or $3,000.00, whichever is greater'],
  [rules.cap('Microsoft hosted conferences', MCI), 'At most $5,000.00 for each of 3 attendees, $45,000.00 in all'],
  [{ ...rules.cap('Customer offers', MCI), value: { kind: 'amount', amount: 500_000 } }, 'At most $5,000.00 in a usage period'],
])('what is held of $topic: %#', (rule, text) => expect(ruleText(rule)).toBe(text));

it.each<[RuleInForce<unknown>, string]>([
  [
    { ...rules.split(MCI, rules.lever(ADDS, MCI)), note: 'Said once.' },
    'All rebate, no co-op (Azure CSP Customer Adds, Microsoft Commerce Incentives, from Oct 1, 2024). Said once. Source: TD SYNNEX, Microsoft Cooperative Incentives guidebook (October 2024). Standing: from a distributor.',
  ],
  [
    { ...rules.cap('Digital advertising', MCI), note: undefined },
    'Up to the remaining co-op earned (all programs, from Jul 1, 2020). Source: TD SYNNEX, Microsoft Cooperative Incentives guidebook (October 2024). Standing: from a distributor.',
  ],
])('a rule in one cell: %#', (rule, text) => expect(describeRule(rule)).toBe(text));

it('the capability route, which only Explain and the rules in the pane show', () =>
  expect(explainRule(rulesOn('2025-07-01').capability()).text).toBe(
    '25 capability points and $25,000.00 of CSP revenue in 12 months, in one solution area',
  ));
