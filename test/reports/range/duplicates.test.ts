import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { comparableEarningId } from '../../../src/domain/earnings/earning-id';
import { dropRepeats } from '../../../src/reports/range/duplicates';
import { readRows } from '../../../src/reports/range/rows';

const HEADER = ['earningId', 'participantId', 'programName', 'earningType', 'earningDate', 'earningAmountUSD', 'calculationDate'];
const read = (rows: unknown[][]) => readRows([HEADER, ...rows]);
const all = (count: number) => Int32Array.from({ length: count }, (_, index) => index);

describe('repeats', () => {
  it('keeps the first of each earning and says how many were dropped', () => {
    const rows = read(['a', 'b', 'a', 'a'].map((id) => [id, '1', 'MCI', 'Coop', '2024-03-10', 5, '']));
    const { counted: unique, dropped, disputed } = dropRepeats(rows, all(4));
    expect([[...unique], [...dropped], disputed]).toEqual([[0, 1], [2, 0, 0, 0], []]);
  });

  it('takes the row calculated last, and accounts for the others', () => {
    const rows = read([
      ['a', '1', 'MCI', 'Coop', '2024-03-10', 5, '2024-04-01'],
      ['a', '1', 'MCI', 'Coop', '2024-03-10', 6, '2024-05-01'],
      ['a', '1', 'MCI', 'Coop', '2024-03-10', 5, ''],
    ]);
    const { counted: unique, dropped } = dropRepeats(rows, all(3));
    expect([[...unique], dropped[1]]).toEqual([[1], 2]);
  });

  it('keeps earnings apart whose IDs have the same hash', () => {
    // three pairs of words that FNV-1a cannot tell apart
    const words = ['costarring', 'liquid', 'declinate', 'macallums', 'altarage', 'zinke'];
    const rows = read([...words, ...words, ' liquid\u00a0'].map((id) => [id, '1', 'MCI', 'Coop', '2024-03-10', 5, '']));
    const { counted: unique, dropped } = dropRepeats(rows, all(13));
    expect([[...unique], [...dropped].slice(0, 6)]).toEqual([
      [0, 1, 2, 3, 4, 5],
      [1, 2, 1, 1, 1, 1],
    ]);
  });

  it('finds each repeat among many rows, wherever it stands', () => {
    const ids = Array.from(
      { length: 30_000 },
      (_, index) => `00000000-0000-4000-8000-${String((index * 7919) % 20_011).padStart(12, '0')}`,
    );
    const rows = read(ids.map((id) => [id, '1', 'MCI', 'Coop', '2024-03-10', 5, '']));
    const { counted: unique, dropped } = dropRepeats(rows, all(ids.length));
    const firsts = new Map<string, number>();
    ids.forEach((id, index) => !firsts.has(id) && firsts.set(id, index));
    expect([...unique]).toEqual([...firsts.values()]);
    expect(dropped.reduce((sum, count) => sum + count, 0)).toBe(ids.length - firsts.size);
  });

  it('agrees with the plain way of doing it, for any rows', () => {
    const row = fc.tuple(
      fc.oneof(fc.constantFrom('a', 'b', ' a', '', 1), fc.string({ maxLength: 2 })),
      fc.constantFrom('1', 'MPN 1', '2'),
      fc.constantFrom('MCI', 'x'),
      fc.constantFrom('Coop', 'co-op', 'Rebate'),
      fc.constantFrom('2024-01-01', '2024-01-02'),
      fc.constantFrom(1, 2),
      fc.constantFrom('', '2024-02-01', '2024-02-02'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (cells) => {
        const rows = read(cells);
        const { counted: unique, dropped, disputed } = dropRepeats(rows, all(rows.count));
        const counted = [...unique, ...disputed];
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.reduce((sum, index) => sum + dropped[index]! + 1, 0)).toBe(rows.count);
        const earnings = new Map<string, string[][]>();
        cells.forEach((cell, index) => {
          const id = comparableEarningId(String(cell[0]));
          const key = JSON.stringify(id === '' ? index : [id, cell[1].replace('MPN ', ''), cell[2], cell[3] === 'Rebate']);
          earnings.set(key, [...(earnings.get(key) ?? []), [`${cell[4]} ${cell[5]}`, cell[6]]]);
        });
        const settled = [...earnings.values()].flatMap((readings) => {
          const latest = new Map<string, string>();
          for (const [what, when] of readings) latest.set(what!, [latest.get(what!) ?? '', when!].sort().at(-1)!);
          const last = [...latest.values()].sort().at(-1);
          const winners =
            latest.size === 1 ? [...latest] : [...latest.values()].includes('') ? [] : [...latest].filter(([, when]) => when === last);
          return winners.length === 1 ? [winners[0]![0]] : [];
        });
        const shown = [...unique].map((index) => `${cells[rows.position[index]! - 1]![4]} ${cells[rows.position[index]! - 1]![5]}`);
        expect(shown.sort()).toEqual(settled.sort());
      }),
    );
  });
});
