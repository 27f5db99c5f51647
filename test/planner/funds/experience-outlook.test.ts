import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Day } from '../../../src/domain/calendar/day';
import { describeExperienceTest, experienceOutlookOf } from '../../../src/planner/funds/experience-outlook';
import { outlookOf } from '../../../src/planner/funds/outlook';
import { backTest } from '../../../src/reports/back-test';
import { coopEarnedOn } from '../../../src/reports/experience';
import { fundsOf } from '../../../src/reports/funds';
import type { MonthRow } from '../../../src/reports/import/earnings-import';
import { monthRow } from '../../support/records';

const DOLLAR = 1_000_000;
const earned = (month: MonthRow['month'], coop: number, eligible: number | null, over: Partial<MonthRow> = {}): MonthRow =>
  monthRow({
    month,
    lever: 'Core - Modern Work & Security billed revenue',
    micros: Math.round(coop * DOLLAR),
    eligible: eligible === null ? null : Math.round(eligible * DOLLAR),
    ...over,
  });
/** 10,000 a month at 5%, at 4% since December; 16,000 in February. */
const SIX = [
  earned('2024-09', 500, 10_000),
  earned('2024-10', 500, 10_000),
  earned('2024-11', 500, 10_000),
  earned('2024-12', 400, 10_000),
  earned('2025-01', 400, 10_000),
  earned('2025-02', 640, 16_000),
];
const fundOn = (months: MonthRow[], asOf: Day, half = '2025') => {
  const fund = fundsOf({ months, skipped: [] }, (day) => workbookRules()!.rulesOn(day), asOf).at(-1)!;
  expect(String(fund.half.fiscalYear)).toBe(half);
  return { ...fund, months: months.filter(({ month }) => month >= (fund.half.half === 1 ? '2024-07' : '2025-01')) };
};
const outlookOn = (months: MonthRow[], asOf: Day) => experienceOutlookOf(fundOn(months, asOf), months, workbookRules()!, asOf);

describe('the outlook by experience', () => {
  it('has the half so far, and each open month at the latest rate on the average eligible amount', () =>
    // 4% of (5 × 10,000 + 16,000) ÷ 6 is 440 a month: 1,040 + 4 × 440. Needed: 8,960 ÷ 4, and that ÷ 4%
    expect(outlookOn(SIX, '2025-03-10')).toMatchObject({
      kind: 'experience',
      actual: 104_000,
      perMonth: 44_000,
      expected: 280_000,
      threshold: 1_000_000,
      shortfall: 896_000,
      expectedShortfall: 720_000,
      neededPerMonth: 224_000,
      remainingMonths: 4,
      eligiblePerMonth: 5_600_000,
    }));

  it('leaves the projection by the pace as it is', () =>
    // 1,040 in two months, and four months of 520
    expect(outlookOf(fundOn(SIX, '2025-03-10'), SIX, workbookRules()!, '2025-03-10')).toMatchObject({
      kind: 'projected',
      projection: { expected: 312_000 },
    }));

  it('looks at the earlier half before a month of this one is over', () => {
    const first = [...SIX.slice(0, 4), earned('2025-01', 30, 750)];
    expect(outlookOf(fundOn(first, '2025-01-10'), first, workbookRules()!, '2025-01-10').kind).toBe('too little');
    // from October to December 1,400 on 30,000, and 10,000 a month: six months of 466.67
    expect(outlookOn(first, '2025-01-10')).toMatchObject({ perMonth: 46_667, expected: 280_000, remainingMonths: 6 });
  });

  it('is of its own Partner ID and program, in any spelling, and of co-op alone', () => {
    const others = [
      earned('2025-02', 9_999, 20_000, { partnerId: '7654321' }),
      earned('2025-02', 9_999, 20_000, { program: 'Hosting' }),
      earned('2025-02', 9_999, 20_000, { kind: 'rebate', earningType: 'Rebate' }),
    ];
    const spelled = SIX.map((row, n) =>
      n % 2 ? { ...row, partnerId: 'MPN 1234567', lever: 'core – modern work and security billed revenue' } : row,
    );
    const fund = fundOn(SIX, '2025-03-10');
    expect(experienceOutlookOf(fund, [...others, ...spelled], workbookRules()!, '2025-03-10')).toEqual(outlookOn(SIX, '2025-03-10'));
  });

  it('says that rates are unknown without eligible amounts, and that a threshold is', () => {
    const without = SIX.map((row) => ({ ...row, eligible: null }));
    expect(outlookOn(without, '2025-03-10')).toEqual({
      kind: 'unknown',
      why: 'Rates from experience are unknown: the reports have no eligible amounts for this fund. The Default download has them, in the column transactionAmountUSD.',
    });
    const unknown = SIX.map((row) => ({ ...row, program: 'Contoso Rewards' }));
    expect(outlookOn(unknown, '2025-03-10')).toEqual({ kind: 'unknown', why: 'No threshold is known for Contoso Rewards.' });
  });

  it('needs nothing once the threshold is reached', () => {
    const reached = [...SIX, earned('2025-02', 10_000, 250_000)];
    expect(outlookOn(reached, '2025-03-10')).toMatchObject({ shortfall: 0, neededPerMonth: 0, eligiblePerMonth: null });
  });
});

describe('co-op with its eligible amounts', () => {
  it('takes an adjustment without a transaction as earned on none, and no other earning', () =>
    expect(
      coopEarnedOn([earned('2025-01', 5, null, { earningType: 'Adjustment-Coop' }), earned('2025-01', 5, null)]).map(
        ({ eligible }) => eligible,
      ),
    ).toEqual([0, null]));
});

describe('experience beside the pace in past halves', () => {
  /** A half with co-op in each month at a rate in percent, on so much a month. */
  const half = (first: `${number}-${number}`, rates: number[], eligible: number | null): MonthRow[] =>
    rates.map((rate, n) => {
      const [year, month] = first.split('-').map(Number) as [number, number];
      return earned(`${year}-${String(month + n).padStart(2, '0')}` as MonthRow['month'], rate * 100, eligible);
    });

  it('tests both on the same halves, after the same months', () => {
    // 5% and then 4%, on 10,000 a month. By pace at the end of October: 500 × 4 + 2 × 500; by experience the same.
    const tests = backTest(half('2024-07', [5, 5, 5, 5, 4, 4], 10_000), '2025-02-01');
    expect(tests.map(({ monthsKnown, expected, byExperience, actual }) => [monthsKnown, expected, byExperience, actual])).toEqual([
      [1, 300_000, 300_000, 280_000],
      [2, 300_000, 300_000, 280_000],
      [3, 300_000, 300_000, 280_000],
      [4, 300_000, 300_000, 280_000],
      // 2,400 and a month of 480; by the rate of three months, 14 ÷ 3 percent: 466.67
      [5, 288_000, 286_667, 280_000],
    ]);
    expect(describeExperienceTest(tests)).toBe(
      'Tested on 1 past half (5 tests): experience was off by 7% and the pace by 7% (medians). Neither was closer.',
    );
  });

  it('learns from the half before', () => {
    const tests = backTest([...half('2024-01', [4, 4, 4, 4, 4, 4], 10_000), ...half('2024-07', [10, 4, 4, 4, 4, 4], 10_000)], '2025-02-01');
    const first = tests.find(({ half: { half: which }, monthsKnown }) => which === 1 && monthsKnown === 1)!;
    // the pace says 6 × 1,000; experience the mean of 400, 400, and 1,000
    expect(first).toMatchObject({ expected: 600_000, byExperience: 400_000, actual: 300_000 });
  });

  it('leaves out halves that are not complete, and says when there is nothing to test', () => {
    expect(backTest(half('2024-07', [5, 5, 5], 10_000), '2025-02-01')).toEqual([]);
    const blind = backTest(half('2024-07', [5, 5, 5, 5, 4, 4], null), '2025-02-01');
    expect(blind.map(({ byExperience }) => byExperience)).toEqual([null, null, null, null, null]);
    for (const tests of [[], blind])
      expect(describeExperienceTest(tests)).toMatch(/^The workbook has no half that has ended .* couldn't be tested/);
  });

  it('says which was closer', () => {
    const [test] = backTest(half('2024-07', [5, 5, 5, 5, 5, 5], 10_000), '2025-02-01');
    expect(describeExperienceTest([{ ...test!, expected: 330_000, byExperience: 309_000, actual: 300_000 }])).toBe(
      'Tested on 1 past half (1 test): experience was off by 3% and the pace by 10% (one test). Experience was closer.',
    );
    expect(describeExperienceTest([{ ...test!, expected: 303_000, byExperience: 240_000, actual: 300_000 }])).toMatch(
      /experience was off by 20% and the pace by 1% .* The pace was closer\.$/,
    );
  });
});
