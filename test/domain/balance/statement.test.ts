import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES } from '../../../src/domain/activities/activity';
import { balanceOf } from '../../../src/domain/balance/balance';
import { STATEMENT_ENTRIES, statementOf, type StatementEarnings } from '../../../src/domain/balance/statement';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { CLAIM_STATUSES } from '../../../src/domain/claims/claim';
import { sumOf } from '../../../src/domain/money/money';
import { aClaim, aFund, anActivity } from '../../support/planned';

const EARNED: StatementEarnings = {
  earned: [
    { day: '2023-07-31', what: 'July', source: 'a.csv', amount: 400_000 },
    { day: '2023-08-31', what: 'August', source: 'a.csv', amount: 600_000 },
  ],
  converted: 0,
  paidAbout: null,
};
const PLAN = [
  anActivity(),
  anActivity({ id: 'A-C', status: 'committed', budget: 200_000, title: 'Fair', start: null }),
  anActivity({ id: 'A-D', status: 'done', budget: 300_000, end: '2024-03-20' }),
  anActivity({ id: 'A-E', status: 'done', title: 'Ads in May' }),
  anActivity({ id: 'A-N', budget: null }),
];
const CLAIMS = [
  aClaim({
    activityId: 'A-E',
    amount: 50_000,
    status: 'paid',
    paidOn: '2024-06-20',
    paid: 45_000,
    claimNumber: '8001',
    paymentReference: 'P-7',
  }),
  aClaim({ id: 'C-2', activityId: '', amount: 20_000, status: 'approved', approvedOn: '2024-06-10', approved: 15_000 }),
  aClaim({ id: 'C-3', activityId: '', amount: 10_000, status: 'action required', submittedOn: '2024-05-02', claimNumber: '8003' }),
];
const linesOn = (asOf: Day, earnings = EARNED, fund = aFund()) =>
  statementOf(fund, earnings, PLAN, CLAIMS, asOf).lines.map(
    ({ entry, day, what, source, amount }) => `${entry} | ${day} | ${what} | ${source} | ${amount}`,
  );

describe('the statement of a fund', () => {
  it('has each amount with its day and where it comes from', () => {
    expect(linesOn('2024-06-25')).toEqual([
      'Opening | 2023-07-01 | A fund starts with its half |  | 0',
      'Earned | 2023-07-31 | July | a.csv | 400000',
      'Earned | 2023-08-31 | August | a.csv | 600000',
      'Planned | 2024-03-01 | Digital advertising | Plan | -100000',
      'Planned | 2024-03-01 | Digital advertising | Plan | null',
      'Committed | null | Fair | Plan: Digital advertising | -200000',
      'Spent | 2024-03-20 | Digital advertising | Plan | -300000',
      'Claimed | 2024-05-02 | Digital advertising | Claim 8003 | -10000',
      'Approved | 2024-06-10 | Digital advertising | Claim "INV1 Digital advertising March", no number yet | -15000',
      'Paid | 2024-06-20 | Ads in May | Claim 8001, payment P-7 | -45000',
    ]);
    // 10,000 - 1,000 - 2,000 - 3,000 - 100 - 150 - 450
    expect(statementOf(aFund(), EARNED, PLAN, CLAIMS, '2024-06-25').closing).toBe(330_000);
  });

  it('says what lapsed at which deadline', () => {
    const closed = ['Approved', 'Paid'];
    const lapsed = (asOf: Day) => linesOn(asOf).filter((line) => line.startsWith('Lapsed'));
    expect(lapsed('2024-08-15')).toEqual([]);
    // 10,000 - 100 - 150 - 450
    const first = 'Lapsed | 2024-08-15 | Not claimed by the claim deadline | Claim deadline | -930000';
    expect(lapsed('2024-08-16')).toEqual([first]);
    expect(lapsed('2024-09-30')).toEqual([first]);
    expect(lapsed('2024-10-01')).toEqual([first, 'Lapsed | 2024-09-30 | Claims that still needed action | Resolution deadline | -10000']);
    expect(linesOn('2024-10-01').filter((line) => closed.some((entry) => line.startsWith(entry)))).toHaveLength(2);
    expect(statementOf(aFund(), EARNED, PLAN, CLAIMS, '2024-10-01').closing).toBe(0);
  });

  it.each<[string, Partial<StatementEarnings>, Parameters<typeof aFund>[0], string]>([
    [
      'converts',
      { converted: 1_000_000, paidAbout: '2024-02-14' },
      { usable: 0 },
      'Converted | 2023-12-31 | Converts to rebate; estimated payment Feb 14, 2024 | Threshold rule | -1000000',
    ],
    [
      'may still pass the threshold',
      { converted: null },
      { usable: 0 },
      'Below threshold | 2023-12-31 | Not decided yet | Threshold rule | -1000000',
    ],
  ])('says what can’t be used where it %s', (_, earnings, fund, line) => {
    expect(linesOn('2024-01-10', { ...EARNED, ...earnings }, aFund(fund))).toContain(line);
  });

  it('says of a fund below zero without a known threshold that nothing can be claimed', () => {
    const earned = [{ day: null, what: 'July', source: 'a.csv', amount: -500 }];
    const { lines, closing } = statementOf(
      aFund({ earned: -500, usable: null }),
      { earned, converted: null, paidAbout: null },
      [],
      [],
      '2024-01-10',
    );
    expect(lines.at(-1)).toMatchObject({ entry: 'Below threshold', what: 'Below zero, so nothing can be claimed', amount: 500 });
    expect(closing).toBe(0);
  });

  it('adds up to its closing balance, and by entry to the balance, on any day', () => {
    const cents = fc.integer({ min: 0, max: 900_000 });
    const anyActivity = fc.record({
      status: fc.constantFrom(...ACTIVITY_STATUSES),
      budget: fc.option(cents),
      id: fc.constantFrom('A-1', 'A-2', 'A-3'),
    });
    const anyClaim = fc.record({
      activityId: fc.constantFrom('', 'A-1', 'A-2'),
      status: fc.constantFrom(...CLAIM_STATUSES),
      amount: fc.option(cents),
      approved: fc.option(cents),
      paid: fc.option(cents),
    });
    const law = fc.property(
      fc.uniqueArray(anyActivity, { selector: ({ id }) => id }),
      fc.array(anyClaim, { maxLength: 4 }),
      fc.constantFrom<[number, number | null]>([1_000_000, 1_000_000], [1_000_000, 0], [-500, null], [-500, 0], [0, 0]),
      fc.integer({ min: 0, max: 500 }),
      (activities, claims, [earned, usable], n) => {
        const fund = aFund({ earned, usable });
        const plan = activities.map((change) => anActivity(change));
        const made = claims.map((change, index) => aClaim({ ...change, id: `C-${index}` }));
        const asOf = addDays('2023-12-01', n);
        const given = {
          earned: [{ day: null, what: '', source: '', amount: earned }],
          converted: usable === null ? null : earned - usable,
          paidAbout: null,
        };
        const { lines, closing } = statementOf(fund, given, plan, made, asOf);
        expect(sumOf(lines, ({ amount }) => amount)).toBe(closing);
        const balance = balanceOf(fund, plan, made, asOf);
        expect(closing).toBe(balance.free - balance.over);
        for (const entry of STATEMENT_ENTRIES.slice(4)) {
          const taken = sumOf(
            lines.filter((line) => line.entry === entry),
            ({ amount }) => amount,
          );
          expect([entry, 0 - taken]).toEqual([entry, balance[entry.toLowerCase() as 'planned'] + 0]);
        }
      },
    );
    fc.assert(law);
  });
});
