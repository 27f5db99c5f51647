import { describe, expect, it } from 'vitest';
import { nextDeadline, disputeAnsweredBy, paymentSpan, reviewBegun, reviewSpan } from '../../../src/domain/claims/next-deadline';
import type { ClaimStatus } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { everyDay } from '../../support/every-day';
import { claimOf, DAYS, PAYMENT, TIMES } from '../../support/claims';

describe('the answers', () => {
  it('a review takes two business days to thirty days (C15)', () =>
    expect(reviewSpan('2024-03-01', TIMES)).toEqual({ from: '2024-03-05', to: '2024-03-31' }));
  it('a dispute is answered within five business days', () => {
    expect(disputeAnsweredBy('2024-03-01', TIMES)).toBe('2024-03-08');
    expect(disputeAnsweredBy('2024-03-04', TIMES)).toBe('2024-03-11');
  });
  it.each<[string, Day, Day, Day, Day]>([
    ['T37', '2022-10-15', '2022-10-20', '2022-10-25', '2022-12-16'],
    ['T37', '2022-10-16', '2022-11-20', '2022-11-25', '2022-12-16'],
    ['T38', '2024-12-16', '2025-01-20', '2025-01-25', '2025-02-17'],
  ])('%s: approved %s, paid %s to %s, at the latest %s (C16)', (_, approved, from, to, atLatest) =>
    expect(paymentSpan(approved, PAYMENT, TIMES)).toEqual({ from, to, atLatest }),
  );
  it('the estimate lies within the outer limit, whatever the day of five years', () => {
    const late = everyDay(2022, 2026).filter((day) => {
      const { from, to, atLatest } = paymentSpan(day, PAYMENT, TIMES);
      return from <= day || to > atLatest;
    });
    // who is approved by the 15th is paid the same month, who is approved later the next: never before, and never past the limit
    expect(late).toEqual([]);
  });
});

describe('the day a review begins', () => {
  it.each<[string, Day | null, Day | null, Day | null]>([
    ['submitted', '2024-03-01', '2024-03-01', '2024-03-01'],
    ['submitted again', '2024-03-01', '2024-04-02', '2024-04-02'],
    ['its status of unknown day', '2024-03-01', null, '2024-03-01'],
    ['submitted on an unknown day', null, '2024-03-01', '2024-03-01'],
    ['a status older than its submission', '2024-03-01', '2024-01-01', '2024-03-01'],
    ['nothing recorded', null, null, null],
  ])('%s', (_, submittedOn, since, day) => expect(reviewBegun(claimOf({ submittedOn, since }))).toBe(day));
});

describe('the clock a claim is under', () => {
  const on = (status: ClaimStatus, asOf: Day, parts = {}) =>
    nextDeadline(claimOf({ status, since: '2024-03-01', ...parts }), asOf, DAYS, TIMES, PAYMENT);
  it.each<[string, ClaimStatus, Day, object | null]>([
    ['to be submitted', 'editing', '2024-08-01', { waitsFor: 'submission', until: '2024-08-15', daysLeft: 14, isDeadline: true }],
    [
      'its last day is a day left of none',
      'editing',
      '2024-08-15',
      { waitsFor: 'submission', until: '2024-08-15', daysLeft: 0, isDeadline: true },
    ],
    ['the day after', 'editing', '2024-08-16', { waitsFor: 'submission', until: '2024-08-15', daysLeft: -1, isDeadline: true }],
    [
      'T18: the partner must act',
      'action required',
      '2024-09-20',
      { waitsFor: 'action', until: '2024-09-30', daysLeft: 10, isDeadline: true },
    ],
    ['review', 'submitted', '2024-03-01', { waitsFor: 'review', until: '2024-03-31', daysLeft: 30, isDeadline: false }],
    ['review', 'under review', '2024-04-05', { waitsFor: 'review', until: '2024-03-31', daysLeft: -5, isDeadline: false }],
    ['dispute', 'disputed', '2024-03-01', { waitsFor: 'dispute', until: '2024-03-08', daysLeft: 7, isDeadline: false }],
    ['payment', 'approved', '2024-03-01', { waitsFor: 'payment', until: '2024-03-25', daysLeft: 24, isDeadline: false }],
    [
      'a rejection may be disputed',
      'rejected',
      '2024-03-01',
      { waitsFor: 'objection', until: '2024-09-30', daysLeft: 213, isDeadline: true },
    ],
    ['nothing', 'paid', '2024-03-01', null],
    ['nothing', 'non-compliant', '2024-03-01', null],
    ['nothing', 'forfeited', '2024-03-01', null],
  ])('%s: %s on %s', (_, status, asOf, clock) => expect(on(status, asOf)).toEqual(clock));

  it('counts from the day of the answer where it is known apart', () => {
    expect(on('approved', '2024-03-01', { approvedOn: '2024-02-20' })).toMatchObject({ until: '2024-03-25' });
    expect(on('disputed', '2024-03-01', { disputedOn: '2024-02-20' })).toMatchObject({ until: '2024-02-27' });
  });
  it('counts from the day looked from where no one wrote down a day', () =>
    expect(on('submitted', '2024-05-01', { since: null })).toMatchObject({ until: '2024-05-31' }));
});
