import { describe, expect, it } from 'vitest';
import { activities } from '../../src/functions/activities';
import { show } from '../support/custom-functions';

const asked = (...args: unknown[]) => show(activities, ...args) as string[][];
const names = (...args: unknown[]) => asked(...args).map(([, name]) => name);

describe('ACTIVITIES', () => {
  it('spills every activity of the newest guidebook, in its order, without a header', () => {
    const all = asked();
    expect(all[0]).toEqual(['Demand Generation', 'Print advertising']);
    expect(new Set(all.map(([category]) => category))).toEqual(new Set(['Demand Generation', 'Market Development', 'Partner Skilling']));
  });
  it.each([['2020-07-01'], ['2024-12-31'], ['2025-01-01'], [null]])(
    'keeps the categories together, also where the FY25 list moved activities (C13): %s',
    (date) => {
      const changes = asked(null, date, 'Surface').filter(([category], index, all) => category !== all[index - 1]?.[0]);
      expect(changes.map(([category]) => category)).toEqual([
        'Demand Generation',
        'Market Development',
        expect.stringMatching(/^Partner /),
      ]);
    },
  );
  it.each([['Demand Generation'], ['demand-generation'], ['DEMAND GENERATION']])('knows the category %s', (category) =>
    expect(asked(category).every(([found]) => found === 'Demand Generation')).toBe(true),
  );
  it.each([['Partner Readiness'], ['Partner Skilling'], ['Skilling']])('%s is one category under two names', (category) => {
    expect(asked(category, '2024-12-31').map(([found]) => found)).toEqual(Array(6).fill('Partner Readiness'));
    expect(asked(category, '2025-01-01').map(([found]) => found)).toEqual(Array(6).fill('Partner Skilling'));
  });
  it('moves activities with the FY25 list', () => {
    expect(names('Demand Generation', '2024-12-31')).toContain('Migration services');
    expect(names('Market Development', '2025-01-01')).toContain('Migration services');
  });
  it('gives a program what it may use', () => {
    expect(names()).not.toContain('TV/radio');
    expect(names(null, null, 'Surface')).toContain('TV/radio');
    expect(names(null, null, 'Surface')).not.toContain('Employee purchase web set-up for customers');
  });
  it.each([[''], [0], [null]])('takes blank cells (%j) as left out', (blank) => expect(asked(blank, blank, blank)).toEqual(asked()));
});
