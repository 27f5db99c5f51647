import { describe, expect, it } from 'vitest';
import { allows, type Direction } from '../../../src/reports/import/rate-direction';

const directionsOf = (amount: number, rate: number, usd: number): Direction[] =>
  (['times', 'over'] as const).filter((direction) => allows(direction, amount * 100, rate, usd * 100));

describe('the direction of a rate, by one row', () => {
  it.each<[string, number, number, number, Direction[]]>([
    ['dollars per euro: 542.15', 500, 1.0843, 542.15, ['times']],
    ['euros per dollar: 625.00', 500, 0.8, 625, ['over']],
    ['a cent of rounding', 500, 1.0843, 542.16, ['times']],
    // one unit of the last digit is 0.05 here, and a cent of rounding is allowed
    ['the last digit of a rate', 500, 1.0843, 542.2, ['times']],
    ['more than that', 500, 1.0843, 542.22, []],
    // at 0.006677, written as 0.0067: 0.3% less than 6,700.00
    ['a rate whose last digit is worth 1.5%', 1_000_000, 0.0067, 6677, ['times']],
    ['more than a last digit that is worth that much', 1_000_000, 0.0067, 6500, []],
    // one unit of its last digit would be 9%
    ['a rate of two digits, and dollars at another one', 500, 1.1, 570, []],
    ['a refund', -80, 0.8, -100, ['over']],
    ['a rate of 1, in both directions', 500, 1, 500, ['times', 'over']],
    ['less than a dollar, which rounding may hide', 0.5, 1.9, 0.95, ['times', 'over']],
    ['a rate that is far below 1', 1_000_000_000_000, 1e-7, 100_000, ['times']],
  ])('is seen in %s', (_, amount, rate, usd, directions) => expect(directionsOf(amount, rate, usd)).toEqual(directions));
});
