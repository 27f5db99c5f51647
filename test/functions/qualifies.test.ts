import { describe, expect, it } from 'vitest';
import { qualifies } from '../../src/functions/qualifies';
import { complaint, show } from '../support/custom-functions';

describe('QUALIFIES', () => {
  it.each([
    ['T43', 25, 25000, true],
    ['T43', 24, 30000, false],
    ['T43', 25, 24999.99, false],
    ['as text', '25', '25000', true],
    ['a part of a point short', 24.9, 25000, false],
    ['blank', '', '', false],
  ])('%s: %j points and %j in 12 months: %s', (_case, points, revenue, expected) => {
    expect(show(qualifies, points, revenue)).toBe(expected);
    expect(show(qualifies, points, revenue, '2025-07-01')).toBe(expected);
  });

  it('is in force from July 1, 2025', () => expect(complaint(qualifies, 25, 25000, '2025-06-30')).toMatch(/^#N\/A .*2025-07-01/));
  it.each([[['many', 25000]], [[25, '25.000,00']], [[true, 25000]]])('%j is refused', (given) =>
    expect(show(qualifies, ...given)).toBe('#VALUE!'),
  );
});
