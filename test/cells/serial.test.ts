import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { dayCell } from '../../src/cells/lay-out';
import { dayOfCell, wholeSerial } from '../../src/cells/serial';
import { isoOfSerial, PLAIN_WORKBOOK, serial } from '../support/custom-functions';

afterEach(() => provideContext(PLAIN_WORKBOOK));

describe.each([1900, 1904] as const)('in a workbook that counts from %d', (dateSystem) => {
  const shift = dateSystem === 1904 ? 1462 : 0;

  it('every serial of a century is its day, and goes out as it came in', () => {
    provideContext({ ...PLAIN_WORKBOOK, dateSystem });
    for (let whole = serial('2000-01-01'); whole <= serial('2099-12-31'); whole++) {
      const day = dayOfCell(whole - shift + 0.5);
      if (wholeSerial(whole - shift + 0.5) !== whole) expect.unreachable(`${whole} is not whole`);
      if (day !== isoOfSerial(whole) || dayCell(day) !== whole - shift) expect.unreachable(`${whole} became ${day}`);
    }
  });

  it.each(['1999-12-31', '2100-01-01'])('%s is none we take', (day) => {
    provideContext({ ...PLAIN_WORKBOOK, dateSystem });
    expect([dayOfCell(serial(day) - shift), wholeSerial(serial(day) - shift), wholeSerial(NaN)]).toEqual([null, null, null]);
  });
});
