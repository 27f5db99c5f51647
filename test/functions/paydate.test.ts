import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paydate } from '../../src/functions/paydate';
import { playHost, serial, show } from '../support/custom-functions';

beforeAll(() => playHost('1.5'));
afterAll(() => playHost(null));

describe('PAYDATE', () => {
  it.each([
    ['T37', '2022-10-15', 'claim', '2022-10-20'],
    ['T37', '2022-10-15', 'claim latest', '2022-10-25'],
    ['T37 and settled', '2022-10-16', 'claim', '2022-11-20'],
    ['T37', '2022-10-16', 'claim latest', '2022-11-25'],
    ['T38', '2024-12-16', 'claim', '2025-01-20'],
    ['T38', '2024-12-16', 'claim latest', '2025-01-25'],
    ['T39', '2022-10-01', 'rebate', '2022-12-15'],
    ['T39', '2024-02-29', 'rebate', '2024-04-14'],
    ['C17', '2024-02-01', 'rebate 15th', '2024-04-15'],
    ['C17', '2024-11-30', 'rebate', '2025-01-14'],
    ['C17', '2024-12-31', 'rebate 15th', '2025-02-15'],
  ])('%s: %s, %s is %s', (_case, day, kind, expected) => {
    expect(show(paydate, day, kind)).toBe(expected);
    expect(show(paydate, serial(day), kind.replace(' ', '-'))).toBe(expected);
  });

  it('is the first pay day of a claim unless told otherwise', () => expect(show(paydate, '2022-10-16')).toBe('2022-11-20'));
  it.each([[['']], [[0]], [['2022-10-16', 'co-op']]])('%j is refused', (given) => expect(show(paydate, ...given)).toBe('#VALUE!'));
});
