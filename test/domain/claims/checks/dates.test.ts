import { describe, expect, it } from 'vitest';
import { findingsOnDates } from '../../../../src/domain/claims/checks/dates';
import type { Claim } from '../../../../src/domain/claims/claim';
import type { Day } from '../../../../src/domain/calendar/day';
import { everyDay } from '../../../support/every-day';
import { claimOf, DAYS } from '../../../support/claims';

const said = (parts: Partial<Claim>, asOf: Day = '2024-03-01') =>
  findingsOnDates(claimOf(parts), DAYS, asOf).map(({ level, field, message }) => `${level} ${field}: ${message}`);

describe('the days of a claim', () => {
  it.each<[string, Partial<Claim>, Day, RegExp[]]>([
    ['within the usage period, claimed in its window', {}, '2024-03-01', []],
    [
      'T17: looked at before claiming opens',
      {},
      '2024-02-15',
      [/^warning status: Feb 15, 2024 is before Feb 16, 2024, when Microsoft opens claims for this usage period\./],
    ],
    [
      'T17: submitted before claiming opens',
      { status: 'submitted', submittedOn: '2024-01-20', end: '2024-01-15' },
      '2024-03-01',
      [/^warning status: It was submitted on Jan 20, 2024, before Feb 16, 2024, when Microsoft opens/],
    ],
    ['on the day claiming opens', {}, '2024-02-16', []],
    [
      'expires in Partner Center before the claim deadline',
      { claimExpires: '2024-06-14' },
      '2024-03-01',
      [
        /^warning claimExpires: Partner Center shows that this claim expires on Jun 14, 2024, before the deadline we have, Aug 15, 2024\. Submit it by the earlier day\.$/,
      ],
    ],
    ['expires on the claim deadline', { claimExpires: '2024-08-15' }, '2024-03-01', []],
    [
      'expires before the resolution deadline',
      { status: 'action required', submittedOn: '2024-03-01', claimExpires: '2024-09-29' },
      '2024-09-01',
      [/^warning claimExpires: .* expires on Sep 29, 2024, before the deadline we have, Sep 30, 2024\./],
    ],
    [
      'is with Microsoft, whatever expires',
      { status: 'submitted', submittedOn: '2024-03-01', claimExpires: '2024-03-02' },
      '2024-03-05',
      [],
    ],
    [
      'T15: spans two periods',
      { start: '2024-06-25', end: '2024-07-05' },
      '2024-08-01',
      [/^blocking end: Jul 5, 2024 is outside the usage period of this fund, Jan 1, 2024 to Jun 30, 2024\.$/],
    ],
    [
      'T16: belongs to another period',
      { start: '2024-07-10', end: '2024-07-12' },
      '2024-08-01',
      [/^blocking start: Jul 10, 2024/, /^blocking end: Jul 12, 2024/],
    ],
    [
      'ends before it starts',
      { start: '2024-02-01', end: '2024-01-31' },
      '2024-03-01',
      [/^blocking end: The end date is before the start date, Feb 1, 2024\.$/],
    ],
    [
      'has not been executed',
      { end: '2024-03-02' },
      '2024-03-01',
      [/^note status: The activity ends on Mar 2, 2024\. Claim it after it takes place\./],
    ],
    ['ends on the day looked from', { end: '2024-03-01' }, '2024-03-01', []],
    ['submitted before it ended', { status: 'submitted', submittedOn: '2024-03-01', end: '2024-03-02' }, '2024-03-01', []],
    ['in editing again after it was submitted late', { submittedOn: '2024-08-16' }, '2024-03-01', []],
    ['no days yet', { start: null, end: null }, '2024-03-01', []],
    ['submitted in time', { status: 'submitted', submittedOn: '2024-08-15' }, '2024-08-20', []],
    [
      'T13: submitted late, as somebody wrote into the sheet',
      { status: 'submitted', submittedOn: '2024-08-16' },
      '2024-08-20',
      [/^blocking status: It was submitted on Aug 16, 2024, after the claim deadline of Aug 15, 2024/],
    ],
  ])('%s', (_, parts, asOf, words) => {
    const found = said(parts, asOf);
    expect(found).toHaveLength(words.length);
    words.forEach((word, index) => expect(found[index]).toMatch(word));
  });
  it.each<[Partial<Claim>, Day, [string, string][]]>([
    [{ start: '2024-02-01', end: '2024-01-31' }, '2024-03-01', [['end', 'dates']]],
    [
      { start: '2024-07-10', end: '2024-07-12' },
      '2024-08-01',
      [
        ['start', 'dates'],
        ['end', 'dates'],
      ],
    ],
    [{}, '2024-02-15', [['status', 'deadline']]],
  ])('%j on %s rests on what is said of days', (parts, asOf, rules) =>
    expect(findingsOnDates(claimOf(parts), DAYS, asOf).map(({ field, rule }) => [field, rule])).toEqual(rules),
  );
  it('days no one knows rest on the deadlines', () =>
    expect(findingsOnDates(claimOf(), null, '2024-03-01').map(({ field, rule }) => [field, rule])).toEqual([['fund', 'deadline']]));
  it('says what guides allow before claiming opens', () =>
    expect(said({}, '2024-02-15')).toEqual([
      'warning status: Feb 15, 2024 is before Feb 16, 2024, when Microsoft opens claims for this usage period. The funds may not show there yet. Guides let you claim as soon as the activity has taken place.',
    ]));
  it('C37: a deadline on a weekend is not moved, and said', () => {
    const weekend = {
      ...DAYS,
      claimDeadline: '2026-02-15',
      claimOpens: '2025-08-16',
      usageStart: '2025-07-01',
      usageEnd: '2025-12-31',
    } as const;
    const found = (parts: Partial<Claim>, asOf: Day) =>
      findingsOnDates(claimOf({ start: '2025-10-01', end: '2025-10-02', ...parts }), weekend, asOf).map(({ message }) => message);
    expect(found({}, '2026-01-01')).toEqual(["The claim deadline, Feb 15, 2026, is a Sunday. It doesn't move."]);
    expect(found({}, '2026-02-16')).toEqual([]);
    expect(found({ status: 'submitted', submittedOn: '2026-01-01' }, '2026-01-01')).toEqual([]);
  });
  it('a deadline on a Saturday is not moved either, and said on its own day too', () => {
    const weekend = { ...DAYS, claimDeadline: '2026-08-15', usageStart: '2026-01-01', usageEnd: '2026-06-30' } as const;
    const found = findingsOnDates(claimOf({ start: '2026-03-01', end: '2026-03-02' }), weekend, '2026-08-15');
    expect(found.map(({ message }) => message)).toEqual(["The claim deadline, Aug 15, 2026, is a Saturday. It doesn't move."]);
  });
  it('days no one knows: says so of a fund, and still compares the activity’s own', () => {
    const found = (parts: Partial<Claim>) =>
      findingsOnDates(claimOf(parts), null, '2024-03-01').map(({ level, field, message }) => `${level} ${field}: ${message}`);
    expect(found({ fund: { partnerId: '1', program: 'MCI', programKey: 'mci', half: { fiscalYear: 2010, half: 1 } } })).toEqual([
      "warning fund: We have no deadlines for co-op earned in FY10 H1, so its dates aren't checked.",
    ]);
    expect(found({ fund: null, start: '2010-02-01', end: '2010-01-31' })).toEqual([
      'blocking end: The end date is before the start date, Feb 1, 2010.',
    ]);
  });
  it('an activity of one day is in the period on each of its days and on no other', () =>
    expect(everyDay(2023, 2025).filter((day) => said({ start: day, end: day }, '2026-01-01').length === 0)).toEqual(
      everyDay(2024, 2024).filter((day) => day <= '2024-06-30'),
    ));
});
