import { describe, expect, it } from 'vitest';
import { claimFromActivity, csrLinesFrom, lastClaimOf, type ClaimStart } from '../../../src/domain/claims/claim-from-activity';
import type { ProofRequirements } from '../../../src/domain/claims/proof-checklist';
import { claimOf, FY24_H1, SEMINAR as ACTIVITY } from '../../support/claims';

const ASKED: ProofRequirements = {
  invoice: 'third-party invoice or CSR',
  core: ['Brand'],
  communication: ['Invitation', 'Photos'],
  metrics: ['Guests'],
  visible: ['Date'],
};
let count = 0;
const start = (parts: Partial<ClaimStart> = {}): ClaimStart => ({
  requirements: ASKED,
  evidence: 'invoice',
  last: { fundCategory: 'Default non surface funds', fundingPool: 'Pool 1', solutionAreas: 'Azure' },
  lowDollar: null,
  most: null,
  newId: (prefix) => `${prefix}-${(count += 1)}`,
  ...parts,
});

describe('a claim from an activity', () => {
  it.each<[string, Parameters<typeof start>[0], number | null]>([
    // 2,272.73 euros at 1.1 are 2,500.003 dollars, which is 2,500.00 to the cent
    ['what may be claimed, in its currency', { most: 250_000 }, 227_273],
    ['its cost if that may be claimed', { most: 495_000 }, 450_000],
  ])('asks for %s', (_, parts, amount) => expect(claimFromActivity(ACTIVITY, start(parts)).amount).toBe(amount));
  it('asks for its own amount without a rate to compare', () =>
    expect(claimFromActivity({ ...ACTIVITY, rate: null }, start({ most: 1 })).amount).toBe(450_000));
  it('is low-dollar by what it asks for', () =>
    expect(claimFromActivity(ACTIVITY, start({ most: 9_000, lowDollar: 10_000 })).isLowDollar).toBe(true));
  it('has all that the activity says', () =>
    expect(claimFromActivity(ACTIVITY, start())).toMatchObject({
      id: expect.stringMatching(/^C-/),
      name: 'INV… Customer seminars and bootcamps May',
      activityId: 'A-AAAAAA',
      activity: 'Customer seminars and bootcamps',
      fund: FY24_H1,
      fundCategory: 'Default non surface funds',
      solutionAreas: 'Modern Work',
      start: '2024-05-14',
      end: '2024-05-15',
      currency: 'EUR',
      rate: 1.1,
      amount: 450_000,
      evidence: 'invoice',
      status: 'editing',
      since: null,
      notes: 'Copilot seminar for 40 customers',
      lines: [],
      isLowDollar: false,
      hasNonMicrosoft: null,
      isAgreed: false,
      proof: [
        { kind: 'invoice or CSR' },
        { requirement: 'Invitation' },
        { requirement: 'Photos' },
        { requirement: 'Guests' },
        { requirement: 'Brand' },
        { requirement: 'Date' },
      ],
    }));
  it('has what the last claim of its Partner ID says, where the activity says nothing', () => {
    expect(claimFromActivity(ACTIVITY, start())).toMatchObject({ fundingPool: 'Pool 1', solutionAreas: 'Modern Work' });
    expect(claimFromActivity({ ...ACTIVITY, solutionArea: '' }, start()).solutionAreas).toBe('Azure');
  });
  it('takes each field from the last claim of that Partner ID that has it, category and pool of that program', () => {
    const surface = { ...FY24_H1, program: 'Surface', programKey: 'Surface' };
    const other = { ...FY24_H1, partnerId: '7654321' };
    const claims = [
      claimOf({ fundCategory: 'First', fundingPool: 'Pool', solutionAreas: 'One' }),
      claimOf({ fundCategory: 'Second', solutionAreas: 'Two' }),
      claimOf({ fundCategory: '', solutionAreas: '', fund: { ...FY24_H1, half: { fiscalYear: 2025, half: 1 } } }),
      claimOf({ fund: surface, fundCategory: 'Devices', fundingPool: 'Device pool', solutionAreas: 'Three' }),
      claimOf({ fund: other, fundCategory: 'Other', fundingPool: 'Other pool', solutionAreas: 'Four' }),
    ];
    expect(lastClaimOf(FY24_H1, claims)).toEqual({ fundCategory: 'Second', fundingPool: 'Pool', solutionAreas: 'Three' });
    expect(lastClaimOf(other, claims)).toEqual({ fundCategory: 'Other', fundingPool: 'Other pool', solutionAreas: 'Four' });
    const nothing = { fundCategory: '', fundingPool: '', solutionAreas: '' };
    expect([lastClaimOf({ ...other, partnerId: '1' }, claims), lastClaimOf(null, claims)]).toEqual([nothing, nothing]);
  });
  it('by CSR has no invoice number in its name', () =>
    expect(claimFromActivity(ACTIVITY, start({ evidence: 'CSR' })).name).toBe('Customer seminars and bootcamps May'));
  it('by CSR it has the expenses as they were in the end', () =>
    expect(claimFromActivity(ACTIVITY, start({ evidence: 'CSR', newId: (prefix) => prefix })).lines).toEqual([
      { id: 'L', kind: 'CSR', number: '', type: 'Giveaways', amount: 50_000, isThirdParty: false, note: 'pens' },
      { id: 'L', kind: 'CSR', number: '', type: 'Catering (excluding alcohol)', amount: 400_000, isThirdParty: false, note: '' },
    ]));
  it('by CSR it has what its expenses are to cost, until someone says', () =>
    expect(csrLinesFrom({ expenses: [{ id: 'E', type: '', budget: 5, actual: null, note: '' }] }, () => 'L')[0]!.amount).toBe(5));
  it('claims the co-op share of what it cost, and its documents show all of it', () =>
    // 4,500.00 x 3,000.00 / 5,000.00
    expect(claimFromActivity({ ...ACTIVITY, coopShare: 300_000 }, start({ evidence: 'CSR' }))).toMatchObject({
      amount: 270_000,
      lines: [{ amount: 50_000 }, { amount: 400_000 }],
    }));
  it('is by invoice where the sheet knows nothing else', () =>
    expect(
      claimFromActivity(ACTIVITY, start({ evidence: 'CSR', requirements: { ...ASKED, invoice: 'third-party invoice' } })),
    ).toMatchObject({
      evidence: 'invoice',
      lines: [],
    }));
  it('ends on the day it starts, where no one said another', () =>
    expect(claimFromActivity({ ...ACTIVITY, end: null }, start()).end).toBe('2024-05-14'));
  it('is in US dollars, where no one said another currency', () =>
    expect(claimFromActivity({ ...ACTIVITY, currency: '' }, start()).currency).toBe('USD'));
  it('has a checklist even where the guidebook lists no such activity', () =>
    expect(
      claimFromActivity(ACTIVITY, start({ requirements: null })).proof.map(({ id, kind, requirement }) => [id[0], kind, requirement]),
    ).toEqual([
      ['P', 'invoice or CSR', 'Third-party invoice with its number, or a CSR'],
      ['P', 'communication', 'Copy or screenshots of what was made or done'],
      ['P', 'metrics', 'Summary of results'],
    ]));
  it('low-dollar is nothing without an amount', () =>
    expect(claimFromActivity({ ...ACTIVITY, budget: null, actual: null, expenses: [] }, start({ lowDollar: 5 })).isLowDollar).toBe(false));
  it.each<[string, number | null, boolean]>([
    ['blank by default', null, false],
    ['at 4,950 US dollars, below 4,950.01', 495_001, true],
    ['not below 4,950', 495_000, false],
  ])('low-dollar: %s', (_, lowDollar, isLowDollar) =>
    expect(claimFromActivity(ACTIVITY, start({ lowDollar })).isLowDollar).toBe(isLowDollar),
  );
  it('not low-dollar where the rate is missing', () =>
    expect(claimFromActivity({ ...ACTIVITY, rate: null }, start({ lowDollar: 9_999_999 })).isLowDollar).toBe(false));
});
