import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { latestEarning, sumsByMonth } from '../../../src/reports/range/months';
import { readRows } from '../../../src/reports/range/rows';
import { earning, report } from '../../cases/sample-report';
import { serial } from '../../support/custom-functions';

const rows = readRows(
  report(
    earning({ date: '2024-01-01T00:00:00Z' }),
    earning({ date: '2024-01-31', amount: -1 }),
    earning({ date: '2024-02-29' }),
    earning({ id: 9, date: '2024-01-15' }),
    earning({ date: '2024-04-01', type: 'Claim' }),
    earning({ date: '2024-03-31', type: 'Fee', amount: 'x' }),
    earning({ date: '' }),
  ),
);

describe('months', () => {
  it('adds up by Partner ID and calendar month', () =>
    expect([...sumsByMonth(rows, Int32Array.of(0, 1, 2, 3))].map(([partner, sums]) => [rows.partners[partner]!.shown, ...sums])).toEqual([
      ['1234567', ['2024-01', 99_000_000], ['2024-02', 100_000_000]],
      ['9', ['2024-01', 100_000_000]],
    ]));
  it.each([
    ['2024-12-31', '2024-03-31'],
    ['2024-03-30', '2024-02-29'],
    ['2023-12-31', null],
  ])('the latest earning up to %s is on %s', (upTo, day) => expect(latestEarning(rows, serial(upTo))).toBe(day));
});
