import { describe, expect, it } from 'vitest';
import { findingsOnDates } from '../../src/domain/claim-dates';
import { claimSummary, summaryText } from '../../src/domain/claim-summary';
import type { Claim } from '../../src/domain/claim-kept';
import type { Day } from '../../src/domain/day';
import { everyDay } from '../support/every-day';
import { claimOf, csrLine, DAYS, invoice, proof } from '../support/claims';

const said = (parts: Partial<Claim>, asOf: Day = '2024-03-01') => findingsOnDates(claimOf(parts), DAYS, asOf).map(({ level, field, message }) => `${level} ${field}: ${message}`);

describe('the days of a claim', () => {
  it.each<[string, Partial<Claim>, Day, RegExp[]]>([
    ['within the usage period, claimed in its window', {}, '2024-03-01', []],
    ['T17: looked at before claiming opens', {}, '2024-02-15', [/^warning status: On 2024-02-15 this is before Microsoft opens claiming for the usage period on 2024-02-16/]],
    ['T17: submitted before claiming opens', { status: 'submitted', submittedOn: '2024-01-20', end: '2024-01-15' }, '2024-03-01', [/^warning status: Submitted on 2024-01-20, this is before .* 2024-02-16/]],
    ['on the day claiming opens', {}, '2024-02-16', []],
    ['T15: spans two periods', { start: '2024-06-25', end: '2024-07-05' }, '2024-08-01', [/^blocking end: 2024-07-05 is outside the usage period of this fund, 2024-01-01 to 2024-06-30\.$/]],
    ['T16: belongs to another period', { start: '2024-07-10', end: '2024-07-12' }, '2024-08-01', [/^blocking start: 2024-07-10/, /^blocking end: 2024-07-12/]],
    ['ends before it starts', { start: '2024-02-01', end: '2024-01-31' }, '2024-03-01', [/^blocking end: It ends before it starts, on 2024-02-01\.$/]],
    ['has not been executed', { end: '2024-03-02' }, '2024-03-01', [/^note status: The activity ends on 2024-03-02; claim it when it has been executed/]],
    ['no days yet', { start: null, end: null }, '2024-03-01', []],
    ['submitted in time', { status: 'submitted', submittedOn: '2024-08-15' }, '2024-08-20', []],
    ['T13: submitted late, as somebody wrote into the sheet', { status: 'submitted', submittedOn: '2024-08-16' }, '2024-08-20', [/^blocking status: Submitted on 2024-08-16, after the claim deadline of 2024-08-15/]],
  ])('%s', (_, parts, asOf, words) => {
    const found = said(parts, asOf);
    expect(found).toHaveLength(words.length);
    words.forEach((word, at) => expect(found[at]).toMatch(word));
  });
  it('C37: a deadline on a weekend is not moved, and said', () => {
    const weekend = { ...DAYS, claimDeadline: '2026-02-15', claimOpens: '2025-08-16', usageStart: '2025-07-01', usageEnd: '2025-12-31' } as const;
    const found = (parts: Partial<Claim>, asOf: Day) => findingsOnDates(claimOf({ start: '2025-10-01', end: '2025-10-02', ...parts }), weekend, asOf).map(({ message }) => message);
    expect(found({}, '2026-01-01')).toEqual(['The claim deadline, 2026-02-15, is a Sunday; it is not moved.']);
    expect(found({}, '2026-02-16')).toEqual([]);
    expect(found({ status: 'submitted', submittedOn: '2026-01-01' }, '2026-01-01')).toEqual([]);
  });
  it('an activity of one day is in the period on each of its days and on no other', () =>
    expect(everyDay(2023, 2025).filter((day) => said({ start: day, end: day }, '2026-01-01').length === 0)).toEqual(everyDay(2024, 2024).filter((day) => day <= '2024-06-30')));
});

describe('the summary for the file', () => {
  const CLAIM = claimOf({
    status: 'paid', since: '2024-03-22', submittedOn: '2024-02-26', approvedOn: '2024-03-05', approved: 750_000, paidOn: '2024-03-22', paid: 750_000, notes: '1,200 clicks, 14 leads',
    lines: [invoice(750_000)], proof: [proof('communication', 'Screenshot of the ad', true, 'ad.png'), proof('metrics', 'Click report', true, 'clicks.xlsx'), proof('visible', 'The date', true), proof('core requirements', 'Brand')],
  });
  it('tells activity, cost, results, proof and course, and nothing that nobody said', () => {
    const summary = claimSummary(CLAIM, { category: 'Demand Generation', keepUntil: '2026-08-15', asOf: '2024-04-01' });
    expect(summary).toEqual({
      title: 'INV5645 Digital advertising January',
      parts: [
        {
          title: 'Activity',
          rows: [
            ['Activity', 'Digital advertising'], ['Category', 'Demand Generation'], ['Dates', '2024-01-01 to 2024-01-31'], ['Solution areas', 'Modern Work'], ['Program', 'Microsoft Commerce Incentives'],
            ['Partner ID', '1234567'], ['Usage period', 'FY24 H2, co-op earned in FY24 H1'],
          ],
        },
        { title: 'Cost', rows: [['Third-party invoice 5645', '$7,500.00'], ['Claimed', '$7,500.00']] },
        { title: 'Results', rows: [['What came of it', '1,200 clicks, 14 leads'], ['Click report', 'clicks.xlsx']] },
        { title: 'Proof of execution', rows: [['Screenshot of the ad', 'ad.png'], ['The date', 'yes'], ['Brand', 'not yet']] },
        { title: 'Claim', rows: [['Status', 'Paid since 2024-03-22'], ['Submitted', '2024-02-26'], ['Approved', '2024-03-05, $7,500.00'], ['Paid', '2024-03-22, $7,500.00']] },
      ],
      foot: 'Keep the original proof until 2026-08-15. As of 2024-04-01.',
    });
    expect(summaryText(summary).split('\n').slice(0, 4)).toEqual(['INV5645 Digital advertising January', '', 'Activity', 'Activity: Digital advertising']);
  });
  it('of a draft is short', () =>
    expect(claimSummary(claimOf({ name: '', fund: null, start: '2024-01-01', end: '2024-01-01', solutionAreas: '', amount: null }), { category: '', keepUntil: null, asOf: '2024-04-01' })).toEqual({
      title: 'Digital advertising',
      parts: [{ title: 'Activity', rows: [['Activity', 'Digital advertising'], ['Dates', '2024-01-01']] }, { title: 'Claim', rows: [['Status', 'Editing']] }],
      foot: 'As of 2024-04-01.',
    }));
  it('tells CSR lines by their expense, and what another program pays', () =>
    expect(claimSummary(claimOf({ evidence: 'CSR', lines: [csrLine(100_000)], otherProgramShare: 0.4, currency: 'EUR' }), { category: '', keepUntil: null, asOf: '2024-04-01' }).parts[1]!.rows).toEqual([
      ['Giveaways', 'EUR 1,000.00'], ['Claimed under another program', '40% of the cost'], ['Claimed', 'EUR 7,500.00'],
    ]));
});
