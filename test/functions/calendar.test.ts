import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar } from '../../src/functions/calendar';
import { playHost, show } from '../support/custom-functions';

beforeAll(() => playHost('1.5'));
afterAll(() => playHost(null));

const HEADER = [
  'Fiscal half', 'Earning start', 'Earning end', 'Usage start', 'Usage end', 'Claim opens', 'Claim deadline', 'Resolution deadline',
  'Keep proof until',
];

/** As derived from the printed tables, facts a1.3. */
const ROWS = [
  ['FY23 H2', '2023-01-01', '2023-06-30', '2023-07-01', '2023-12-31', '2023-08-16', '2024-02-15', '2024-03-31', '2026-02-15'],
  ['FY24 H1', '2023-07-01', '2023-12-31', '2024-01-01', '2024-06-30', '2024-02-16', '2024-08-15', '2024-09-30', '2026-08-15'],
  ['FY24 H2', '2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31', '2024-08-16', '2025-02-15', '2025-03-31', '2027-02-15'],
  ['FY25 H1', '2024-07-01', '2024-12-31', '2025-01-01', '2025-06-30', '2025-02-16', '2025-08-15', '2025-09-30', '2027-08-15'],
];

describe('CALENDAR', () => {
  it('spills a header and four halves', () => expect(show(calendar, 'FY23 H2')).toEqual([HEADER, ...ROWS]));
  it('takes a blank count as left out', () => expect(show(calendar, 'FY23 H2', 0)).toHaveLength(5));
  it('starts at the half that is used in the one named', () =>
    expect(show(calendar, 'FY24 H2', 1, 'usage')).toEqual([HEADER, ROWS[1]]));
  it('goes up to 40 halves', () => expect(show(calendar, 'FY20 H1', 40)).toHaveLength(41));

  it.each([
    [41, '#NUM!'],
    [-1, '#NUM!'],
    [1.5, '#VALUE!'],
    ['two', '#VALUE!'],
  ])('a count of %j is %s', (count, code) => expect(show(calendar, 'FY24 H1', count)).toBe(code));
});
