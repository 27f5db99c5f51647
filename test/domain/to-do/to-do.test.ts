import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES, type Activity } from '../../../src/domain/activities/activity';
import { findingAt, type FieldFinding } from '../../../src/domain/checks/activity-finding';
import { balanceOf } from '../../../src/domain/balance/balance';
import { CLAIM_STATUSES, type Claim } from '../../../src/domain/claims/claim';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { blocking, warning } from '../../../src/domain/new-finding';
import { toDo, type ToDoQuestion, type ToDoRules } from '../../../src/domain/to-do/to-do';
import { DEADLINES, PAYMENT, TIMES } from '../../support/claims';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

const RULES: ToDoRules = {
  times: TIMES,
  payment: PAYMENT,
  deadlinesOf: () => DEADLINES,
};
const list = (question: Partial<ToDoQuestion>, rules: Partial<ToDoRules> = {}) =>
  toDo({
    funds: [aFund()],
    activities: [],
    claims: [],
    asOf: '2024-04-01',
    settings: { reviewDays: 30, proofDays: 14, payBy: null },
    ...question,
    rules: { ...RULES, ...rules },
  });
const lines = (question: Partial<ToDoQuestion>, rules?: Partial<ToDoRules>) =>
  list(question, rules).map(({ due, atRisk, what }) => `${due ?? 'no day'} ${atRisk} ${what}`);
/** Only what is due for this, without the free money of the fund. */
const forIt = (question: Partial<ToDoQuestion>, rules?: Partial<ToDoRules>) =>
  lines(question, rules).filter((line) => !/ (?:Plan \$|Look for)| lapsed$/.test(line));
const finds = (finding: FieldFinding) => ({ findingsOf: () => [finding] });

describe('free money', () => {
  it.each<[Day, string[]]>([
    ['2024-06-30', ['2024-06-30 1000000 Plan $10,000.00']],
    ['2024-07-01', ["2024-08-15 1000000 Look for activities missing from the plan: $10,000.00 isn't claimed"]],
    ['2024-08-15', ["2024-08-15 1000000 Look for activities missing from the plan: $10,000.00 isn't claimed"]],
    ['2024-08-16', ['2024-08-15 0 $10,000.00 lapsed']],
  ])('on %s: %j', (asOf, expected) => expect(lines({ asOf })).toEqual(expected));

  it('opens its fund and says why', () =>
    expect(list({})).toEqual([
      {
        due: '2024-06-30',
        atRisk: 1_000_000,
        what: 'Plan $10,000.00',
        opens: { screen: 'plan', fund: NAME },
        why: "FY24 H1 co-op of Rewards, Partner ID 1234567: no activity is planned for this amount. It can't be used after Jun 30, 2024.",
      },
    ]));

  it('is taken by drafts in the order of their days', () =>
    expect(
      lines({
        activities: [
          anActivity({ id: 'A-3', status: 'draft', budget: 900_000, start: null, activity: 'Third' }),
          anActivity({ id: 'A-2', status: 'draft', budget: 150_000, start: '2024-05-02', activity: 'Second' }),
          anActivity({ id: 'A-1', status: 'draft', budget: 100_000, start: '2024-04-01', activity: 'First' }),
        ],
      }),
    ).toEqual(['2024-05-02 150000 Plan "Second"', '2024-06-30 750000 Plan "Third"', '2024-06-30 100000 Plan "First"']));

  it('leaves a draft that is blocked to be finished', () => {
    const [first] = list(
      { activities: [anActivity({ status: 'draft', activity: '', budget: 1_000_000 })], asOf: '2024-03-01' },
      finds(findingAt('activity', null, blocking('choose an activity.'))),
    );
    expect(first).toEqual({
      due: '2024-06-30',
      atRisk: 1_000_000,
      what: 'Finish the draft an activity without a name',
      why: "It can't be planned yet: choose an activity.",
      opens: { screen: 'plan', id: 'A-AAAAAA' },
    });
  });

  it('asks nothing of drafts once claims are closed', () =>
    expect(forIt({ asOf: '2024-08-16', activities: [anActivity({ status: 'draft' })] })).toEqual([]));
});

describe('an activity', () => {
  const PRE_APPROVAL = finds(findingAt('preApproved', 'activity', warning('Microsoft must approve it before it starts.')));
  it.each<[string, Partial<Activity>, Day, string[], Partial<ToDoRules>?]>([
    ['planned, months away', { start: '2024-05-01', end: '2024-05-10' }, '2024-04-01', []],
    ['planned and over', {}, '2024-03-11', ['2024-04-24 100000 Confirm that "Digital advertising" took place']],
    ['on its last day', {}, '2024-03-10', []],
    ['committed and over', { status: 'committed' }, '2024-07-05', ['2024-08-15 100000 Confirm that "Digital advertising" took place']],
    ['a month before the last safe day', { end: '2024-06-20' }, '2024-05-31', ['2024-06-30 100000 Finish "Digital advertising"']],
    ['a day more', { end: '2024-06-20' }, '2024-05-30', []],
    [
      'pre-approval to ask for',
      { start: '2024-05-01', end: '2024-05-10' },
      '2024-04-01',
      ['2024-04-30 100000 Ask Microsoft to approve "Digital advertising"'],
      PRE_APPROVAL,
    ],
    ['pre-approval that has come', { start: '2024-05-01', end: '2024-05-10', preApproved: '2024-04-01' }, '2024-04-01', [], PRE_APPROVAL],
    [
      'blocked, written so in the sheet',
      {},
      '2024-02-01',
      ['2024-03-01 100000 Fix "Digital advertising"'],
      finds(findingAt('start', 'deadline', blocking('it lies elsewhere.'))),
    ],
    ['without dates', { start: null, end: null }, '2024-02-01', ['2024-06-30 100000 Enter dates for "Digital advertising"']],
    ['done', { status: 'done' }, '2024-04-01', ['2024-04-24 100000 Claim "Digital advertising"']],
    ['T13: done, on the claim deadline', { status: 'done' }, '2024-08-15', ['2024-08-15 100000 Claim "Digital advertising"']],
    ['T13: done, too late', { status: 'done' }, '2024-08-16', []],
    ['canceled', { status: 'canceled' }, '2024-04-01', []],
    ['without a fund', { fund: null }, '2024-04-01', ['no day 0 Choose a fund for "Digital advertising"']],
    [
      'of a fund the workbook does not hold',
      { fund: { ...NAME, partnerId: '2' } },
      '2024-04-01',
      ['no day 0 Choose a fund for "Digital advertising"'],
    ],
    [
      'without a rate',
      { currency: 'EUR', rate: null, start: '2024-05-01', end: '2024-05-02' },
      '2024-04-01',
      ['no day 0 Complete an amount'],
    ],
  ])('%s', (_, change, asOf, expected, rules) => expect(forIt({ activities: [anActivity(change)], asOf }, rules)).toEqual(expected));

  it.each<[string, Partial<Activity>, Day, string]>([
    [
      'ends after the last safe day',
      { end: '2024-05-10' },
      '2024-04-20',
      '2024-05-02 100000 Move up the end date of "Digital advertising"',
    ],
    ['the last safe day is over', { end: '2024-05-10' }, '2024-05-03', '2024-05-10 100000 Finish "Digital advertising"'],
  ])('to be paid by June 30: %s', (_, change, asOf, line) =>
    expect(forIt({ activities: [anActivity(change)], asOf, settings: { reviewDays: 30, proofDays: 14, payBy: '2024-06-30' } })).toEqual([
      line,
    ]),
  );

  it('opens Claims to begin one where it is done, and Plan where something is in the way', () => {
    const opens = (rules: Partial<ToDoRules> = {}) =>
      list({ activities: [anActivity({ status: 'done' })], funds: [aFund({ usable: 100_000 })], asOf: '2024-04-01' }, rules).map(
        (item) => item.opens,
      );
    expect(opens()).toEqual([{ screen: 'claims', id: 'A-AAAAAA' }]);
    expect(opens(finds(findingAt('start', 'deadline', blocking('it lies elsewhere.'))))).toEqual([{ screen: 'plan', id: 'A-AAAAAA' }]);
  });

  it('has no more at risk than its fund can pay', () =>
    expect(
      forIt({
        funds: [aFund({ usable: 150_000 })],
        activities: [anActivity({ id: 'A-1', status: 'done' }), anActivity({ id: 'A-2', status: 'done', activity: 'Fair' })],
      }),
    ).toEqual(['2024-04-24 100000 Claim "Digital advertising"', '2024-04-24 50000 Claim "Fair"']));
});

describe('a claim', () => {
  const done = anActivity({ status: 'done' });
  it.each<[string, Partial<Claim>, Day, string[]]>([
    ['in editing', { status: 'editing' }, '2024-04-01', ['2024-04-24 100000 Submit the claim "INV1 Digital advertising March"']],
    [
      'in editing after the claim deadline',
      { status: 'editing' },
      '2024-08-16',
      ['no day 0 Record that the claim "INV1 Digital advertising March" is forfeited'],
    ],
    ['submitted, and reviewed for a month', { status: 'under review', submittedOn: '2024-03-31' }, '2024-04-30', []],
    [
      'submitted too long ago',
      { submittedOn: '2024-03-31' },
      '2024-05-01',
      ['2024-04-30 80000 Ask Microsoft about "INV1 Digital advertising March"'],
    ],
    [
      'submitted shortly before the resolution deadline',
      { submittedOn: '2024-08-15' },
      '2024-08-31',
      ['2024-08-19 80000 Ask Microsoft about "INV1 Digital advertising March"'],
    ],
    [
      'under review beyond the resolution deadline',
      { status: 'under review', submittedOn: '2024-08-15' },
      '2024-10-01',
      ['2024-09-14 0 Ask Microsoft about "INV1 Digital advertising March"'],
    ],
    [
      'action required',
      { status: 'action required' },
      '2024-04-01',
      ['2024-09-30 80000 Respond to Microsoft about "INV1 Digital advertising March", and resubmit it'],
    ],
    [
      'T18: action required on 2024-10-01',
      { status: 'action required' },
      '2024-10-01',
      ['no day 0 Record that the claim "INV1 Digital advertising March" is non-compliant'],
    ],
    ['disputed', { status: 'disputed', disputedOn: '2024-04-01' }, '2024-04-08', []],
    [
      'disputed, five business days over',
      { status: 'disputed', disputedOn: '2024-04-01' },
      '2024-04-09',
      ['2024-04-08 80000 Ask Microsoft about the dispute of "INV1 Digital advertising March"'],
    ],
    ['rejected', { status: 'rejected' }, '2024-04-01', ['2024-08-15 100000 Claim "Digital advertising" again, or dispute']],
    [
      'rejected, and claims are closed',
      { status: 'rejected' },
      '2024-08-16',
      ['2024-09-30 0 Dispute "INV1 Digital advertising March" if it was rejected in error'],
    ],
    [
      'rejected, and all is over',
      { status: 'rejected' },
      '2024-10-01',
      ['no day 0 Record that the claim "INV1 Digital advertising March" is forfeited'],
    ],
    ['T37: approved by the 15th', { status: 'approved', approvedOn: '2024-04-15' }, '2024-04-25', []],
    [
      'T37: not paid by the 25th',
      { status: 'approved', approvedOn: '2024-04-15' },
      '2024-04-26',
      ['2024-06-17 0 Ask about the payment of "INV1 Digital advertising March"'],
    ],
    ['T38: approved after the 15th of December', { status: 'approved', approvedOn: '2024-12-16' }, '2025-01-25', []],
    ['paid', { status: 'paid' }, '2024-12-01', []],
    ['non-compliant, and recorded', { status: 'non-compliant' }, '2024-12-01', []],
    [
      'without a fund anywhere',
      { fund: null, activityId: '' },
      '2024-04-01',
      ['2024-04-24 100000 Claim "Digital advertising"', 'no day 0 Choose a fund for the claim on "Digital advertising"'],
    ],
    [
      'on an activity that is not in the plan',
      { status: 'editing', activityId: 'A-GONE' },
      '2024-08-16',
      ['no day 0 Record that the claim "INV1 Digital advertising March" is forfeited'],
    ],
  ])('%s', (_, change, asOf, expected) => expect(forIt({ activities: [done], claims: [aClaim(change)], asOf })).toEqual(expected));

  it.each<[string, Partial<Claim>, string, RegExp]>([
    [
      'in editing',
      { status: 'editing' },
      '2024-04-24 100000 Submit the claim "INV1 Digital advertising March"',
      /^"Digital advertising" ended on Mar 10, 2024 and is still planned\. Mark it done in the plan\. It isn't submitted\. .* Claims close on Aug 15, 2024\.$/,
    ],
    [
      'rejected',
      { status: 'rejected' },
      '2024-08-15 100000 Claim "Digital advertising" again, or dispute',
      /still planned\. Mark it done in the plan\. Its claim .* was rejected/,
    ],
  ])('on an activity that is over and still planned, %s, is one thing to do and says both', (_, change, line, why) => {
    const question = { activities: [anActivity()], claims: [aClaim(change)], asOf: '2024-04-01' } as const;
    expect(forIt(question)).toEqual([line]);
    const said = list(question).find(({ opens }) => opens.screen === 'claims')!;
    expect(said.why).toMatch(why);
    expect(said.opens).toEqual({ screen: 'claims', id: 'C-AAAAAA' });
  });

  it('in editing before its activity is over waits for it', () =>
    expect(
      forIt({
        activities: [anActivity({ start: '2024-04-01', end: '2024-04-02' })],
        claims: [aClaim({ status: 'editing' })],
        asOf: '2024-04-01',
      }),
    ).toEqual([]));

  it('says what a claim still needs', () => {
    const [first] = list(
      { activities: [done], claims: [aClaim({ status: 'editing' })], funds: [aFund({ usable: 100_000 })] },
      { missingFor: () => ['Enter the currency.', 'Name it.'] },
    );
    expect(first!.why).toBe(
      "It isn't submitted. Guides advise claiming within 45 days of the end: by Apr 24, 2024. Claims close on Aug 15, 2024. It still needs 2 things, first: Enter the currency.",
    );
    expect(first!.opens).toEqual({ screen: 'claims', id: 'C-AAAAAA' });
  });

  it('made again after a rejection is the only thing to do', () =>
    expect(
      forIt({ activities: [done], claims: [aClaim({ status: 'rejected' }), aClaim({ id: 'C-2', name: 'second', status: 'editing' })] }),
    ).toEqual(['2024-04-24 100000 Submit the claim "second"']));
});

describe('the order', () => {
  it('is by day, then money; what has no day comes last', () => {
    const far = aFund({
      partnerId: '9',
      usable: 9_000_000,
      usageEnd: '2024-12-31',
      claimDeadline: '2025-02-15',
      resolutionDeadline: '2025-03-31',
    });
    const activity = (id: string, end: Day, budget: number) => anActivity({ id, activity: id, start: end, end, budget });
    expect(
      lines(
        {
          funds: [far, aFund({ usable: 1_000_000 })],
          asOf: '2024-06-10',
          activities: [
            activity('small', '2024-06-10', 100),
            activity('large', '2024-06-20', 500_000),
            anActivity({ fund: null, activity: 'lost' }),
          ],
        },
        { troubles: [{ screen: 'plan', id: 'A-X', name: 'Fair', sentences: ['Start holds "soon".'] }] },
      ),
    ).toEqual([
      '2024-06-30 500000 Finish "large"',
      '2024-06-30 499900 Plan $4,999.00',
      '2024-06-30 100 Finish "small"',
      '2024-12-31 9000000 Plan $90,000.00',
      'no day 0 Choose a fund for "lost"',
      'no day 0 Repair 1 cell of "Fair"',
    ]);
  });

  it('says once what an activity lacks, and once that cells of a row can’t be read', () => {
    const blocked = { level: 'blocking', message: 'give its budget.', field: 'budget', rule: null } as const;
    const found = list(
      { activities: [anActivity({ budget: null })] },
      {
        findingsOf: () => [blocked],
        troubles: [
          { screen: 'claims', id: 'C-X', name: '', sentences: ['Amount holds "lots".', 'Start holds "soon".', 'Paid on holds "never".'] },
        ],
      },
    );
    expect(found.map(({ what }) => what)).toEqual([
      'Fix "Digital advertising"',
      'Plan $10,000.00',
      'Repair 3 cells of a claim without a name',
    ]);
    expect(found[2]!.why).toBe('Amount holds "lots". And 2 more.');
  });

  it('puts what is overdue first, however little it is', () =>
    expect(
      lines({
        activities: [anActivity({ status: 'done', budget: 5 })],
        claims: [aClaim({ status: 'approved', approvedOn: '2024-01-02' })],
        asOf: '2024-07-20',
      })[0],
    ).toMatch(/^2024-03-05 0 Ask about the payment/));
});

describe('the money of the list', () => {
  const cents = fc.option(fc.integer({ min: 0, max: 500_000 }));
  const day = fc.integer({ min: -120, max: 300 }).map((n) => addDays('2024-01-01', n));
  const id = fc.constantFrom('A-1', 'A-2', 'A-3', '');
  const activity = fc
    .record({ id, status: fc.constantFrom(...ACTIVITY_STATUSES), budget: cents, start: fc.option(day), end: fc.option(day) })
    .map(anActivity);
  const claim = fc
    .record({
      activityId: id,
      status: fc.constantFrom(...CLAIM_STATUSES),
      amount: cents,
      submittedOn: fc.option(day),
      approvedOn: fc.option(day),
    })
    .map((change) => ({ ...change, amount: change.amount }));
  const finding = fc.constantFrom<FieldFinding[]>(
    [],
    [findingAt('activity', 'activity', blocking('the guidebook does not list it.'))],
    [findingAt('end', 'deadline', blocking('it lies elsewhere.'))],
    [findingAt('fund', 'threshold', blocking('it is paid as rebate.'))],
  );
  const question = fc
    .tuple(fc.array(activity, { maxLength: 5 }), fc.array(claim, { maxLength: 5 }), day, fc.array(finding, { minLength: 5, maxLength: 5 }))
    .map(([activities, some, asOf, findings]) => {
      const claims = some.map((change, index) => aClaim({ ...change, id: `C-${index}` }));
      const findingsOf = (item: Activity) => findings[activities.indexOf(item)]!;
      return { activities, claims, asOf, found: list({ activities, claims, asOf }, { findingsOf }) };
    });

  it('is never more than what is at risk, and nothing is below zero', () =>
    fc.assert(
      fc.property(question, ({ activities, claims, asOf, found }) => {
        const { atRisk, usable, approved, paid } = balanceOf(aFund(), activities, claims, asOf);
        const sum = found.reduce((total, item) => total + item.atRisk, 0);
        expect(sum).toBeLessThanOrEqual(atRisk);
        expect(sum).toBeLessThanOrEqual(Math.max(0, usable - approved - paid));
        // co-op that is still earned can't be lost
        if (asOf <= '2023-12-31') expect(sum).toBe(0);
        for (const item of found) {
          expect(item.atRisk).toBeGreaterThanOrEqual(0);
          expect(`${item.what} ${item.why}`).not.toMatch(/null|undefined|NaN/);
        }
      }),
      { numRuns: 1000 },
    ));

  it('is all there is to lose of free and unclaimed money, while it can be used', () =>
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 5 }), fc.integer({ min: 0, max: 181 }), (activities, days) => {
        // what is weeks away and in order asks for nothing yet
        const asOf = addDays('2024-01-01', days);
        const drafts = activities.map((item) => ({ ...item, status: 'draft' as const }));
        const total = list({ activities: drafts, asOf }).reduce((sum, item) => sum + item.atRisk, 0);
        expect(total).toBe(1_000_000);
      }),
    ));

  it('is in the order of days', () =>
    fc.assert(
      fc.property(question, ({ found }) => {
        const days = found.map(({ due }) => due ?? '9999-12-31');
        expect(days).toEqual([...days].sort());
        found.slice(1).forEach((item, index) => {
          if (item.due === found[index]!.due) expect(item.atRisk).toBeLessThanOrEqual(found[index]!.atRisk);
        });
      }),
      { numRuns: 500 },
    ));
});
