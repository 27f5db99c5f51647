import { describe, expect, it } from 'vitest';
import { KeyTable, MAX_KEYS } from '../../../src/reports/import/key-table';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, small, smallRow } from '../../support/report-files';

describe('a report whose rows have little in common', () => {
  it('is refused where its monthly amounts would fill the memory', () => {
    const keys = new KeyTable();
    const add = (n: number): number => keys.at(24_297, n % 1000, 0, 0, 0, Math.floor(n / 1000));
    for (let n = 0; n < MAX_KEYS; n++) add(n);
    expect(keys.keys).toHaveLength(MAX_KEYS);
    expect(add(MAX_KEYS - 1)).toBe(MAX_KEYS - 1);
    expect(() => add(MAX_KEYS)).toThrow(
      /^The reports have more than 200,000 monthly amounts by Partner ID, .*Bring in fewer files at once/,
    );
  });

  it('has its unreadable rows counted, by fund as far as there is room', async () => {
    const rows = Array.from({ length: 50_003 }, (_, n) =>
      smallRow({ id: `e${n}`, partner: `${1_000_000 + (n % 1000)}`, program: `Program ${Math.floor(n / 1000)}`, amount: 'x' }),
    );
    const given = await readReports([file('a.csv', small(...rows), 250_000)]);
    expect(given).toMatchObject({ quarantinedRows: 50_003, unplaced: 3 });
    expect(given.skipped).toHaveLength(50_000);
  });
});
