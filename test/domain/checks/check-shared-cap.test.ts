import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import type { CapRule } from '../../../src/domain/activities/caps';
import { capText } from '../../../src/domain/activities/caps';
import { cappedCost, checkSharedCap } from '../../../src/domain/checks/check-shared-cap';
import type { PlannedActivity } from '../../../src/domain/checks/planned-activity';
import { anActivity, anExpense } from '../../support/planned';

const AMOUNT: CapRule = { kind: 'amount', amount: 300_000 };
const OFFERS: CapRule = { kind: 'share', share: 0.25 };
const DEMO_UNITS: CapRule = { kind: 'greater', share: 0.1, amount: 300_000 };
const TRAVEL: CapRule = { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 };
const PLAN: PlannedActivity = {
  name: 'Fair',
  program: 'Rewards',
  start: '2024-03-01',
  end: '2024-03-02',
  cost: 200_000,
  earned: 9_000_000,
  remaining: null,
  half: null,
  attendees: 3,
};

describe('an activity and the others of its kind', () => {
  it.each<[string, Partial<PlannedActivity>, CapRule, number, string[]]>([
    [
      'over the cap alone, it is said without the others',
      { cost: 260_000, earned: 1_000_000 },
      OFFERS,
      100_000,
      ['blocking: $2,600.00 is $100.00 more than co-op can pay for "Fair" in a usage period: $2,500.00, 25% of the co-op earned.'],
    ],
    ['a cost nobody knows is within any cap', { cost: null }, AMOUNT, 900_000, []],
    ['an amount, to the cent', { cost: 200_000 }, AMOUNT, 100_000, []],
    [
      'an amount, whatever was earned',
      { earned: null },
      AMOUNT,
      200_000,
      [
        'blocking: with $2,000.00 of other activities of this kind, $4,000.00 is $1,000.00 more than co-op can pay for "Fair" in a usage period: $3,000.00, the cap of this activity.',
      ],
    ],
    ['a share or an amount: not known without what was earned', { earned: null }, DEMO_UNITS, 200_000, []],
    [
      'a share or an amount',
      { earned: 1_000_000 },
      DEMO_UNITS,
      200_000,
      [
        'blocking: with $2,000.00 of other activities of this kind, $4,000.00 is $1,000.00 more than co-op can pay for "Fair" in a usage period: $3,000.00, 10% of the co-op earned or $3,000.00, whichever is greater.',
      ],
    ],
    ['travel, to the cent', { cost: 1_500_000 }, TRAVEL, 3_000_000, []],
    [
      'travel, a cent more',
      { cost: 1_500_000 },
      TRAVEL,
      3_000_001,
      [
        'warning: with $30,000.01 of other activities of this kind, $45,000.01 is $0.01 more than co-op can pay for travel to conferences in a usage period: $45,000.00. Only registration can be added.',
      ],
    ],
  ])('%s', (_, change, cap, others, expected) => {
    const found = checkSharedCap({ ...PLAN, ...change }, { requirements: null, cap, threshold: null, deadlines: null }, others);
    expect(found.map(({ level, message }) => `${level}: ${message}`)).toEqual(expected);
    expect(found.every(({ about }) => about === 'cap')).toBe(true);
  });
});

describe('the cost a cap is about', () => {
  const paid = (...types: string[]) => types.map((type, index) => anExpense({ id: `E-${index}`, type, budget: 10_000 }));
  it.each<[string, Partial<Activity>, number | null, CapRule, number | null]>([
    ['all of it, where travel has no cap of its own', { expenses: paid('Travel') }, 70_000, AMOUNT, 70_000],
    ['all of it, where no expenses tell', {}, 70_000, TRAVEL, 70_000],
    ['nothing known, where the cost is not', { expenses: paid('Travel') }, null, TRAVEL, null],
    ['the travel', { expenses: paid('Travel - Airfare/Hotel', 'Fee - Registration') }, 20_000, TRAVEL, 10_000],
    ['travel behind a dash', { expenses: paid('- travel', 'Fee') }, 20_000, TRAVEL, 10_000],
    ['none, where travel is only mentioned', { expenses: paid('Fee without travel', 'Travelers') }, 20_000, TRAVEL, 0],
    ['what the travel cost, once that is known', { expenses: [anExpense({ type: 'Travel', budget: 1, actual: 5 })] }, 9, TRAVEL, 5],
    ['of the travel what co-op pays', { expenses: paid('Travel', 'Fee'), budget: 20_000, coopShare: 15_000 }, 15_000, TRAVEL, 7_500],
    ['in dollars', { currency: 'EUR', rate: 1.1, expenses: paid('Travel') }, 20_000, TRAVEL, 11_000],
  ])('%s', (_, change, cost, cap, expected) => expect(cappedCost(anActivity(change), cost, cap)).toBe(expected));
});

it('no cap is all that was earned', () => expect(capText({ kind: 'none' }, null)).toBe('all co-op earned'));
