import { describe, expect, it } from 'vitest';
import { serial } from '../../support/custom-functions';
import { readRows, TROUBLE } from '../../../src/reports/range/rows';
import { programKey } from '../../../src/rulebook/name-keys';
import { earning, opened, report } from '../../cases/sample-report';

describe('rows', () => {
  it('reads the sample: 20 rows, two Partner IDs, two programs, four types', () => {
    const rows = readRows(opened());
    expect(rows.count).toBe(20);
    expect(rows.partners.map(({ shown }) => shown)).toEqual(['1234567', '7654321']);
    expect(rows.programs.map(({ shown }) => shown)).toEqual(['Microsoft Commerce Incentives', 'CSP Direct Bill Partner']);
    expect(rows.types.map(({ shown, kind }) => `${shown}: ${kind}`)).toEqual([
      'Rebate: rebate',
      'Coop: co-op',
      'Adjustment-Rebate: rebate',
      'Adjustment-Rebate: rollover',
    ]);
    expect([...rows.trouble].every((flags) => flags === 0)).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['an instant', '2024-12-31T23:59:59.999Z', '2024-12-31'],
    ['an instant elsewhere', '2024-12-31T23:00:00-05:00', '2025-01-01'],
    ['a serial with its time', serial('2024-12-31') + 0.999, '2024-12-31'],
    ['a month', '2024-12', '2024-12-01'],
  ])('the day of %s', (_, date, day) => expect(readRows(report(earning({ date }))).day[0]).toBe(serial(day)));

  it.each<[unknown, number]>([
    [1.005, 1_005_000],
    ['1.005', 1_005_000],
    ['-30', -30_000_000],
    [-0.005, -5000],
    [null, 0],
    ['', 0],
    [1e9, 1e15],
  ])('the millionths of %j are %d', (amount, micros) => expect(readRows(report(earning({ amount }))).micros[0]).toBe(micros));

  it.each<[keyof typeof TROUBLE, unknown[]]>([
    ['partner', earning({ id: 'MPN' })],
    ['program', earning({ program: true })],
    ['type', earning({ type: '' })],
    ['date', earning({ date: '1999-12-31' })],
    ['date', earning({ date: 73051 })],
    ['amount', earning({ amount: 1e15 })],
  ])('marks trouble with the %s', (what, row) => expect(readRows(report(row)).trouble[0]).toBe(TROUBLE[what]));

  it('leaves blanks and totals out, and their label is no Partner ID', () => {
    const rows = readRows(report(earning(), ['', '', '', '', 1], ['Total', null, 0, '', 1], [null, null, null, 'Summe', 1]));
    expect([rows.count, rows.partners.filter(({ present }) => present).length]).toEqual([1, 1]);
  });

  it('takes the number of Partner IDs in a total row for none of them', () => {
    const rows = readRows(report(earning(), ['Total', 2, '', '', 1]));
    expect([rows.count, rows.partners.filter(({ present }) => present).length]).toEqual([1, 1]);
  });

  it.each([
    ['MCI', 'Microsoft Commerce Incentives'],
    ['  Made-Up Program', 'madeupprogram'],
  ])('program %j has the key %s', (text, key) => expect(programKey(text)).toBe(key));
  it('takes a single cell for a range', () => expect(() => readRows('x')).toThrow(/no column/));
});
