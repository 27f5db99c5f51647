import { describe, expect, it } from 'vitest';
import { confirmationOf } from '../../src/rulebook/confirmed';
import { allRules } from '../../src/rulebook/histories';
import { ruleId, type Rule } from '../../src/rulebook/rule';

const byId = new Map(allRules().map((rule) => [ruleId(rule), rule]));
const MCI = 'Microsoft Commerce Incentives';

describe('the last day a source speaks for a rule', () => {
  it.each([
    [`split/${MCI}/2000-01-01`, { through: '2022-10-31', by: 'a distributor' }],
    [`split/${MCI}/2022-11-01`, { through: '2026-01-14', by: 'a distributor' }],
    [`split/${MCI}/Azure CSP Customer Adds/2024-10-01`, { through: '2025-06-30', by: 'a distributor' }],
    [`split/${MCI}/Azure CSP Customer Adds/2025-07-01`, null],
    ['split/CSP Direct Bill Partner/2020-01-01', { through: '2020-07-01', by: 'Microsoft' }],
    ['deadline/all/2018-01-01', { through: '2024-10-31', by: 'a distributor' }],
    ['threshold/Hosting/2022-07-01', { through: '2022-08-04', by: 'Microsoft' }],
    ['threshold/CSP Direct Bill Partner/2020-01-01', { through: '2020-01-01', by: 'a distributor' }],
    ['activity/all/Tradeshows and expositions/2025-01-01', { through: '2025-05-07', by: "a copy of Microsoft's text" }],
  ])('%s is confirmed by %o', (id, confirmation) => {
    expect(byId.has(id)).toBe(true);
    expect(confirmationOf(byId.get(id)!)).toEqual(confirmation);
  });

  it('is held for every rule, from its first day on, and never past the next entry', () => {
    for (const rule of allRules()) {
      const day = confirmationOf(rule)?.through ?? null;
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
    expect(confirmationOf(ownRule)).toBeNull();
  });
});
