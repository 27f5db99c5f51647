import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import type { UncountedRow } from '../../../src/domain/earnings/uncounted-row';
import type { Cents } from '../../../src/domain/money/money';
import { parseHalf } from '../../../src/domain/calendar/half';
import { fundsOf } from '../../../src/reports/funds';
import { readReports } from '../../../src/reports/import/read-reports';
import { evidenceOfMonths, type FundEvidence } from '../../../src/reports/reconcile/evidence';
import { explainedBy, reconcile, settledCauses, type Reconciliation } from '../../../src/reports/reconcile/reconcile';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { uncounted } from '../../support/records';
import { file, small, smallRow } from '../../support/report-files';

// October 4,800.00, November 438.00, December 2,075.25: 7,313.25 in all.
const ROWS = [
  smallRow({ id: 'e1', date: '2024-10-05T09:00:00Z', amount: '3600.00' }),
  smallRow({ id: 'e2', date: '2024-10-20T09:00:00Z', amount: '1200.00' }),
  smallRow({ id: 'e3', date: '2024-11-10T09:00:00Z', amount: '850.50' }),
  smallRow({ id: 'e4', date: '2024-11-11T09:00:00Z', amount: '-412.50' }),
  smallRow({ id: 'e5', date: '2024-12-01T09:00:00Z', amount: '2000.00' }),
  smallRow({ id: 'e6', date: '2024-12-02T09:00:00Z', amount: '75.25' }),
];
const OURS = 731_325;
const ASKED = { partnerId: '1234567', program: 'Microsoft Commerce Incentives', half: parseHalf('FY25 H1')! };

interface Known {
  rows?: string[][];
  /** Rows that the workbook has in CoopSkipped. */
  skipped?: UncountedRow[];
  isOnlyMonths?: boolean;
}
const compare = async (earned: Cents, { rows = ROWS, skipped = [], isOnlyMonths = false }: Known = {}): Promise<Reconciliation> => {
  const sources = [file('a.csv', small(...rows))];
  const imported = await readReports(sources);
  const [fund] = fundsOf(imported, (day) => rulesOn(day), '2025-03-10');
  const evidence: FundEvidence = isOnlyMonths
    ? evidenceOfMonths(imported.months, ASKED, skipped)
    : { ...(await readFundEvidence(sources, ASKED)), uncounted: evidenceOfMonths([], ASKED, skipped).uncounted };
  return reconcile({
    fund: fund!,
    theirs: { earned, claimed: null, remaining: null },
    evidence,
    rules: rulesOn('2024-12-31'),
    asOf: '2025-03-10',
  });
};
const fitting = ({ causes }: Reconciliation) => causes.filter(({ fit }) => fit !== 'could be part').map(({ sentence }) => sentence);
const left = (result: Reconciliation) => explainedBy(result, new Set(settledCauses(result))).unexplained;

describe('a difference of exactly one row', () => {
  it.each<[string, Cents, string]>([
    [
      'the negative row left out',
      41_250,
      'The other figure leaves out a row: -$412.50 earned Nov 11, 2024 (a.csv, line 5, earning ID e4).',
    ],
    [
      'the negative row twice',
      -41_250,
      'The other figure counts a row twice: -$412.50 earned Nov 11, 2024 (a.csv, line 5, earning ID e4).',
    ],
    ['a row left out', -85_050, 'The other figure leaves out a row: $850.50 earned Nov 10, 2024 (a.csv, line 4, earning ID e3).'],
    ['a row twice', 7_525, 'The other figure counts a row twice: $75.25 earned Dec 2, 2024 (a.csv, line 7, earning ID e6).'],
    [
      'two rows left out',
      -127_525,
      'The other figure leaves out 2 rows: $1,200.00 earned Oct 20, 2024 (a.csv, line 3, earning ID e2) and $75.25 earned Dec 2, 2024 (a.csv, line 7, earning ID e6).',
    ],
    [
      'three rows left out',
      -452_575,
      'The other figure leaves out 3 rows: $3,600.00 earned Oct 5, 2024 (a.csv, line 2, earning ID e1), $850.50 earned Nov 10, 2024 (a.csv, line 4, earning ID e3), and $75.25 earned Dec 2, 2024 (a.csv, line 7, earning ID e6).',
    ],
    ['a month left out', -43_800, 'The other figure leaves out Nov 2024: $438.00 from 2 rows.'],
    ['a month twice', 480_000, 'The other figure counts this month twice: Oct 2024: $4,800.00 from 2 rows.'],
  ])('%s', async (_what, difference, sentence) => {
    const result = await compare(OURS + difference);
    expect(result.difference).toBe(difference);
    expect(fitting(result)).toEqual([sentence]);
    expect(left(result)).toBe(0);
  });

  it('a cent off explains nothing', async () => {
    for (const difference of [41_251, -85_049, -127_526, -43_801]) {
      const result = await compare(OURS + difference);
      expect(fitting(result)).toEqual([]);
      expect(left(result)).toBe(difference);
    }
  });

  it('with months alone, only a month can be named', async () => {
    expect(fitting(await compare(OURS - 43_800, { isOnlyMonths: true }))).toEqual([
      'The other figure leaves out Nov 2024: $438.00 from 2 rows.',
    ]);
    expect(fitting(await compare(OURS - 85_050, { isOnlyMonths: true }))).toEqual([]);
  });

  it('parts of a cent count: rows of 10.004 and 20.004 are 30.01, and without the second 10.00', async () => {
    const rows = [smallRow({ id: 'a', amount: '10.004' }), smallRow({ id: 'b', amount: '20.004' })];
    expect(fitting(await compare(1_000, { rows }))).toEqual([
      'The other figure leaves out a row: $20.004 earned Oct 31, 2024 (a.csv, line 3, earning ID b).',
    ]);
  });
});

describe('several rows of that amount', () => {
  const rows = [...ROWS, smallRow({ id: 'e7', amount: '75.25' }), smallRow({ id: 'e8', amount: '75.25' })];

  it('it is not known which, so nothing is taken as the explanation', async () => {
    const result = await compare(OURS + 15_050 - 7_525, { rows });
    expect(fitting(result)).toEqual([
      "The other figure leaves out one of 3 rows. Each has exactly this amount, so it's not known which: $75.25 earned Dec 2, 2024 (a.csv, line 7, earning ID e6); $75.25 earned Oct 31, 2024 (a.csv, line 8, earning ID e7); $75.25 earned Oct 31, 2024 (a.csv, line 9, earning ID e8).",
    ]);
    expect(result.causes[0]!.fit).toBe('one of several');
    expect(left(result)).toBe(-7_525);
  });

  it('so it is for pairs', async () => {
    const result = await compare(OURS + 15_050 - 15_050, { rows });
    expect(fitting(result)[0]).toMatch(
      /^The other figure leaves out 2 rows\. 3 combinations of rows have exactly this amount, so it's not known which: /,
    );
    expect(left(result)).toBe(-15_050);
  });

  it('pairs of so many rows that some add up to anything are not offered', async () => {
    // 40 rows from 100.00 to 139.00 in whole dollars: any sum from 201 to 277 dollars is one of their pairs
    const many = Array.from({ length: 40 }, (_, n) => smallRow({ id: `m${n}`, amount: `${100 + n}.00` }));
    const result = await compare(478_000 - 24_000, { rows: many });
    expect(fitting(result)).toEqual([]);
    expect(left(result)).toBe(-24_000);
  });
});

describe('a row that a duplicate, an adjustment, or another cause speaks about', () => {
  it('is not named a second time as a single row', async () => {
    const rows = [...ROWS, smallRow({ id: 'e6', date: '2024-12-02T09:00:00Z', amount: '75.25' })];
    const result = await compare(OURS + 7_525, { rows });
    expect(result.causes.filter(({ fit }) => fit === 'fits exactly').map(({ kind }) => kind)).toEqual(['repeats']);
  });

  it('duplicates are counted as on the card of the fund, of any type, and those of co-op are named', async () => {
    const rebate = smallRow({ id: 'r', type: 'Rebate' });
    const rows = [...ROWS, rebate, rebate, rebate, smallRow({ id: 'e6', date: '2024-12-02T09:00:00Z', amount: '75.25' })];
    const [fund] = fundsOf(await readReports([file('a.csv', small(...rows))]), (day) => rulesOn(day), '2025-03-10');
    expect(fund!.repeats).toBe(3);
    expect(fitting(await compare(OURS + 7_525, { rows }))).toEqual([
      'The other figure adds up every row. Here, duplicate and recalculated earnings count once: 3 duplicates dropped, 1 of them co-op.',
    ]);
    expect((await compare(OURS + 7_525, { rows, isOnlyMonths: true })).causes.map(({ sentence }) => sentence)).toContain(
      "3 duplicates dropped, 1 of them co-op. The report's rows show the amount.",
    );
  });

  it('another row of the same amount is another cause, so it is not known which', async () => {
    const rows = [...ROWS, smallRow({ id: 'a', amount: '75.25', type: 'Adjustment-Coop' })];
    const result = await compare(OURS, { rows });
    expect(result.causes.map(({ kind, fit }) => [kind, fit])).toEqual([
      ['single rows', 'one of several'],
      ['adjustments', 'one of several'],
    ]);
    expect(left(result)).toBe(-7_525);
  });
});

describe("a row that couldn't be counted", () => {
  const skipped = [uncounted({ micros: 160_960_000 })];

  it('of exactly the difference explains it, with its place and reason', async () => {
    for (const isOnlyMonths of [true, false]) {
      const result = await compare(OURS + 16_096, { skipped, isOnlyMonths });
      expect(fitting(result)).toEqual([
        'The other figure counts a row that couldn\'t be counted here: $160.96 (a.csv, line 21). The earning date "soon" can\'t be read. Write it like 2024-12-31. It may belong to this fund.',
      ]);
      expect(left(result)).toBe(0);
    }
  });

  it('of the other sign, or so large that more would be left, is not offered', async () => {
    expect((await compare(OURS - 16_096, { skipped, isOnlyMonths: true })).causes).toEqual([]);
    // 160.96 of 80.48 would leave 80.48 of the other sign
    expect((await compare(OURS + 8_048, { skipped, isOnlyMonths: true })).causes).toEqual([]);
    expect((await compare(OURS + 8_049, { skipped, isOnlyMonths: true })).causes).toMatchObject([
      { kind: 'rows not counted', fit: 'could be part', amount: 16_096 },
    ]);
  });

  it('one or two of several rows are found, and all of them together', async () => {
    const several = [20.37, 30.11, 45.93].map((amount, n) =>
      uncounted({ line: n + 2, half: 'FY25 H1', earningId: `u${n}`, micros: Math.round(amount * 1e6) }),
    );
    const named = async (cents: Cents) => fitting(await compare(OURS + cents, { skipped: several, isOnlyMonths: true }));
    expect(await named(3_011)).toEqual(["The other figure counts a row that couldn't be counted here: $30.11 (a.csv, line 3)."]);
    expect(await named(6_630)).toEqual([
      "The other figure counts 2 rows that couldn't be counted here: $20.37 (a.csv, line 2) and $45.93 (a.csv, line 4).",
    ]);
    expect(await named(9_641)).toEqual([
      "The other figure counts 3 rows that couldn't be counted here: $20.37 (a.csv, line 2); $30.11 (a.csv, line 3); $45.93 (a.csv, line 4).",
    ]);
  });

  it.each<[string, Partial<UncountedRow>]>([
    ['another Partner ID', { partnerId: '7654321' }],
    ['another half', { half: 'FY25 H2' }],
    ['another program', { program: 'CSP Direct Bill Partner' }],
    ['a rebate', { earningType: 'Rebate' }],
  ])('of %s is no cause', async (_of, over) =>
    expect((await compare(OURS + 16_096, { skipped: [uncounted(over)], isOnlyMonths: true })).causes).toEqual([]),
  );

  it('without an amount is said to be one, and explains no amount', async () => {
    const rows = [...ROWS, smallRow({ id: 'x', amount: 'many' })];
    const result = await compare(OURS + 100, { rows, isOnlyMonths: true });
    expect(result.causes).toMatchObject([{ kind: 'rows not counted', amount: null, rows: 1, fit: 'could be part' }]);
    expect(left(result)).toBe(100);
  });
});
