import { describe, expect, it } from 'vitest';
import { portalFields } from '../../../src/domain/claims/portal-fields';
import { claimOf } from '../../support/claims';

describe('the fields of Partner Center', () => {
  it('stand in its order, with values to copy', () =>
    expect(portalFields(claimOf()).map(({ label, value }) => [label, value])).toEqual([
      ['Program', 'Microsoft Commerce Incentives'],
      ['Fund category', 'Default non surface funds'],
      ['Location (Partner ID)', '1234567'],
      ['Usage period', 'FY24 H2'],
      ['Solution areas', 'Modern Work'],
      ['Activity', 'Digital advertising'],
      ['Start date', 'Jan 1, 2024'],
      ['End date', 'Jan 31, 2024'],
      ['Currency', 'USD'],
      ['Claim name', 'INV5645 Digital advertising January'],
      ['Claim amount', '7500.00'],
    ]));
  it('say which half the money is from, as a bare period misleads (C4)', () =>
    expect(portalFields(claimOf())[3]!.hint).toBe('Jan 1, 2024 to Jun 30, 2024. Funds earned in FY24 H1.'));
  it('are empty where nobody said', () =>
    expect(
      portalFields(claimOf({ fund: null, start: null, end: null, amount: null }))
        .filter(({ value }) => value === '')
        .map(({ label }) => label),
    ).toEqual(['Program', 'Location (Partner ID)', 'Usage period', 'Start date', 'End date', 'Claim amount']));
  it('show large amounts without commas, for a field of numbers', () =>
    expect(portalFields(claimOf({ amount: 123_456_789 })).at(-1)).toMatchObject({ value: '1234567.89', hint: '$1,234,567.89' }));
});
