import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { projection } from '../../src/functions/projection';
import { earning, opened, report } from '../cases/sample-report';
import { complaint, show } from '../support/custom-functions';

const asked = (range: unknown, ...rest: unknown[]) => show(projection, range, ...rest);
const monthly = (amounts: Record<string, number>, change = {}) => Object.entries(amounts).map(([date, amount]) => earning({ date, amount, ...change }));
const H1 = 'FY25 H1';
const THREE = { '2024-07-31': 1000, '2024-08-31': 2000, '2024-09-30': 3000 };

describe('PROJECTION', () => {
  it.each<[string, Record<string, number>, string, string | null, unknown]>([
    ['the mean of three months for six', THREE, '2024-09-30', null, 12000],
    ['the smallest', THREE, '2024-09-30', 'low', 9000],
    ['the largest', THREE, '2024-09-30', 'high', 15000],
    ['no shortfall expected', THREE, '2024-09-30', 'shortfall', 0],
    ['each month must bring a third of 4,000', THREE, '2024-09-30', 'needed per month', 1333.34],
    ['the running month below the pace', { ...THREE, '2024-10-05': 500 }, '2024-10-10', null, 12000],
    ['the running month above the pace', { ...THREE, '2024-10-05': 5000 }, '2024-10-10', null, 6000 + 5000 + 2 * 2000],
    ['the running month counts as remaining', { ...THREE, '2024-10-05': 1000 }, '2024-10-10', 'needed per month', 1000],
    ['later rows are ignored', { ...THREE, '2024-12-31': 9999 }, '2024-09-30', null, 12000],
    ['a month is complete on its last day', { '2024-07-31': 1000, '2024-08-31': 2000 }, '2024-08-31', null, 9000],
    ['and not the day before', { '2024-07-31': 1000, '2024-08-01': 2000 }, '2024-08-30', null, 1000 + 2000 + 4 * 1000],
    ['a month over but not yet in the report is not complete', THREE, '2024-11-15', null, 12000],
    ['a month without co-op between others is', { '2024-07-31': 3000, '2024-09-30': 3000 }, '2024-09-30', null, 12000],
    ['the pace is rounded at the end only', { '2024-07-31': 0.01, '2024-08-31': 0, '2024-09-30': 0 }, '2024-09-30', null, 0.02],
    ['a negative pace goes on', { '2024-07-31': -100, '2024-08-31': -100 }, '2024-08-31', null, -600],
    ['a shortfall', { '2024-07-31': 1000, '2024-08-31': 1000 }, '2024-08-31', 'shortfall', 4000],
    ['already reached', { '2024-07-31': 12000 }, '2024-07-31', 'needed per month', 0],
    ['one month gives no spread', { '2024-07-31': 12000 }, '2024-07-31', 'low', '#N/A'],
    ['nor above', { '2024-07-31': 12000 }, '2024-07-31', 'high', '#N/A'],
    ['no complete month', { '2024-07-05': 12000 }, '2024-07-30', null, '#N/A'],
    ['before the half', THREE, '2024-06-30', null, '#N/A'],
  ])('%s', (_, amounts, asOf, part, result) => expect(asked(report(...monthly(amounts)), H1, asOf, null, part)).toBe(result));

  const WHOLE = { ...THREE, '2024-10-31': 500, '2024-11-30': 500, '2024-12-31': 1000 };
  it.each([['expected', 8000], ['low', 8000], ['high', 8000], ['shortfall', 2000], ['needed per month', '#N/A']])('when no month remains, %s is %j', (part, result) =>
    expect(asked(report(...monthly(WHOLE)), H1, '2025-03-01', null, part)).toBe(result));

  it.each([
    [null, '2024-11-30', 8700],
    ['shortfall', '2024-11-30', 1300],
    ['needed per month', '2024-11-30', 2750],
    ['high', '2025-01-31', 10020],
  ])('of the sample, %j as of %s is %d', (part, asOf, amount) => expect(asked(opened(), H1, asOf, '1234567', part)).toBe(amount));

  it('any earning shows that the report has the month', () =>
    expect(asked(report(...monthly(THREE), earning({ date: '2024-10-31', type: 'Rebate', id: '9' })), H1, '2024-10-31', '1234567')).toBe(6000 + 2 * 1500));
  it('but a claim does not', () =>
    expect(asked(report(...monthly(THREE), earning({ date: '2024-10-31', type: 'Claim' })), H1, '2024-10-31')).toBe(12000));
  it('months begin with the program’s first co-op', () =>
    expect(asked(report(...monthly({ '2022-11-30': 5000 })), 'FY23 H1', '2022-11-30')).toBe(10000));
  it('a program only the report knows has a pace, but no threshold', () => {
    const rows = report(...monthly(THREE, { program: 'Zzyzx' }));
    expect(asked(rows, H1, '2024-09-30', null, null, 'Zzyzx')).toBe(12000);
    expect(asked(rows, H1, '2024-09-30', null, 'shortfall', 'Zzyzx')).toBe('#N/A');
  });
  it('"all" projects each Partner ID by itself', () => {
    const rows = report(...monthly({ '2024-07-31': 1000, '2024-08-31': 1000 }, { id: '1' }), ...monthly({ '2024-07-31': 3000, '2024-08-31': 3000 }, { id: '2' }));
    expect(asked(rows, H1, '2024-08-31', 'all')).toBe(24000);
    expect(asked(rows, H1, '2024-08-31', 'all', 'shortfall')).toBe(4000);
    expect(asked(rows, H1, '2024-08-31')).toBe('#VALUE!');
  });
  it('refuses a row it cannot read, unless it is too late', () => {
    expect(complaint(projection, report(...monthly(THREE), earning({ date: 'x' })), H1, '2024-09-30')).toMatch(/^#VALUE! Row 5/);
    expect(asked(report(...monthly(THREE), earning({ date: '2024-12-01', amount: 'x' })), H1, '2024-09-30')).toBe(12000);
  });
  it.each([['', '#VALUE!'], ['soon', '#VALUE!'], [12, '#NUM!']])('as_of %j is %s', (asOf, code) => expect(asked(opened(), H1, asOf, '1234567')).toBe(code));

  it('equals the accrual once the half is over', () => {
    const amounts = fc.array(fc.integer({ min: -100_000, max: 900_000 }), { minLength: 6, maxLength: 6 });
    fc.assert(fc.property(amounts, (cents) => {
      const rows = report(...cents.map((one, at) => earning({ date: `2024-${String(7 + at).padStart(2, '0')}-28`, amount: one / 100 })));
      for (const part of ['expected', 'low', 'high']) expect(asked(rows, H1, '2024-12-31', null, part)).toBe(show(accrued, rows, H1));
    }));
  });
  it('low ≤ expected ≤ high', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 2, maxLength: 5 });
    fc.assert(fc.property(amounts, (cents) => {
      const rows = report(...cents.map((one, at) => earning({ date: `2024-${String(7 + at).padStart(2, '0')}-28`, amount: one / 100 })));
      const asOf = `2024-${String(6 + cents.length).padStart(2, '0')}-${[31, 31, 30, 31, 30][cents.length - 1]}`;
      const [low, expected, high] = ['low', 'expected', 'high'].map((part) => asked(rows, H1, asOf, null, part) as number);
      expect(low! <= expected! && expected! <= high!).toBe(true);
    }));
  });
});
