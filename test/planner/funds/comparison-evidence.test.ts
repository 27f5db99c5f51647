import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { comparisonEvidence, withPartnerNames } from '../../../src/planner/funds/comparison-evidence';
import { fundsByHalf } from '../../../src/planner/funds/funds-view';
import { ReconcileSession } from '../../../src/planner/funds/reconcile-session';
import { reconcile, type Reconciliation } from '../../../src/reports/reconcile/reconcile';
import { readReports } from '../../../src/reports/import/read-reports';
import { readSingleRows } from '../../../src/reports/import/single-rows';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { EARNINGS_TABLE } from '../../../src/storage/funds/earnings-table';
import { ROWS_TABLE } from '../../../src/storage/funds/rows-table';
import { writeReport } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { planningOn, settled } from '../../support/planning';
import { earned } from '../../support/records';
import { file, small, smallRow } from '../../support/report-files';

const ASOF = '2025-03-10';
// 3,600.00 + 1,200.00 - 412.50 + 75.25 is 4,462.75: 160.96 isn't counted, and 75.25 is there twice
const REPORT = small(
  smallRow({ id: 'e1', date: '2024-07-01T20:00:00Z', amount: '3600.00' }),
  smallRow({ id: 'e2', date: '2024-07-20T09:00:00Z', amount: '1200.00' }),
  smallRow({ id: 'e3', date: '2024-11-11T23:00:00Z', amount: '-412.50' }),
  smallRow({ id: 'e4', date: 'soon', amount: '160.96' }),
  smallRow({ id: 'e5', date: '2024-12-31T23:00:00Z', amount: '75.25' }),
  smallRow({ id: 'e5', date: '2024-12-31T23:00:00Z', amount: '75.25' }),
);
const OURS = 446_275;

/** A workbook that the report was brought into, with its single rows or without, and a fund being compared in it. */
async function workbookWith(hasRows: boolean) {
  const tables = new FakeTables();
  const imported = await readReports([file('a.csv', REPORT)]);
  const rows: EarningRow[] = [];
  await readSingleRows([file('a.csv', REPORT)], (some) => rows.push(...some));
  await writeReport(tables, {
    months: imported.months.map((month) => ({ ...month, isRollover: false })),
    skipped: imported.quarantined,
    asOf: imported.asOf,
    source: 'a.csv',
    ...(hasRows && { rows }),
  });
  const compared = async (earned: number): Promise<Reconciliation & { basis: string }> => {
    const { store, read } = planningOn(tables);
    store.setAsOf(ASOF);
    store.open();
    await settled();
    const fund = fundsByHalf(read().fundDetails, workbookRules()!)[0]!.funds[0]!;
    const session = new ReconcileSession(fund, { tables, selectedReport: () => Promise.reject(new Error('Not asked for.')) });
    await session.readWorkbook();
    const open = [...fund.uncounted, ...read().earnings!.unplaced];
    const { evidence, basis } = comparisonEvidence(fund, read().earnings!.months, open, session.current());
    const theirs = { earned, claimed: null, remaining: null };
    return { basis, ...reconcile({ fund, theirs, evidence, rules: rulesOn('2024-12-31'), asOf: ASOF }) };
  };
  return { tables, compared };
}
const exact = ({ causes }: Reconciliation) => causes.filter(({ fit }) => fit === 'fits exactly').map(({ sentence }) => sentence);

describe('a comparison uses what the workbook has', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it('its single rows, with the place each has in its report', async () => {
    const { compared } = await workbookWith(true);
    expect((await compared(OURS)).difference).toBe(0);
    expect(exact(await compared(OURS + 41_250))).toEqual([
      'The other figure leaves out a row: -$412.50 earned Nov 11, 2024 (a.csv, line 4, earning ID e3).',
    ]);
    expect(exact(await compared(OURS + 7_525))).toEqual([
      'The other figure adds up every row. Here, duplicate and recalculated earnings count once: 1 duplicate dropped.',
    ]);
    expect((await compared(OURS + 1)).basis).toBe(
      "The causes above are based on the 4 rows of this fund in CoopEarningRows. They don't show the time of day or other currencies. To look for causes in those, choose the report. Nothing is written.",
    );
  });

  it('the row that was not counted, with the single rows or without', async () => {
    for (const hasRows of [true, false]) {
      const { compared } = await workbookWith(hasRows);
      expect(exact(await compared(OURS + 16_096))).toEqual([
        'The other figure counts a row that couldn\'t be counted here: $160.96 (a.csv, line 5). The earning date "soon" can\'t be read. Write it like 2024-12-31. It may belong to this fund.',
      ]);
    }
  });

  it('a day without its time is not midnight: no row of the evening moves to another half', async () => {
    const { compared } = await workbookWith(true);
    expect((await compared(OURS - 360_000)).causes.map(({ kind }) => kind)).toEqual(['single rows']);
  });

  it('only its months where it has no single rows: then the report is asked for', async () => {
    const { compared } = await workbookWith(false);
    const result = await compared(OURS + 41_250);
    expect(result.basis).toMatch(/^The tables have monthly totals only\. Choose the report again/);
    expect(exact(result)).toEqual(['The other figure leaves out Nov 2024: -$412.50 from 1 row.']);
    expect(exact(await compared(OURS - 120_000))).toEqual([]);
  });

  it('not rows that are not those of its sums', async () => {
    const { tables, compared } = await workbookWith(true);
    tables.write(EARNINGS_TABLE, 0, 'Amount USD', 5_000);
    const result = await compared(466_275 - 120_000);
    expect(result.basis).toMatch(
      /^The rows in CoopEarningRows total \$4,462\.75 for this fund, not \$4,662\.75, so they aren't used\. Choose the report again/,
    );
    expect(exact(result)).toEqual([]);
  });

  it('says why its rows can’t be read', async () => {
    const { tables, compared } = await workbookWith(true);
    tables.held.set(ROWS_TABLE, {
      ...tables.held.get(ROWS_TABLE)!,
      header: tables.held.get(ROWS_TABLE)!.header.map((name) => `my ${name}`),
    });
    expect((await compared(OURS + 1)).basis).toMatch(/^The tables have monthly totals only/);
  });

  it('calls other Partner IDs by their names', async () => {
    const tables = new FakeTables();
    const months = [earned(), earned({ partnerId: '7654321', cents: 500_000 })];
    await writeReport(tables, { months, skipped: [], asOf: '2025-01-16', source: 'a.csv' });
    const { store, read } = planningOn(tables);
    await store.readAgain();
    await store.save({ partners: [{ partnerId: '7654321', name: 'UK' }] }, 'Saved.');
    const fund = fundsByHalf(read().fundDetails, workbookRules()!)[0]!.funds.find(({ partnerId }) => partnerId === '1234567')!;
    const { evidence } = comparisonEvidence(fund, read().earnings!.months, [], { evidence: null, inWorkbook: null });
    const named = withPartnerNames(evidence, read().partnerNames);
    const theirs = { earned: 2_500_000, claimed: null, remaining: null };
    const compared = reconcile({ fund, theirs, evidence: named, rules: rulesOn('2024-12-31'), asOf: ASOF });
    expect(exact(compared)).toEqual(['The other figure also counts the co-op of Partner ID UK · 7654321 for the same program and half.']);
  });
});
