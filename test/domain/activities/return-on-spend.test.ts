import { describe, expect, it } from 'vitest';
import { hasResults, returnOf, returnOfAll } from '../../../src/domain/activities/return-on-spend';
import { activity } from '../../support/records';

const SPENT = { status: 'done', budget: 400_000, actual: 300_000, leads: 40, pipeline: 2_000_000, revenue: 1_050_000 } as const;

describe('return on spend', () => {
  it('is the revenue for each dollar of cost, and the cost of a lead', () =>
    expect(returnOf(activity(SPENT))).toEqual({
      cost: 300_000,
      leads: 40,
      pipeline: 2_000_000,
      revenue: 1_050_000,
      costPerLead: 7_500,
      ratio: 3.5,
    }));

  it('takes the whole cost, whoever pays it, and its own currency at its rate', () =>
    // EUR 3,000.00 at 1.1 is $3,300.00: $82.50 a lead
    expect(returnOf(activity({ ...SPENT, coopShare: 100_000, currency: 'EUR', rate: 1.1 }))).toEqual({
      cost: 330_000,
      leads: 40,
      pipeline: 2_200_000,
      revenue: 1_155_000,
      costPerLead: 8_250,
      ratio: 3.5,
    }));

  it.each<[string, Parameters<typeof activity>[0], object]>([
    ['what was not entered', { ...SPENT, leads: null, revenue: null }, { costPerLead: null, ratio: null, pipeline: 2_000_000 }],
    ['the cost of a lead where there was none', { ...SPENT, leads: 0 }, { leads: 0, costPerLead: null, ratio: 3.5 }],
    ['anything by a cost that is not known', { ...SPENT, budget: null, actual: null }, { cost: null, costPerLead: null, ratio: null }],
    ['the return on no cost', { ...SPENT, actual: 0 }, { cost: 0, costPerLead: 0, ratio: null }],
    [
      'money without a rate',
      { ...SPENT, currency: 'EUR', rate: null },
      { cost: null, pipeline: null, revenue: null, ratio: null, leads: 40 },
    ],
    ['revenue below zero', { ...SPENT, revenue: -1 }, { revenue: null, ratio: null }],
  ])('does not know %s', (_, change, found) => expect(returnOf(activity(change))).toMatchObject(found));

  it('no revenue from a cost is a return of zero', () => expect(returnOf(activity({ ...SPENT, revenue: 0 })).ratio).toBe(0));

  it('of several compares only what is known of both, so that results still to come lower nothing', () => {
    const found = returnOfAll([
      activity(SPENT),
      // no results yet
      activity({ ...SPENT, id: 'A-2', actual: 500_000, leads: null, pipeline: null, revenue: null }),
      // revenue without leads
      activity({ ...SPENT, id: 'A-3', actual: 100_000, leads: null, pipeline: null, revenue: 350_000 }),
    ]);
    expect(found).toEqual({
      cost: 900_000,
      leads: 40,
      pipeline: 2_000_000,
      revenue: 1_400_000,
      // 3,000.00 / 40, and 14,000.00 / 4,000.00
      costPerLead: 7_500,
      ratio: 3.5,
    });
  });

  it('of nothing knows nothing', () =>
    expect(returnOfAll([])).toEqual({ cost: null, leads: null, pipeline: null, revenue: null, costPerLead: null, ratio: null }));

  it('knows whether anything was entered, also a zero', () =>
    expect([hasResults(activity()), hasResults(activity({ leads: 0 })), hasResults(activity({ revenue: 1 }))]).toEqual([
      false,
      true,
      true,
    ]));
});
