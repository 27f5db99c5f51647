import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { monthRow } from '../../support/records';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import { MICROS_A_CENT } from '../../../src/domain/money/money';
import { explainChartNumber } from '../../../src/planner/funds/chart-number';
import { byMonthAndLever, rowsOf } from '../../../src/pane/features/funds/coop-chart';
import { evidenceOf } from '../../../src/planner/funds/evidence';
import { totalFormula } from '../../../src/pane/features/funds/half-totals';
import { chartPlanOf } from '../../../src/pane/features/funds/native-chart';
import type { FundView } from '../../../src/planner/funds/funds-view';
import type { MonthRow } from '../../../src/reports/import/earnings-import';

const MCI = 'Microsoft Commerce Incentives';
const fund = (over: Partial<FundView>): FundView =>
  ({ months: [], origin: null, skipped: 0, program: MCI, coop: 100, threshold: 1_000_000, ...over }) as FundView;

describe('what a native chart is made from', () => {
  it.each<[string, MonthRow[], number]>([
    ['one month', [monthRow()], 6],
    ['seven months', [monthRow({ month: '2024-04' }), monthRow()], 7],
    [
      'months after the last co-op, which the chart ends with',
      [monthRow({ month: '2024-01' }), monthRow({ month: '2024-12', kind: 'rebate', earningType: 'Rebate' })],
      12,
    ],
    ['three years', [monthRow({ month: '2022-01' }), monthRow({ month: '2024-12' })], 24],
    ['no co-op', [monthRow({ kind: 'rebate' })], 6],
  ])('%s', (_title, months, expected) => expect(chartPlanOf(months).months).toBe(expected));

  it('the levers by what they bring, and every spelling of co-op that the table has', () => {
    const plan = chartPlanOf([
      monthRow({ lever: 'Small', cents: 1 }),
      monthRow({ lever: 'Large', cents: 9 }),
      monthRow({ lever: 'Paid', kind: 'rebate', earningType: 'Rebate', cents: 99 }),
      monthRow({ lever: 'Small', earningType: 'Co-op' }),
    ]);
    expect(plan.levers).toEqual(['Small', 'Large']);
    expect(plan.types).toEqual(['Coop', 'Adjustment-Coop', 'Co-op']);
  });
});

describe('the numbers of the chart', () => {
  const LEVERS = ['A', 'B', 'C', 'D', 'E', 'F'];
  const months = [
    ...LEVERS.map((lever, n) => monthRow({ lever, cents: 600 - n, counted: n + 1 })),
    monthRow({ lever: '', cents: 5 }),
    monthRow({ lever: 'A', month: '2024-11', cents: -7 }),
    monthRow({ kind: 'rebate', lever: 'A', cents: 1e6 }),
  ];

  it('each is the sum of its rows', () => {
    const { columns, levers } = byMonthAndLever(months);
    for (const { month, cents } of columns) {
      cents.forEach((amount, lever) =>
        expect(rowsOf(months, month, lever, levers).reduce((sum, { micros }) => sum + micros, 0)).toBe(amount * MICROS_A_CENT),
      );
    }
    expect(
      columns
        .flatMap((_, index) => levers.map((__, lever) => rowsOf(months, columns[index]!.month, lever, levers).length))
        .reduce((a, b) => a + b),
    ).toBe(8);
  });

  it('are for every month from the first to the last, so that months without co-op leave a gap', () => {
    const { columns } = byMonthAndLever([
      monthRow({ month: '2026-01', cents: 7 }),
      monthRow({ month: '2024-11' }),
      monthRow({ month: '2025-01', cents: 5 }),
    ]);
    expect(columns).toHaveLength(15);
    expect(columns.filter(({ cents }) => cents[0] !== 0).map(({ month, cents }) => [month, cents])).toEqual([
      ['2024-11', [100]],
      ['2025-01', [5]],
      ['2026-01', [7]],
    ]);
    expect(columns.slice(1, 4).map(({ month }) => month)).toEqual(['2024-12', '2025-01', '2025-02']);
    expect(byMonthAndLever([]).columns).toEqual([]);
  });

  it('are taken apart into rows, their rule and its source', () => {
    provideContext(PLAIN_WORKBOOK);
    const taken = explainChartNumber(
      '2024-10',
      'Core',
      [monthRow({ counted: 2, repeats: 1, cents: 360_000 }), monthRow({ partnerId: '7', cents: -1_000 })],
      new Map([['7', 'UK']]),
      workbookRules()!,
    );
    expect(taken.calls[0]).toMatchObject({ result: { cells: [['$3,590.00']] }, rules: [{ source: { title: expect.any(String) } }] });
    expect(taken.calls[0]!.steps).toEqual([
      `Partner ID 1234567, ${MCI}, Coop, Core: $3,600.00 from 2 earnings, 1 duplicate dropped.`,
      `Partner ID UK · 7, ${MCI}, Coop, Core: -$10.00 from 1 earning.`,
      'Total $3,590.00. 3 earnings counted, 1 duplicate dropped, in 2 rows of CoopEarnings.',
    ]);
  });

  it('of very many rows, the largest are named and the rest counted; an unknown program has no rule', () => {
    const taken = explainChartNumber(
      '2024-10',
      'Core',
      Array.from({ length: 25 }, (_, n) => monthRow({ program: 'Mine', cents: n })),
      new Map(),
      workbookRules()!,
    );
    expect(taken.calls[0]!.steps.at(-2)).toBe('And 5 more rows.');
    expect(taken.calls[0]!.rules).toEqual([]);
  });
});

const RULES = [
  'An earning counts once, by its earning ID: reports repeat it. Source: Earnings report: Growth (Microsoft Learn).',
  'Its half is that of its earning date, which is in UTC; whether it is co-op or rebate its earning type says. Source: Earnings report: Default (Microsoft Learn).',
];

describe('where a number of some funds comes from', () => {
  beforeEach(() => provideContext(PLAIN_WORKBOOK));

  it('counts the rows of the kinds asked for, and names files and the latest day', () => {
    const funds = [
      fund({
        months: [monthRow({ counted: 3, repeats: 1 }), monthRow({ kind: 'rebate', counted: 9 })],
        origin: { asOf: '2025-01-16', source: 'a.csv', skipped: 0 },
      }),
      fund({ months: [monthRow({ counted: 1 })], origin: { asOf: '2025-02-16', source: 'a.csv', skipped: 2 }, skipped: 2 }),
    ];
    expect(evidenceOf(funds, ['co-op'])).toEqual([
      '4 earnings counted, 1 duplicate dropped, in 2 rows of CoopEarnings. They come from a.csv.',
      'The report is calculated through Feb 16, 2025.',
      ...RULES,
      "Incomplete: 2 rows of the report couldn't be counted.",
    ]);
    expect(evidenceOf([fund({})], ['co-op'])).toEqual(['0 earnings counted, no duplicates dropped, in 0 rows of CoopEarnings.', ...RULES]);
    expect(evidenceOf([fund({})], ['rollover']).at(-1)).toMatch(
      /^The reason "Co-op rollover" .* Source: Earnings report: Default \(Microsoft Learn\)\.$/,
    );
  });

  it.each<[string, FundView[], 'co-op' | 'usable', string]>([
    [
      'one program, several Partner IDs',
      [fund({}), fund({})],
      'co-op',
      `=COOP.ACCRUED(CoopEarnings[#All],"FY25 H1","all","co-op","${MCI}")`,
    ],
    [
      'a program without co-op is left out',
      [fund({ coop: 0 }), fund({ program: 'OSA "x"' })],
      'usable',
      '=COOP.USABLE(CoopEarnings[#All],"FY25 H1","all","usable","OSA ""x""")',
    ],
    ['one without a threshold adds nothing usable', [fund({ threshold: null })], 'usable', ''],
    [
      'two programs',
      [fund({}), fund({ program: 'B' })],
      'co-op',
      `=COOP.ACCRUED(CoopEarnings[#All],"FY25 H1","all","co-op","${MCI}")+COOP.ACCRUED(CoopEarnings[#All],"FY25 H1","all","co-op","B")`,
    ],
  ])('a total: %s', (_title, funds, which, expected) => expect(totalFormula({ funds, label: 'FY25 H1' }, which)).toBe(expected));
});
