import { describe, expect, it } from 'vitest';
import { claimPack, evidenceIn } from '../../../src/domain/claims/claim-pack';
import type { Claim } from '../../../src/domain/claims/claim';
import { anActivity } from '../../support/planned';
import { claimOf, csrLine, invoice, proof } from '../../support/claims';

const packOf = (claim: Claim, activity: Parameters<typeof claimPack>[1]['activity'] = null) =>
  claimPack(claim, { activity, category: 'Demand Generation', status: claim.status, keepUntil: '2026-08-15', asOf: '2024-04-01' });
const rowsOf = (claim: Claim, title: string, activity?: Parameters<typeof packOf>[1]) =>
  packOf(claim, activity).parts.find((part) => part.title === title)?.rows ?? null;

describe('the claim pack', () => {
  const CLAIM = claimOf({
    notes: '1,200 clicks, 14 leads',
    lines: [invoice(750_000)],
    proof: [
      proof('invoice or CSR', 'Invoice', 'done', '5645.pdf'),
      proof('communication', 'Screenshot of the ad', 'done', 'https://contoso.com/2024-01-09/ad, Jan 12, 2024'),
      proof('metrics', 'Click report'),
      proof('visible', 'Our logo', 'not applicable'),
    ],
  });

  it('reports what, when, for whom, and with what results', () => {
    const seminar = anActivity({ title: 'Spring seminar', description: 'For retailers', attendees: 120, leads: 14, pipeline: 5_000_000 });
    expect(rowsOf(CLAIM, 'Report', seminar)).toEqual([
      ['What', 'Spring seminar: Digital advertising'],
      ['Description', 'For retailers'],
      ['When', 'Jan 1, 2024 to Jan 31, 2024'],
      ['Audience', '120 attendees'],
      ['Results', '1,200 clicks, 14 leads'],
      ['Leads', '14'],
      ['Sales expected', '$50,000.00'],
    ]);
    expect(rowsOf(claimOf({ start: null, end: null, notes: '' }), 'Report')).toEqual([
      ['What', 'Digital advertising'],
      ['When', 'not entered'],
      ['Audience', 'not entered'],
      ['Results', 'not entered'],
    ]);
    expect(rowsOf(claimOf({ start: null }), 'Report')).toContainEqual(['When', 'Through Jan 31, 2024']);
  });

  it('has the evidence with its address and date, an index, and the checklist', () => {
    expect(rowsOf(CLAIM, 'Evidence')).toEqual([
      ['Invoice', '5645.pdf; no date entered'],
      ['Screenshot of the ad', 'https://contoso.com/2024-01-09/ad; Jan 12, 2024'],
    ]);
    expect(rowsOf(CLAIM, 'Index')).toEqual([
      ['1', 'This page'],
      ['2', 'Invoice 5645'],
      ['3', '5645.pdf'],
      ['4', 'https://contoso.com/2024-01-09/ad'],
    ]);
    expect(rowsOf(CLAIM, 'Checklist')).toEqual([
      ['Invoice', 'yes'],
      ['Screenshot of the ad', 'yes'],
      ['Click report', 'not yet'],
      ['Our logo', 'not applicable'],
    ]);
    expect(packOf(CLAIM).foot).toBe('Keep the original proof until Aug 15, 2026. As of Apr 1, 2024.');
  });

  it('has the lines of a CSR, and the fields in the order of the form', () => {
    const withCsr = claimOf({ evidence: 'CSR', lines: [csrLine(12_345, 'Giveaways'), invoice(1)], amount: null });
    expect(rowsOf(withCsr, 'CSR lines')).toEqual([['Giveaways', expect.stringMatching(/^\$123\.45/)]]);
    expect(rowsOf(withCsr, 'Index')![1]).toEqual(['2', 'Cost summary report (CSR)']);
    expect(rowsOf(CLAIM, 'CSR lines')).toBeNull();
    const fields = rowsOf(withCsr, 'Fields of Partner Center, in its order')!;
    expect(fields.map(([label]) => label)).toEqual([
      'Program',
      'Fund category',
      'Funding pool',
      'Location (Partner ID)',
      'Usage period',
      'Solution areas',
      'Activity',
      'Start date',
      'End date',
      'Currency',
      'Claim name',
      'Claim amount',
    ]);
    expect(fields.at(-1)).toEqual(['Claim amount', 'not entered']);
  });

  it.each([
    ['ad.png', 'ad.png', null],
    ['ad.png 2025-05-12', 'ad.png 2025-05-12', '2025-05-12'],
    ['(https://contoso.com/a) May 2, 2025', 'https://contoso.com/a', '2025-05-02'],
    ['https://contoso.com/2025-05-12', 'https://contoso.com/2025-05-12', null],
    ['ad.png 05/12/2025', 'ad.png 05/12/2025', null],
    ['ad.png 2025-02-30', 'ad.png 2025-02-30', null],
    ['javascript:alert(1)', 'javascript:alert(1)', null],
    ['', '', null],
  ])('reads %j as a place and a date', (text, place, day) => expect(evidenceIn(text)).toEqual({ place, day }));
});
