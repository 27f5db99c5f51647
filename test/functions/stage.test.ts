import { describe, expect, it } from 'vitest';
import { stage } from '../../src/functions/stage';
import { serial, show } from '../support/custom-functions';

describe('STAGE', () => {
  it.each([
    ['2023-06-30', 'not begun'],
    ['2023-07-01', 'earning'],
    ['2023-12-31', 'earning'],
    ['2024-01-01', 'usage'],
    ['2024-06-30', 'usage'],
    ['2024-07-01', 'claim only'],
    ['2024-08-15', 'claim only'],
    ['2024-08-16', 'resolution only'],
    ['2024-09-30', 'resolution only'],
    ['2024-10-01', 'closed'],
  ])('FY24 H1 on %s is "%s" (T04, T13, T18)', (day, expected) => {
    expect(show(stage, 'FY24 H1', day)).toBe(expected);
    expect(show(stage, 'FY24 H1', serial(day) + 0.9)).toBe(expected);
    expect(show(stage, 'FY24 H2', day, 'usage')).toBe(expected);
  });

  it('takes the day an instant has in UTC', () => expect(show(stage, 'FY24 H1', '2024-08-15T20:30:00-05:00')).toBe('resolution only'));
  it.each([0, null, ''])('needs a day, not %j', (blank) => expect(show(stage, 'FY24 H1', blank)).toBe('#VALUE!'));
});
