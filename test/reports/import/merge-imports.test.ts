import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import type { EarningsImport } from '../../../src/reports/import/earnings-import';
import { mergeImports } from '../../../src/reports/import/merge-imports';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file, SAMPLE_TEXT, small, SMALL_HEADER, smallRow } from '../../support/report-files';

const read = (...contents: string[]) => readReports(contents.map((content, at) => file(`${at + 1}.csv`, content)));
const essence = ({ rows, counted, repeats, claims, quarantinedRows, unplaced, skipped, months, complete, asOf }: EarningsImport) => ({
  rows,
  counted,
  repeats,
  claims,
  quarantinedRows,
  unplaced,
  complete,
  asOf,
  skipped: skipped.map((row) => JSON.stringify(row)).sort(),
  months: months.map(({ first: _first, ...row }) => row),
});

describe('two imports put together', () => {
  it('are as if read together, whatever they hold', async () => {
    const row = fc.record({
      id: fc.constantFrom('a', 'b', 'c', ''),
      partner: fc.constantFrom('1', '2', ''),
      type: fc.constantFrom('Coop', 'Rebate', 'Claim'),
      lever: fc.constantFrom('x', 'y'),
      date: fc.constantFrom('2024-10-31', '2025-01-01'),
      calculated: fc.constantFrom('2024-11-16', '2024-11-17', ''),
      amount: fc.constantFrom('10', '20', 'x'),
    });
    const contents = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => small(...rows.map(smallRow)));
    await fc.assert(
      fc.asyncProperty(contents, contents, contents, async (a, b, c) => {
        fc.pre(new Set([a, b, c]).size === 3);
        const [one, two] = [await read(a, b), await readReports([file('3.csv', c)])];
        expect(essence(mergeImports(one, two))).toEqual(essence(await read(a, b, c)));
        expect(essence(mergeImports(mergeImports(await read(a), await read(b)), two))).toEqual(essence(await read(a, b, c)));
      }),
      { numRuns: 200 },
    );
  });
  it('change nothing when the files are the same', async () => {
    const once = await read(SAMPLE_TEXT);
    expect(mergeImports(once, await readReports([file('renamed.csv', SAMPLE_TEXT)]))).toBe(once);
  });
  it('take a later report of the same period: what was calculated anew replaces, what is new is added', async () => {
    const before = await read(small(smallRow({ id: '1' }), smallRow({ id: '2' })));
    const after = mergeImports(
      before,
      await read(small(smallRow({ id: '1' }), smallRow({ id: '2', amount: '70', calculated: '2024-12-16' }), smallRow({ id: '3' }))),
    );
    expect(after).toMatchObject({
      rows: 5,
      counted: 3,
      repeats: { rows: 2, micros: 200_000_000 },
      complete: true,
      asOf: '2024-12-16',
      months: [{ micros: 270_000_000 }],
    });
    expect(after.files.map(({ name }) => name)).toEqual(['1.csv', '1.csv (2)']);
  });
  it('count every row somewhere, also when they share some of their files', async () => {
    const shared = small(
      smallRow({ id: '1' }),
      smallRow({ id: '2' }),
      smallRow({ id: '', amount: '5' }),
      smallRow({ id: '4', amount: 'x' }),
    );
    const one = await read(small(smallRow({ id: '0' })), shared);
    const two = await read(shared, small(smallRow({ id: '2' }), smallRow({ id: '3' })));
    const merged = mergeImports(one, two);
    expect(merged).toMatchObject({ rows: 7, counted: 5, repeats: { rows: 1 }, quarantinedRows: 1 });
  });
  it('keep rows without earning IDs apart by their files', async () => {
    const header = SMALL_HEADER.slice(1);
    const [a, b] = ['100', '200'].map((amount) => csv([header, smallRow({ amount }).slice(1)])) as [string, string];
    expect(mergeImports(await read(a), await read(b, a))).toMatchObject({
      rows: 2,
      counted: 2,
      months: [{ micros: 300_000_000, counted: 2 }],
    });
  });
});
