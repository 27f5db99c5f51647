import { describe, expect, it } from 'vitest';
import { findContradictions, findRules, TOPICS } from '../../../src/planner/rules/find-rules';
import { CONTRADICTIONS } from '../../../src/rulebook/contradictions';
import { allRules } from '../../../src/rulebook/rules-on';

describe('findRules', () => {
  it('shows every rule that holds something, under a topic the screen has', () => {
    expect(findRules('', null)).toHaveLength(allRules().filter(({ ends }) => ends !== 'unverified').length);
    const known = new Set(TOPICS.map(({ topic }) => topic));
    for (const { topic } of findRules('', null)) expect(known).toContain(topic);
  });

  it.each([
    ['2020-12-31', 'CSP Direct Bill Partner', /\$4,000/],
    ['2022-01-01', 'CSP Direct Bill Partner', /\$10,000/],
  ] as const)('shows only what is in force on %s', (day, program, text) => {
    const thresholds = findRules('threshold', day).filter(({ topic, about }) => topic === 'threshold' && about === program);
    expect(thresholds).toHaveLength(1);
    expect(thresholds[0]!.text).toMatch(text);
  });

  it('says the last day of what our sources verify', () => {
    expect(findRules('Azure consumption Commerce', null).find(({ topic }) => topic === 'rate')).toMatchObject({
      from: '2024-10-01',
      to: '2025-06-30',
    });
    expect(findRules('Azure consumption', '2025-07-01')).toEqual([]);
  });

  it('searches all words, in sources and standings too', () => {
    expect(findRules('learn threshold', null).length).toBeGreaterThan(0);
    expect(
      findRules('assumed', null).every(({ standing, text, note }) => standing === 'assumed' || /assumed/i.test(`${text}${note}`)),
    ).toBe(true);
    expect(findRules('xyzzy', null)).toEqual([]);
  });
});

describe('findContradictions', () => {
  it('shows all, and finds by id and by word', () => {
    expect(findContradictions('')).toHaveLength(CONTRADICTIONS.length);
    expect(findContradictions('C33').map(({ id }) => id)).toEqual(['C33']);
    expect(findContradictions('weekend').map(({ id }) => id)).toContain('C37');
  });
});
