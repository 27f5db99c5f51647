import { expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { findingAt, type FieldFinding } from '../../../src/domain/checks/activity-finding';
import type { Claim } from '../../../src/domain/claims/claim';
import { blocking, note, warning } from '../../../src/domain/new-finding';
import { toDo, type ToDoQuestion } from '../../../src/domain/to-do/to-do';
import { byDay, type ToDo, type ToDoRules, type UnreadRow } from '../../../src/domain/to-do/to-do-item';
import { DEADLINES, PAYMENT, TIMES } from '../../support/claims';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

/** All that is to be done for a fund without free money. */
const said = (question: Partial<ToDoQuestion>, rules: Partial<ToDoRules> = {}) =>
  toDo({
    funds: [aFund({ usable: 100_000 })],
    activities: [],
    claims: [],
    asOf: '2024-04-01',
    settings: { reviewDays: 30, proofDays: 14, payBy: null },
    ...question,
    rules: {
      times: TIMES,
      payment: PAYMENT,
      deadlinesOf: () => DEADLINES,
      ...rules,
    },
  }).map(({ due, atRisk, what, why, opens }) => [due, atRisk, what, why, `${opens.screen} ${opens.id}`]);

/** Leaves out what a fund has lost, which the tests of what lapsed are about. */
const withoutLapse = (found: ReturnType<typeof said>) => found.filter(([, , what]) => !/ lapsed$/.test(String(what)));

const BLOCKED = { findingsOf: () => [findingAt('start', 'deadline', blocking('It lies elsewhere.'))] };
const UNAPPROVED = { findingsOf: () => [findingAt('preApproved', 'activity', warning('Microsoft must approve it.'))] };
const PAY_BY = { settings: { reviewDays: 30, proofDays: 14, payBy: '2024-06-30' } } as const;
const ADVICE = 'Guides advise claiming within 45 days of the end: by Apr 24, 2024. Claims close on Aug 15, 2024.';
const OVER = `It ended on Mar 10, 2024 and is still planned. Mark it done, collect its proof, and claim it, or cancel it. ${ADVICE}`;

it.each<[string, Partial<Activity>, Day, Day, string, string, Partial<ToDoRules>?, Partial<ToDoQuestion>?]>([
  ['blocked', {}, '2024-02-29', '2024-03-01', 'Fix "Digital advertising"', "It's planned, but blocked: It lies elsewhere.", BLOCKED],
  [
    'blocked, and begun',
    {},
    '2024-03-10',
    '2024-06-30',
    'Fix "Digital advertising"',
    "It's planned, but blocked: It lies elsewhere.",
    BLOCKED,
  ],
  [
    'blocked, and over',
    {},
    '2024-03-11',
    '2024-04-24',
    'Fix "Digital advertising"',
    `It ended on Mar 10, 2024 and is still planned, but blocked: It lies elsewhere. ${ADVICE}`,
    BLOCKED,
  ],
  [
    'blocked, and its usage period over',
    { status: 'committed', activity: '  ' },
    '2024-07-01',
    '2024-08-15',
    'Fix an activity without a name',
    'It ended on Mar 10, 2024 and is still committed, but blocked: It lies elsewhere. Claims close on Aug 15, 2024.',
    BLOCKED,
  ],
  [
    'without dates',
    { start: null, end: null },
    '2024-04-01',
    '2024-06-30',
    'Enter dates for "Digital advertising"',
    'It must end by Jun 30, 2024, when the usage period ends.',
  ],
  [
    'with an end only',
    { start: null },
    '2024-04-01',
    '2024-06-30',
    'Enter dates for "Digital advertising"',
    'It must end by Jun 30, 2024, when the usage period ends.',
  ],
  [
    'not approved yet',
    { activity: ' Fair ' },
    '2024-02-01',
    '2024-02-29',
    'Ask Microsoft to approve "Fair"',
    'Microsoft must approve it before it starts on Mar 1, 2024.',
    UNAPPROVED,
  ],
  ['over', {}, '2024-04-01', '2024-04-24', 'Confirm that "Digital advertising" took place', OVER],
  [
    'over since its only day',
    { start: '2024-03-10', end: null },
    '2024-04-01',
    '2024-04-24',
    'Confirm that "Digital advertising" took place',
    OVER,
  ],
  [
    'soon too late',
    { end: '2024-06-30' },
    '2024-06-01',
    '2024-06-30',
    'Finish "Digital advertising"',
    'It must end by Jun 30, 2024, the last safe day, to be proven, claimed, and approved in time.',
  ],
  [
    'to be paid by June 30, on its last safe day',
    { end: '2024-05-02' },
    '2024-05-02',
    '2024-05-02',
    'Finish "Digital advertising"',
    'It must end by May 2, 2024, the last safe day, to be proven, claimed, and approved in time.',
    {},
    PAY_BY,
  ],
  [
    'to be paid by June 30, a day too long',
    { end: '2024-05-03' },
    '2024-05-02',
    '2024-05-02',
    'Move up the end date of "Digital advertising"',
    'It ends on May 3, 2024, after the last safe day, May 2, 2024. Proof, review, or payment may be late.',
    {},
    PAY_BY,
  ],
  [
    'to be paid by June 30, too late',
    { end: '2024-05-03' },
    '2024-05-03',
    '2024-05-03',
    'Finish "Digital advertising"',
    'The last safe day, May 2, 2024, has passed. Collect its proof and claim it as soon as you can.',
    {},
    PAY_BY,
  ],
  [
    'done',
    { status: 'done' },
    '2024-04-01',
    '2024-04-24',
    'Claim "Digital advertising"',
    `It's done but not claimed. Collect its proof and claim it. ${ADVICE}`,
  ],
  [
    'done, with a warning',
    { status: 'done' },
    '2024-04-01',
    '2024-04-24',
    'Claim "Digital advertising"',
    `It's done but not claimed. Collect its proof and claim it. ${ADVICE}`,
    UNAPPROVED,
  ],
  [
    'done, with claims that came to nothing',
    { status: 'done' },
    '2024-04-01',
    '2024-04-24',
    'Claim "Digital advertising"',
    `It's done but not claimed. Collect its proof and claim it. ${ADVICE}`,
    {},
    { claims: [aClaim({ status: 'non-compliant' }), aClaim({ id: 'C-B', activityId: 'A-B', status: 'rejected' })] },
  ],
  [
    'over, with claims that came to nothing',
    {},
    '2024-04-01',
    '2024-04-24',
    'Confirm that "Digital advertising" took place',
    OVER,
    {},
    { claims: [aClaim({ status: 'non-compliant' }), aClaim({ id: 'C-B', activityId: 'A-B', status: 'rejected' })] },
  ],
  [
    'done, and blocked',
    { status: 'done' },
    '2024-04-01',
    '2024-04-24',
    'Claim "Digital advertising"',
    `It's done but not claimed. Collect its proof and claim it. ${ADVICE} Blocked: It lies elsewhere.`,
    BLOCKED,
  ],
  ['a draft', { status: 'draft' }, '2024-02-01', '2024-03-01', 'Plan "Digital advertising"', 'Draft: no funds reserved.', UNAPPROVED],
  ['a draft from today on', { status: 'draft' }, '2024-03-01', '2024-06-30', 'Plan "Digital advertising"', 'Draft: no funds reserved.'],
  [
    'a draft on the last day of use',
    { status: 'draft', start: '2024-06-30', end: null },
    '2024-06-30',
    '2024-06-30',
    'Plan "Digital advertising"',
    'Draft: no funds reserved.',
  ],
  [
    'a draft, blocked',
    { status: 'draft' },
    '2024-02-01',
    '2024-03-01',
    'Finish the draft "Digital advertising"',
    "It can't be planned yet: It lies elsewhere.",
    BLOCKED,
  ],
])('an activity %s', (_, change, asOf, due, what, why, rules, question) =>
  expect(said({ activities: [anActivity(change)], asOf, ...question }, rules)).toEqual([
    [due, 100_000, what, why, `${change.status === 'done' && rules !== BLOCKED ? 'claims' : 'plan'} A-AAAAAA`],
  ]),
);

const NOWHERE = "No fund is chosen, so it isn't counted anywhere.";
const UNKNOWN = "The workbook doesn't have FY24 H1 co-op of Rewards, Partner ID 2, so it isn't counted anywhere.";
const NAMED = '"INV1 Digital advertising March"';
const CLOSED = "Claims are closed, so you can't create it again. A dispute must be resolved by Sep 30, 2024.";
it.each<[string, Partial<Claim>, Day, Day | null, number, string, string, Partial<ToDoRules>?]>([
  [
    'in editing',
    { status: 'editing', name: '' },
    '2024-04-01',
    '2024-04-24',
    80_000,
    'Submit the claim "Digital advertising"',
    `It isn't submitted. ${ADVICE}`,
  ],
  [
    'in editing that lacks one thing',
    { status: 'editing' },
    '2024-04-01',
    '2024-04-24',
    80_000,
    `Submit the claim ${NAMED}`,
    `It isn't submitted. ${ADVICE} It still needs 1 thing, first: Name it.`,
    { missingFor: () => ['Name it.'] },
  ],
  [
    'in editing, too late',
    { status: 'editing' },
    '2024-08-16',
    null,
    0,
    `Record that the claim ${NAMED} is forfeited`,
    "It's still Editing, and Aug 15, 2024 has passed.",
  ],
  [
    'that needs action',
    { status: 'action required', name: '' },
    '2024-04-01',
    '2024-09-30',
    80_000,
    'Respond to Microsoft about "Digital advertising", and resubmit it',
    "It needs action. If it still does after Sep 30, 2024, it's non-compliant and isn't paid.",
  ],
  [
    'that needed action for too long',
    { status: 'action required', name: '' },
    '2024-10-01',
    null,
    0,
    'Record that the claim "Digital advertising" is non-compliant',
    "It's still Action required, and Sep 30, 2024 has passed.",
  ],
  [
    'under review since it got its status',
    { status: 'under review', since: '2024-03-01' },
    '2024-04-01',
    '2024-03-31',
    80_000,
    `Ask Microsoft about ${NAMED}`,
    "It's been under review since Mar 1, 2024 and isn't decided. Reviews take up to 30 days, and claims are resolved by Sep 30, 2024.",
  ],
  [
    'submitted, on the resolution deadline',
    { submittedOn: '2024-09-29', since: '2024-01-01' },
    '2024-09-30',
    '2024-09-30',
    80_000,
    `Ask Microsoft about ${NAMED}`,
    "It was submitted on Sep 29, 2024 and isn't decided. Reviews take up to 30 days, and claims are resolved by Sep 30, 2024.",
  ],
  [
    'disputed long ago',
    { status: 'disputed', since: '2024-04-01' },
    '2024-04-09',
    '2024-04-08',
    80_000,
    `Ask Microsoft about the dispute of ${NAMED}`,
    'Disputes are answered within 5 business days, by Apr 8, 2024. Claims are resolved by Sep 30, 2024.',
  ],
  [
    'disputed shortly before the resolution deadline',
    { status: 'disputed', disputedOn: '2024-08-31', since: '2024-01-01' },
    '2024-08-31',
    '2024-09-30',
    80_000,
    `Ask Microsoft about the dispute of ${NAMED}`,
    'Disputes are answered within 5 business days, by Sep 6, 2024. Claims are resolved by Sep 30, 2024.',
  ],
  [
    'disputed, its time over',
    { status: 'disputed', disputedOn: '2024-08-31' },
    '2024-10-01',
    '2024-09-06',
    0,
    `Ask Microsoft about the dispute of ${NAMED}`,
    'Disputes are answered within 5 business days, by Sep 6, 2024. Claims are resolved by Sep 30, 2024.',
  ],
  [
    'approved and not paid',
    { status: 'approved', since: '2024-04-15' },
    '2024-04-26',
    '2024-06-17',
    0,
    `Ask about the payment of ${NAMED}`,
    "$800.00 was approved on Apr 15, 2024, expected by Apr 25, 2024, and isn't paid. Microsoft's outer limit is Jun 17, 2024.",
  ],
  [
    'rejected after claims closed',
    { status: 'rejected', name: '' },
    '2024-08-16',
    '2024-09-30',
    0,
    'Dispute "Digital advertising" if it was rejected in error',
    CLOSED,
  ],
  [
    'rejected, on the resolution deadline',
    { status: 'rejected' },
    '2024-09-30',
    '2024-09-30',
    0,
    `Dispute ${NAMED} if it was rejected in error`,
    CLOSED,
  ],
])('a claim %s', (_, change, asOf, due, atRisk, what, why, rules) =>
  expect(withoutLapse(said({ claims: [aClaim(change)], asOf, funds: [aFund({ usable: 80_000 })] }, rules))[0]).toEqual([
    due,
    atRisk,
    what,
    why,
    'claims C-AAAAAA',
  ]),
);

it.each<[string, Partial<Claim>, Day, string, string]>([
  [
    'in editing',
    { status: 'editing' },
    '2024-04-24',
    `Submit the claim ${NAMED}`,
    `"Digital advertising" ended on Mar 10, 2024 and is still committed. Mark it done in the plan. It isn't submitted. ${ADVICE}`,
  ],
  [
    'rejected',
    { status: 'rejected' },
    '2024-08-15',
    'Claim "Digital advertising" again, or dispute',
    `"Digital advertising" ended on Mar 10, 2024 and is still committed. Mark it done in the plan. Its claim ${NAMED} was rejected. You can create a new claim until Aug 15, 2024.`,
  ],
])('a claim %s on an activity that is over and not marked done', (_, change, due, what, why) =>
  expect(said({ activities: [anActivity({ status: 'committed' })], claims: [aClaim(change)] })).toEqual([
    [due, 100_000, what, why, 'claims C-AAAAAA'],
  ]),
);

it('a claim made again leaves the one that was rejected alone, and one on no activity is made again by no one', () => {
  const rejected = (activityId: string) => [aClaim({ status: 'rejected', activityId }), aClaim({ id: 'C-B', status: 'paid', activityId })];
  expect(withoutLapse(said({ claims: rejected('A-AAAAAA'), asOf: '2024-08-16' }))).toEqual([]);
  expect(withoutLapse(said({ claims: rejected(''), asOf: '2024-08-16' })).map(([, , what]) => what)).toEqual([
    `Dispute ${NAMED} if it was rejected in error`,
  ]);
});

it('a rejected claim is disputed only once claims are closed, whatever is claimed on other activities', () => {
  const disputes = (claims: Claim[], asOf: Day) => said({ claims, asOf }).filter(([, , what]) => /^Dispute/.test(String(what))).length;
  const rejected = aClaim({ status: 'rejected' });
  expect(disputes([rejected], '2024-08-15')).toBe(0);
  expect(disputes([rejected, aClaim({ id: 'C-B', activityId: 'A-B', status: 'paid' })], '2024-08-16')).toBe(1);
});

it('an activity without an ID has no claims, not the ones that name no activity', () =>
  expect(
    said({
      activities: [anActivity({ id: '', status: 'done' })],
      claims: [aClaim({ activityId: '', status: 'rejected' })],
    }).map(([, , what]) => what),
  ).toEqual(['Claim "Digital advertising"']));

it('nothing presses where pre-approval is only offered, or where something else is warned about', () => {
  const soon = (finding: FieldFinding) => said({ activities: [anActivity()], asOf: '2024-02-01' }, { findingsOf: () => [finding] });
  expect(soon(findingAt('preApproved', 'activity', note('Microsoft may approve it.')))).toEqual([]);
  expect(soon(findingAt('start', 'deadline', warning('It begins soon.')))).toEqual([]);
});

it('free money is what drafts of the fund leave, those with a day first', () => {
  const draft = (id: string, start: Day | null, budget: number, fund = NAME) =>
    anActivity({ id, activity: id, status: 'draft', start, budget, fund });
  const lines = (activities: Activity[], asOf: Day = '2024-04-01') =>
    said({ activities, asOf }).map(([due, atRisk, what, why]) => `${due} ${atRisk} ${what}: ${why}`);
  const none = 'FY24 H1 co-op of Rewards, Partner ID 1234567:';
  const drafts = [draft('any', null, 60_000), draft('May', '2024-05-02', 60_000)];
  for (const written of [drafts, [...drafts].reverse()])
    expect(lines(written)).toEqual([
      '2024-05-02 60000 Plan "May": Draft: no funds reserved.',
      '2024-06-30 40000 Plan "any": Draft: no funds reserved.',
    ]);
  expect(lines([draft('May', '2024-05-02', 40_000), draft('other', null, 9, { ...NAME, partnerId: '2' })])).toEqual([
    '2024-05-02 40000 Plan "May": Draft: no funds reserved.',
    `2024-06-30 60000 Plan $600.00: ${none} no activity is planned for this amount. It can't be used after Jun 30, 2024.`,
    `null 0 Choose a fund for "other": ${UNKNOWN}`,
  ]);
  expect(lines([], '2024-07-01')).toEqual([
    `2024-08-15 100000 Look for activities missing from the plan: $1,000.00 isn't claimed: ${none} the usage period is over. Activities that took place in it can be claimed until Aug 15, 2024.`,
  ]);
});

it.each<[Partial<UnreadRow>, string, string]>([
  [{}, 'Repair 1 cell of "Fair"', 'Start holds "soon".'],
  [{ name: ' ' }, 'Repair 1 cell of an activity without a name', 'Start holds "soon".'],
  [{ screen: 'claims' }, 'Repair 1 cell of "Fair"', 'Start holds "soon".'],
  [{ screen: 'claims', name: ' ' }, 'Repair 1 cell of a claim without a name', 'Start holds "soon".'],
  [{ sentences: ['Start holds "soon".', 'End holds "late".'] }, 'Repair 2 cells of "Fair"', 'Start holds "soon". And 1 more.'],
])('a row that can’t be read: %j', (change, what, why) =>
  expect(
    said({ funds: [] }, { troubles: [{ screen: 'plan', id: 'X', name: 'Fair', sentences: ['Start holds "soon".'], ...change }] }),
  ).toEqual([[null, 0, what, why, `${change.screen ?? 'plan'} X`]]),
);

it('an amount that no one knows is asked for once: not where a finding blocks', () => {
  const whats = (findings: FieldFinding[]) =>
    said(
      { funds: [aFund({ usable: 0 })], activities: [anActivity({ budget: null, end: '2024-05-02' })], asOf: '2024-03-01' },
      { findingsOf: () => findings },
    );
  const asked = [null, 0, 'Complete an amount', '"Digital advertising" has no amount, so it isn\'t counted.', 'plan A-AAAAAA'];
  expect(whats([])).toEqual([asked]);
  expect(whats([findingAt('start', 'deadline', warning('It begins soon.'))])).toEqual([asked]);
  expect(whats([...BLOCKED.findingsOf(), findingAt('end', 'deadline', note('It ends soon.'))]).map(([, , what]) => what)).toEqual([
    'Fix "Digital advertising"',
  ]);
});

it('the amount of a claim on no activity is asked for, whatever blocks an activity', () =>
  expect(said({ funds: [aFund({ usable: 0 })], claims: [aClaim({ activityId: '', amount: null })] }, BLOCKED)).toEqual([
    [null, 0, 'Complete an amount', `The claim ${NAMED} has no amount, so it isn't counted.`, 'claims C-AAAAAA'],
  ]));

it('a draft of no fund takes no free money', () =>
  expect(said({ activities: [anActivity({ status: 'draft', fund: null })] }).map(([, atRisk, what]) => [atRisk, what])).toEqual([
    [100_000, 'Plan $1,000.00'],
    [0, 'Choose a fund for "Digital advertising"'],
  ]));

it('a claim of another fund is recorded there', () =>
  expect(withoutLapse(said({ claims: [aClaim({ status: 'editing', fund: { ...NAME, partnerId: '2' } })], asOf: '2024-08-16' }))).toEqual([
    [null, 0, 'Choose a fund for the claim on "Digital advertising"', UNKNOWN, 'claims C-AAAAAA'],
  ]));

it('comes by day, then by money, then by what it is; what has no day comes last', () => {
  const item = (day: number | null, atRisk: number, what = ''): ToDo => ({
    due: day === null ? null : addDays('2024-04-01', day),
    atRisk,
    what,
    why: '',
    opens: { screen: 'plan' },
  });
  // D10: what is due in 32 days with a dollar comes before what is due in 213 days with thousands
  const sorted = [
    item(-40, 0),
    item(-1, 5),
    item(0, 0),
    item(1, 9, 'b'),
    item(1, 8, 'a'),
    item(1, 8, 'b'),
    item(32, 1),
    item(213, 900_000),
  ];
  const all = [...sorted, item(null, 3), item(null, 2)];
  expect([...all].sort(byDay)).toEqual(all);
  expect([...all].reverse().sort(byDay)).toEqual(all);
});

it('what is of no fund, and what has no amount', () =>
  expect(
    said({
      funds: [aFund({ usable: 0 })],
      activities: [
        anActivity({ id: 'A-1', fund: null }),
        anActivity({ id: 'A-2', fund: { ...NAME, partnerId: '2' } }),
        anActivity({ id: 'A-3', budget: null }),
        anActivity({ id: 'A-4', fund: null, status: 'canceled' }),
      ],
      claims: [
        aClaim({ id: 'C-1', fund: null, activityId: '', activity: 'Fair' }),
        aClaim({ id: 'C-2', activityId: '', amount: null }),
        aClaim({ id: 'C-3', fund: null, activityId: '', status: 'paid' }),
        aClaim({ id: 'C-4', fund: null, activityId: '', status: 'rejected' }),
        aClaim({ id: 'C-5', fund: null, activityId: 'A-3', amount: 0 }),
      ],
    }).filter(([due]) => due === null),
  ).toEqual([
    [null, 0, 'Choose a fund for "Digital advertising"', NOWHERE, 'plan A-1'],
    [null, 0, 'Choose a fund for "Digital advertising"', UNKNOWN, 'plan A-2'],
    [null, 0, 'Choose a fund for the claim on "Fair"', NOWHERE, 'claims C-1'],
    [null, 0, 'Complete an amount', `The claim ${NAMED} has no amount, so it isn't counted.`, 'claims C-2'],
  ]));
