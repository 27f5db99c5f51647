import { describe, expect, it } from 'vitest';
import { ANY_SOURCES } from '../../src/rulebook/further-sources';
import { ruleId, type Rule } from '../../src/rulebook/rule';
import { ruleSchema, sourceSchema } from '../../src/rulebook/rule-schema';
import { allRules } from '../../src/rulebook/rules-on';
import { SOURCES } from '../../src/rulebook/sources';

const RULES = allRules();

describe('every rule', () => {
  it.each(RULES.map((rule) => [ruleId(rule), rule] as const))('%s is well formed', (_, rule) => {
    const read = ruleSchema.safeParse(rule);
    expect(read.error?.issues ?? []).toEqual([]);
  });

  it('has an id of its own', () => {
    expect(new Set(RULES.map(ruleId)).size).toBe(RULES.length);
  });

  it('that COOP.SOURCE is asked for cites a document that cells load', () => {
    for (const rule of RULES.filter(({ topic }) => topic !== 'capability'))
      expect(Object.keys(SOURCES), ruleId(rule)).toContain(rule.source);
  });

  it('leaves the standing "workbook" to the workbook', () => {
    expect(RULES.filter((rule) => rule.standing === 'workbook' || rule.source === 'workbook')).toEqual([]);
  });
});

describe('every history', () => {
  const histories = new Map<string, Rule<unknown>[]>();
  for (const rule of RULES) {
    const key = [rule.topic, rule.program, rule.subject].join('/');
    histories.set(key, [...(histories.get(key) ?? []), rule]);
  }

  it.each([...histories])('%s runs forward and begins with a value', (_, history) => {
    const days = history.map((rule) => rule.from);
    expect(days).toEqual([...new Set(days)].sort());
    expect(history[0]!.value).not.toBeNull();
  });

  it.each([...histories])(
    '%s is stopped by its program at most once, at its end, and goes on only where another source speaks',
    (_, history) => {
      expect(history.slice(0, -1).filter((rule) => rule.ends === 'discontinued')).toEqual([]);
      const afterEnd = history.filter((_rule, index) => history[index - 1]?.value === null);
      expect(afterEnd.filter((rule) => rule.value === null)).toEqual([]);
    },
  );
});

describe('what is not in the rulebook', () => {
  it('no value starts after June 30, 2025, but for the capability route: later figures are hearsay', () => {
    const later = RULES.filter((rule) => rule.from > '2025-06-30' && rule.value !== null);
    expect(later.map((rule) => rule.topic)).toEqual(['capability']);
  });

  it('every rate, and every split of a lever, ends with the last day its source speaks for', () => {
    const ofLevers = RULES.filter((rule) => rule.topic === 'rate' || (rule.topic === 'split' && rule.subject));
    const ends = ofLevers.filter((rule) => rule.value === null);
    expect(new Set(ends.map((rule) => rule.ends))).toEqual(new Set(['unverified']));
    expect(ends.filter(({ from, program }) => from !== '2025-07-01' && program === 'Microsoft Commerce Incentives')).toMatchObject([
      { from: '2023-01-31', subject: 'Core – Modern Work & Security billed revenue' },
    ]);
    expect(new Set(ends.filter(({ program }) => program === 'CSP Indirect Reseller').map(({ from }) => from))).toEqual(
      new Set(['2022-10-01']),
    );
    expect(new Set(ends.map((rule) => `${rule.topic}/${rule.subject}`))).toEqual(
      new Set(ofLevers.map((rule) => `${rule.topic}/${rule.subject}`)),
    );
  });
});

describe('every source', () => {
  it.each(Object.entries(ANY_SOURCES))('%s is well formed', (_, source) => {
    expect(sourceSchema.safeParse(source).error?.issues ?? []).toEqual([]);
  });
});

describe('a rule with a fault is refused', () => {
  const good: Rule<unknown> = {
    topic: 'split',
    from: '2020-01-01',
    program: 'CSP Direct Bill Partner',
    value: { coopShare: 0.4 },
    source: 'ms-fy20-reseller-deck',
    standing: 'published',
  };

  it.each([
    ['a day that is none', { ...good, from: '2021-02-29' }],
    ['a program we do not know', { ...good, program: 'CSP' }],
    ['a source we do not have', { ...good, source: 'hearsay' }],
    ['a share above 1', { ...good, value: { coopShare: 40 } }],
    ['a value of another topic', { ...good, value: { rate: 0.04 } }],
    ['no value and no reason', { ...good, value: null }],
    ['a value and an end', { ...good, ends: 'unverified' }],
  ])('%s', (_, rule) => {
    expect(ruleSchema.safeParse(good).success).toBe(true);
    expect(ruleSchema.safeParse(rule).success).toBe(false);
  });
});
