import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { instantOf } from '../../src/cells/instant';
import { PLAIN_WORKBOOK, serial } from '../support/custom-functions';

const secondsAt = (iso: string) => Math.round((Date.parse(iso) / 86_400_000 + 25_569) * 86_400);

describe('instants', () => {
  it.each<[unknown, string]>([
    ['2025-01-16T03:05:40.000Z', '2025-01-16T03:05:40Z'],
    ['2025-01-16', '2025-01-16T00:00:00Z'],
    ['2025-01-16 03:05', '2025-01-16T03:05:00Z'],
    ['2025-01-16T03:05:40+05:30', '2025-01-15T21:35:40Z'],
    ['2025-01-16T23:05:40-0800', '2025-01-17T07:05:40Z'],
    [serial('2025-01-16') + 0.5, '2025-01-16T12:00:00Z'],
  ])('%j is %s', (cell, iso) => expect(instantOf(cell)).toBe(secondsAt(iso)));
  it.each([[null], [''], [0], [true], ['soon'], ['2025-02-30'], [{ type: 'Error', basicValue: '#N/A' }]])('%j is none', (cell) =>
    expect(instantOf(cell)).toBeNull(),
  );

  describe('in a workbook that counts from 1904', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('compares a day as text and one from Excel', () => {
      provideContext({ ...PLAIN_WORKBOOK, dateSystem: 1904 });
      expect(instantOf(serial('2025-01-16') - 1462)).toBe(instantOf('2025-01-16'));
    });
  });
});
