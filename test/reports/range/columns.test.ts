import { describe, expect, it } from 'vitest';
import { findColumns } from '../../../src/reports/range/columns';

const NEEDED = ['participantId', 'programName', 'earningType', 'earningDate', 'earningAmountUSD'];

describe('columns', () => {
  it.each([
    ['the download', NEEDED],
    ['the screen', ['MPN ID', 'Program', 'Earning type', 'Earned date', 'Amount USD']],
    ['the newer screen', ['Partner ID', 'Program name', 'Earning Type', 'Earning date', 'Earning amount (USD)']],
    ['CoopEarnings', ['Partner ID', 'Program', 'Earning type', 'Month', 'Amount USD']],
    ['capital ID', ['participantID', 'PROGRAMNAME', 'EARNING_TYPE', 'earning-date', 'EarningAmountUSD']],
    ['a byte order mark and spaces', ['\uFEFF participantId ', 'program\u00A0Name', 'earningType', 'earningDate', 'earningAmountUSD']],
  ])('are found in the words of %s', (_, names) =>
    expect(findColumns([names])).toMatchObject({
      header: 0,
      partnerId: 0,
      program: 1,
      type: 2,
      date: 3,
      amount: 4,
      currency: -1,
      earningId: -1,
    }),
  );

  it('are found wherever they stand, among columns we do not know', () => {
    const names = [
      'x',
      '',
      ...[...NEEDED].reverse(),
      7,
      null,
      'earningId',
      'reasonCode',
      'Calculation date',
      'programCode',
      'earningParticipantId',
      'transactionDate',
    ];
    expect(findColumns([[0, ''], [null], names])).toEqual({
      header: 2,
      partnerId: 6,
      program: 5,
      type: 4,
      date: 3,
      amount: 2,
      amounts: [2],
      currency: -1,
      earningId: 9,
      reason: 10,
      calculated: 11,
      lever: -1,
    });
  });

  it('take the amount in USD before the one with a currency', () => {
    const names = [...NEEDED, 'earningAmount', 'transactionCurrency', 'earningAmount'];
    expect(findColumns([names])).toMatchObject({ amount: 4, currency: -1 });
    expect(findColumns([[...NEEDED.slice(0, 4), 'earningAmount', 'transactionCurrency']])).toMatchObject({ amount: 4, currency: 5 });
  });

  it.each(NEEDED)('are a problem without %s', (missing) =>
    expect(() => findColumns([NEEDED.filter((name) => name !== missing)])).toThrow(`(${missing})`),
  );
  it.each([...NEEDED, 'earningId', 'reasonCode', 'calculationDate'])('are a problem with %s twice', (twice) =>
    expect(() => findColumns([[...new Set([...NEEDED, twice]), twice]])).toThrow(/more than one column.*column 6/),
  );
  it('are a problem in an empty range', () => expect(() => findColumns([])).toThrow(/empty/));
});
