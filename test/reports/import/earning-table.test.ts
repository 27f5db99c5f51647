import { describe, expect, it } from 'vitest';
import { EarningTable } from '../../../src/reports/import/earning-table';
import { hashText } from '../../../src/reports/import/text-hash';

describe('the table of earnings', () => {
  it('keeps hundreds of thousands of IDs apart that differ in little, and finds each again', () => {
    const table = new EarningTable(() => 0);
    const hash = { a: 0, b: 0 };
    const count = 200_000;
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < count; n++) {
        hashText(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, 1, 2, hash);
        table.add({
          hashA: hash.a,
          hashB: hash.b,
          day: 45_000,
          micros: n,
          eligible: NaN,
          calculated: 0,
          key: 0,
          rows: 1,
          file: 0,
          line: n,
        });
      }
    }
    const { micros, rows, next } = table.toColumns();
    expect([micros.length, Math.min(...rows.subarray(0, 1000)), Math.max(...next.subarray(0, 1000))]).toEqual([count, 2, -1]);
  });
  it('keeps one ID under two seeds apart', () => {
    const [a, b] = [
      { a: 0, b: 0 },
      { a: 0, b: 0 },
    ];
    hashText('id', 1, 2, a);
    hashText('id', 2, 1, b);
    expect([a.a === b.a, a.b === b.b]).toEqual([false, false]);
  });
});
