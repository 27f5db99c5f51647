import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { forecast } from '../../src/functions/forecast';
import { projection } from '../../src/functions/projection';
import { stage } from '../../src/functions/stage';
import { standing } from '../../src/functions/standing';
import { everyDay } from '../support/every-day';
import { show } from '../support/custom-functions';

const MCI = 'Microsoft Commerce Incentives';
const IDS = ['1234567', '7654321'];
const DAYS = everyDay(2024, 2026);

const day = fc.constantFrom(...DAYS.filter((each) => each < '2025-01-01'));
const earnings = fc.array(
  fc.record({
    partner: fc.constantFrom(...IDS),
    day,
    cents: fc.integer({ min: -200_000, max: 900_000 }),
    wait: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 10 },
);

const reportOf = (given: readonly { partner: string; day: string; cents: number; wait: number }[]): unknown[][] => [
  ['MPN ID', 'Program', 'Earning type', 'Earned date', 'Amount USD', 'calculationDate'],
  ...IDS.map((partner) => [partner, MCI, 'Coop', '2024-01-01', 0, '2024-01-01']),
  ...given.map((each) => [each.partner, MCI, 'Coop', each.day, each.cents / 100, DAYS[DAYS.indexOf(each.day as never) + each.wait]]),
];

describe('STANDING', () => {
  it('law: its parts add up to what accrued by the day, less what was claimed, and one part at most is not zero', () =>
    fc.assert(
      fc.property(
        earnings,
        fc.constantFrom(...DAYS),
        fc.constantFrom('FY24 H2', 'FY25 H1'),
        fc.integer({ min: 0, max: 100 }),
        (given, asOf, half, percent) => {
          const report = reportOf(given);
          const byThen = reportOf(given.filter((each) => each.day <= asOf));
          for (const partner of [...IDS, 'all']) {
            const part = (name: string, claimed: unknown = null): number =>
              Math.round(Number(show(standing, report, half, asOf, partner, name, claimed)) * 100);
            const names = ['accruing', 'claimable', 'converted', 'lapsed'];
            const accruedByThen = Math.round(Number(show(accrued, byThen, half, partner)) * 100);
            expect(names.reduce((sum, name) => sum + part(name), 0)).toBe(accruedByThen);
            if (partner !== 'all') expect(names.filter((name) => part(name) !== 0).length).toBeLessThanOrEqual(1);
            const claimed = Math.floor(((part('claimable') + part('lapsed')) * percent) / 100);
            expect(names.reduce((sum, name) => sum + part(name, claimed / 100), 0)).toBe(accruedByThen - claimed);
          }
        },
      ),
      { numRuns: 100 },
    ));

  it('law: says nothing that the stage of the half denies', () =>
    fc.assert(
      fc.property(earnings, fc.constantFrom(...DAYS), (given, asOf) => {
        const allowed: Record<string, string[]> = {
          'not begun': ['not begun'],
          earning: ['accruing', 'nothing accrued'],
          usage: ['usable', 'converted', 'report incomplete', 'nothing accrued'],
          'claim only': ['claim only', 'converted', 'report incomplete', 'nothing accrued'],
          'resolution only': ['resolution only', 'converted', 'report incomplete', 'nothing accrued'],
          closed: ['lapsed', 'converted', 'report incomplete', 'nothing accrued'],
        };
        expect(allowed[show(stage, 'FY24 H2', asOf) as string]).toContain(show(standing, reportOf(given), 'FY24 H2', asOf, IDS[0]));
      }),
    ));
});

describe('FORECAST', () => {
  it('law: without growth and months it is PROJECTION over what was calculated by the day', () =>
    fc.assert(
      fc.property(earnings, fc.constantFrom(...DAYS), fc.constantFrom('FY24 H2', 'FY25 H1'), (given, asOf, half) => {
        const [header, ...all] = reportOf(given);
        const known = [header!, ...all.filter((line) => String(line[5]) <= asOf)];
        for (const partner of [...IDS, 'all']) {
          for (const part of ['expected', 'low', 'high', 'shortfall', 'needed per month']) {
            const told = show(projection, known, half, asOf, partner, part);
            // PROJECTION has nothing to say before the half begins; FORECAST may
            if (asOf < (half === 'FY24 H2' ? '2024-01-01' : '2024-07-01')) continue;
            expect(show(forecast, reportOf(given), half, asOf, partner, part)).toEqual(told);
          }
        }
      }),
      { numRuns: 100 },
    ));

  it('law: more growth never brings less', () =>
    fc.assert(
      fc.property(earnings, day, fc.integer({ min: -90, max: 90 }), (given, asOf, percent) => {
        const report = reportOf(given.map((each) => ({ ...each, cents: Math.abs(each.cents) })));
        const expected = (growth: string): unknown => show(forecast, report, 'FY25 H1', asOf, IDS[0], 'expected', growth);
        const less = expected(`${percent}%`);
        if (typeof less === 'number') expect(expected(`${percent + 10}%`)).toBeGreaterThanOrEqual(less);
        else expect(expected(`${percent + 10}%`)).toBe(less);
      }),
      { numRuns: 100 },
    ));
});
