import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/domain/claims/claim';
import { findingsOnProof, openProofOf, readinessOf } from '../../../../src/domain/claims/checks/readiness';
import type { ClaimRequirements } from '../../../../src/domain/claims/proof-checklist';
import { REQUIREMENTS } from '../../../support/planned';
import { claimOf, csrLine, invoice, proof } from '../../../support/claims';

const ASKED: ClaimRequirements = {
  ...REQUIREMENTS,
  core: ['Company name'],
  communication: ['Screenshot of the ad'],
  metrics: ['Clicks'],
  visible: ['The date'],
  expenses: ['Giveaways', 'Postage'],
};
const PROOF = [
  proof('invoice or CSR', 'Invoice', 'done', '5645.pdf'),
  proof('communication', 'Screenshot of the ad', 'done', 'ad.png'),
  proof('metrics', 'Clicks', 'done', 'clicks.xlsx'),
  proof('core requirements', 'Company name', 'done'),
  proof('visible', 'The date', 'done'),
];
const READY: Partial<Claim> = { lines: [invoice(750_000)], proof: PROOF };
const missing = (parts: Partial<Claim>, requirements: ClaimRequirements | null = ASKED) =>
  readinessOf(claimOf({ ...READY, ...parts }), requirements).missing.map(({ field, sentence }) => `${field}: ${sentence}`);

describe('what a claim still needs', () => {
  it('nothing, when all is there', () =>
    expect(readinessOf(claimOf(READY), ASKED)).toEqual({ score: 1, asked: 15, missing: [], toKeep: [] }));
  it.each<[string, Partial<Claim>, string]>([
    ['fund', { fund: null }, 'fund: Choose the fund: program, Partner ID, and usage period.'],
    ['fund category', { fundCategory: '' }, 'fundCategory: Enter the fund category as the portal shows it.'],
    ['solution areas', { solutionAreas: '' }, 'solutionAreas: Enter the solution areas.'],
    ['activity', { activity: '' }, 'activity: Enter the activity.'],
    ['start', { start: null }, 'start: Enter the start date.'],
    ['end', { end: null }, 'end: Enter the end date.'],
    ['currency', { currency: '' }, 'currency: Enter the currency.'],
    ['name', { name: '' }, 'name: Enter your invoice number in the claim name, in place of "INV…".'],
    [
      'name as suggested',
      { name: 'INV… Digital advertising January' },
      'name: Enter your invoice number in the claim name, in place of "INV…".',
    ],
    ['amount', { amount: null }, 'amount: Enter the amount claimed.'],
    ['amount above nothing', { amount: 0 }, 'amount: Enter the amount claimed.'],
    ['an amount on the invoice', { lines: [invoice(0)] }, 'lines: Add the third-party invoice with its number and amount.'],
    [
      'the paper that shows the cost',
      { proof: PROOF.map((item) => (item.kind === 'invoice or CSR' ? { ...item, state: 'open' } : item)) },
      'proof: Proof of cost: Invoice.',
    ],
    [
      'the file of that paper',
      { proof: PROOF.map((item) => (item.kind === 'invoice or CSR' ? { ...item, evidence: '' } : item)) },
      'proof: Enter the file or link: Invoice.',
    ],
    [
      'the file of what was communicated',
      { proof: PROOF.map((item) => (item.kind === 'communication' ? { ...item, evidence: '' } : item)) },
      'proof: Enter the file or link: Screenshot of the ad.',
    ],
    [
      'a document and its file',
      { proof: PROOF.map((item) => (item.kind === 'metrics' ? { ...item, state: 'open', evidence: '' } : item)) },
      'proof: Metrics: Clicks.',
    ],
    ['invoice', { lines: [] }, 'lines: Add the third-party invoice with its number and amount.'],
    [
      'communication',
      { proof: PROOF.map((item) => (item.kind === 'communication' ? { ...item, state: 'open' } : item)) },
      'proof: Communication: Screenshot of the ad.',
    ],
    [
      'the file of a document ticked',
      { proof: PROOF.map((item) => (item.kind === 'metrics' ? { ...item, evidence: '' } : item)) },
      'proof: Enter the file or link: Clicks.',
    ],
    [
      'core requirement',
      { proof: PROOF.map((item) => (item.kind === 'core requirements' ? { ...item, state: 'open' } : item)) },
      'proof: Core requirement: Company name.',
    ],
    [
      'what must be visible',
      { proof: PROOF.map((item) => (item.kind === 'visible' ? { ...item, state: 'open' } : item)) },
      'proof: Must be visible: The date.',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(missing(parts)).toEqual([sentence]);
    expect(readinessOf(claimOf({ ...READY, ...parts }), ASKED).score).toBeCloseTo(14 / 15);
  });
  it('a claim of what its documents say, unless co-op pays a part', () => {
    expect(missing({ amount: 750_001 })).toEqual(['amount: Match the claim amount and the invoice: $0.01 more is claimed.']);
    expect(missing({ amount: 700_000, lines: [invoice(500_000), invoice(250_000, '2')] })).toEqual([
      'amount: Match the claim amount and the invoices: $500.00 less is claimed.',
    ]);
    expect(readinessOf(claimOf({ ...READY, amount: 700_000 }), ASKED, true).missing).toEqual([]);
    expect(readinessOf(claimOf({ ...READY, amount: 750_001 }), ASKED, true).missing).toHaveLength(1);
  });
  it('nothing of a proof that does not apply, nor its file', () => {
    const proofs = PROOF.map((item) => ({ ...item, state: 'not applicable' as const, evidence: '' }));
    expect(readinessOf(claimOf({ ...READY, proof: proofs }), ASKED)).toMatchObject({ score: 1, missing: [] });
    expect(openProofOf(claimOf({ ...READY, proof: proofs }), ASKED)).toBe(0);
  });
  it('so many proofs, in the checklist or not in it yet; none of a low-dollar claim', () => {
    const open = PROOF.map((item, index) => ({ ...item, state: index < 2 ? ('open' as const) : item.state }));
    expect(openProofOf(claimOf({ ...READY, proof: open }), ASKED)).toBe(2);
    expect(openProofOf(claimOf({ ...READY, proof: open }), null)).toBe(2);
    expect(openProofOf(claimOf({ ...READY, proof: open.slice(0, 3) }), ASKED)).toBe(4);
    expect(openProofOf(claimOf({ ...READY, proof: [] }), ASKED)).toBe(5);
    expect(openProofOf(claimOf({ ...READY, isLowDollar: true, proof: [] }), ASKED)).toBe(0);
  });
  it('a number for each invoice', () =>
    expect(missing({ amount: 3, lines: [invoice(1), invoice(2, '')] })).toEqual(['lines: An invoice has no number.']));
  it('an invoice without a number is none', () => expect(missing({ amount: 1, lines: [invoice(1, '')] })).toHaveLength(2));
  it("Microsoft's own invoice, where the activity is Microsoft's fee", () =>
    expect(missing({ lines: [] }, { ...ASKED, invoice: 'Microsoft invoice' })).toEqual([
      'lines: Add the Microsoft invoice with its number and amount.',
    ]));
  it('with a CSR: its lines, its question and its agreement', () => {
    const csr: Partial<Claim> = { evidence: 'CSR', name: 'Digital advertising January', lines: [invoice(1)], hasNonMicrosoft: null };
    expect(missing({ ...csr, name: '' })[0]).toBe('name: Enter the claim name.');
    expect(missing({ ...csr, name: 'INV… Digital advertising January' })[0]).toBe(
      'name: Remove "INV…" from the claim name. A CSR has no invoice number.',
    );
    expect(missing(csr)).toEqual([
      'lines: Add the expenses of the CSR.',
      "hasNonMicrosoft: Answer the CSR's question on non-Microsoft products.",
      "isAgreed: Select the CSR's agreement.",
    ]);
    expect(missing({ ...csr, lines: [csrLine(750_000)], hasNonMicrosoft: false, isAgreed: true })).toEqual([]);
    for (const line of [csrLine(750_000, ''), csrLine(0)])
      expect(missing({ ...csr, lines: [line], hasNonMicrosoft: true, isAgreed: true })).toEqual(['lines: Add the expenses of the CSR.']);
  });
  it('C20: a low-dollar claim is asked for no proof, which is kept all the same', () => {
    const ticked = proof('metrics', 'Impressions', 'done', 'impressions.xlsx');
    const low = readinessOf(
      claimOf({ isLowDollar: true, proof: [...PROOF.map((item) => ({ ...item, state: 'open' as const })), ticked] }),
      ASKED,
    );
    expect(low).toEqual({
      score: 1,
      asked: 9,
      missing: [],
      toKeep: ['Invoice', 'Screenshot of the ad', 'Clicks', 'Company name', 'The date'],
    });
  });
  it.each<[string, Partial<Claim>, ClaimRequirements | null, string[]]>([
    [
      'none at all, as in a claim of the sheet',
      { proof: [] },
      ASKED,
      ['proof: Complete the proof checklist. The guidebook asks for 5 more.'],
    ],
    [
      'one of another guidebook',
      {},
      { ...ASKED, metrics: ['Clicks', 'Impressions'] },
      ['proof: Complete the proof checklist. The guidebook asks for 1 more.'],
    ],
    ['another wording of the invoice', {}, { ...ASKED, invoice: 'third-party invoice' }, []],
    ['none, of an activity no guidebook lists', { proof: [] }, null, []],
    ['none, of a low-dollar claim', { proof: [], isLowDollar: true }, ASKED, []],
  ])('a whole checklist; it has %s', (_, parts, requirements, sentences) => expect(missing(parts, requirements)).toEqual(sentences));
  it('nothing of an activity the guidebook does not list, beyond what every claim needs', () => expect(missing({}, null)).toEqual([]));
});

describe('what is said of proof', () => {
  const said = (parts: Partial<Claim>, requirements: Partial<ClaimRequirements> | null = {}) =>
    findingsOnProof(claimOf(parts), requirements && { ...ASKED, ...requirements }).map(
      ({ level, field, message }) => `${level} ${field}: ${message}`,
    );
  it.each<[string, Partial<Claim>, Partial<ClaimRequirements> | null, RegExp | null]>([
    ['nothing', {}, {}, null],
    [
      'an activity that is not in the guidebook',
      {},
      null,
      /^blocking activity: No guidebook we have for its dates lists "Digital advertising"\.$/,
    ],
    ['no activity yet', { activity: '' }, null, null],
    ['an activity without a sheet', {}, { isSourced: false }, /^note activity: .*Check the guidebook/],
    ['an event', {}, { isAllOrNothing: true }, /^note proof: .*isn't paid, not even in part/],
    [
      'a CSR for an exam',
      { evidence: 'CSR', status: 'submitted' },
      { invoice: 'third-party invoice' },
      /^warning evidence: .*third-party invoice\. A CSR may not be accepted/,
    ],
    [
      'a CSR for the fee',
      { evidence: 'CSR', status: 'submitted' },
      { invoice: 'Microsoft invoice' },
      /^warning evidence: .*original Microsoft invoice/,
    ],
    [
      'a CSR is made anew, not edited',
      { evidence: 'CSR' },
      {},
      /^note lines: A saved CSR can't be edited in Partner Center\. Delete it and create a new one\.$/,
    ],
    [
      'expenses that are not eligible',
      { evidence: 'CSR', status: 'submitted', lines: [csrLine(1), csrLine(2, 'Wine')] },
      {},
      /^warning lines: "Wine" isn't an eligible expense/,
    ],
    ['expenses where no source lists any', { evidence: 'CSR', status: 'submitted', lines: [csrLine(2, 'Wine')] }, { expenses: null }, null],
    [
      'non-Microsoft products',
      { evidence: 'CSR', status: 'submitted', hasNonMicrosoft: true },
      {},
      /^note hasNonMicrosoft: Content must support Microsoft products/,
    ],
    ['another program', { otherProgramShare: 0.4 }, {}, /^note otherProgramShare: State in the proof the percentage/],
    ['an invoice for an exam', {}, { invoice: 'third-party invoice' }, null],
    ['a question of the CSR, and no CSR', { hasNonMicrosoft: true }, {}, null],
    ['products of Microsoft alone', { evidence: 'CSR', status: 'submitted', hasNonMicrosoft: false }, {}, null],
    ['an invoice that names a type', { lines: [{ ...invoice(1), type: 'Wine' }] }, {}, null],
    ['an expense without a type', { evidence: 'CSR', status: 'submitted', lines: [csrLine(1, '')] }, {}, null],
    [
      'an expense twice',
      { evidence: 'CSR', status: 'submitted', lines: [csrLine(1, 'Wine'), csrLine(2, 'Wine')] },
      {},
      /^warning lines: "Wine" isn't/,
    ],
    ['all under another program', { otherProgramShare: 1 }, {}, /^note otherProgramShare: State in/],
    ['less than nothing under another program', { otherProgramShare: -0.1 }, {}, /^blocking otherProgramShare: A share must be between/],
    ['no other program', { otherProgramShare: 0 }, {}, null],
    ['more than all under another program', { otherProgramShare: 1.1 }, {}, /^blocking otherProgramShare: A share must be between/],
    ['low-dollar', { isLowDollar: true }, {}, /^note isLowDollar: .*can't edit it afterward\. Keep the proof/],
  ])('%s', (_, parts, requirements, words) => {
    const found = said(parts, requirements);
    if (words === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(words)]);
  });
  it.each<[Partial<Claim>, Partial<ClaimRequirements> | null, string]>([
    [{}, null, 'activity'],
    [{}, { isSourced: false }, 'activity'],
    [{}, { isAllOrNothing: true }, 'activity'],
    [{ evidence: 'CSR', status: 'submitted' }, { invoice: 'third-party invoice' }, 'activity'],
    [{ evidence: 'CSR', status: 'submitted', lines: [csrLine(2, 'Wine')] }, {}, 'activity'],
    [{ evidence: 'CSR' }, {}, 'CSR'],
    [{ evidence: 'CSR', status: 'submitted', hasNonMicrosoft: true }, {}, 'CSR'],
    [{ otherProgramShare: 0.4 }, {}, 'amounts'],
    [{ otherProgramShare: 2 }, {}, 'amounts'],
    [{ isLowDollar: true }, {}, 'low-dollar'],
  ])('%j, where %j is asked, rests on %s', (parts, requirements, rule) =>
    expect(findingsOnProof(claimOf(parts), requirements && { ...ASKED, ...requirements }).map((finding) => finding.rule)).toEqual([rule]),
  );
});
