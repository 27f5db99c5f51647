import { describe, expect, it } from 'vitest';
import { safeDayOf, type SafetyDays } from '../../../src/planner/activities/safe-day';
import { rulesOn } from '../../../src/rulebook/rules-on';

const HALF = { fiscalYear: 2024, half: 1 } as const;
const DATES = rulesOn('2023-12-31').deadlines().value;
const PAYMENT = rulesOn('2024-06-30').payment().value;
const USUAL: SafetyDays = { reviewDays: 30, proofDays: 14, payBy: null };

describe('the last safe day with its chains', () => {
  it.each<[string, Partial<SafetyDays>, string, number[]]>([
    ['the end of the usage period comes first', {}, '2024-06-30', [0]],
    ['money by June 30 decides', { payBy: '2024-06-30' }, '2024-05-02', [0]],
    ['long reviews decide', { reviewDays: 60, proofDays: 45 }, '2024-06-17', [2]],
    ['long proof decides', { reviewDays: 0, proofDays: 60 }, '2024-06-16', [1]],
  ])('%s', (_why, change, day, decides) => {
    const safe = safeDayOf(HALF, { ...USUAL, ...change }, DATES, PAYMENT);
    expect(safe.day).toBe(day);
    expect(safe.chains.flatMap((chain, index) => (chain.decides ? [index] : []))).toEqual(decides);
    for (const { steps } of safe.chains)
      expect(steps.map((step) => step.day)).toEqual(
        steps
          .map((step) => step.day)
          .sort()
          .reverse(),
      );
  });

  it('shows every step from the money back to the activity', () => {
    const [chain] = safeDayOf(HALF, { ...USUAL, payBy: '2024-06-30' }, DATES, PAYMENT).chains;
    expect(chain!.steps.map(({ day }) => day)).toEqual(['2024-06-30', '2024-06-15', '2024-05-16', '2024-05-02']);
  });

  it('says when no activity is safe', () => {
    expect(safeDayOf(HALF, { ...USUAL, payBy: '2024-01-31' }, DATES, PAYMENT).isBeforeUse).toBe(true);
    expect(safeDayOf(HALF, USUAL, DATES, PAYMENT).isBeforeUse).toBe(false);
  });

  it('is the same as the formula it hands to Explain', () => {
    expect(safeDayOf(HALF, USUAL, DATES, PAYMENT).formula).toBe('=COOP.SAFEBY("FY24 H1",,30,14)');
    expect(safeDayOf(HALF, { ...USUAL, payBy: '2024-06-30' }, DATES, PAYMENT).formula).toBe('=COOP.SAFEBY("FY24 H1","2024-06-30",30,14)');
  });
});
