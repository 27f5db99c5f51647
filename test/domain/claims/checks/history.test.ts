import { describe, expect, it } from 'vitest';
import { findingsOnCourse, findingsOnItsActivity } from '../../../../src/domain/claims/checks/history';
import type { Claim } from '../../../../src/domain/claims/claim';
import type { Day } from '../../../../src/domain/calendar/day';
import { claimOf, SEMINAR } from '../../../support/claims';

const said = (parts: Partial<Claim>, asOf: Day = '2024-12-01') =>
  findingsOnCourse(claimOf(parts), asOf).map(({ level, message }) => `${level}: ${message}`);
const PAID = {
  status: 'paid',
  submittedOn: '2024-02-26',
  approvedOn: '2024-03-06',
  approved: 740_000,
  paidOn: '2024-03-22',
  paid: 740_000,
  since: '2024-03-22',
} as const;

describe('the course of a claim, as someone wrote it into the sheet', () => {
  it.each<[string, Partial<Claim>, string[]]>([
    ['in order', PAID, []],
    ['forfeited, never submitted', { status: 'forfeited' }, []],
    ['all on one day', { ...PAID, submittedOn: '2024-03-06', paidOn: '2024-03-06' }, []],
    ['editing', {}, []],
    [
      'paid with nothing else',
      { status: 'paid' },
      ['warning: The status is Paid, but the sheet has no date under "Submitted", "Approved on", and "Paid on".'],
    ],
    [
      'approved without its day',
      { ...PAID, status: 'approved', approvedOn: null, paidOn: null },
      ['warning: The status is Approved, but the sheet has no date under "Approved on".'],
    ],
    [
      'disputed without its day',
      { status: 'disputed', submittedOn: '2024-02-26' },
      ['warning: The status is Disputed, but the sheet has no date under "Disputed on".'],
    ],
    [
      'approved before it was submitted',
      { ...PAID, submittedOn: '2024-03-10' },
      ['warning: It was approved on Mar 6, 2024, before it was submitted on Mar 10, 2024.'],
    ],
    [
      'paid before it was approved',
      { ...PAID, paidOn: '2024-03-05' },
      ['warning: It was paid on Mar 5, 2024, before it was approved on Mar 6, 2024.'],
    ],
    [
      'disputed before it was submitted',
      { status: 'disputed', submittedOn: '2024-02-26', disputedOn: '2024-02-25' },
      ['warning: It was disputed on Feb 25, 2024, before it was submitted on Feb 26, 2024.'],
    ],
    ['editing again', { submittedOn: '2024-02-26' }, ['warning: It was submitted on Feb 26, 2024, but its status is still Editing.']],
    ['more approved than claimed', { ...PAID, approved: 750_001 }, ['warning: $7,500.01 approved is more than the $7,500.00 claimed.']],
    ['approved of an amount nobody said', { ...PAID, amount: null }, []],
    ['as much approved as claimed', { ...PAID, approved: 750_000 }, []],
    ['less approved', { ...PAID, approved: 1 }, []],
  ])('%s', (_, parts, words) => expect(said(parts)).toEqual(words));
  it('looked at from a day before its status', () => {
    expect(said(PAID, '2024-03-21')).toEqual(['note: It became Paid on Mar 22, 2024, after the as-of date, Mar 21, 2024.']);
    expect(said(PAID, '2024-03-22')).toEqual([]);
  });
});

it('what is said of the course stands next to the status, what is said of the activity next to that', () => {
  const course = findingsOnCourse(claimOf({ submittedOn: '2024-02-26' }), '2024-12-01');
  expect(course.map(({ field, rule }) => [field, rule])).toEqual([['status', 'dates']]);
  const activity = findingsOnItsActivity(claimOf(), null);
  expect(activity.map(({ field, rule }) => [field, rule])).toEqual([['activityId', 'activity']]);
});

describe('the activity of a claim', () => {
  it.each<[string, Partial<Claim>, typeof SEMINAR | null, string[]]>([
    ['in the plan', {}, SEMINAR, []],
    ['deleted', {}, null, ['note: Its activity, A-AAAAAA, is no longer in the plan. The claim keeps its own values.']],
    ['never named', { activityId: '' }, null, []],
    ['canceled before the claim is submitted', {}, { ...SEMINAR, status: 'canceled' }, ['warning: Its activity is canceled in the plan.']],
    [
      'canceled, and claimed',
      { status: 'submitted' },
      { ...SEMINAR, status: 'canceled' },
      ['warning: Its activity is canceled in the plan but claimed here.'],
    ],
  ])('%s', (_, parts, activity, words) =>
    expect(findingsOnItsActivity(claimOf(parts), activity).map(({ level, message }) => `${level}: ${message}`)).toEqual(words),
  );
});
