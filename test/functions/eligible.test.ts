import { describe, expect, it } from 'vitest';
import { eligible } from '../../src/functions/eligible';
import { complaint, serial, show } from '../support/custom-functions';

const ADS = 'Digital advertising';
const SURFACE = 'Surface PC and Surface Hub ADD';
const asked = (...args: unknown[]) => show(eligible, ...args);

describe('ELIGIBLE', () => {
  it.each<[string, unknown[], boolean]>([
    ['T14: one usage period', [ADS, '2024-01-01', '2024-01-31', 'FY24 H1'], true],
    ['T15: two usage periods', [ADS, '2024-06-25', '2024-07-05'], false],
    ['T15: nor in that of a given half', [ADS, '2024-06-25', '2024-07-05', 'FY24 H1'], false],
    ['T16: another usage period', [ADS, '2024-07-10', '2024-07-12', 'FY24 H1'], false],
    ['T16: its own', [ADS, '2024-07-10', '2024-07-12', 'FY24 H2'], true],
    ['a date for the half is when it was earned', [ADS, '2024-07-10', null, '2024-06-30'], true],
    ['the first and last day', [ADS, serial('2024-01-01'), serial('2024-06-30') + 0.9, 'FY24 H1'], true],
    ['a year apart', [ADS, '2024-01-01', '2025-01-01'], false],
    ['blank cells', [ADS, '2024-03-01', 0, '', null], true],
    ['a program that may not', ['Employee purchase web setup', '2024-03-01', null, null, SURFACE], false],
    ['one that may', ['Employee purchase web setup', '2024-03-01'], true],
    ['only one program may', ['TV/radio', '2024-03-01', null, null, SURFACE], true],
    ['and others not', ['TV/radio', '2024-03-01'], false],
    ['not yet in the guidebook', ['TV/radio', '2023-06-30', null, null, SURFACE], false],
    ['a program that never has co-op', [ADS, '2024-03-01', null, null, 'OSA'], false],
  ])('%s: %j is %s', (_, args, is) => expect(asked(...args)).toBe(is));

  it.each<[string, unknown[], RegExp]>([
    ['an end before the start', [ADS, '2024-03-02', '2024-03-01'], /^#VALUE! end, 2024-03-01, is before start/],
    ['no start', [ADS, ''], /^#VALUE!/],
    ['no activity', ['', '2024-03-01'], /^#VALUE!/],
    ['an unknown activity', ['Skywriting', '2024-03-01'], /^#N\/A/],
    ['a day before the first guidebook held', [ADS, '2019-03-01'], /^#N\/A.*2020-07-01/],
    ['a bare half', [ADS, '2024-03-01', null, 'H1'], /^#VALUE!/],
    ['a day in no year', [ADS, 5], /^#NUM!/],
  ])('refuses %s', (_, args, sentence) => expect(complaint(eligible, ...args)).toMatch(sentence));
});
