import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Fund } from '../../../src/domain/funds/fund';
import { balanceOf } from '../../../src/domain/balance/balance';
import type { Day } from '../../../src/domain/calendar/day';
import { allocate, type CapRule } from '../../../src/domain/activities/caps';
import { suggest, type WishFor } from '../../../src/domain/checks/suggest';
import { aFund, anActivity, anExpense } from '../../support/planned';

const NONE: CapRule = { kind: 'none' };
const OFFERS: CapRule = { kind: 'share', share: 0.25 };
const TRAVEL: CapRule = { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 };

let n = 0;
const wish = (change: Partial<Activity>, cap: CapRule = NONE, blocked: string | null = null): WishFor => ({
  activity: anActivity({ id: `A-W${(n += 1)}`, status: 'draft', ...change }),
  cap,
  blocked,
});
interface Setting {
  fund?: Partial<Fund>;
  planned?: Activity[];
  asOf?: Day;
  lastSafeDay?: Day;
  safeFor?: string;
}
function spread(wishes: WishFor[], { fund = {}, planned = [], asOf = '2024-02-01', lastSafeDay, safeFor }: Setting = {}) {
  const held = aFund(fund);
  return suggest(wishes, {
    fund: held,
    counted: balanceOf(held, planned, [], asOf).counted,
    asOf,
    lastSafeDay: lastSafeDay ?? null,
    ...(safeFor === undefined ? {} : { safeFor }),
  });
}
const said = (wishes: WishFor[], setting?: Setting) =>
  spread(wishes, setting).map(({ given, cutBy }) => (cutBy ? `${given} ${cutBy.rule}: ${cutBy.sentence}` : `${given}`));

describe('spreading a fund over wishes', () => {
  it.each<[string, WishFor[], Setting, string[]]>([
    ['enough for all', [wish({ budget: 400_000 }), wish({ budget: 600_000 })], {}, ['400000', '600000']],
    [
      'as listed, until nothing is left',
      [wish({ budget: 600_000 }), wish({ budget: 600_000 }), wish({ budget: 1 })],
      {},
      ['600000', '400000 fund: The fund has $4,000.00 left.', '0 fund: The fund has nothing left of its $10,000.00 free.'],
    ],
    [
      'the dearer first; without a priority last',
      [wish({ budget: 600_000 }), wish({ budget: 600_000, priority: 2 }), wish({ budget: 600_000, priority: 1 })],
      {},
      ['0 fund: The fund has nothing left of its $10,000.00 free.', '400000 fund: The fund has $4,000.00 left.', '600000'],
    ],
    [
      'as dear: the sooner first; without a day last',
      [wish({ budget: 600_000, start: null, end: null }), wish({ budget: 600_000, start: '2024-03-02' }), wish({ budget: 600_000 })],
      {},
      ['0 fund: The fund has nothing left of its $10,000.00 free.', '400000 fund: The fund has $4,000.00 left.', '600000'],
    ],
    [
      'the same in another order',
      [wish({ budget: 600_000, start: '2024-03-02' }), wish({ budget: 600_000, start: null, end: null })],
      {},
      ['600000', '400000 fund: The fund has $4,000.00 left.'],
    ],
    [
      'one priority: the sooner first',
      [wish({ budget: 600_000, priority: 1, start: '2024-03-02' }), wish({ budget: 600_000, priority: 1 })],
      {},
      ['400000 fund: The fund has $4,000.00 left.', '600000'],
    ],
    [
      'what is planned for a wish itself is free for it',
      [wish({ id: 'A-X', budget: 900_000 })],
      { planned: [anActivity({ id: 'A-X', budget: 700_000 })] },
      ['900000'],
    ],
    [
      'what is planned without an ID is for no wish',
      [wish({ id: '', budget: 900_000 })],
      { planned: [anActivity({ id: '', budget: 700_000 })] },
      ['300000 fund: The fund has $3,000.00 left.'],
    ],
    [
      'what is planned already is not free',
      [wish({ budget: 600_000 })],
      { planned: [anActivity({ budget: 700_000 })] },
      ['300000 fund: The fund has $3,000.00 left.'],
    ],
    [
      'nothing is free',
      [wish({ budget: 5 })],
      { planned: [anActivity({ budget: 1_700_000 })] },
      ['0 fund: The fund has nothing left of its $0.00 free.'],
    ],
    ['below the threshold', [wish({ budget: 5 })], { fund: { usable: 0 } }, ['0 fund: The fund has nothing left of its $0.00 free.']],
    ['at its own rate', [wish({ budget: 100_000, currency: 'GBP', rate: 1.3 })], {}, ['130000']],
    ['nothing wanted', [wish({ budget: 0 })], {}, ['0']],
    ['no wishes', [], {}, []],
  ])('%s', (_, wishes, setting, expected) => expect(said(wishes, setting)).toEqual(expected));

  it.each<[string, WishFor[], Setting, string[]]>([
    [
      'T41: a quarter of what was earned',
      [wish({ budget: 900_000 }, OFFERS)],
      { fund: { earned: 3_240_000, usable: 3_240_000 } },
      ['810000 cap: Co-op pays at most $8,100.00 for "Digital advertising" in a usage period, 25% of the co-op earned.'],
    ],
    [
      'T40: a tenth or $3,000',
      [wish({ budget: 900_000 }, { kind: 'greater', share: 0.1, amount: 300_000 })],
      { fund: { earned: 2_000_000, usable: 2_000_000 } },
      [
        '300000 cap: Co-op pays at most $3,000.00 for "Digital advertising" in a usage period, 10% of the co-op earned or $3,000.00, whichever is greater.',
      ],
    ],
    [
      'one cap for all of a kind',
      [
        wish({ budget: 200_000 }, OFFERS),
        wish({ budget: 200_000 }, OFFERS),
        wish({ budget: 200_000 }, OFFERS),
        wish({ budget: 700_000, activity: 'Fair' }),
      ],
      {},
      [
        '200000',
        '50000 cap: Co-op pays at most $2,500.00 for "Digital advertising" in a usage period, 25% of the co-op earned; $2,000.00 of it is used.',
        '0 cap: Co-op pays at most $2,500.00 for "Digital advertising" in a usage period, 25% of the co-op earned; all of it is used.',
        '700000',
      ],
    ],
    [
      'what is planned of the kind takes of it too',
      [wish({ budget: 200_000 }, OFFERS)],
      { planned: [anActivity({ budget: 240_000 })] },
      [
        '10000 cap: Co-op pays at most $2,500.00 for "Digital advertising" in a usage period, 25% of the co-op earned; $2,400.00 of it is used.',
      ],
    ],
    [
      'what is planned of another kind takes nothing of it',
      [wish({ budget: 200_000 }, OFFERS)],
      { planned: [anActivity({ activity: 'Fair', budget: 240_000 })] },
      ['200000'],
    ],
    [
      'a wish that takes no part takes nothing of it',
      [wish({ budget: 200_000 }, OFFERS, 'It lies elsewhere.'), wish({ budget: 200_000 }, OFFERS)],
      {},
      ['0 blocked: It lies elsewhere.', '200000'],
    ],
    [
      'more planned than the cap',
      [wish({ budget: 200_000 }, OFFERS)],
      { planned: [anActivity({ budget: 260_000 })] },
      [expect.stringContaining('0 cap: ') as string],
    ],
    [
      'the cap and then the fund: the tighter is named',
      [wish({ budget: 900_000, activity: 'Fair' }), wish({ budget: 900_000 }, OFFERS)],
      {},
      ['900000', '100000 fund: The fund has $1,000.00 left.'],
    ],
    [
      'an amount',
      [wish({ budget: 2_000_000 }, { kind: 'amount', amount: 1_875_000 })],
      { fund: { earned: 5_000_000, usable: 5_000_000 } },
      ['1875000 cap: Co-op pays at most $18,750.00 for "Digital advertising" in a usage period, the cap of this activity.'],
    ],
  ])('cap: %s', (_, wishes, setting, expected) => expect(said(wishes, setting)).toEqual(expected));

  const rich = { earned: 9_000_000, usable: 9_000_000 };
  it.each<[string, WishFor[], string[]]>([
    [
      'one traveller',
      [wish({ budget: 600_000, attendees: 1 }, TRAVEL)],
      ['500000 cap: Co-op pays at most $5,000.00 for travel to one conference.'],
    ],
    [
      'registration comes on top',
      [
        wish(
          {
            budget: 700_000,
            attendees: 1,
            expenses: [
              anExpense({ type: 'Travel - Airfare/Hotel', budget: 600_000 }),
              anExpense({ type: 'Fee - Registration', budget: 100_000 }),
            ],
          },
          TRAVEL,
        ),
      ],
      ['600000 cap: Co-op pays at most $5,000.00 for travel to one conference.'],
    ],
    ['each conference has its own', [wish({ budget: 1_500_000 }, TRAVEL), wish({ budget: 1_500_000 }, TRAVEL)], ['1500000', '1500000']],
    [
      'and all have one together',
      Array.from({ length: 4 }, () => wish({ budget: 1_400_000 }, TRAVEL)),
      [
        '1400000',
        '1400000',
        '1400000',
        '300000 cap: Co-op pays at most $45,000.00 for travel to conferences in a usage period; $42,000.00 of it is used.',
      ],
    ],
  ])('conferences: %s', (_, wishes, expected) => expect(said(wishes, { fund: rich })).toEqual(expected));

  it.each<[string, Partial<Activity>, Setting, string]>([
    ['no budget', { budget: null }, {}, 'no cost: Enter the cost in US dollars.'],
    ['no rate', { currency: 'EUR', rate: null }, {}, 'no cost: Enter the cost in US dollars.'],
    ['no budget in another currency', { currency: 'EUR', rate: 1.1, budget: null }, {}, 'no cost: Enter the cost in US dollars.'],
    ['a budget below zero', { budget: -1 }, {}, 'no cost: Enter the cost in US dollars.'],
    [
      'an end after the usage period, its start not known',
      { start: null, end: '2024-07-05' },
      {},
      'usage period: This fund is used from Jan 1, 2024 to Jun 30, 2024. The activity runs from Jul 5, 2024 to Jul 5, 2024.',
    ],
    [
      'a start after it, and an end before that',
      { start: '2024-07-10', end: '2024-06-12' },
      {},
      'usage period: This fund is used from Jan 1, 2024 to Jun 30, 2024. The activity runs from Jul 10, 2024 to Jun 12, 2024.',
    ],
    [
      'T16: after the usage period',
      { start: '2024-07-10', end: '2024-07-12' },
      {},
      'usage period: This fund is used from Jan 1, 2024 to Jun 30, 2024. The activity runs from Jul 10, 2024 to Jul 12, 2024.',
    ],
    [
      'T15: across its end',
      { start: '2024-06-25', end: '2024-07-05' },
      {},
      'usage period: This fund is used from Jan 1, 2024 to Jun 30, 2024. The activity runs from Jun 25, 2024 to Jul 5, 2024.',
    ],
    [
      'before it',
      { start: '2023-12-31', end: null },
      {},
      'usage period: This fund is used from Jan 1, 2024 to Jun 30, 2024. The activity runs from Dec 31, 2023 to Dec 31, 2023.',
    ],
    ['over', {}, { asOf: '2024-03-11' }, 'past: Its end date, Mar 10, 2024, is before Mar 11, 2024.'],
    [
      'undated, once the usage period is over',
      { start: null, end: null },
      { asOf: '2024-07-01' },
      'usage period: This fund could be used until Jun 30, 2024.',
    ],
    [
      'not safe, and from which day',
      {},
      { lastSafeDay: '2024-03-09', safeFor: 'Apr 30, 2024, the day you set' },
      'last safe day: It ends on Mar 10, 2024, after the last safe day, Mar 9, 2024, counted back from Apr 30, 2024, the day you set.',
    ],
    [
      'without days, and no day is safe any more',
      { start: null, end: null },
      { lastSafeDay: '2024-01-31' },
      'last safe day: It has no dates yet, and Feb 1, 2024 is after the last safe day, Jan 31, 2024.',
    ],
    ['not safe', {}, { lastSafeDay: '2024-03-09' }, 'last safe day: It ends on Mar 10, 2024, after the last safe day, Mar 9, 2024.'],
  ])('takes no part: %s', (_, change, setting, cut) =>
    expect(said([wish(change), wish({ budget: 7, start: null, end: null })], setting)[0]).toBe(`0 ${cut}`),
  );

  it.each<[string, Partial<Activity>, Setting]>([
    ['on the last day of use', { start: '2024-06-30', end: '2024-06-30' }, {}],
    ['on the first day of use', { start: '2024-01-01', end: '2024-01-01' }, { asOf: '2024-01-01' }],
    ['without days, looked at on the last day of use', { start: null, end: null }, { asOf: '2024-06-30' }],
    ['on its last day', {}, { asOf: '2024-03-10' }],
    ['without days, looked at on the last safe day', { start: null, end: null }, { lastSafeDay: '2024-02-01' }],
    ['on the last safe day', {}, { lastSafeDay: '2024-03-10' }],
  ])('takes part %s', (_, change, setting) => expect(said([wish(change)], setting)).toEqual(['100000']));

  it('leaves the money of a blocked wish to the others', () =>
    expect(said([wish({ budget: 900_000 }, NONE, 'Rewards may not use co-op for it.'), wish({ budget: 900_000 })])).toEqual([
      '0 blocked: Rewards may not use co-op for it.',
      '900000',
    ]));

  const cents = fc.integer({ min: 0, max: 400_000 });
  const any = fc.record({ budget: cents, priority: fc.option(fc.integer({ min: 0, max: 3 })), activity: fc.constantFrom('a', 'b') });
  it('is what allocating in turn comes to: no cent above the fund, a cost or a cap', () =>
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 0, max: 1_000_000 }), (changes, usable) => {
        const wishes = changes.map((change) => wish(change, change.activity === 'a' ? OFFERS : NONE));
        const found = spread(wishes, { fund: { usable } });
        const given = found.map((suggestion) => suggestion.given);
        const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
        expect(sum(given)).toBeLessThanOrEqual(usable);
        expect(sum(given.filter((_, index) => changes[index]!.activity === 'a'))).toBeLessThanOrEqual(250_000);
        let [fund, cap] = [usable, 250_000];
        const inTurn = [...wishes.keys()].sort((a, b) => (changes[a]!.priority ?? 9) - (changes[b]!.priority ?? 9) || a - b);
        for (const index of inTurn) {
          const isCapped = changes[index]!.activity === 'a';
          const [got] = allocate(fund, [changes[index]!.budget], [isCapped ? cap : null]);
          expect(given[index]).toBe(got);
          expect(found[index]!.cutBy === null).toBe(got === changes[index]!.budget);
          fund -= got!;
          if (isCapped) cap -= got!;
        }
      }),
      { numRuns: 1000 },
    ));
});
