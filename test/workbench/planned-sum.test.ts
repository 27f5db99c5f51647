import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { FORMER_FUNDS } from '../../src/storage/former-formulas';
import { fundFormula } from '../../src/storage/funds/fund-formulas';
import { FUNDS_DESIGN } from '../../src/storage/funds/funds-table';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw } from '../support/laws';
import { activity, earned } from '../support/records';

/** What is planned of a fund is worked out once, in CoopFunds, and each activity looks it up. */
describe('what a plan leaves of a fund', () => {
  const port = openExcelWorkbook();
  const { workbench, inExcel, clear, column, set, lookFrom } = startExcel();
  let store: PlanningStore;
  beforeEach(async () => {
    await clear();
    // the half's money can be claimed
    await lookFrom('2025-03-01');
    store = openPlanning(port);
    await report('1234567');
    await store.readAgain();
  });

  const report = (...partners: string[]) =>
    writeReport(port.tables, {
      months: partners.map((partnerId) => earned({ partnerId })),
      skipped: [],
      asOf: null,
      source: `${partners.join()}.csv`,
    });
  const formulaOf = (table: string, name: string): Promise<string> =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(table).columns.getItem(name).getDataBodyRange().getCell(0, 0);
      range.load('formulas');
      await context.sync();
      return String(range.formulas[0]![0]);
    });
  const save = (...over: Parameters<typeof activity>[0][]) =>
    store.save({ activities: over.map((change) => ({ value: activity(change), base: null })) }, 'Saved.');

  it('follows every budget of the fund; drafts and canceled activities take nothing', async () => {
    expect(await column('CoopFunds', 'Planned')).toEqual(['']);
    await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 }, { id: 'A-CCCCCC', budget: 900_000, status: 'draft' });
    expect(await column('CoopFunds', 'Planned')).toEqual(['6,000.00']);
    expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '15,000.00', '14,000.00']);
    await set('CoopPlan', 'Budget', 1, 3000);
    await set('CoopPlan', 'Status', 0, 'canceled');
    expect(await column('CoopPlan', 'Left')).toEqual(['17,000.00', '20,000.00', '17,000.00']);
  });

  it('a budget that can’t be read or is below zero takes nothing, and is an error of its own row alone', async () => {
    await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 }, { id: 'A-CCCCCC', budget: 200_000 });
    await set('CoopPlan', 'Budget', 1, 'lots');
    await set('CoopPlan', 'Budget', 2, -700);
    expect(await column('CoopFunds', 'Planned')).toEqual(['5,000.00']);
    expect(await column('CoopPlan', 'Budget USD')).toEqual(['5,000.00', '#VALUE!', '-700.00']);
    expect(await column('CoopPlan', 'Reserved')).toEqual(['5,000.00', '', '']);
    expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00', '15,000.00', '15,000.00']);
  });

  it('a status spelled the other way is canceled too', async () => {
    await save({ budget: 500_000 }, { id: 'A-BBBBBB', budget: 100_000 });
    await set('CoopPlan', 'Status', 0, 'Cancelled');
    expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '20,000.00']);
  });

  it('a report after the plan brings its funds with their sum, also into a workbook that had none', async () => {
    await save({}, { id: 'A-BBBBBB', fund: { ...activity().fund!, partnerId: '1000001' } });
    expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00', '']);
    await report('1234567', '1000001');
    expect(await column('CoopFunds', 'Planned')).toEqual(['5,000.00', '5,000.00']);
    expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00', '20,000.00']);

    await inExcel(({ workbook: { worksheets } }) =>
      ['Co-op plan', 'Co-op funds', 'Co-op earnings'].forEach((name) => worksheets.getItem(name).delete()),
    );
    store = openPlanning(port);
    await save({});
    expect(await column('CoopPlan', 'Left')).toEqual(['']);
    await report('1234567');
    expect(await column('CoopFunds', 'Planned')).toEqual(['5,000.00']);
    expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00']);
  });

  it('a fund typed by hand has its sum with the next save; a number typed over a sum stays', async () => {
    await save({ fund: { ...activity().fund!, partnerId: '77' } });
    const last = { 'Partner ID': 77, Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1', 'Co-op': 12_000 };
    await inExcel((context) => context.workbook.tables.getItem('CoopFunds').rows.add(undefined, [FUNDS_DESIGN.columns.map(() => '')]));
    for (const [name, cell] of Object.entries(last)) await set('CoopFunds', name, 1, cell);
    expect(await column('CoopPlan', 'Left')).toEqual(['']);
    await set('CoopFunds', 'Planned', 0, 123);
    await save({ id: 'A-BBBBBB', budget: 100_000 });
    expect(await column('CoopFunds', 'Planned')).toEqual(['123.00', '5,000.00']);
    expect(await column('CoopPlan', 'Left')).toEqual(['12,000.00', '20,877.00']);
  });

  it('funds on a protected sheet do not stop a plan', async () => {
    await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op funds').protection.protect());
    expect(await save({})).toMatchObject({ outcome: 'saved' });
    expect([await column('CoopPlan', 'Earned'), await column('CoopPlan', 'Left')]).toEqual([['20,000.00'], ['']]);
    await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op funds').protection.unprotect());
    await save({ id: 'A-BBBBBB', budget: 100_000 });
    expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '15,000.00']);
  });

  it('funds without the column, and a plan that was deleted', async () => {
    await set('CoopFunds', 'Planned', -1, 'Mine');
    await save({}, { id: 'A-BBBBBB', budget: 100_000 });
    // what CoopFunds doesn't count isn't known
    expect(await column('CoopPlan', 'Left')).toEqual(['', '']);
    expect(await column('CoopFunds', 'Mine')).toEqual(['']);

    await set('CoopFunds', 'Mine', -1, 'Planned');
    await save({ id: 'A-CCCCCC', budget: 200_000 });
    expect(await column('CoopFunds', 'Planned')).toEqual(['8,000.00']);
    await inExcel(({ workbook }) => workbook.worksheets.getItem('Co-op plan').delete());
    expect(await report('1234567', '1000001')).toMatchObject({ isFirst: false });
    await store.readAgain();
    await store.beginAnew();
    await save({ budget: 300_000 });
    expect(await column('CoopFunds', 'Planned')).toEqual(['3,000.00', '0.00']);
  });

  it('funds without the column Fund are told apart by their three names, as written', async () => {
    await report('1234567', '12345*', '1?34567');
    await set('CoopFunds', 'Fund', -1, 'Mine');
    const fundOf = (partnerId: string) => ({ ...activity().fund!, partnerId });
    await save(
      { budget: 100_000 },
      { id: 'A-BBBBBB', budget: 200_000, fund: fundOf('12345*') },
      { id: 'A-CCCCCC', budget: 400_000, fund: fundOf('1?34567') },
      { id: 'A-DDDDDD', budget: 800_000, fund: fundOf('12345') },
    );
    expect(await column('CoopFunds', 'Planned')).toEqual(
      (await column('CoopFunds', 'Partner ID')).map((id) => ({ '1234567': '1,000.00', '12345*': '2,000.00', '1?34567': '4,000.00' })[id]),
    );
    expect(await column('CoopPlan', 'Earned')).toEqual(['20,000.00', '20,000.00', '20,000.00', '']);
    expect(await column('CoopPlan', 'Left')).toEqual(['20,000.00', '20,000.00', '20,000.00', '']);
    await save({ id: 'A-EEEEEE', budget: 300_000 });
    expect(await column('CoopPlan', 'Left')).toEqual(['17,000.00', '20,000.00', '20,000.00', '', '19,000.00']);
  });

  it.each<[string, string]>([
    ['leaves wildcards in', FORMER_FUNDS['Fund']![1]!],
    ['knows no list of programs', fundFormula({ hasList: false })],
  ])('an older formula of ours for a fund\u2019s name, which %s, is the new one after the next save', async (_, older) => {
    await save({});
    const now = await formulaOf('CoopFunds', 'Fund');
    expect(now).toContain('CoopPrograms[');
    await set('CoopFunds', 'Fund', 0, older);
    await save({ id: 'A-BBBBBB', budget: 100_000 });
    expect(await formulaOf('CoopFunds', 'Fund')).toBe(now);
    expect(await column('CoopPlan', 'Left')).toEqual(['19,000.00', '15,000.00']);
  });

  it('someone\u2019s own formula for a fund\u2019s name stays', async () => {
    await save({});
    await set('CoopFunds', 'Fund', 0, '="mine"');
    await save({ id: 'A-BBBBBB', budget: 100_000 });
    expect(await formulaOf('CoopFunds', 'Fund')).toBe('="mine"');
  });

  it('more activities than a request takes, with all their formulas: one more, or another budget', async () => {
    // fewer activities with longer descriptions fill as many requests
    const [rows, letters] = isFullLaw ? [2_000, 40] : [800, 1_500];
    const each = 10_000 / rows;
    const many = Array.from({ length: rows }, (_, n) => ({
      id: `A-${n}`,
      budget: each * 100,
      description: `Number ${n}, with a few words of its own`.padEnd(letters, '.'),
    }));
    const add = vi.spyOn(workbench().stats, 'add');
    await save(...many);
    const large = add.mock.calls.filter(([{ bytesIn }]) => bytesIn > 500_000);
    add.mockRestore();
    expect(large.length).toBeGreaterThan(1);
    expect(await save({ id: 'A-BBBBBB', budget: 5000 })).toMatchObject({ outcome: 'saved' });
    const state = store.current();
    const kept = state.step === 'read' ? state.read.activities.find(({ value }) => value.id === 'A-7')! : null;
    expect(await store.save({ activities: [{ value: { ...kept!.value, budget: each * 200 }, base: kept }] }, 'Saved.')).toMatchObject({
      outcome: 'saved',
    });
    const left = await column('CoopPlan', 'Left');
    // $20,000.00 less budgets of $10,000.00 and of one activity again, plus $50.00; each row leaves its own out
    expect([left[0], left[7], left[rows]]).toEqual(
      [9950, 9950 + each, 10_000 - each].map((dollars) => dollars.toLocaleString('en-US', { minimumFractionDigits: 2 })),
    );
  }, 180_000);
});
