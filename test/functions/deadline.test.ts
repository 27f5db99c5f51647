import { afterEach, describe, expect, it } from 'vitest';
import { deadline } from '../../src/functions/deadline';
import { period } from '../../src/functions/period';
import { ask, isoOfSerial, playHost, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';

afterEach(() => playHost(null));

describe('DEADLINE', () => {
  it('shows a date where the host can, else gives its serial; PERIOD reads both', () => {
    playHost('1.5');
    expect(ask(deadline, 'FY24 H1')).toEqual({ type: 'Double', basicType: 'Double', basicValue: 45519, numberFormat: 'yyyy-mm-dd' });
    expect(show(period, ask(deadline, 'FY24 H1'))).toBe('FY25 H1');
    playHost(null);
    expect(ask(deadline, 'FY24 H1')).toBe(45519);
    expect(show(period, ask(deadline, 'FY24 H1'))).toBe('FY25 H1');
  });

  it('lies 1462 lower in a workbook that counts from 1904', () => {
    playHost(null, { ...PLAIN_WORKBOOK, dateSystem: 1904 });
    const answered = ask(deadline, serial('2023-09-01') - 1462) as number;
    expect(isoOfSerial(answered + 1462)).toBe('2024-08-15');
  });
});
