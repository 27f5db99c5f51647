import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { withTrace } from '../../src/cells/trace';
import { earn } from '../../src/functions/earn';
import { earngrowth } from '../../src/functions/earngrowth';
import { ask, complaint, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';
import { growthRate } from '../support/own-rules';

const LEVER = 'M365 Growth Accelerator';
const DAY = '2026-11-15';
const PLAIN = 'Azure consumption CSP motion';

describe('EARNGROWTH', () => {
  beforeEach(() => provideContext({ ...PLAIN_WORKBOOK, ownRules: [growthRate(), { ...growthRate(), subject: PLAIN }] }));
  afterEach(() => provideContext(PLAIN_WORKBOOK));

  it.each<[string, unknown, unknown, number]>([
    ['growth', 12000, 10000, 250],
    ['no growth', 10000, 10000, 0],
    ['a decline', 9000, 10000, 0],
    ['a new customer', 800, 0, 100],
    ['a blank baseline', 800, '', 100],
    ['blank revenue', '', 10000, 0],
    ['a baseline below zero, after credits', 100, -60, 20],
    ['revenue below zero', -100, 0, 0],
    ['a fall below a baseline below zero', -100, -60, 0],
    ['text', '12000', '10000.00', 250],
    ['half a cent up: 0.2 less 0.16 is 0.04', 0.2, 0.16, 0.01],
    ['less than half a cent', 0.2, 0.161, 0],
    ['no dust: 1.12 less 1.08 is 0.04, in binary a little more', 1.12, 1.08, 0.01],
    ['no dust: 0.15 less 0.11 is 0.04, in binary a little less', 0.15, 0.11, 0.01],
    ['one cent of growth in a million', 1_000_000.08, 1_000_000, 0.01],
  ])('%s: revenue %j over %j earns %d', (_case, revenue, baseline, earning) => {
    expect(show(earngrowth, revenue, baseline, LEVER, DAY)).toBe(earning);
  });

  it('takes the lever by the names that EARN knows, and a day from Excel', () => {
    for (const lever of ['M365 Growth Acc.', 'm365: growth accelerator']) {
      expect(show(earngrowth, 12000, 10000, lever, serial(DAY))).toBe(250);
    }
  });

  it('uses the rate of the day, and the newest without one', () => {
    provideContext({
      ...PLAIN_WORKBOOK,
      ownRules: [growthRate({ from: '2025-07-01', to: '2026-06-30', value: { rate: 0.075 } }), growthRate({ to: undefined })],
    });
    expect(show(earngrowth, 12000, 10000, LEVER, '2026-06-30')).toBe(150);
    expect(show(earngrowth, 12000, 10000, LEVER, '2026-07-01')).toBe(250);
    expect(show(earngrowth, 12000, 10000, LEVER)).toBe(250);
    expect(complaint(earngrowth, 12000, 10000, LEVER, '2025-06-30')).toMatch(/^#N\/A No earning rate is known/);
  });

  it('and EARN send each other’s levers across', () => {
    expect(complaint(earngrowth, 12000, 10000, PLAIN, DAY)).toBe(
      '#VALUE! "Azure consumption CSP motion" pays on all revenue, not on growth. Use COOP.EARN.',
    );
    expect(complaint(earn, 12000, LEVER, DAY)).toBe(
      '#VALUE! "M365 Growth Accelerator" pays on growth over the same month a year before. Use COOP.EARNGROWTH.',
    );
  });

  it('shows its steps', () => {
    const { trace } = withTrace(() => ask(earngrowth, 9000, 10000, LEVER, DAY));
    expect(trace.steps).toEqual([
      '9000 less the baseline of 10000 is growth of 0, never below 0.',
      'The lever "M365 Growth Accelerator" earns 12.5% of growth.',
      '12.5% of 0 is 0.',
    ]);
  });

  const cents = fc.integer({ min: -1e11, max: 1e11 });
  const earned = (revenue: number, baseline: number): number => show(earngrowth, revenue / 100, baseline / 100, LEVER, DAY) as number;

  it('law: is what EARN gives for the difference at the same rate, and never below 0', () => {
    fc.assert(
      fc.property(cents, cents, (revenue, baseline) => {
        const growth = Math.max(0, revenue - baseline);
        expect(earned(revenue, baseline)).toBe(show(earn, growth / 100, PLAIN, DAY));
      }),
    );
  });

  it('law: rises with revenue and falls with the baseline', () => {
    fc.assert(
      fc.property(cents, cents, fc.nat(1e9), (revenue, baseline, more) => {
        expect(earned(revenue + more, baseline)).toBeGreaterThanOrEqual(earned(revenue, baseline));
        expect(earned(revenue, baseline + more)).toBeLessThanOrEqual(earned(revenue, baseline));
      }),
    );
  });
});
