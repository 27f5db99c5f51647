import { describe, expect, it } from 'vitest';
import { claimSummary, summaryText } from '../../../src/domain/claims/summary';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Claim } from '../../../src/domain/claims/claim';
import { anActivity } from '../../support/planned';
import { claimOf, csrLine, invoice, proof } from '../../support/claims';

const summaryOf = (claim: Claim, context: Partial<Parameters<typeof claimSummary>[1]> = {}) =>
  claimSummary(claim, { activity: null, category: '', status: claim.status, keepUntil: null, asOf: '2024-04-01', ...context });

describe('the summary for the file', () => {
  const CLAIM = claimOf({
    status: 'paid',
    since: '2024-03-22',
    submittedOn: '2024-02-26',
    approvedOn: '2024-03-05',
    approved: 750_000,
    paidOn: '2024-03-22',
    paid: 750_000,
    notes: '1,200 clicks, 14 leads',
    lines: [invoice(750_000)],
    proof: [
      proof('invoice or CSR', 'Invoice', 'done', '5645.pdf'),
      proof('communication', 'Screenshot of the ad', 'done', 'ad.png'),
      proof('metrics', 'Click report', 'done', 'clicks.xlsx'),
      proof('visible', 'The date', 'done'),
      proof('core requirements', 'Brand'),
      proof('visible', 'Our logo', 'not applicable'),
    ],
  });
  it('tells activity, cost, results, proof and course, and nothing that no one said', () => {
    const summary = summaryOf(CLAIM, { category: 'Demand Generation', keepUntil: '2026-08-15' });
    expect(summary).toEqual({
      title: 'INV5645 Digital advertising January',
      parts: [
        {
          title: 'Activity',
          rows: [
            ['Activity', 'Digital advertising'],
            ['Category', 'Demand Generation'],
            ['Dates', 'Jan 1, 2024 to Jan 31, 2024'],
            ['Solution areas', 'Modern Work'],
            ['Program', 'Microsoft Commerce Incentives'],
            ['Partner ID', '1234567'],
            ['Usage period', 'FY24 H2, Jan 1, 2024 to Jun 30, 2024; co-op earned in FY24 H1'],
          ],
        },
        {
          title: 'Cost',
          rows: [
            ['Third-party invoice 5645', '$7,500.00'],
            ['Claimed', '$7,500.00'],
          ],
        },
        {
          title: 'Results',
          rows: [
            ['Results', '1,200 clicks, 14 leads'],
            ['Click report', 'clicks.xlsx'],
          ],
        },
        {
          title: 'Proof of execution',
          rows: [
            ['Invoice', '5645.pdf'],
            ['Screenshot of the ad', 'ad.png'],
            ['The date', 'yes'],
            ['Brand', 'not yet'],
            ['Our logo', 'not applicable'],
          ],
        },
        {
          title: 'Claim',
          rows: [
            ['Status', 'Paid since Mar 22, 2024'],
            ['Submitted', 'Feb 26, 2024'],
            ['Approved', 'Mar 5, 2024, $7,500.00'],
            ['Paid', 'Mar 22, 2024, $7,500.00'],
          ],
        },
      ],
      foot: 'Keep the original proof until Aug 15, 2026. As of Apr 1, 2024.',
    });
    expect(summaryText(summary).split('\n').slice(0, 4)).toEqual([
      'INV5645 Digital advertising January',
      '',
      'Activity',
      'Activity: Digital advertising',
    ]);
  });
  it('of a draft is short', () =>
    expect(summaryOf(claimOf({ name: '', fund: null, start: '2024-01-01', end: '2024-01-01', solutionAreas: '', amount: null }))).toEqual({
      title: 'Digital advertising',
      parts: [
        {
          title: 'Activity',
          rows: [
            ['Activity', 'Digital advertising'],
            ['Dates', 'Jan 1, 2024'],
          ],
        },
        { title: 'Claim', rows: [['Status', 'Editing']] },
      ],
      foot: 'As of Apr 1, 2024.',
    }));
  it('tells other papers, and days without an amount', () => {
    const { parts } = summaryOf(
      claimOf({
        end: null,
        lines: [{ ...invoice(100_000), isThirdParty: false }, { ...invoice(200_000, ''), isThirdParty: false }, invoice(0)],
        otherProgramShare: 0,
        status: 'approved',
        approvedOn: '2024-03-05',
      }),
    );
    expect(parts.map(({ title }) => title)).toEqual(['Activity', 'Cost', 'Claim']);
    expect(parts[0]!.rows[1]).toEqual(['Dates', 'Jan 1, 2024']);
    expect(parts[1]!.rows).toEqual([
      ['Invoice 5645', '$1,000.00'],
      ['Invoice', '$2,000.00'],
      ['Claimed', '$7,500.00'],
    ]);
    expect(parts[2]!.rows).toEqual([
      ['Status', 'Approved'],
      ['Approved', 'Mar 5, 2024'],
    ]);
  });
  it('has the status that a deadline brought, without the day of the one before', () => {
    const courseOf = (status: Claim['status']) =>
      summaryOf(claimOf({ status: 'editing', since: '2024-03-05' }), { status }).parts.at(-1)!.rows;
    expect(courseOf('editing')).toEqual([['Status', 'Editing since Mar 5, 2024']]);
    expect(courseOf('forfeited')).toEqual([['Status', 'Forfeited']]);
  });
  it('has no dates without a start, and an expense without a type is one', () => {
    const { parts, ...rest } = summaryOf(
      claimOf({
        name: '',
        activity: 'Fair',
        fund: null,
        start: null,
        solutionAreas: '',
        evidence: 'CSR',
        lines: [csrLine(5, '')],
        amount: null,
      }),
    );
    expect(summaryText({ ...rest, parts }).split('\n')).toEqual([
      'Fair',
      '',
      'Activity',
      'Activity: Fair',
      '',
      'Cost',
      'Expense: $0.05',
      '',
      'Claim',
      'Status: Editing',
      '',
      'As of Apr 1, 2024.',
    ]);
  });
  it('tells CSR lines by their expense, and what another program pays', () =>
    expect(
      summaryOf(claimOf({ evidence: 'CSR', lines: [csrLine(100_000)], otherProgramShare: 0.4, currency: 'EUR' })).parts[1]!.rows,
    ).toEqual([
      ['Giveaways', 'EUR 1,000.00'],
      ['Claimed under another program', '40% of the cost'],
      ['Claimed', 'EUR 7,500.00'],
    ]));

  const shared = (claim: Partial<Claim>, activity: Partial<Activity> | null = null) =>
    summaryOf(claimOf({ amount: 665_040, ...claim }), { activity: activity && anActivity(activity) }).parts.slice(0, 2);
  it('has the title of the activity, and who pays what of the invoices', () =>
    expect(shared({ lines: [invoice(900_000)] }, { title: 'Spring campaign' })).toMatchObject([
      { rows: expect.arrayContaining([['Title', 'Spring campaign']]) as unknown },
      {
        rows: [
          ['Third-party invoice 5645', '$9,000.00'],
          ['Total cost', '$9,000.00'],
          ['Claimed', '$6,650.40'],
          ['Your share', '$2,349.60'],
        ],
      },
    ]));
  it('has the cost of the plan while there are no documents, less what another program pays', () =>
    expect(shared({ otherProgramShare: 0.2 }, { budget: 900_000 })[1]!.rows).toEqual([
      ['Claimed under another program', '20% of the cost'],
      ['Total cost', '$7,200.00'],
      ['Claimed', '$6,650.40'],
      ['Your share', '$549.60'],
    ]));
  it('has what co-op leaves to you once it is approved or paid for less', () =>
    expect(
      [{ status: 'approved' as const }, { status: 'paid' as const, paid: 600_000 }].map((change) =>
        shared({ approved: 650_000, lines: [invoice(900_000)], ...change })[1]!.rows.at(-1),
      ),
    ).toEqual([
      ['Your share', '$2,500.00'],
      ['Your share', '$3,000.00'],
    ]));
  it('has no share of a cost in another currency', () =>
    expect(shared({}, { budget: 900_000, currency: 'EUR' })[1]!.rows).toEqual([['Claimed', '$6,650.40']]));
});
