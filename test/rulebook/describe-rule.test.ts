import { describe, expect, it } from 'vitest';
import { citation, describeRule, ruleText } from '../../src/rulebook/describe-rule';
import type { RuleInForce } from '../../src/rulebook/rule';
import { allRules } from '../../src/rulebook/rules-on';

const inForce = allRules().filter((rule) => rule.value !== null) as RuleInForce<unknown>[];

describe('every rule of the rulebook in words', () => {
  it('says something about its value, its first day, source and standing, with nothing left blank', () => {
    for (const rule of inForce) {
      const text = describeRule(rule);
      expect(text).toContain(ruleText(rule));
      expect(text).toContain(`from ${rule.from}`);
      expect(text).toContain(`Source: ${citation(rule)}.`);
      expect(text).toMatch(/Standing: .+\.$/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });
});
