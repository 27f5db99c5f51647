import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import { claimFromActivity, type ClaimStart } from '../../src/domain/claim-from-activity';
import { claimName } from '../../src/domain/claim-name';
import type { ClaimSheet } from '../../src/domain/claim-sheet';
import { portalFields } from '../../src/domain/portal-fields';
import { reviewRequest } from '../../src/domain/review-request';
import { claimOf, FY24_H1 } from '../support/claims';

const ACTIVITY: Activity = {
  id: 'A-AAAAAA', status: 'done', fund: FY24_H1, activity: 'Customer seminars and bootcamps', start: '2024-05-14', end: '2024-05-15', owner: 'Ana', description: 'Copilot seminar for 40 customers',
  solutionArea: 'Modern Work', currency: 'EUR', rate: 1.1, budget: 500_000, actual: 450_000, content: 1, attendees: 40, meetsCore: true, preApproved: null, priority: 1,
  expenses: [
    { id: 'E-1', type: 'Giveaways', budget: 100_000, actual: 50_000, note: 'pens' },
    { id: 'E-2', type: 'Catering (excluding alcohol)', budget: 400_000, actual: 400_000, note: '' },
  ],
};
const SHEET: ClaimSheet = {
  category: 'Market Development', invoice: 'third-party invoice or CSR', core: ['Brand'], communication: ['Invitation', 'Photos'], metrics: ['Guests'], visible: ['Date'], expenses: ['Giveaways'],
  preApproval: 'none', isAllOrNothing: true, isSourced: true,
};
let count = 0;
const start = (parts: Partial<ClaimStart> = {}): ClaimStart => ({
  sheet: SHEET, evidence: 'invoice', fundCategory: 'Default non surface funds', lowDollar: null, newId: (prefix) => `${prefix}-${(count += 1)}`, ...parts,
});

describe('a claim from an activity', () => {
  it('has all that the activity says', () =>
    expect(claimFromActivity(ACTIVITY, start())).toMatchObject({
      id: expect.stringMatching(/^C-/), name: 'INV… Customer seminars and bootcamps May', activityId: 'A-AAAAAA', activity: 'Customer seminars and bootcamps', fund: FY24_H1,
      fundCategory: 'Default non surface funds', solutionAreas: 'Modern Work', start: '2024-05-14', end: '2024-05-15', currency: 'EUR', rate: 1.1, amount: 450_000, evidence: 'invoice',
      status: 'editing', since: null, notes: 'Copilot seminar for 40 customers', lines: [], isLowDollar: false, hasNonMicrosoft: null, isAgreed: false,
      proof: [{ kind: 'invoice or CSR' }, { requirement: 'Invitation' }, { requirement: 'Photos' }, { requirement: 'Guests' }, { requirement: 'Brand' }, { requirement: 'Date' }],
    }));
  it('by CSR it has the expenses as they were in the end', () =>
    expect(claimFromActivity(ACTIVITY, start({ evidence: 'CSR' })).lines).toMatchObject([
      { kind: 'CSR', type: 'Giveaways', amount: 50_000, note: 'pens' }, { kind: 'CSR', type: 'Catering (excluding alcohol)', amount: 400_000 },
    ]));
  it('is by invoice where the sheet knows nothing else', () => expect(claimFromActivity(ACTIVITY, start({ evidence: 'CSR', sheet: { ...SHEET, invoice: 'third-party invoice' } }))).toMatchObject({ evidence: 'invoice', lines: [] }));
  it('ends on the day it starts, where nobody said another', () => expect(claimFromActivity({ ...ACTIVITY, end: null }, start()).end).toBe('2024-05-14'));
  it('is in US dollars, where nobody said another currency', () => expect(claimFromActivity({ ...ACTIVITY, currency: '' }, start()).currency).toBe('USD'));
  it('has a checklist even where the guidebook lists no such activity', () =>
    expect(claimFromActivity(ACTIVITY, start({ sheet: null })).proof.map(({ kind }) => kind)).toEqual(['invoice or CSR', 'communication', 'metrics']));
  it.each<[string, number | null, boolean]>([
    ['blank by default', null, false],
    ['at 4,950 US dollars, below 4,950.01', 495_001, true],
    ['not below 4,950', 495_000, false],
  ])('low-dollar: %s', (_, lowDollar, isLowDollar) => expect(claimFromActivity(ACTIVITY, start({ lowDollar })).isLowDollar).toBe(isLowDollar));
  it('not low-dollar where the rate is missing', () => expect(claimFromActivity({ ...ACTIVITY, rate: null }, start({ lowDollar: 9_999_999 })).isLowDollar).toBe(false));
});

describe('the name of a claim', () => {
  it.each<[string, string, `${number}-${number}-${number}` | null, string, string]>([
    ['S003’s example, with its invoice', 'M365 BP upsell web ad', '2022-05-27', 'INV5645', 'INV5645 M365 BP upsell web ad May'],
    ['a bare number', 'Print advertising', '2024-12-01', '5645', 'INV5645 Print advertising December'],
    ['a number of another kind', 'Print advertising', '2024-01-01', 'PO-12', 'PO-12 Print advertising January'],
    ['no number yet', 'Print advertising', '2024-01-01', ' ', 'INV… Print advertising January'],
    ['no day yet', 'Print advertising', null, '', 'INV… Print advertising'],
  ])('%s', (_, activity, end, number, name) => expect(claimName(activity, end, number)).toBe(name));
});

describe('the fields of Partner Center', () => {
  it('stand in its order, with values to copy', () =>
    expect(portalFields(claimOf()).map(({ label, value }) => [label, value])).toEqual([
      ['Program', 'Microsoft Commerce Incentives'], ['Fund category', 'Default non surface funds'], ['Location (Partner ID)', '1234567'], ['Usage period', 'FY24 H2'], ['Solution areas', 'Modern Work'],
      ['Activity', 'Digital advertising'], ['Start date', '2024-01-01'], ['End date', '2024-01-31'], ['Currency', 'USD'], ['Claim name', 'INV5645 Digital advertising January'], ['Claim amount', '7500.00'],
    ]));
  it('say which half the money is from, as a bare period misleads (C4)', () => expect(portalFields(claimOf())[3]!.hint).toBe('Its money was earned in FY24 H1.'));
  it('are empty where nobody said', () =>
    expect(portalFields(claimOf({ fund: null, start: null, end: null, amount: null })).filter(({ value }) => value === '').map(({ label }) => label)).toEqual([
      'Program', 'Location (Partner ID)', 'Usage period', 'Start date', 'End date', 'Claim amount',
    ]));
  it('show large amounts without commas, for a field of numbers', () => expect(portalFields(claimOf({ amount: 123_456_789 })).at(-1)).toMatchObject({ value: '1234567.89', hint: '$1,234,567.89' }));
});

describe('asking for a creative review (C11)', () => {
  const contacts = { to: 'commpre@microsoft.com', microsoft: 'pam@microsoft.com', distributor: 'coop@distributor.com', company: 'Contoso' };
  it('says outline, dates and cost, and copies contact and distributor', () => {
    const request = reviewRequest(ACTIVITY, contacts, '2024-05-01');
    expect(request).toMatchObject({
      to: 'commpre@microsoft.com', copy: 'pam@microsoft.com; coop@distributor.com', subject: 'Co-op creative review: Customer seminars and bootcamps, 2024-05-14 to 2024-05-15, Partner ID 1234567',
    });
    const { body } = request as { body: string };
    for (const words of ['Outline: Copilot seminar for 40 customers', 'Dates: 2024-05-14 to 2024-05-15', 'Cost: EUR 5,000.00', 'without changes', 'no promise', 'before 2024-05-13', 'Contoso', 'Solution area: Modern Work']) {
      expect(body).toContain(words);
    }
  });
  it.each<[string, `${number}-${number}-${number}`, boolean]>([
    ['the day before', '2024-05-13', true], ['the first day', '2024-05-14', false], ['after', '2024-06-01', false],
  ])('%s', (_, asOf, isPossible) => {
    const request = reviewRequest(ACTIVITY, contacts, asOf);
    if (isPossible) expect(request).toHaveProperty('body');
    else expect(request).toEqual({ refusal: 'The activity began on 2024-05-14. Creative material is reviewed only before it is used.' });
  });
  it('leaves places for what nobody said', () => {
    const empty = { ...ACTIVITY, start: null, end: null, budget: null, description: '', solutionArea: '', activity: '', fund: null };
    const request = reviewRequest(empty, { to: 'commpre@microsoft.com', microsoft: '', distributor: '', company: '' }, '2024-05-01');
    expect(request).toMatchObject({ copy: '[your Microsoft contact]; [your distributor]', subject: 'Co-op creative review: [activity], [dates], Partner ID [Partner ID]' });
    expect((request as { body: string }).body).toContain('Cost: [cost]');
    expect((request as { body: string }).body).not.toContain('Solution area');
  });
  it('a day is a day', () => expect(reviewRequest({ ...ACTIVITY, end: '2024-05-14' }, contacts, '2024-05-01')).toHaveProperty('subject', expect.stringContaining(', 2024-05-14, ')));
});
