import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/functions/check';
import { eligible } from '../../src/functions/eligible';
import { serial, show } from '../support/custom-functions';

const ADS = 'Digital advertising';
const SURFACE = 'Surface PC and Surface Hub ADD';
const CONFERENCE = 'Microsoft hosted conferences';
const asked = (...args: unknown[]) => show(check, ...args) as string;
const MARCH = '2024-03-01';

describe('CHECK', () => {
  it('gives one finding a line, blocking first, notes with them', () => {
    const lines = asked('Social media marketing', MARCH, null, 50000, 10000, 60000).split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Blocked', 'Warning', 'Warning', 'Note', 'Note', 'Note', 'Note']);
  });

  it.each([
    ['Golf day', /^Blocked: The guidebook does not list "Golf day"\.$/],
    ['Telemarkting', /^Blocked: The guidebook does not list "Telemarkting"\. Did you mean "Telemarketing"/],
  ])('blocks "%s", which the guidebook does not list, in one line', (name, line) => {
    expect(asked(name, MARCH)).toMatch(line);
    expect(asked(name, MARCH)).not.toContain('\n');
  });

  it('blocks whatever ELIGIBLE denies, and nothing else where no money is named', () => {
    const day = fc.integer({ min: serial('2020-07-01'), max: serial('2027-12-31') });
    const name = fc.constantFrom(ADS, 'TV/radio', 'Employee purchase', CONFERENCE);
    fc.assert(
      fc.property(
        name,
        day,
        fc.nat(400),
        fc.constantFrom(null, 'FY24 H1', 'FY23 H2'),
        fc.constantFrom('MCI', SURFACE, 'OSA'),
        (activity, start, more, half, program) => {
          expect(asked(activity, start, start + more, null, null, null, half, null, program).startsWith('Blocked:')).toBe(
            !show(eligible, activity, start, start + more, half, program),
          );
        },
      ),
    );
  });
});
