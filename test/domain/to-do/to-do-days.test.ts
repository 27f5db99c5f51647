import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { findingAt, type FieldFinding } from '../../../src/domain/checks/activity-finding';
import type { Claim } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { blocking, warning } from '../../../src/domain/new-finding';
import { toDo, type ToDoQuestion, type ToDoRules } from '../../../src/domain/to-do/to-do';
import { DEADLINES, PAYMENT, TIMES } from '../../support/claims';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

// The day before, the day, and the day after. FY24 H1 co-op is used until June 30, 2024 and claimed until August 15.

const list = (question: Partial<ToDoQuestion>, rules: Partial<ToDoRules> = {}) =>
  toDo({
    funds: [aFund({ usable: 100_000 })],
    activities: [],
    claims: [],
    asOf: '2024-04-01',
    settings: { reviewDays: 30, proofDays: 14, payBy: null },
    ...question,
    rules: { times: TIMES, payment: PAYMENT, deadlinesOf: () => DEADLINES, ...rules },
  });
const lines = (question: Partial<ToDoQuestion>, rules?: Partial<ToDoRules>) =>
  list(question, rules).map(({ due, atRisk, what }) => `${due ?? 'no day'} ${atRisk} ${what}`);
const finds = (...findings: FieldFinding[]) => ({ findingsOf: () => findings });

describe('the 45 days that guides advise', () => {
  const CLAIM = '100000 Claim "Digital advertising"';
  it.each<[string, Day, string]>([
    ['before the day', '2024-04-23', `2024-04-24 ${CLAIM}`],
    ['on the day', '2024-04-24', `2024-04-24 ${CLAIM}`],
    ['after it, overdue', '2024-04-25', `2024-04-24 ${CLAIM}`],
    ['45 days after it, still', '2024-06-08', `2024-04-24 ${CLAIM}`],
    ['46 days after it, the deadline counts', '2024-06-09', `2024-08-15 ${CLAIM}`],
    ['on the deadline', '2024-08-15', `2024-08-15 ${CLAIM}`],
  ])('%s', (_, asOf, line) => expect(lines({ activities: [anActivity({ status: 'done' })], asOf })).toEqual([line]));

  it.each<[string, Day | null, Day, Day, RegExp]>([
    ['T14: an end in a leap year', '2024-01-31', '2024-03-01', '2024-03-16', /by Mar 16, 2024\. Claims close on Aug 15, 2024\.$/],
    [
      'an end so early that claims are not open by the day',
      '2024-01-01',
      '2024-01-15',
      '2024-02-16',
      /by Feb 15, 2024\. Claims open on Feb 16, 2024 and close on Aug 15, 2024\.$/,
    ],
    ['an end with the usage period', '2024-06-30', '2024-07-01', '2024-08-14', /by Aug 14, 2024\. Claims close on Aug 15, 2024\.$/],
    ['an end after the usage period', '2024-07-02', '2024-07-03', '2024-08-15', /claim it\. Claims close on Aug 15, 2024\.$/],
    ['no days', null, '2024-04-01', '2024-08-15', /claim it\. Claims close on Aug 15, 2024\.$/],
  ])('%s', (_, end, asOf, due, why) => {
    const [item] = list({ activities: [anActivity({ status: 'done', start: end, end })], asOf });
    expect(item!.due).toBe(due);
    expect(item!.why).toMatch(why);
  });

  it('are those of the rule, and none where no rule is known', () => {
    const due = (rule: ToDoRules['deadlinesOf']) => list({ activities: [anActivity({ status: 'done' })] }, { deadlinesOf: rule })[0]!.due;
    expect([due(() => ({ ...DEADLINES, advisedDays: 30 })), due(() => null)]).toEqual(['2024-04-09', '2024-08-15']);
  });

  it('hold for a claim that was begun, on an activity and on none, and not for one to be made again', () => {
    const due = (claim: Partial<Claim>, activities: Activity[]) =>
      list({ activities, claims: [aClaim(claim)] }).find(({ opens }) => opens.screen === 'claims')!.due;
    expect(due({ status: 'editing' }, [anActivity({ status: 'done', end: '2024-03-20' })])).toBe('2024-05-04');
    expect(due({ status: 'editing', activityId: '' }, [])).toBe('2024-04-24');
    expect(due({ status: 'editing', activityId: '', start: null, end: null }, [])).toBe('2024-08-15');
    expect(due({ status: 'rejected' }, [anActivity({ status: 'done' })])).toBe('2024-08-15');
  });
});

describe('what lapsed', () => {
  const OTHERS = [
    anActivity({ id: 'A-1', activity: 'Fair', status: 'done', budget: 40_000 }),
    anActivity({ id: 'A-2', activity: 'Seminar', status: 'committed', budget: null }),
    anActivity({ id: 'A-3', activity: 'Golf', status: 'draft' }),
    anActivity({ id: 'A-4', activity: 'Webinar', status: 'canceled' }),
    anActivity({ id: 'A-5', activity: 'Paid', status: 'done' }),
  ];
  const claims = [aClaim({ activityId: 'A-5', status: 'submitted', submittedOn: '2024-08-14', amount: 25_000 })];
  it.each<[Day, boolean]>([
    ['2024-08-15', false],
    ['2024-08-16', true],
    ['2024-09-14', true],
    ['2024-09-15', false],
  ])('on %s is told: %s', (asOf, isTold) =>
    expect(lines({ activities: OTHERS, claims, asOf }).filter((line) => line.endsWith('lapsed'))).toEqual(
      isTold ? ['2024-08-15 0 $750.00 lapsed'] : [],
    ),
  );

  it('names what it was for: no canceled activity, and none that is claimed', () =>
    expect(list({ activities: OTHERS, claims, asOf: '2024-08-16' }).find(({ what }) => what.endsWith('lapsed'))).toEqual({
      due: '2024-08-15',
      what: '$750.00 lapsed',
      atRisk: 0,
      opens: { screen: 'funds', fund: NAME },
      why: 'FY24 H1 co-op of Rewards, Partner ID 1234567: claims closed on Aug 15, 2024, and no claim uses this part of the $1,000.00 above the threshold. Activities left without it: "Fair" ($400.00, done), "Seminar" (committed), and "Golf" (draft).',
    }));

  it('names four at most, and counts the others', () => {
    const many = Array.from({ length: 6 }, (_, n) => anActivity({ id: `A-${n}`, activity: `Fair ${n}`, budget: 100 }));
    const why = (activities: Activity[]) => list({ activities, asOf: '2024-08-16' })[0]!.why;
    expect(why(many)).toMatch(/no claim uses it\. Activities left without it: "Fair 0".*"Fair 3" \(\$1\.00, planned\), and 2 more\.$/);
    expect(why(many.slice(1))).toMatch(/"Fair 4" \(\$1\.00, planned\), and "Fair 5" \(\$1\.00, planned\)\.$/);
  });

  it('is nothing where all is claimed, or was paid as rebate; where no threshold is known, that is said', () => {
    const lapse = (usable: number | null) =>
      list({
        funds: [aFund({ usable, earned: 50_000 })],
        claims: [aClaim({ amount: 50_000, submittedOn: '2024-08-16' })],
        asOf: '2024-08-17',
      });
    expect(lapse(50_000)).toEqual([]);
    expect(lapse(0)).toEqual([]);
    expect(list({ funds: [aFund({ usable: null, earned: 50_000 })], asOf: '2024-08-17' })[0]!.why).toMatch(
      /no claim uses it\. No threshold is known, so all of its co-op counts as usable\.$/,
    );
  });
});

describe('what is over', () => {
  const UNLISTED = finds(findingAt('activity', 'activity', blocking(`the guidebook does not list "Golf day".`)));
  const golf = (change: Partial<Activity>) => anActivity({ activity: 'Golf day', budget: 40_000, ...change });
  const FREE = (amount: string, cents: number) => `2024-06-30 ${cents} Plan $${amount}`;
  it.each<[string, Partial<Activity>, Day, string[]]>([
    ['planned, before it starts', {}, '2024-02-29', ['2024-03-01 40000 Fix "Golf day"', FREE('600.00', 60_000)]],
    ['planned, on its last day', {}, '2024-03-10', [FREE('600.00', 60_000), '2024-06-30 40000 Fix "Golf day"']],
    ['planned, the day after', {}, '2024-03-11', [FREE('1,000.00', 100_000)]],
    ['done', { status: 'done' }, '2024-03-11', [FREE('1,000.00', 100_000)]],
    [
      'a draft with a day to come',
      { status: 'draft' },
      '2024-03-10',
      [FREE('1,000.00', 100_000), '2024-06-30 0 Finish the draft "Golf day"'],
    ],
    ['a draft, over', { status: 'draft' }, '2024-03-11', [FREE('1,000.00', 100_000)]],
    ['a draft without a day', { status: 'draft', start: null, end: null }, '2024-03-11', [FREE('1,000.00', 100_000)]],
    [
      'planned, and its usage period over',
      { start: null, end: null },
      '2024-07-01',
      ["2024-08-15 100000 Look for activities missing from the plan: $1,000.00 isn't claimed"],
    ],
  ])('an activity that is not listed, %s', (_, change, asOf, expected) =>
    expect(lines({ activities: [golf(change)], asOf }, UNLISTED)).toEqual(expected),
  );

  it('is named where its money is, which is to be planned again', () => {
    const why = (activities: Activity[], rules: Partial<ToDoRules> = {}, asOf: Day = '2024-04-01') =>
      list({ activities, asOf }, rules).find(({ what }) => /^(?:Plan \$|Look)/.test(what))!.why;
    expect(why([golf({})], UNLISTED)).toMatch(
      /can't be used after Jun 30, 2024\. It includes what's reserved for activities that can't be claimed: "Golf day" \(\$400\.00\)\.$/,
    );
    expect(why([golf({ status: 'draft' }), anActivity({ id: 'A-2', status: 'draft' })])).toMatch(
      /Drafts that aren't counted: "Golf day" and "Digital advertising"\.$/,
    );
    expect(why([anActivity({ status: 'draft', start: null, end: null })], {}, '2024-07-01')).toMatch(
      /until Aug 15, 2024\. Drafts that aren't counted: "Digital advertising"\.$/,
    );
  });

  it('is not given up where it can be put right, or a claim was begun', () => {
    const done = golf({ status: 'done' });
    expect(lines({ activities: [done] }, finds(findingAt('end', 'deadline', blocking('split it.'))))[0]).toMatch(/40000 Claim "Golf day"$/);
    expect(lines({ activities: [done] }, finds(findingAt('content', 'activity', blocking('too little.'))))[0]).toMatch(/Claim "Golf day"$/);
    expect(lines({ activities: [done], claims: [aClaim({ status: 'editing' })] }, UNLISTED)[0]).toMatch(/40000 Submit the claim/);
    expect(lines({ activities: [done] }, finds(findingAt('fund', 'threshold', blocking('rebate.'))))[0]).toBe(FREE('1,000.00', 100_000));
  });

  it.each<[string, Partial<Activity>, Day, string]>([
    ['a draft on its last day', { status: 'draft' }, '2024-03-10', '2024-06-30 100000 Plan "Digital advertising"'],
    ['a draft the day after', { status: 'draft' }, '2024-03-11', '2024-06-30 100000 Plan $1,000.00'],
    [
      'a draft without days, the usage period over',
      { status: 'draft', start: null, end: null },
      '2024-07-01',
      "2024-08-15 100000 Look for activities missing from the plan: $1,000.00 isn't claimed",
    ],
    [
      'planned without days, on the last day of use',
      { start: null, end: null },
      '2024-06-30',
      '2024-06-30 100000 Enter dates for "Digital advertising"',
    ],
    [
      'planned without days, the usage period over',
      { start: null, end: null },
      '2024-07-01',
      "2024-08-15 100000 Look for activities missing from the plan: $1,000.00 isn't claimed",
    ],
  ])('%s', (_, change, asOf, line) => expect(lines({ activities: [anActivity(change)], asOf })).toEqual([line]));

  it('approval is asked for until the activity is over', () => {
    const rules = finds(findingAt('preApproved', 'activity', warning('Microsoft must approve it before it starts.')));
    expect(lines({ activities: [anActivity({})], asOf: '2024-02-29' }, rules)).toEqual([
      '2024-02-29 100000 Ask Microsoft to approve "Digital advertising"',
    ]);
    expect(lines({ activities: [anActivity({})], asOf: '2024-03-11' }, rules)).toEqual([
      '2024-04-24 100000 Confirm that "Digital advertising" took place',
    ]);
  });
});

describe('co-op that is still earned', () => {
  it.each<[Day, string[]]>([
    ['2023-12-31', ['2024-03-01 0 Plan "Digital advertising"']],
    ['2024-01-01', ['2024-03-01 40000 Plan "Digital advertising"', '2024-06-30 60000 Plan $600.00']],
  ])('on %s', (asOf, expected) => expect(lines({ activities: [anActivity({ status: 'draft', budget: 40_000 })], asOf })).toEqual(expected));

  it('is at no risk where it is planned already', () => {
    const blocked = finds(findingAt('fund', 'threshold', blocking('not reached yet.')));
    expect(lines({ activities: [anActivity({})], asOf: '2023-12-31' }, blocked)).toEqual(['2024-03-01 0 Fix "Digital advertising"']);
    expect(lines({ activities: [anActivity({})], asOf: '2024-01-01' }, blocked)).toEqual(['2024-03-01 100000 Fix "Digital advertising"']);
  });
});

describe('a claim that Microsoft has', () => {
  const CHECK = '0 Check for a decision on "INV1 Digital advertising March"';
  const ASK = '80000 Ask Microsoft about "INV1 Digital advertising March"';
  const about = (change: Partial<Claim>, asOf: Day) =>
    lines({ funds: [aFund({ usable: 80_000 })], claims: [aClaim(change)], asOf }).filter((line) => /Check|Ask/.test(line));
  it.each<[string, Partial<Claim>, Day, string[]]>([
    // March 28, 2024 is a Thursday: two business days later is Monday, April 1
    ['the day before two business days are over', { submittedOn: '2024-03-28' }, '2024-03-31', []],
    ['on the day', { submittedOn: '2024-03-28' }, '2024-04-01', [`2024-04-01 ${CHECK}`]],
    ['after it', { submittedOn: '2024-03-28' }, '2024-04-02', [`2024-04-01 ${CHECK}`]],
    ['30 days after', { submittedOn: '2024-03-28' }, '2024-04-27', [`2024-04-01 ${CHECK}`]],
    ['31 days after', { submittedOn: '2024-03-28' }, '2024-04-28', [`2024-04-27 ${ASK}`]],
    [
      'looked at, and recorded as under review',
      { status: 'under review', submittedOn: '2024-03-28', since: '2024-04-01' },
      '2024-04-02',
      [],
    ],
    ['submitted again', { submittedOn: '2024-03-28', since: '2024-05-02' }, '2024-05-05', []],
    ['submitted again, two business days ago', { submittedOn: '2024-03-28', since: '2024-05-02' }, '2024-05-06', [`2024-05-06 ${CHECK}`]],
    [
      'submitted shortly before claims are resolved',
      { submittedOn: '2024-09-27', since: '2024-09-27' },
      '2024-09-30',
      [`2024-09-30 ${ASK}`],
    ],
  ])('%s', (_, change, asOf, expected) => expect(about(change, asOf)).toEqual(expected));

  it('says when Microsoft answers, by the number of the rulebook', () => {
    const [item] = list(
      { funds: [aFund({ usable: 80_000 })], claims: [aClaim({ submittedOn: '2024-03-28' })], asOf: '2024-04-02' },
      { times: { ...TIMES, reviewBusinessDays: 3 } },
    );
    expect(item).toMatchObject({
      due: '2024-04-02',
      why: 'It was submitted on Mar 28, 2024. Microsoft says it reviews claims within 3 business days, by Apr 2, 2024. Record the status that Partner Center shows.',
      opens: { screen: 'claims', id: 'C-AAAAAA' },
    });
  });
});
