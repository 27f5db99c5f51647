import { describe, expect, it } from 'vitest';
import { confirmedThrough } from '../../src/rulebook/confirmed';
import { allRules } from '../../src/rulebook/histories';
import { ruleId, type Rule } from '../../src/rulebook/rule';

const byId = new Map(allRules().map((rule) => [ruleId(rule), rule]));
const MCI = 'Microsoft Commerce Incentives';

describe('the last day a source speaks for a rule', () => {
  it.each([
    [`split/${MCI}/2000-01-01`, '2022-10-31'],
    [`split/${MCI}/2022-11-01`, '2026-01-14'],
    [`split/${MCI}/Azure CSP Customer Adds/2024-10-01`, '2025-06-30'],
    [`split/${MCI}/Azure CSP Customer Adds/2025-07-01`, null],
    ['split/CSP Direct Bill Partner/2020-01-01', '2020-07-01'],
    ['deadline/all/2018-01-01', '2024-10-31'],
    ['threshold/Hosting/2022-07-01', '2022-08-04'],
    ['threshold/CSP Direct Bill Partner/2020-01-01', '2020-01-01'],
  ])('%s is confirmed through %s', (id, day) => {
    expect(byId.has(id)).toBe(true);
    expect(confirmedThrough(byId.get(id)!)).toBe(day);
  });

  it('is held for every rule, from its first day on, and never past the next entry', () => {
    for (const rule of allRules()) {
      const day = confirmedThrough(rule);
      if (rule.ends === 'unverified') expect(day, ruleId(rule)).toBeNull();
      else expect(day! >= rule.from, `${ruleId(rule)} through ${day}`).toBe(true);
      const next = allRules().find(
        (other) => other.topic === rule.topic && other.program === rule.program && other.subject === rule.subject && other.from > rule.from,
      );
      if (next && day) expect(day < next.from, ruleId(rule)).toBe(true);
    }
  });

  it('is not known for a rule of the workbook', () => {
    const ownRule: Rule<unknown> = { ...byId.get(`split/${MCI}/2022-11-01`)!, source: 'workbook', standing: 'workbook' };
    expect(confirmedThrough(ownRule)).toBeNull();
  });
});
