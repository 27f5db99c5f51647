import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { ledger } from '../../src/functions/ledger';
import { projection } from '../../src/functions/projection';
import { split } from '../../src/functions/split';
import { usable } from '../../src/functions/usable';
import { readReports } from '../../src/reports/import/read-reports';
import { complaint, show } from '../support/custom-functions';
import { SMALL_HEADER, smallRow } from '../support/report-files';

const H1 = 'FY25 H1';
const cellsOf = (amounts: readonly unknown[]): unknown[][] => [
  SMALL_HEADER,
  ...amounts.map((amount, n) => smallRow({ id: `e${n}` }).map((cell, index) => (index === 6 ? amount : cell))),
];
const found = (row: number, amount: string): string =>
  `#VALUE! Row ${row} of the report (the range's first row is row 1): the amount "${amount}" can't be read. ` +
  'Its point could be a decimal or a thousands separator. Write a plain number such as 1234.50, without thousands separators.';
/** The columns of the ledger after the threshold's: counted, repeats, skipped. */
const counts = (cells: unknown): unknown[] => (show(ledger, cells) as unknown[][]).slice(1).flatMap((row) => [row[4], row[11], row[13]]);

describe('a text amount with a point before three digits', () => {
  it.each<[string, unknown[], number, unknown[]]>([
    ['beside a decimal comma', ['5.400', '1.234,50', '3.600'], 2, [0, 0, 3]],
    ['before two points', ['-5.400', 100, '1.234.567'], 2, [100, 1, 2]],
    ['beside a decimal comma and a decimal point', ['5.400', '1,5', '12.50'], 2, [12.5, 1, 2]],
    ['beside whole numbers alone', ['900', '5.400'], 3, [900, 1, 1]],
  ])('%s is refused with its row, and LEDGER counts it as skipped', (_, amounts, row, counted) => {
    const cells = cellsOf(amounts);
    const others = / \d more like it\.$/;
    for (const run of [
      () => complaint(accrued, cells, H1),
      () => complaint(usable, cells, H1),
      () => complaint(projection, cells, H1, '2024-12-31'),
    ]) {
      expect(run().replace(others, '')).toBe(found(row, String(amounts[row - 2])));
    }
    expect(counts(cells)).toEqual(counted);
  });

  it('is refused though the amount that settles it is in another half, with another Partner ID', () => {
    const cells = cellsOf(['5.400', '1.234,50']);
    cells[2]![1] = '7654321';
    cells[2]![4] = '2024-03-01';
    expect(complaint(accrued, cells, H1, '1234567')).toBe(found(2, '5.400'));
  });

  it('is refused where the row has another amount with a decimal comma', () => {
    const cells: unknown[][] = [
      [...SMALL_HEADER, 'transactionAmount'],
      [...smallRow({ amount: '5.400' }), '123.456,78'],
    ];
    expect(complaint(accrued, cells, H1)).toBe(found(2, '5.400'));
  });

  it.each<[string, unknown[], number]>([
    ['that all have three decimals', ['5.400', '3.600', '0.125'], 9.13],
    ['one alone', ['5.400'], 5.4],
    ['with other decimals', ['12.5', '5.400'], 17.9],
    ['beside numbers, whose marks nobody sees', [900, '5.400'], 905.4],
  ])('is a decimal point among amounts %s', (_, amounts, sum) => expect(show(accrued, cellsOf(amounts), H1)).toBe(sum));

  it('alone, as an argument, is read as the contract has it', () => expect(show(split, '5.400')).toEqual([[3.24, 2.16]]));
});

it('no sum of text amounts is another one than the import has of the same cells', async () => {
  const amount = fc.oneof(
    fc.constantFrom(
      '5.400',
      '-3.600',
      '1.234,50',
      '12,5',
      '12.50',
      '900',
      '1234',
      '1.234.567',
      '1,234.50',
      '0.125',
      '1234.567',
      '$5.400',
      '="3.600"',
      '',
      '1,234',
    ),
    fc.double({ min: -9999, max: 9999, noNaN: true }).map((n) => n.toFixed(3)),
    fc.integer({ min: -900_000, max: 900_000 }).map((cents) => cents / 100),
  );
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 4 }), async (amounts) => {
      const given = await readReports([{ name: 'r', cells: cellsOf(amounts) }]);
      const sum = show(accrued, cellsOf(amounts), H1);
      if (typeof sum !== 'number') return;
      compared++;
      const micros = given.months.reduce((all, month) => all + month.micros, 0);
      expect(sum).toBe((Math.sign(micros) * Math.round(Math.abs(micros) / 1e4)) / 100 + 0);
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(50);
});
