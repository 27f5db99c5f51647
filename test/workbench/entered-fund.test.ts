import { beforeAll, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { fundNamed } from '../../src/rulebook/name-keys';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, earned } from '../support/records';

/** A fund that someone entered, in cells and in the pane: first alone, then with a plan, then with the report of its half. */
describe('a fund entered by hand', () => {
  const { workbench, column } = startExcel();
  const fund = fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 });
  let store: PlanningStore;
  const inPane = () => {
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    return state.read.fundDetails.map(({ coop, usable, stage }) => [coop, usable, stage]);
  };
  const cells = async (...names: string[]) => Promise.all(names.map(async (name) => (await column('CoopFunds', name)).join()));
  beforeAll(async () => {
    workbench().host.fireRichApi = () => false;
    store = openPlanning(openExcelWorkbook());
    store.setAsOf('2025-03-10');
    await store.readAgain();
  });

  it('shows no error in any cell, and the pane says the same of it', async () => {
    await store.enterFund({ fund, coop: 2_000_050 }, 'Entered it.');
    expect(await cells('Partner ID', 'Fiscal half', 'Co-op', 'Above threshold', 'Claim deadline', 'Rebate', 'Source file')).toEqual([
      '1234567',
      'FY25 H1',
      '20,000.50',
      '20,000.50',
      '2025-08-15',
      '',
      'Entered by hand',
    ]);
    expect(inPane()).toEqual([[2_000_050, 2_000_050, 'usage']]);
    const table = workbench().workbook.tables.find('CoopFunds')!;
    const texts = workbench().workbook.cells.read(workbench().workbook.tables.body(table), 'text');
    expect(texts.flat().filter((text) => text.startsWith('#'))).toEqual([]);
  });

  it('pays for what is planned', async () => {
    await store.save({ activities: [{ value: activity({ fund, budget: 500_000 }), base: null }] }, 'Saved.');
    await store.useInWorkbook('2025-03-10');
    expect(await cells('Stage', 'Usable', 'Planned', 'Free', 'Status')).toEqual(['usage', '20,000.50', '5,000.00', '15,000.50', 'usable']);
    expect(await column('CoopPlan', 'Earned')).toEqual(['20,000.50']);
  });

  it('has what the report of its half says, in cells and in the pane, and keeps its plan', async () => {
    const months = [earned({ partnerId: '1234567', cents: 1_200_000 })];
    await writeReport(openExcelWorkbook().tables, { months, skipped: [], asOf: '2025-01-16', source: 'report.csv' });
    await store.readAgain();
    expect(await cells('Co-op', 'Above threshold', 'Rebate', 'Planned', 'Free', 'Source file')).toEqual([
      '12,000.00',
      '12,000.00',
      '0.00',
      '5,000.00',
      '7,000.00',
      'report.csv',
    ]);
    expect(inPane()).toEqual([[1_200_000, 1_200_000, 'usage']]);
  });
});
