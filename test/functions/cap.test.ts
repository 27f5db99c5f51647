import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cap } from '../../src/functions/cap';
import { rulesOn } from '../../src/rulebook/rules-on';
import { complaint, show } from '../support/custom-functions';

const SURFACE = 'Surface PC and Surface Hub ADD';
const asked = (...args: unknown[]) => show(cap, ...args);

describe('CAP', () => {
  it.each<[string, unknown[], number]>([
    ['T40', ['Demo units', 20000], 3000],
    ['T40', ['Demo units', 50000], 5000],
    ['never more than was earned', ['Demo units', 2000], 2000],
    ['Surface has no limit for demo units', ['Demo units', 50000, null, null, SURFACE], 50000],
    ['T41', ['Customer offers', 32400], 8100],
    ['T41', ['Customer offers', 32400, null, null, SURFACE], 32400],
    ['a quarter, to the cent', ['Internal incentives & SPIFFs', 100.02], 25.01],
    ['a half', ['On-site champ', 10000], 5000],
    ['an amount', ['Microsoft syndicated content', 32400], 18750],
    ['an amount above what was earned', ['Microsoft syndicated content', 10000], 10000],
    ['conferences: three people', ['Microsoft hosted conferences', 32400], 15000],
    ['one of them', ['Microsoft hosted conferences', 32400, 1], 5000],
    ['four of them', ['Microsoft hosted conferences', 32400, 4], 15000],
    ['a blank cell', ['Microsoft hosted conferences', 32400, 0], 15000],
    ['what was earned', ['Microsoft hosted conferences', 12000, 3], 12000],
    ['uncapped', ['Digital advertising', 32400.55], 32400.55],
    ['nothing earned', ['Customer offers', ''], 0],
    ['text amounts', ['Customer offers', '400'], 100],
  ])('%s: %j is %d', (_, args, most) => expect(asked(...args)).toBe(most));

  it.each<[string, unknown[], RegExp]>([
    ['negative', ['Customer offers', -1], /^#NUM!/],
    ['negative attendees', ['Microsoft hosted conferences', 100, -1], /^#NUM!/],
    ['half an attendee', ['Microsoft hosted conferences', 100, 1.5], /^#VALUE!/],
    ['an unknown activity', ['Skywriting', 100], /^#N\/A/],
    ['amounts with separators', ['Customer offers', '1,000'], /^#VALUE!/],
    ['a day before the first rule', ['Customer offers', 100, null, '2019-01-01'], /^#N\/A/],
  ])('refuses %s', (_, args, sentence) => expect(complaint(cap, ...args)).toMatch(sentence));

  it('is never more than was earned and never negative', () => {
    const names = rulesOn('newest').activities().map(({ value }) => value.name);
    fc.assert(fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 9 }), (name, earned, people) => {
      const most = asked(name, earned / 100, people) as number;
      expect(most >= 0 && most <= earned / 100).toBe(true);
    }));
  });
});
