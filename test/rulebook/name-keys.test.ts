import { describe, expect, it } from 'vitest';
import { fundNamed, programKey, typeKey } from '../../src/rulebook/name-keys';

describe('names as reports spell them', () => {
  it.each([
    ['Microsoft Commerce Incentives', 'microsoft commerce  incentives'],
    ['CSP Direct Bill Partner', 'CSP 1T Direct Partner'],
    ['Programme of 2031', 'Programme – of 2031'],
  ])('one program: %s, %s', (a, b) => expect(programKey(a)).toBe(programKey(b)));
  it.each([
    ['Coop', 'Co-op'],
    ['Coop', 'CO–OP'],
    ['IndirectRebate', 'Indirect Rebate'],
    ['Adjustment-Rebate', 'Adjustment – Rebate'],
  ])('one type: %s, %s', (a, b) => expect(typeKey(a)).toBe(typeKey(b)));
  it('a fund has the key of its program next to its name', () => {
    const half = { fiscalYear: 2025, half: 1 } as const;
    expect(fundNamed('1234567', 'MCI', half)).toEqual({
      partnerId: '1234567',
      program: 'MCI',
      programKey: 'Microsoft Commerce Incentives',
      half,
    });
  });
  it('others stay others', () => {
    expect(typeKey('CO-OP Sell_\u2015Out')).toBe('coopsellout');
    expect(typeKey('Rebate')).not.toBe(typeKey('Adjustment-Rebate'));
    expect(programKey('+Program of 2031')).not.toBe(programKey('Program of 2031'));
  });
});
