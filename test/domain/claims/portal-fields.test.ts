import { describe, expect, it } from 'vitest';
import { portalFields } from '../../../src/domain/claims/portal-fields';
import { claimOf } from '../../support/claims';

describe('the fields of Partner Center', () => {
  it('are in its order, with values to copy', () =>
    expect(
      portalFields(claimOf({ fundingPool: 'Cloud Solutions Provider' })).map(({ field, label, value }) => [field, label, value]),
    ).toEqual([
      ['fund', 'Program', 'Microsoft Commerce Incentives'],
      ['fundCategory', 'Fund category', 'Default non surface funds'],
      ['fundingPool', 'Funding pool', 'Cloud Solutions Provider'],
      ['fund', 'Location (Partner ID)', '1234567'],
      ['fund', 'Usage period', 'FY24 H2'],
      ['solutionAreas', 'Solution areas', 'Modern Work'],
      ['activity', 'Activity', 'Digital advertising'],
      ['start', 'Start date', 'Jan 1, 2024'],
      ['end', 'End date', 'Jan 31, 2024'],
      ['currency', 'Currency', 'USD'],
      ['name', 'Claim name', 'INV5645 Digital advertising January'],
      ['amount', 'Claim amount', '7500.00'],
    ]));
  it('say what to look out for, such as which half the money is from, as a bare period misleads (C4)', () => {
    const hints = (parts: Parameters<typeof claimOf>[0]) =>
      portalFields(claimOf(parts)).flatMap(({ label, hint }) => (hint === undefined ? [] : [[label, hint]]));
    const category = ['Fund category', 'Names vary by source. Use the one your portal shows.'];
    const pool = ['Funding pool', 'Only if your portal shows one.'];
    expect(hints({})).toEqual([
      category,
      pool,
      ['Usage period', 'Jan 1, 2024 to Jun 30, 2024. Funds earned in FY24 H1.'],
      ['Claim amount', '$7,500.00'],
    ]);
    expect(hints({ fund: null, amount: null })).toEqual([category, pool]);
  });
  it('are empty where no one said', () =>
    expect(
      portalFields(claimOf({ fund: null, start: null, end: null, amount: null }))
        .filter(({ value }) => value === '')
        .map(({ label }) => label),
    ).toEqual(['Program', 'Funding pool', 'Location (Partner ID)', 'Usage period', 'Start date', 'End date', 'Claim amount']));
  it('show large amounts without commas, for a field of numbers', () =>
    expect(portalFields(claimOf({ amount: 123_456_789 })).at(-1)).toMatchObject({ value: '1234567.89', hint: '$1,234,567.89' }));
});
