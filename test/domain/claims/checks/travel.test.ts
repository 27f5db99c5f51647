import { describe, expect, it } from 'vitest';
import type { ClaimBounds } from '../../../../src/domain/claims/checks/amount';
import type { Claim } from '../../../../src/domain/claims/claim';
import { findingsOnTravel } from '../../../../src/domain/claims/checks/travel';
import { claimOf, csrLine, invoice } from '../../../support/claims';

const TRAVEL = 'Travel - Airfare/Hotel: airfare or train fare and room rate, with taxes';
const conference = (parts: Partial<Claim>): Claim => claimOf({ activity: 'Microsoft hosted conferences', evidence: 'CSR', ...parts });
const other = (number: number, cents: number, parts: Partial<Claim> = {}): Claim =>
  conference({ id: `C-${number}`, amount: cents, lines: [csrLine(cents, TRAVEL)], ...parts });
const said = (claim: Claim, parts: Partial<ClaimBounds> = {}): string[] => {
  const found = findingsOnTravel(claim, {
    usable: 10_000_000,
    earned: 10_000_000,
    cap: { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 },
    attendees: 1,
    isPart: false,
    others: [],
    ...parts,
  });
  expect(found.filter(({ rule }) => rule !== 'cap')).toEqual([]);
  return found.map(({ level, field, message }) => `${level} ${field}: ${message}`);
};

describe('the travel of a claim on a conference', () => {
  it.each<[string, Partial<Claim>, number | null, string[]]>([
    [
      'registration is free beside travel within its cap',
      { amount: 800_000, lines: [csrLine(500_000, TRAVEL), csrLine(300_000, 'Fee - Registration')] },
      1,
      [],
    ],
    [
      'a cent of travel too much',
      { amount: 800_000, lines: [csrLine(500_001, TRAVEL), csrLine(299_999, 'Fee - Registration')] },
      1,
      ['warning lines: $5,000.01 of travel and hotel is $0.01 more than co-op can pay for one conference: $5,000.00, for 1 person.'],
    ],
    ['as many as may, where nobody said', { amount: 1_500_000, lines: [csrLine(1_500_000, TRAVEL)] }, null, []],
    ['what only begins like travel', { amount: 800_000, lines: [csrLine(800_000, 'Travelers')] }, 1, []],
    [
      'travel behind a dash',
      { amount: 500_100, lines: [csrLine(500_100, '- travel')] },
      1,
      ['warning lines: $5,001.00 of travel and hotel is $1.00 more than co-op can pay for one conference: $5,000.00, for 1 person.'],
    ],
    ['what only mentions travel', { amount: 800_000, lines: [csrLine(800_000, 'Fee without travel')] }, 1, []],
    ['three people', { amount: 1_500_000, lines: [csrLine(1_500_000, TRAVEL)] }, 3, []],
    [
      'no more than three count',
      { amount: 1_500_100, lines: [csrLine(1_500_100, TRAVEL)] },
      9,
      ['warning lines: $15,001.00 of travel and hotel is $1.00 more than co-op can pay for one conference: $15,000.00, for 3 people.'],
    ],
    ['the part of another program is not its own', { amount: 500_000, otherProgramShare: 0.5, lines: [csrLine(1_000_000, TRAVEL)] }, 1, []],
    [
      'in its own currency',
      { currency: 'EUR', rate: 1.1, amount: 460_000, lines: [csrLine(460_000, TRAVEL)] },
      1,
      ['warning lines: $5,060.00 of travel and hotel is $60.00 more than co-op can pay for one conference: $5,000.00, for 1 person.'],
    ],
    [
      'an invoice names no expenses: what may be travel is said',
      { evidence: 'invoice', amount: 600_000, lines: [invoice(600_000)] },
      1,
      ['warning amount: Of $6,000.00, at most $5,000.00 can be travel and hotel, for 1 person. The rest must be registration.'],
    ],
    [
      'an invoice, for as many as may travel',
      { evidence: 'invoice', amount: 1_500_100, lines: [invoice(1_500_100)] },
      null,
      ['warning amount: Of $15,001.00, at most $15,000.00 can be travel and hotel, for 3 people. The rest must be registration.'],
    ],
    ['an invoice within the cap', { evidence: 'invoice', amount: 500_000, lines: [invoice(500_000)] }, 1, []],
    ['without a rate nothing is known', { currency: 'EUR', rate: null, amount: 9_999_999, lines: [csrLine(9_999_999, TRAVEL)] }, 1, []],
    ['without an amount in another currency neither', { currency: 'EUR', rate: 1.1, amount: null, lines: [csrLine(9, TRAVEL)] }, 1, []],
    ['without an amount nothing is said', { amount: null, lines: [csrLine(9_999_999, TRAVEL)] }, 1, []],
  ])('%s', (_, parts, attendees, words) => expect(said(conference(parts), { attendees })).toEqual(words));
  it('has a cap for all conferences of a period', () => {
    const claim = conference({ amount: 1_000_000, lines: [csrLine(1_000_000, TRAVEL)] });
    const others = [other(1, 1_500_000), other(2, 1_500_000)];
    expect(said(claim, { attendees: 3, others: [...others, other(3, 500_000)] })).toEqual([]);
    expect(said(claim, { attendees: 3, others: [...others, other(3, 500_100)] })).toEqual([
      'warning lines: With the other conferences, $45,001.00 of travel and hotel is $1.00 more than co-op can pay in a usage period: $45,000.00.',
    ]);
    expect(said(claim, { attendees: 3, others: [...others, other(3, 500_100, { status: 'rejected' })] })).toEqual([]);
    const credit = other(4, 1, { status: 'rejected', lines: [csrLine(-500_000, TRAVEL)] });
    expect(said(claim, { attendees: 3, others: [...others, other(3, 500_100), credit] })).toHaveLength(1);
    expect(said(claim, { attendees: 3, others: [...others, other(3, 500_100, { status: 'approved', approved: 500_000 })] })).toEqual([]);
  });
  it('nothing of another kind of cap', () =>
    expect(said(conference({ amount: 900_000, lines: [csrLine(900_000, TRAVEL)] }), { cap: { kind: 'none' } })).toEqual([]));
});
