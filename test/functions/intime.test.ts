import { describe, expect, it } from 'vitest';
import { intime } from '../../src/functions/intime';
import { serial, show } from '../support/custom-functions';

describe('INTIME', () => {
  it.each([
    ['T13', '2024-08-15T23:59:59Z', true],
    ['T13', '2024-08-16T00:00:00Z', false],
    ['an hour west, already the next day in UTC', '2024-08-15T23:30:00-01:00', false],
    ['east, still the day before in UTC', '2024-08-16T01:30:00+02:00', true],
    ['no zone: the written day', '2024-08-15T23:59:59', true],
    ['an Excel date and time, in UTC', serial('2024-08-15') + 86399 / 86400, true],
    ['an Excel date and time, in UTC', serial('2024-08-16'), false],
    ['T17: before claiming opens', '2024-01-20', true],
  ])('%s: %s for use January to June 2024 is %s', (_case, submitted, expected) => {
    expect(show(intime, submitted, 'FY24 H1')).toBe(expected);
    expect(show(intime, submitted, 'FY24 H2', 'usage')).toBe(expected);
  });

  it.each([
    [['', 'FY24 H1'], '#VALUE!'],
    [['2024-08-15', 'H1'], '#VALUE!'],
    [['2024-08-15', ''], '#VALUE!'],
    [['15.08.2024', 'FY24 H1'], '#VALUE!'],
  ])('%j is %s', (given, code) => expect(show(intime, ...given)).toBe(code));
});
