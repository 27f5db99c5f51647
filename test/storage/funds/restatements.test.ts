import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { compareById, compareMonths, type PlacedEarning, type Restatement } from '../../../src/domain/earnings/restatements';
import { placedRows } from '../../../src/storage/funds/placed-earnings';
import { isFullLaw } from '../../support/laws';
import { earningRow } from '../../support/records';

const DOLLAR = 1_000_000;
const placedOf = (rows: EarningRow[]): PlacedEarning[] => placedRows(rows).earnings;
const byId = (before: EarningRow[], after: EarningRow[]) => compareById(placedOf(before), placedOf(after));
const byMonth = (before: EarningRow[], after: EarningRow[]) => compareMonths(placedOf(before), placedOf(after));
const shown = ({ kind, before, after }: Restatement) => [kind, before && before.micros / DOLLAR, after && after.micros / DOLLAR];

const OCTOBER = earningRow();
const NOVEMBER = earningRow({ earningId: 'e2', earned: '2024-11-30', amount: 50 * DOLLAR });
const REBATE = earningRow({ earningId: 'e3', earningType: 'Rebate', amount: 54 * DOLLAR });
const BEFORE = [OCTOBER, NOVEMBER, REBATE];
const after = (row: EarningRow, over: Partial<EarningRow>): EarningRow[] =>
  BEFORE.map((each) => (each === row ? { ...each, ...over } : each));

describe('two reports, compared by earning ID', () => {
  it('that differ only in spelling and order, or repeat a row, are the same', () => {
    const again = [...BEFORE].reverse().map((row) => ({
      ...row,
      partnerId: `MPN 0${row.partnerId}`,
      program: 'MICROSOFT commerce-incentives',
      lever: 'core',
      earningType: row === REBATE ? 'REBATE' : 'Co-op',
      calculated: '2025-02-01',
      engagement: 'Modern Work',
    }));
    expect(byId(BEFORE, [...again, again[0]!])).toEqual({ restatements: [], added: [] });
  });

  it.each<[string, EarningRow[], unknown[][]]>([
    ['another amount', after(NOVEMBER, { amount: 49.5 * DOLLAR }), [['changed', 50, 49.5]]],
    ['another month', after(OCTOBER, { earned: '2024-11-02' }), [['moved', 36, 36]]],
    ['another lever, and less of it', after(OCTOBER, { lever: 'Tier 1', amount: 30 * DOLLAR }), [['moved', 36, 30]]],
    ['another Partner ID', after(OCTOBER, { partnerId: '77' }), [['moved', 36, 36]]],
    ['a rebate that is now co-op', after(REBATE, { earningType: 'Coop' }), [['type changed', 54, 54]]],
    [
      'an earning less',
      [OCTOBER, REBATE, { ...NOVEMBER, earningId: 'e2b', lever: 'Other', amount: 1 }],
      [
        ['gone', 50, null],
        ['new in an old month', null, 0.000_001],
      ],
    ],
    [
      'an earning more in an old month',
      [...BEFORE, { ...OCTOBER, earningId: 'e9', amount: 5 * DOLLAR }],
      [['new in an old month', null, 5]],
    ],
    ['the same under a new ID', after(NOVEMBER, { earningId: 'e2b' }), [['booked again', 50, 50]]],
    ['a reversal', [...BEFORE, { ...NOVEMBER, earningId: 'r', amount: -50 * DOLLAR }], [['canceled', 50, null]]],
    [
      'a reversal, and the amount again',
      [...BEFORE, { ...NOVEMBER, earningId: 'r', amount: -50 * DOLLAR }, { ...NOVEMBER, earningId: 'e2b' }],
      [['booked again', 50, 50]],
    ],
  ])('show %s', (_name, later, expected) => {
    const { restatements, added } = byId(BEFORE, later);
    expect([restatements.map(shown), added]).toEqual([expected, []]);
  });

  it("take nothing for a change that the other report doesn't cover", () => {
    const december = earningRow({ earningId: 'e4', earned: '2024-12-31' });
    const ofAnother = earningRow({ earningId: 'e5', partnerId: '77' });
    const fee = earningRow({ earningId: 'e6', earningType: 'Fee' });
    // a new month, another Partner ID, and another type add to the past
    const found = byId(BEFORE, [...BEFORE, december, ofAnother, fee]);
    expect([found.restatements, found.added.map(({ earningId }) => earningId)]).toEqual([[], ['e4', 'e5', 'e6']]);
    // a report of other months or types, or without a Partner ID, says nothing of the rest
    expect(byId([...BEFORE, december, ofAnother, fee], BEFORE).restatements).toEqual([]);
  });

  it('know an earning by its latest calculation', () => {
    const corrected = { ...NOVEMBER, amount: 20 * DOLLAR, calculated: '2025-02-01T00:00:00Z' };
    expect(byId(BEFORE, [corrected, ...BEFORE]).restatements.map(shown)).toEqual([['changed', 50, 20]]);
    expect(byId(BEFORE, [...BEFORE, corrected]).restatements.map(shown)).toEqual([['changed', 50, 20]]);
  });

  it("can't be compared so without earning IDs", () => {
    const { earnings, unidentified } = placedRows([OCTOBER, { ...NOVEMBER, earningId: '' }]);
    expect([earnings, unidentified].map((found) => found.map(({ month }) => month))).toEqual([['2024-10'], ['2024-11']]);
  });
});

describe('monthly amounts, compared', () => {
  it('show what changed in each place, and what a new month adds', () => {
    const later = [...after(NOVEMBER, { amount: 49.5 * DOLLAR }), { ...OCTOBER, earningId: 'e6', lever: 'Tier 1', amount: DOLLAR }];
    const { restatements, added } = byMonth(BEFORE, [...later, earningRow({ earned: '2024-12-31', earningId: 'e7' })]);
    expect(restatements.map(shown)).toEqual([
      ['changed', 50, 49.5],
      ['new in an old month', null, 1],
    ]);
    expect(added.map(({ month }) => month)).toEqual(['2024-12']);
  });

  it('show an amount that moved, if it can be no other', () => {
    expect(byMonth(BEFORE, after(OCTOBER, { lever: 'Tier 1' })).restatements.map(shown)).toEqual([['moved', 36, 36]]);
    expect(byMonth(BEFORE, after(REBATE, { earningType: 'Coop' })).restatements.map(shown)).toEqual([['type changed', 54, 54]]);
    const twice = [
      { ...OCTOBER, lever: 'Tier 1' },
      { ...OCTOBER, earningId: 'e8', lever: 'Tier 2' },
    ];
    expect(
      byMonth(BEFORE, [NOVEMBER, REBATE, ...twice])
        .restatements.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['gone', 'new in an old month', 'new in an old month']);
  });
});

describe('the law of restatements', () => {
  const ROWS = isFullLaw ? 100_000 : 4_000;
  const PLANTED = 50;
  const KINDS = ['changed', 'month', 'lever', 'partner', 'type', 'gone', 'new', 'booked again', 'reversed', 'canceled'] as const;

  it(`${PLANTED} changes planted in ${ROWS.toLocaleString('en-US')} rows are all found, none are invented, to the cent`, () => {
    const guid = (n: number): string => `${n.toString(16).padStart(8, '0')}-aaaa-4bbb-8ccc-0123456789ab`;
    // amounts with parts of a cent, all different, so that a change is in one row only
    const before = Array.from({ length: ROWS }, (_, n) =>
      earningRow({
        earningId: guid(n + 1),
        partnerId: `${1_000_000 + (n % 7)}`,
        lever: `Lever – ${n % 11}`,
        earningType: n % 3 === 0 ? 'Coop' : 'Rebate',
        earned: `2025-${String(7 + (n % 6)).padStart(2, '0')}-15`,
        amount: 10_000_000 + n * 1_003,
      }),
    );
    const after = before.map((row) => ({
      ...row,
      earningId: `{${row.earningId.toUpperCase()}}`,
      partnerId: `0${row.partnerId}`,
      lever: row.lever.replace('–', '-').toUpperCase(),
      earningType: row.earningType === 'Coop' ? 'Co-op' : 'REBATE',
    }));
    const expected: unknown[][] = [];
    const lines: EarningRow[] = [];
    const removed = new Set<number>();
    for (let n = 0; n < PLANTED; n++) {
      const kind = KINDS[n % KINDS.length]!;
      const index = Math.floor((n * ROWS) / PLANTED) + 3 * (n % 5);
      const row = after[index]!;
      const amount = row.amount as number;
      const change = (over: Partial<EarningRow>, found: string, is = amount): void => {
        after[index] = { ...row, ...over };
        expected.push([found, amount / DOLLAR, is / DOLLAR]);
      };
      if (kind === 'changed') change({ amount: amount - 10_000 }, 'changed', amount - 10_000);
      else if (kind === 'month') change({ earned: row.earned === '2025-07-15' ? '2025-08-15' : '2025-07-15' }, 'moved');
      else if (kind === 'lever') change({ lever: 'Lever - new' }, 'moved');
      else if (kind === 'partner') change({ partnerId: '1000009' }, 'moved');
      else if (kind === 'type') change({ earningType: row.earningType === 'REBATE' ? 'Coop' : 'Rebate' }, 'type changed');
      else if (kind === 'booked again') change({ earningId: guid(900_000 + n) }, 'booked again');
      else if (kind === 'gone') {
        removed.add(index);
        expected.push(['gone', amount / DOLLAR, null]);
      } else if (kind === 'new') {
        lines.push({ ...row, earningId: guid(900_000 + n), amount: 7_770_000 + n });
        expected.push(['new in an old month', null, (7_770_000 + n) / DOLLAR]);
      } else {
        lines.push({ ...row, earningId: guid(900_000 + n), amount: -amount });
        if (kind === 'reversed') lines.push({ ...row, earningId: guid(950_000 + n) });
        expected.push(kind === 'reversed' ? ['booked again', amount / DOLLAR, amount / DOLLAR] : ['canceled', amount / DOLLAR, null]);
      }
    }
    const later = [...after.filter((_, index) => !removed.has(index)), ...lines];
    const { restatements, added } = byId(before, later);
    expect(added).toEqual([]);
    expect(restatements.map(shown).sort()).toEqual(expected.sort());
    // by month the same money, whatever it is called
    const moneyOf = (list: readonly Restatement[]): number =>
      list.reduce((sum, { before: was, after: is }) => sum + (is?.micros ?? 0) - (was?.micros ?? 0), 0);
    const months = byMonth(before, later);
    expect(moneyOf(months.restatements) + months.added.reduce((sum, { micros }) => sum + micros, 0)).toBe(moneyOf(restatements));
    expect(
      byMonth(
        before,
        before.map((row) => ({ ...row, partnerId: `0${row.partnerId}` })),
      ).restatements,
    ).toEqual([]);
  });
});
