import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS } from '../../src/rulebook/contradictions';
import { COUNTED_ONCE, COUNTED_WHERE, ROLLED_OVER } from '../../src/rulebook/counting';
import { ANY_SOURCES, FURTHER_SOURCES } from '../../src/rulebook/further-sources';
import { readingsOf } from '../../src/rulebook/readings';
import { allRules } from '../../src/rulebook/rules-on';
import { EARN_RULES } from '../../src/rulebook/who-may-earn';
import { SOURCES } from '../../src/rulebook/sources';

const byRules = new Set<string>(allRules().map((rule) => rule.source));
const byReadings = new Set<string>([
  ...CONTRADICTIONS.flatMap(({ says }) => says.map(({ source }) => source)),
  ...EARN_RULES.map(({ source }) => source),
  ...[COUNTED_ONCE, COUNTED_WHERE, ROLLED_OVER].map(({ source }) => source),
  ...allRules().flatMap((rule) => readingsOf(rule).map(({ source }) => source)),
]);

describe('no source is an orphan', () => {
  it.each(Object.keys(SOURCES).filter((id) => id !== 'workbook'))('%s is cited by a rule', (id) => {
    expect(byRules).toContain(id);
  });

  it.each(Object.keys(FURTHER_SOURCES))('%s is cited where sources disagree, or for how reports are read', (id) => {
    expect(byReadings).toContain(id);
  });
});

describe('sources', () => {
  it('have one home each', () => {
    expect(Object.keys(SOURCES).filter((id) => id in FURTHER_SOURCES)).toEqual([]);
  });

  it('of every rule can be named', () => {
    for (const rule of allRules()) expect(ANY_SOURCES[rule.source].title).not.toBe('');
  });
});
