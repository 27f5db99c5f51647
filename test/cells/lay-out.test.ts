import { afterEach, describe, expect, it } from 'vitest';
import { dayCell, layOut, moneyCell } from '../../src/cells/lay-out';
import { playHost, PLAIN_WORKBOOK, serial } from '../support/custom-functions';

afterEach(() => playHost(null));

describe('a day in a cell', () => {
  const basicValue = serial('2024-08-15');

  it.each([
    [null, basicValue],
    ['1.3', basicValue],
    ['1.4', { type: 'FormattedNumber', basicValue, numberFormat: 'yyyy-mm-dd' }],
    ['1.5', { type: 'Double', basicType: 'Double', basicValue, numberFormat: 'yyyy-mm-dd' }],
  ])('where the custom functions runtime is %s', (runtime, cell) => {
    playHost(runtime);
    expect(dayCell('2024-08-15')).toEqual(cell);
  });

  it('counts from 1904 where the workbook does', () => {
    playHost(null, { ...PLAIN_WORKBOOK, dateSystem: 1904 });
    expect(dayCell('2024-08-15')).toBe(basicValue - 1462);
  });
});

it('money is in dollars, without dust', () => expect(moneyCell(1_000_033)).toBe(10000.33));

it('lays out many rows without running out of stack', () => {
  const rows = layOut(Array.from({ length: 200_000 }, (_, row) => [row]));
  expect(rows).toHaveLength(200_000);
});
