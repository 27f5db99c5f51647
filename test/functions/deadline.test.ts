import { afterEach, describe, expect, it } from 'vitest';
import { deadline } from '../../src/functions/deadline';
import { period } from '../../src/functions/period';
import { ask, complaint, isoOfSerial, playHost, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';

afterEach(() => playHost(null));

describe('DEADLINE', () => {
  // The host shows dates here, so that the table reads as the cell does.
  const day = (...given: unknown[]): unknown => {
    playHost('1.5');
    return show(deadline, ...given);
  };

  it.each([
    ['T04', 'FY24 H1', 'earning start', '2023-07-01'],
    ['T04', 'FY24 H1', 'earning end', '2023-12-31'],
    ['T04', 'FY24 H1', 'usage start', '2024-01-01'],
    ['T04', 'FY24 H1', 'usage end', '2024-06-30'],
    ['T04', 'FY24 H1', 'claim opens', '2024-02-16'],
    ['T04', 'FY24 H1', 'claim', '2024-08-15'],
    ['T04', 'FY24 H1', 'resolution', '2024-09-30'],
    ['T05', 'FY24 H2', 'usage start', '2024-07-01'],
    ['T05', 'FY24 H2', 'usage end', '2024-12-31'],
    ['T05', 'FY24 H2', 'claim opens', '2024-08-16'],
    ['T05', 'FY24 H2', 'claim', '2025-02-15'],
    ['T05 and settled', 'FY24 H2', 'resolution', '2025-03-31'],
    ['T06', 'FY23 H2', 'claim', '2024-02-15'],
    ['T06', 'FY23 H2', 'resolution', '2024-03-31'],
    ['T07', '2025-04-01', 'usage start', '2025-07-01'],
    ['T07', '2025-04-01', 'usage end', '2025-12-31'],
    ['T07', '2025-04-01', 'claim', '2026-02-15'],
    ['T07', '2025-04-01', 'resolution', '2026-03-31'],
    ['T08', 'FY22 H1', 'claim', '2022-08-15'],
    ['T08', 'FY22 H1', 'resolution', '2022-09-30'],
    ['T08', 'FY22 H2', 'claim', '2023-02-15'],
    ['T08', 'FY22 H2', 'resolution', '2023-03-31'],
    ['T11: a Saturday, and not February 14', '2019-06-30', 'claim', '2020-02-15'],
    ['T19', 'FY24 H1', 'retention', '2026-08-15'],
  ])('%s: %s, %s is %s', (_case, half, milestone, expected) => expect(day(half, milestone)).toBe(expected));

  it.each([
    ['T09', 'FY26 H1', 'claim', 'usage', '2026-02-15'],
    ['T09', 'FY26 H1', 'resolution', 'usage', '2026-03-31'],
    ['T09', 'FY26 H1', 'claim', 'earning', '2026-08-15'],
    ['T09', 'FY26 H1', 'resolution', 'earning', '2026-09-30'],
    ['T11', '2019-07-01', 'claim', 'usage', '2020-02-15'],
    ['T13', 'FY24 H2', 'claim', 'usage', '2024-08-15'],
  ])('%s: %s, %s by %s is %s', (_case, half, milestone, basis, expected) => expect(day(half, milestone, basis)).toBe(expected));

  it('takes the claim deadline of the earning half unless told otherwise', () => {
    expect(day('FY24 H1')).toBe('2024-08-15');
    expect(day('FY24 H1', '', '')).toBe('2024-08-15');
    expect(day(serial('2023-09-01'))).toBe('2024-08-15');
  });

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

  it.each([
    [['H1'], /^#VALUE! .*opposite deadlines/],
    [[''], /^#VALUE! half is missing/],
    [['FY24 H1', 'due'], /^#VALUE! milestone: "due" is not one of the choices.*"claim opens"/],
    [['FY24 H1', 'claim', 'claiming'], /^#VALUE! basis: .*"earning" or "usage"/],
    [['FY99 H9'], /^#VALUE!/],
    [['FY05 H1'], /^#N\/A/],
  ])('%j is refused', (given, sentence) => expect(complaint(deadline, ...given)).toMatch(sentence));
});
