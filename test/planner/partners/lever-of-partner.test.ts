import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import { DEFAULT_PROGRAM, rulesOn } from '../../../src/rulebook/rules-on';
import type { OwnRule } from '../../../src/rulebook/own-rule';
import { leverOfPartner } from '../../../src/planner/partners/lever-of-partner';
import { growthRate } from '../../support/own-rules';

const BARE = 'Global Strategic Product Accelerator – Tier 1 (Business Premium, M365 E3)';
const rateOf = (subject: string): OwnRule => growthRate({ subject });
const KINDS = [rateOf('M365: Tier 1 (innovate and balance countries)'), rateOf('M365: Tier 1 (scale countries)')];

const FROM: Day = '2026-07-01';

/** The lever of a report's name for Partner ID 1234567, which is in a group. */
const leverIn = (group: string | null, { name = 'M365: Tier 1', rules = KINDS, day = FROM, id = '1234567' } = {}) =>
  leverOfPartner(name, DEFAULT_PROGRAM, id, new Map(group === null ? [] : [['1234567', group]]), rulesOn(day, rules)).name;

describe('the lever that a name means for a Partner ID', () => {
  it.each(['scale countries', 'Scale Countries', ' scale-countries '])('is the one of its group, typed as "%s"', (group) =>
    expect(leverIn(group)).toBe('M365: Tier 1 (scale countries)'),
  );

  it('is the one of either of two groups, unless both fit', () => {
    expect(leverIn('10% tier; scale countries')).toBe('M365: Tier 1 (scale countries)');
    expect(leverIn('scale countries;')).toBe('M365: Tier 1 (scale countries)');
    expect(leverIn('scale countries; innovate and balance countries')).toBe(BARE);
    expect(leverIn(';')).toBe(BARE);
  });

  it('is found by any spelling of the name and of the Partner ID', () =>
    expect(leverIn('scale countries', { name: BARE, id: 'MPN 01234567' })).toBe('M365: Tier 1 (scale countries)'));

  it.each([null, '', 'other countries', 'countries', 'Business Premium, M365 E3'])('stays the bare one with the group "%s"', (group) =>
    expect(leverIn(group)).toBe(BARE),
  );

  it('stays the bare one for another Partner ID', () => expect(leverIn('scale countries', { id: '7654321' })).toBe(BARE));

  it('stays the bare one where no kind has a rate on the day, or the bare name has one', () => {
    expect(leverIn('scale countries', { day: '2026-06-30' })).toBe(BARE);
    expect(leverIn('scale countries', { rules: [...KINDS, rateOf('M365: Tier 1')] })).toBe(BARE);
  });

  it('stays the bare one where a group fits two', () =>
    expect(leverIn('scale countries', { rules: [...KINDS, rateOf(`${BARE} (scale countries)`)] })).toBe(BARE));

  it('is a full name where a report has one, whatever the group', () =>
    expect(leverIn('scale countries', { name: 'M365: Tier 1 (innovate and balance countries)' })).toBe(
      'M365: Tier 1 (innovate and balance countries)',
    ));

  it('is refused as before where the name is unknown', () =>
    expect(() => leverIn('scale countries', { name: 'Something new' })).toThrow('No lever is called'));
});
