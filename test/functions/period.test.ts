import { describe, expect, it } from 'vitest';
import { period } from '../../src/functions/period';
import { complaint, serial, show } from '../support/custom-functions';

describe('PERIOD', () => {
  it.each([
    ['T01', '2024-03-10', 'FY24 H2'],
    ['T02', '2024-06-30', 'FY24 H2'],
    ['T02', '2024-07-01', 'FY25 H1'],
    ['T03', '2022-12-31', 'FY23 H1'],
    ['T03', '2023-01-01', 'FY23 H2'],
    ['T10', '2019-03-10', 'FY19 H2'],
    ['T10', '2019-09-01', 'FY20 H1'],
    ['T12', '2020-01-15', 'FY20 H2'],
  ])('%s: %s lies in %s, typed and as an Excel date', (_case, day, label) => {
    expect(show(period, day)).toBe(label);
    expect(show(period, serial(day))).toBe(label);
    expect(show(period, serial(day) + 0.75)).toBe(label);
    expect(show(period, { type: 'Double', basicValue: serial(day), numberFormat: 'yyyy-mm-dd' })).toBe(label);
  });

  it('takes a time with an offset to its UTC day', () => expect(show(period, '2025-01-01T00:30:00+02:00')).toBe('FY25 H1'));

  it.each([
    ['a blank cell', 0, '#VALUE! date is missing'],
    ['nothing', null, '#VALUE! date is missing'],
    ['a day written the German way', '31.12.2024', '#VALUE! date: "31.12.2024" is not a date'],
    ['a serial before 2000', 36525, '#NUM!'],
    ['an error', { type: 'Error', basicValue: '#N/A' }, '#N/A date: the value given is #N/A'],
  ])('%s is refused', (_what, given, start) => expect(complaint(period, given)).toContain(start));
});
