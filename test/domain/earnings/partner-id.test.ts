import { describe, expect, it } from 'vitest';
import { comparableId, compareIds, oddPartnerId, partnerKey, shownId } from '../../../src/domain/earnings/partner-id';

describe('Partner IDs', () => {
  it.each([
    ['1234567', '1234567'],
    ['MPN 01234567', '1234567'],
    ['mpn1234567', '1234567'],
    ['MPN 0100200', '100200'],
    ['1,234,000', '1234000'],
    ['123,000,456', '123000456'],
    [' 1 2 3 ', '123'],
    ['000', '0'],
    ['0', '0'],
    ['MPN', ''],
    ['ab1', 'AB1'],
  ])('%j compares as %j', (id, comparable) => expect(comparableId(id)).toBe(comparable));
  it.each([
    '1234567',
    '01234567',
    '1234567.0',
    '1234567.00',
    '1234567,0',
    '1234567.',
    '1,234,567',
    '1.234.567',
    "1'234'567",
    '1,234,567.00',
    '1.234.567,0',
    "'1234567",
    '"1234567"',
    '="1234567"',
    '#1234567',
    'MPN: 1234567',
    'MPN:1234567',
    'MPN-1234567',
    'MPN\u20131234567',
    'MPN_1234567',
    'MPN#1234567',
    'mpn id 1234567',
    'MPNID 1234567',
    'PartnerID 1234567',
    'Partner ID: 1234567',
    'Participant ID = 1234567',
    'ID 1234567',
    '1234567 (MPN)',
    '1234567 MPN',
    '1 234 567',
    '1\u00A0234\u00A0567',
    '１２３４５６７',
    '١٢٣٤٥٦٧',
    '\u202A1234567\u202C',
    '123\u200B4567',
    '123\u00AD4567',
    '1234567\0',
    '1.234567E+6',
    '1.234567E+06',
    '1,234567e6',
    '12345670E+0',
  ])('%j is 1234567, too', (id) => {
    const same = id.startsWith('12345670') ? '12345670' : '1234567';
    expect([comparableId(id), partnerKey(id), oddPartnerId(id)]).toEqual([same, same, null]);
  });
  it.each<[string, ReturnType<typeof oddPartnerId>]>([
    ['NULL', 'nothing'],
    ['N/A', 'nothing'],
    ['n.a.', 'nothing'],
    ['-', 'nothing'],
    ['0', 'nothing'],
    ['000', 'nothing'],
    ['?', 'nothing'],
    ['(blank)', 'nothing'],
    ['#N/A', 'nothing'],
    ['Not available', 'nothing'],
    ['1.23E+6', 'rounded'],
    ['1,2E+06', 'rounded'],
    ['1.2345678E+7', null],
    ['1.2345678E+6', 'rounded'],
    ['1,2.345678E+6', 'rounded'],
    ['123,000', 'unclear'],
    ['123.000', 'unclear'],
    ['1234567.5', 'unclear'],
    ['1,23,4567', 'unclear'],
    ['123,456', null],
    ['AB1', null],
    ['Contoso', null],
    ['-1234567', null],
  ])('%j: %s', (id, odd) => {
    expect(oddPartnerId(id)).toBe(odd);
    expect(partnerKey(id) === '').toBe(odd !== null);
  });
  it('are kept as they are written where a formula of the sheet understands that, else plainly', () =>
    expect(['006815016255', 'MPN 01234567', 'mpn1234567', 'MPN: 1234567', '1234567.0', '1,234,567', 'AB1', 'Contoso'].map(shownId)).toEqual(
      ['006815016255', 'MPN 01234567', 'mpn1234567', '1234567', '1234567', '1234567', 'AB1', 'Contoso'],
    ));
  it('are ordered by number, then A to Z', () => {
    const ordered: readonly string[] = ['3', '10', '20', '100', '12345678901234567890', 'A', 'AB', 'B'];
    expect(['B', '100', '20', 'AB', '10', 'A', '3', '12345678901234567890'].sort(compareIds)).toEqual(ordered);
    expect([...ordered].reverse().sort(compareIds)).toEqual(ordered);
    expect(ordered.map((id) => compareIds(id, id))).toEqual(ordered.map(() => 0));
  });
});
