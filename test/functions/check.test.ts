import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/functions/check';
import { eligible } from '../../src/functions/eligible';
import { complaint, serial, show } from '../support/custom-functions';

const ADS = 'Digital advertising';
const SURFACE = 'Surface PC and Surface Hub ADD';
const CONFERENCE = 'Microsoft hosted conferences';
const asked = (...args: unknown[]) => show(check, ...args) as string;
const MARCH = '2024-03-01';

describe('CHECK', () => {
  it.each<[string, unknown[]]>([
    ['nothing but a name and a day', [ADS, MARCH]],
    ['all inside its limits', [ADS, MARCH, '2024-03-31', 5000, 32400, 20000, 'FY24 H1']],
    ['blank cells', [ADS, MARCH, '', 0, null, null, '', 0, null]],
    ['a cost that takes all that is left', [ADS, MARCH, null, 20000, 32400, 20000]],
    ['a cost at its cap', ['Customer offers', MARCH, null, 8100, 32400]],
    ['a sheet that is not in our sources, which is only a note', ['Social media marketing', MARCH]],
    ['travel of three', [CONFERENCE, MARCH, null, 15000, 32400, null, null, 3]],
    ['a Surface partner', ['Customer offers', MARCH, null, 32400, 32400, null, null, null, SURFACE]],
    ['a serial', [ADS, serial(MARCH)]],
    ['a program without a threshold we know', [ADS, '2022-03-01', null, 10, 10, 10, null, null, 'Hosting']],
  ])('is OK with %s', (_, args) => expect(asked(...args)).toBe('OK'));

  it.each<[string, unknown[], RegExp]>([
    ['T15: two usage periods', [ADS, '2024-06-25', '2024-07-05'], /^Blocked: .*two usage periods.*2024-06-30/],
    ['T15: three usage periods', [ADS, '2024-06-25', '2025-01-05'], /^Blocked: .*several usage periods.*2024-06-30/],
    ['T16: the usage period of another half', [ADS, '2024-07-10', '2024-07-12', null, null, null, 'FY24 H1'], /^Blocked: .*FY24 H1.*2024-01-01 to 2024-06-30.*FY24 H2/],
    ['an activity for others', ['TV/radio', MARCH], /^Blocked: Microsoft Commerce Incentives may not/],
    ['an activity of a later guidebook', ['TV/radio', '2023-06-01', null, null, null, null, null, null, SURFACE], /^Blocked: the guidebook of 2023-06-01/],
    ['a program that never has co-op', [ADS, MARCH, null, null, null, null, null, null, 'OSA'], /^Blocked: /],
    ['a cost above what remains', [ADS, MARCH, null, 20000.01, 32400, 20000], /^Blocked: \$20,000\.01 is \$0\.01 more than the \$20,000\.00 remaining/],
    ['nothing remaining', [ADS, MARCH, null, 1, null, 0], /^Blocked: .*\$0\.00 remaining/],
    ['a cost above its cap', ['Customer offers', MARCH, null, 8100.01, 32400], /^Blocked: .*\$0\.01 more.*\$8,100\.00/],
    ['an absolute cap without knowing what was earned', ['Microsoft syndicated content', MARCH, null, 20000], /^Blocked: .*\$18,750\.00/],
    ['co-op under the threshold', [ADS, MARCH, null, 100, 9999.99], /^Blocked: \$9,999\.99 .*\$10,000\.00, short by \$0\.01: unless that is earned by 2023-12-31, it is paid as rebate/],
    ['no co-op earned', [ADS, MARCH, null, null, 0], /^Blocked: \$0\.00 of co-op earned/],
    ['co-op exactly at the threshold', [ADS, MARCH, null, 100, 10000], /^Warning: .*exactly the threshold/],
    ['more remaining than earned', [ADS, MARCH, null, 100, 20000, 30000], /^Warning: /],
    ['a required approval', ['TV/radio', MARCH, null, null, null, null, null, null, 'Surface'], /^Warning: Microsoft must approve/],
    ['travel beyond the cap', [CONFERENCE, MARCH, null, 15000, 32400, null, null, 2], /^Warning: .*\$10,000\.00/],
  ])('finds %s', (_, args, line) => expect(asked(...args)).toMatch(line));

  it('gives one finding a line, blocking first, notes with them', () => {
    const lines = asked('Social media marketing', MARCH, null, 50000, 10000, 60000).split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Blocked', 'Warning', 'Warning', 'Note', 'Note', 'Note', 'Note']);
  });

  it.each<[string, unknown[], RegExp]>([
    ['an unknown activity', ['Skywriting', MARCH], /^#N\/A/],
    ['an end before the start', [ADS, MARCH, '2024-02-01'], /^#VALUE!/],
    ['a negative cost', [ADS, MARCH, null, -1], /^#NUM!/],
    ['no start', [ADS, ''], /^#VALUE!/],
    ['a bare half', [ADS, MARCH, null, null, null, null, 'H2'], /^#VALUE!/],
    ['a day before the first guidebook held', [ADS, '2019-03-01'], /^#N\/A/],
  ])('refuses %s', (_, args, sentence) => expect(complaint(check, ...args)).toMatch(sentence));

  it('blocks whatever ELIGIBLE denies, and nothing else where no money is named', () => {
    const day = fc.integer({ min: serial('2020-07-01'), max: serial('2027-12-31') });
    const name = fc.constantFrom(ADS, 'TV/radio', 'Employee purchase', CONFERENCE);
    fc.assert(fc.property(name, day, fc.nat(400), fc.constantFrom(null, 'FY24 H1', 'FY23 H2'), fc.constantFrom('MCI', SURFACE, 'OSA'), (activity, start, more, half, program) => {
      expect(asked(activity, start, start + more, null, null, null, half, null, program).startsWith('Blocked:')).toBe(!show(eligible, activity, start, start + more, half, program));
    }));
  });
});
