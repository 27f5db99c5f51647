import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import type { Reference } from '../../src/formulas/formula';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { repairAndRecalculate } from '../../src/storage/excel/recalculate';
import { readWorkbook } from '../../src/storage/excel/workbook-context';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { startHeadless } from '../../src/workbench/headless';

const DIST = join(fileURLToPath(new URL('../../', import.meta.url)), 'dist');

/** The pane's port on the unmodified office.js: what a formula points at, where it goes, what it costs. */
describe('the open workbook', () => {
  const port = openExcelWorkbook();
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startHeadless({ distDir: DIST });
    const { Excel, Office } = workbench.page.window as unknown as typeof globalThis;
    Object.assign(globalThis, { Excel, Office });
    provideContext({ dateSystem: 1900, ownRules: [] });
    await workbench.set('A1', 'Amount');
    await workbench.set('B1', 'Kind');
    for (const [row, amount, kind] of [
      [2, 10, 'Coop'],
      [3, 20, 'Rebate'],
      [4, 30, 'Coop'],
    ] as const) {
      await workbench.set(`A${row}`, amount);
      await workbench.set(`B${row}`, kind);
    }
    await workbench.set('E1', '=COOP.SPLIT(1500)');
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.tables.add('A1:B4', true).name = 'Earned';
      context.workbook.names.add('Rate', sheet.getRange('A2'));
      context.workbook.worksheets.add('My sheet').getRange('A1').values = [['there']];
      await context.sync();
    });
    await workbench.settle();
  });
  afterAll(() => workbench?.dispose());
  afterEach(() => {
    workbench.host.editing = false;
    workbench.host.permission = 'ReadWriteDocument';
  });

  const select = (address: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(address).select();
      await context.sync();
    });
  const sheetName = async () => (await port.selectedCell()).sheet;
  const roundTripsOf = async <T>(run: () => Promise<T>): Promise<[T, number]> => {
    workbench.stats.reset();
    const result = await run();
    return [result, workbench.stats.all().reduce((sum, { batches }) => sum + batches, 0)];
  };

  it('reads the selected cell in one round trip', async () => {
    await select('E1');
    const [cell, trips] = await roundTripsOf(() => port.selectedCell());
    expect(cell).toMatchObject({ address: 'E1', formula: '=COOP.SPLIT(1500)', value: 900 });
    expect(trips).toBe(1);
    await select('Z9');
    expect(await port.selectedCell()).toMatchObject({ address: 'Z9', formula: '', value: '', text: '' });
  });

  it('leads from a part of a result to the cell that holds the formula, in one round trip', async () => {
    await select('F1');
    const [cell, trips] = await roundTripsOf(() => port.selectedCell());
    expect(cell).toMatchObject({ address: 'E1', formula: '=COOP.SPLIT(1500)', value: 900, partShown: 'F1' });
    expect(trips).toBe(1);
  });

  it.each<[string, Reference, unknown]>([
    ['A2', { kind: 'range', address: 'A2' }, [[10]]],
    [
      'A2:B3',
      { kind: 'range', address: 'A2:B3' },
      [
        [10, 'Coop'],
        [20, 'Rebate'],
      ],
    ],
    ['A:A', { kind: 'range', address: 'A:A' }, [['Amount'], [10], [20], [30]]],
    ["'My sheet'!A1", { kind: 'range', sheet: 'My sheet', address: 'A1' }, [['there']]],
    ['E1#', { kind: 'range', address: 'E1', spill: true }, [[900, 600]]],
    ['Rate', { kind: 'name', name: 'Rate' }, [[10]]],
    [
      'Earned',
      { kind: 'table', table: 'Earned', part: 'data', columns: [] },
      [
        [10, 'Coop'],
        [20, 'Rebate'],
        [30, 'Coop'],
      ],
    ],
    ['Earned[Amount]', { kind: 'table', table: 'Earned', part: 'data', columns: ['Amount'] }, [[10], [20], [30]]],
    ['Earned[[#All],[Amount]]', { kind: 'table', table: 'Earned', part: 'all', columns: ['Amount'] }, [['Amount'], [10], [20], [30]]],
    ['Earned[#Headers]', { kind: 'table', table: 'Earned', part: 'headers', columns: [] }, [['Amount', 'Kind']]],
    ['Earned[@Kind]', { kind: 'table', table: 'Earned', part: 'this row', columns: ['Kind'] }, [['Rebate']]],
    ['[@Amount]', { kind: 'table', table: null, part: 'this row', columns: ['Amount'] }, [[20]]],
    [
      'Earned[[Amount]:[Kind]]',
      { kind: 'table', table: 'Earned', part: 'data', columns: ['Amount', 'Kind'] },
      [
        [10, 'Coop'],
        [20, 'Rebate'],
        [30, 'Coop'],
      ],
    ],
  ])('reads %s, seen from row 3', async (_text, reference, values) => {
    expect(await port.read([reference], { sheet: await sheetName(), address: 'B3' })).toEqual([{ values }]);
  });

  it('reads all references of a formula in one round trip', async () => {
    const wanted: Reference[] = [
      { kind: 'range', address: 'A2' },
      { kind: 'name', name: 'Rate' },
      { kind: 'table', table: 'Earned', part: 'all', columns: [] },
    ];
    const sheet = await sheetName();
    const [found, trips] = await roundTripsOf(() => port.read(wanted, { sheet, address: 'C9' }));
    expect(found).toHaveLength(3);
    expect(trips).toBe(1);
  });

  it('says of each missing reference why, and reads the others', async () => {
    const wanted: Reference[] = [
      { kind: 'range', sheet: 'Gone', address: 'A1' },
      { kind: 'name', name: 'Nobody' },
      { kind: 'table', table: 'Nowhere', part: 'all', columns: [] },
      { kind: 'table', table: 'Earned', part: 'data', columns: ['Nothing'] },
      { kind: 'range', address: 'A2' },
    ];
    const found = await port.read(wanted, { sheet: await sheetName(), address: 'C9' });
    for (const cells of found.slice(0, 4)) expect((cells as { missing: string }).missing).toMatch(/n't|no /);
    expect(found[4]).toEqual({ values: [[10]] });
  });

  it('inserts in two round trips, three on a sheet with tables, and looks before it writes', async () => {
    await select('G1');
    const [inserted, trips] = await roundTripsOf(() => port.insertFormula({ formula: '=COOP.SPLIT(100)', rows: 1, columns: 2 }));
    expect(inserted).toEqual({ outcome: 'inserted', address: 'G1' });
    expect(trips).toBe(3);
    expect(await port.insertFormula({ formula: '=1', rows: 1, columns: 1 })).toMatchObject({
      outcome: 'occupied',
      address: 'G1',
      holds: '60',
    });
    await select('F1');
    expect(await port.insertFormula({ formula: '=1', rows: 1, columns: 1 })).toMatchObject({ outcome: 'occupied', address: 'F1' });
    await select('F2');
    await workbench.set('G3', 'x');
    expect(await port.insertFormula({ formula: '=COOP.CALENDAR("FY24 H1",1)', rows: 2, columns: 9 })).toEqual({
      outcome: 'no room',
      address: 'F2',
      blockedBy: 'G3',
    });
    await select('XFD1');
    expect(await port.insertFormula({ formula: '=COOP.SPLIT(100)', rows: 1, columns: 2 })).toMatchObject({
      outcome: 'no room',
      blockedBy: "the sheet's edge",
    });
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('Earned').rows.add(undefined, [['', '']]);
      await context.sync();
    });
    await select('A5');
    expect(await port.insertFormula({ formula: '=COOP.SPLIT(100)', rows: 1, columns: 2 })).toMatchObject({ outcome: 'in a table' });
  });

  it('tells a protected sheet from a lack of permission and from a cell being edited; nothing is written', async () => {
    await workbench.set('J10', '=COOP.NOTHERE(1)');
    await select('J9');
    const insert = () => port.insertFormula({ formula: '=1', rows: 1, columns: 1 });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().protection.protect();
      await context.sync();
    });
    await expect(insert()).rejects.toMatchObject({ kind: 'protected' });
    expect((await repairAndRecalculate()).protectedSheets).toEqual([await sheetName()]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().protection.unprotect();
      await context.sync();
    });
    workbench.host.permission = 'none';
    await expect(insert()).rejects.toMatchObject({ kind: 'no permission' });
    await expect(port.selectedCell()).rejects.toMatchObject({ kind: 'no permission' });
    workbench.host.permission = 'ReadWriteDocument';
    workbench.host.editing = true;
    await expect(insert()).rejects.toMatchObject({ kind: 'editing' });
    workbench.host.editing = false;
    expect(await workbench.text('J9')).toEqual([['']]);
  });

  it('recalculates, and writes again what shows #NAME?', async () => {
    await repairAndRecalculate();
    expect(await workbench.values('E1:F1')).toEqual([[900, 600]]);
  });

  it('makes the table for own rules once, shows it, and reads it', async () => {
    expect(await port.ownRules()).toBeNull();
    await port.addRulesTable();
    await port.addRulesTable();
    expect(await port.selectedCell()).toMatchObject({ sheet: 'Co-op rules', address: 'A5' });
    expect(await port.ownRules()).toEqual({ rules: [], rows: [], unfilled: [], faults: [] });
    await workbench.set("'Co-op rules'!A5", 'threshold');
    await workbench.set("'Co-op rules'!D5", '2025-07-01');
    await workbench.set("'Co-op rules'!E5", 12000);
    expect((await readWorkbook()).rules).toEqual([
      {
        topic: 'threshold',
        program: 'Microsoft Commerce Incentives',
        from: '2025-07-01',
        value: { amount: 1_200_000, comparison: 'meet' },
      },
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Co-op rules').delete();
      await context.sync();
    });
    await expect(port.showRulesTable()).rejects.toMatchObject({ kind: 'gone' });
  });
});
