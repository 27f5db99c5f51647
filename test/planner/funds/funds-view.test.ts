import { beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import '../../support/custom-functions';
import { FakeTables } from '../../support/fake-tables';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Day } from '../../../src/domain/calendar/day';
import { byMonthAndLever } from '../../../src/pane/features/funds/coop-chart';
import { keptFunds } from '../../support/kept-funds';
import { monthsIn } from '../../../src/planner/store/earned-months';
import { describeBackTest, outlookOf } from '../../../src/planner/funds/outlook';
import { describeStatus } from '../../../src/planner/funds/fund-status-text';
import { fundsByHalf } from '../../../src/planner/funds/funds-view';
import { ImportSession } from '../../../src/planner/funds/import-session';
import { backTest } from '../../../src/reports/back-test';
import { readReports } from '../../../src/reports/import/read-reports';
import { unreadRows } from '../../../src/storage/funds/earnings-table';
import type { TextSource } from '../../../src/reports/import/report-source';

const SAMPLE = readFileSync(new URL('../../../assets/sample-earnings.csv', import.meta.url), 'utf8');

/** What the Funds screen shows of the sample report, once it is in the workbook. */
describe('the funds of the workbook', () => {
  const tables = new FakeTables();
  beforeAll(async () => {
    const session = new ImportSession({ tables, selectedReport: () => Promise.reject(new Error()) }, (sources, options) =>
      readReports(sources as TextSource[], options),
    );
    await session.readText(SAMPLE);
    await session.write();
  });
  const read = () => [tables.held.get('CoopEarnings')!, tables.held.get('CoopFunds')!] as const;
  const halves = (asOf: Day) => keptFunds(...read(), workbookRules()!, asOf);
  const fund = (asOf: Day, partnerId: string, half = 'FY25 H1') =>
    halves(asOf)
      .find(({ label }) => label === half)!
      .funds.find((candidate) => candidate.partnerId === partnerId && candidate.coop !== 0)!;

  it('stand by half, the newest first, with what they come to together', () => {
    expect(
      halves('2025-03-10').map(({ label, coop, aboveThreshold, belowThreshold }) => [label, coop, aboveThreshold, belowThreshold]),
    ).toEqual([
      ['FY25 H2', 65_000, 0, 65_000],
      ['FY25 H1', 2_001_999, 1_002_000, 999_999],
    ]);
  });

  it.each<[Day, string, string, RegExp]>([
    ['2024-12-10', '1234567', 'building up', /the threshold is reached/],
    ['2024-12-10', '7654321', 'will convert', /below threshold by \$0\.01\. At the current pace/],
    ['2025-02-15', '1234567', 'usable', /confirms the amount from Feb 16, 2025, when claims open\.$/],
    ['2025-02-16', '1234567', 'usable', /Unclaimed co-op lapses\.$/],
    [
      '2025-03-10',
      '1234567',
      'usable',
      /Activities through Jun 30, 2025 \(112 days left\); claims through Aug 15, 2025 \(158 days left\)\./,
    ],
    ['2025-06-30', '1234567', 'lapsing', /Activities through Jun 30, 2025 \(0 days left\); claims through Aug 15, 2025 \(46 days left\)\./],
    ['2025-03-10', '7654321', 'converted', /converts to rebate: below threshold by \$0\.01\. Estimated payment: Feb 14, 2025\.$/],
    ['2025-08-14', '1234567', 'lapsing', /ended; claims through Aug 15, 2025 \(1 day left\)\./],
    ['2025-08-16', '1234567', 'lapsed', /resolved through Sep 30, 2025/],
    ['2025-10-01', '1234567', 'closed', /Closed since Sep 30, 2025/],
  ])('on %s, %s is %s, in words', (asOf, partnerId, status, words) => {
    const shown = fund(asOf, partnerId);
    expect(shown.status).toBe(status);
    expect(describeStatus(shown, asOf)).toMatch(words);
    expect(shown.row).not.toBeNull();
  });

  it.each<[number, boolean, RegExp]>([
    [
      19_999,
      true,
      /^\$199\.99 converts to rebate: below threshold by \$9,800\.01\. Payments below \$200\.00 per program and earning type wait until that amount is reached\.$/,
    ],
    [20_000, false, /^\$200\.00 converts to rebate: .* Estimated payment: Feb 14, 2025\.$/],
  ])('of %d cents that convert wait for $200: %s', (coop, isPaymentWaiting, words) => {
    const small = { ...fund('2025-03-10', '7654321'), coop, shortfall: 1_000_000 - coop };
    const [half] = fundsByHalf([small], workbookRules()!);
    expect(half!.funds[0]).toMatchObject({ isPaymentWaiting, paidAbout: isPaymentWaiting ? null : '2025-02-14' });
    expect(describeStatus(half!.funds[0]!, '2025-03-10')).toMatch(words);
  });

  it('of a half whose last months are in no report are neither converted nor lost: what is missing and expected is said', () => {
    const [january] = halves('2025-07-10')
      .find(({ label }) => label === 'FY25 H2')!
      .funds.filter(({ coop }) => coop !== 0);
    expect(january).toMatchObject({
      status: 'incomplete',
      paidAbout: null,
      missing: ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06'],
    });
    expect(describeStatus(january!, '2025-07-10')).toBe(
      "Not known yet: Feb 2025 through Jun 2025 aren't in a report. $650.00 of co-op so far, $3,900.00 expected; the threshold is $10,000.00. Bring in a newer earnings report.",
    );
    expect(describeStatus({ ...january!, missing: ['2025-06'], expected: null }, '2025-07-10')).toBe(
      "Not known yet: Jun 2025 isn't in a report. $650.00 of co-op so far; the threshold is $10,000.00. Bring in a newer earnings report.",
    );
  });

  it('points out what is exactly at the threshold, and a threshold that is not known', () => {
    const statusOf = (change: Partial<ReturnType<typeof fund>>) =>
      describeStatus({ ...fund('2025-03-10', '1234567'), ...change }, '2025-03-10');
    expect(statusOf({ coop: 1_000_000, usable: 1_000_000 })).toMatch(
      /exactly at the threshold\. Losing one cent would convert all of it to rebate\.$/,
    );
    expect(statusOf({ coop: 1_000_000, usable: 0, shortfall: 1, status: 'converted' })).toMatch(
      /exactly at the threshold, which must be exceeded\.$/,
    );
    expect(statusOf({ coop: 1_000_001 })).not.toMatch(/exactly/);
    expect(statusOf({ threshold: null, usable: null, status: 'no threshold known' })).toMatch(
      /^No threshold is known for this program and half/,
    );
  });

  it('looks ahead as COOP.PROJECTION does', () => {
    const months = monthsIn(read()[0]);
    expect(outlookOf(fund('2024-11-30', '1234567'), months, workbookRules()!, '2024-11-30')).toMatchObject({
      kind: 'projected',
      later: 277_000,
      expectedShortfall: 130_000,
      neededPerMonth: 275_000,
      projection: { expected: 870_000, pace: 145_000 },
    });
    expect(outlookOf(fund('2024-12-10', '1234567'), months, workbookRules()!, '2024-12-10')).toMatchObject({ later: 0 });
    expect(outlookOf(fund('2024-07-10', '1234567'), months, workbookRules()!, '2024-07-10')).toMatchObject({
      kind: 'too little',
      why: expect.stringContaining('complete'),
    });
  });

  it('says how the look ahead would have done, or that it can’t be tried', () => {
    expect(describeBackTest([])).toMatch(/couldn't be tested/);
    // the sample tells of three months of its half
    expect(describeBackTest(backTest(monthsIn(read()[0]), '2025-06-30'))).toMatch(/couldn't be tested/);
    const [first] = monthsIn(read()[0]).filter(({ kind }) => kind === 'co-op');
    const halves = ['2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] as const;
    const whole = halves.map((month, n) => ({ ...first!, month, micros: (n + 1) * 1_000_000_000 }));
    expect(describeBackTest(backTest(whole, '2025-06-30'))).toBe(
      'Tested on 1 past half, after each of the first five months (5 tests): expected co-op was off by 43% (median). ' +
        '4 of them had a low and a high case; the half ended between them in 0.',
    );
  });

  it('a row people add counts, as it does for the functions', () => {
    const now = tables.held.get('CoopEarnings')!;
    tables.type('CoopEarnings', {
      Month: 45566,
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Earning type': 'Coop',
      'Amount USD': 80,
    });
    expect(fund('2025-03-10', '1234567').coop).toBe(1_010_000);
    tables.held.set('CoopEarnings', now);
  });

  it('says how many rows can’t be read', () => {
    const now = tables.held.get('CoopEarnings')!;
    tables.type('CoopEarnings', { Month: 'last October', 'Partner ID': '1234567', 'Amount USD': 80 });
    expect(unreadRows(tables.held.get('CoopEarnings')!)).toBe(1);
    tables.held.set('CoopEarnings', now);
    expect(unreadRows(now)).toBe(0);
  });

  it.each<[string | number, boolean]>([
    ['2017-12', false],
    ['2017-12-31', false],
    [43_100, false],
    ['2018-01', true],
    [43_101, true],
    ['2024-13', false],
    ['2100-01', false],
    [73_051, false],
    ['2099-12', true],
  ])('a row people add for month %j is one of a fund: %j, else it is told', (month, isRead) => {
    const now = tables.held.get('CoopEarnings')!;
    tables.type('CoopEarnings', {
      Month: month,
      'Partner ID': '5',
      Program: 'Microsoft Commerce Incentives',
      'Earning type': 'Coop',
      'Amount USD': 80,
    });
    const added = tables.held.get('CoopEarnings')!;
    tables.held.set('CoopEarnings', now);
    const funds = keptFunds(added, null, workbookRules()!, '2025-03-10').flatMap((half) => half.funds);
    expect([unreadRows(added), funds.filter(({ partnerId }) => partnerId === '5').map(({ coop }) => coop)]).toEqual(
      isRead ? [0, [8000]] : [1, []],
    );
  });

  it('draws the largest levers by themselves and the rest together, and loses no cent', () => {
    const { levers, columns } = byMonthAndLever(monthsIn(read()[0]));
    expect(levers).toHaveLength(5);
    expect(columns.flatMap(({ cents }) => cents).reduce((sum, cents) => sum + cents, 0)).toBe(2_066_999);
    expect(columns.map(({ month }) => month)).toEqual(['2024-10', '2024-11', '2024-12', '2025-01']);
  });
});
