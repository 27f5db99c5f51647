import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { repairAndRecalculate } from '../../src/storage/excel/recalculate';
import { forgetNames } from '../../src/workbench/grid/forget-names';
import { startExcel } from '../support/excel-without-pane';

const LATE_MS = 150;
const port = openExcelWorkbook();

/** Custom functions answer after Excel has gone on. */
describe('answers that come later', () => {
  const { inExcel, clear, workbench } = startExcel();
  beforeEach(async () => {
    await clear();
    workbench().functions.lateMs = LATE_MS;
  });
  afterEach(() => void (workbench().functions.lateMs = 0));

  const shown = (address: string): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange(address);
      range.load('values');
      await context.sync();
      return range.values;
    });
  const write = (address: string, formula: string | number) =>
    inExcel(({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange(address).formulas = [[formula]]));

  it('show #BUSY! at first and the old value after an edit; no edit is told when they come, a calculation is', async () => {
    const told: string[] = [];
    await Excel.run(async ({ workbook: { worksheets } }) => {
      worksheets.onChanged.add(async ({ address }) => void told.push(address));
      worksheets.onCalculated.add(async () => void told.push('calculated'));
    });
    await write('A1', 1500);
    await write('B1', '=COOP.SPLIT(A1,"coop")*2');
    expect(await shown('B1')).toEqual([['#BUSY!']]);
    await workbench().settle();
    expect(await shown('B1')).toEqual([[1200]]);
    const before = told.length;
    await write('A1', 3000);
    expect(await shown('B1')).toEqual([[1200]]);
    await workbench().settle();
    expect(await shown('B1')).toEqual([[2400]]);
    expect(told.slice(before).filter((notice) => notice !== 'calculated')).toEqual(['A1']);
    expect(told.at(-1)).toBe('calculated');
  });

  it('are looked at again by who follows the selected cell', async () => {
    await inExcel(({ workbook }) => workbook.worksheets.getItem('Sheet1').getRange('B1').select());
    const seen: unknown[] = [];
    const stop = port.onCellChange(() => void port.selectedCell().then(({ value }) => seen.push(value)));
    await inExcel(() => undefined);
    await write('B1', '=COOP.SPLIT(1500,"coop")');
    await expect.poll(() => seen.at(-1)).toBe(600);
    stop();
  });

  const fundsByHand = () =>
    inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.add('Funds');
      sheet.getRange('A1:D2').formulas = [
        ['Partner ID', 'Program', 'Fiscal half', 'Co-op'],
        ["'1234567", 'Microsoft Commerce Incentives', 'FY25 H1', '=COOP.SPLIT(50000,"coop")'],
      ];
      sheet.tables.add('A1:D2', true).name = 'CoopFunds';
    });
  const earnedIn = (store: PlanningStore) => () => {
    const state = store.current();
    return state.step === 'read' && state.read.funds.map(({ earned }) => earned);
  };

  it('of funds written by hand are no fault, and read when they are there', async () => {
    const store = openPlanning(port);
    store.open();
    await fundsByHand();
    await store.readAgain();
    await expect.poll(earnedIn(store)).toEqual([2_000_000]);
  });

  it('are read as well when they came between the reading and the wish to be told', async () => {
    const store = openPlanning({ ...port, onTablesChange: () => () => undefined });
    store.open();
    await fundsByHand();
    const reading = store.readAgain();
    workbench().host.meanwhile(() => workbench().settle(), 1);
    await reading;
    expect(earnedIn(store)()).not.toEqual([2_000_000]);
    await expect.poll(earnedIn(store)).toEqual([2_000_000]);
  });

  it('of functions Excel did not know when it opened the file are repaired', async () => {
    await write('A1', '=COOP.SPLIT(1500,"coop")');
    await workbench().settle();
    forgetNames(workbench().workbook, 'COOP');
    await workbench().settle();
    expect(await shown('A1')).toEqual([['#NAME?']]);
    await repairAndRecalculate();
    await workbench().settle();
    expect(await shown('A1')).toEqual([[600]]);
  });
});

describe('special cells', () => {
  const { inExcel, clear } = startExcel();
  beforeEach(clear);

  const formulasIn = (address?: string) =>
    inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      (address ? sheet.getRange(address) : sheet.getRange()).getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load('address');
    });

  it('are not asked of a whole sheet, nor of a protected one', async () => {
    await formulasIn('A1:Z100');
    await expect(formulasIn()).rejects.toMatchObject({ code: 'Timeout' });
    await inExcel(({ workbook }) => workbook.worksheets.getItem('Sheet1').protection.protect());
    await expect(formulasIn('A1:Z100')).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});
