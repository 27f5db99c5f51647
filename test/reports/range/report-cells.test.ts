import { describe, expect, it } from 'vitest';
import { BLANK } from '../../../src/reports/range/dictionary';
import { microsAt, dayReader } from '../../../src/reports/range/report-cells';
import { serial } from '../../support/custom-functions';

const ERROR = { type: 'Error', basicValue: '#N/A' };

describe('cells of a report', () => {
  const dayAt = dayReader();
  it.each<[unknown, number]>([
    ['2024-02-29', serial('2024-02-29')],
    ['2024-02-29T23:00:00-02:00', serial('2024-03-01')],
    [serial('2024-02-29') + 0.5, serial('2024-02-29')],
    ['2024-02', serial('2024-02-01')],
    [{ type: 'Double', basicValue: serial('2024-02-29') }, serial('2024-02-29')],
    [0, BLANK],
    [null, BLANK],
    [' ', BLANK],
    ['29.02.2024', 0],
    ['1999-12-31', 0],
    ['2100-01-01', 0],
    [73051, 0],
    [-1, 0],
    [true, 0],
    [ERROR, 0],
  ])('day of %j, twice the same', (cell, day) => expect([dayAt(cell), dayAt(cell)]).toEqual([day, day]));

  it.each<[unknown, number | null]>([
    [12.345, 12_345_000],
    ['-12.345', -12_345_000],
    [' 7 ', 7_000_000],
    [0.1 + 0.2, 300_000],
    [0.0000005, 1],
    ['-0.0000005', -1],
    [1e9, 1e15],
    [1_000_000_000.01, null],
    [null, 0],
    ['', 0],
    [0, 0],
    ['1,234.50', null],
    ['$5', null],
    [true, null],
    [ERROR, null],
    [1e300, null],
    [NaN, null],
  ])('amount of %j', (cell, micros) => expect(microsAt(cell)).toBe(micros));
});
