import { afterEach, describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { failingAt } from '../support/failing';
import { startExcel } from '../support/excel-without-pane';

/** What Excel does in and around a table, and what we write there. */
describe('in and around tables', () => {
  const port = openExcelWorkbook();
  const { workbench, inExcel, clear, roundTrips } = startExcel();
  let n = 0;
  const make = async (): Promise<string> => {
    const sheet = `Around${++n}`;
    await inExcel(({ workbook }) => {
      const on = workbook.worksheets.add(sheet);
      on.getRange('B3:C5').values = [
        ['N', 'M'],
        [1, 10],
        [2, 20],
      ];
      on.tables.add('B3:C5', true).name = `Table${sheet}`;
      on.activate();
    });
    return sheet;
  };
  const write = (sheet: string, address: string, cell: string | number) =>
    inExcel(({ workbook }) => void (workbook.worksheets.getItem(sheet).getRange(address).formulas = [[cell]]));
  const size = (sheet: string) => {
    const { rows, columns } = workbench().workbook.tables.find(`Table${sheet}`)!;
    return [rows, columns];
  };
  afterEach(async () => {
    Object.assign(workbench().workbook.habits, { growsDown: true, growsRight: true });
    await clear();
  });

  it('a write directly below or to the right makes a table larger; with a row or column free it does not', async () => {
    const sheet = await make();
    await write(sheet, 'B7', 9);
    await write(sheet, 'E4', 9);
    expect(size(sheet)).toEqual([3, 2]);
    await write(sheet, 'B6', 3);
    expect(size(sheet)).toEqual([4, 2]);
    await write(sheet, 'D4', 5);
    expect(size(sheet)).toEqual([4, 3]);
    expect(await workbench().values(`${sheet}!D3`)).toEqual([['Column3']]);
    workbench().workbook.habits.growsRight = false;
    await write(sheet, 'E5', 5);
    expect(size(sheet)).toEqual([4, 3]);
  });

  it('a result of several cells is #SPILL! in a table, of one cell it is not', async () => {
    const sheet = await make();
    await write(sheet, 'G4', '=COOP.SPLIT(100)');
    await write(sheet, 'C4', '=COOP.SPLIT(100)');
    expect((await workbench().values(`${sheet}!C4`))[0]![0]).toBe('#SPILL!');
    expect(await workbench().values(`${sheet}!G4:H4`)).toEqual([[60, 40]]);
    await write(sheet, 'C4', '=COOP.PERIOD("2024-10-01")');
    expect(await workbench().values(`${sheet}!C4`)).toEqual([['FY25 H1']]);
  });

  it('a list takes no structured reference and no source of more than 255 characters', async () => {
    const sheet = await make();
    const offer = (source: string) =>
      inExcel(
        ({ workbook }) =>
          void (workbook.worksheets.getItem(sheet).getRange('H1').dataValidation.rule = { list: { inCellDropDown: true, source } }),
      );
    await offer('x'.repeat(255));
    await expect(offer('x'.repeat(256))).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(offer(`=Table${sheet}[N]`)).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('a formula is not inserted right below or next to a table, one cell or many; with a row free it is', async () => {
    const sheet = await make();
    for (const rows of [1, 2]) {
      for (const [address, side] of [
        ['C6', 'below'],
        ['D4', 'right'],
        ['D3', 'right'],
      ] as const) {
        workbench().select(`${sheet}!${address}`);
        expect(await port.insertFormula({ formula: '=COOP.SPLIT(100)', rows, columns: 2 })).toEqual({
          outcome: 'beside a table',
          address,
          table: `Table${sheet}`,
          side,
        });
      }
    }
    expect(size(sheet)).toEqual([3, 2]);
    expect(await workbench().values(`${sheet}!B6:D6`)).toEqual([['', '', '']]);
    workbench().select(`${sheet}!C7`);
    expect(await port.insertFormula({ formula: '=COOP.SPLIT(100)', rows: 1, columns: 2 })).toEqual({ outcome: 'inserted', address: 'C7' });
    workbench().select(`${sheet}!D6`);
    expect(await port.insertFormula({ formula: '=1', rows: 1, columns: 1 })).toEqual({ outcome: 'inserted', address: 'D6' });
  });

  it('a table is read as its header and its rows', async () => {
    const sheet = await make();
    workbench().select(`${sheet}!C4`);
    expect(await port.selectedReport()).toEqual({
      name: `Table${sheet}`,
      cells: [
        ['N', 'M'],
        [1, 10],
        [2, 20],
      ],
      hiddenRows: 0,
    });
  });

  describe('hidden rows are read with the rest and counted', () => {
    const ALL = [
      ['N', 'M'],
      [1, 10],
      [2, 20],
      [3, 30],
    ];
    const hide = (sheet: string, rows: string, isHidden = true) =>
      inExcel(({ workbook }) => void (workbook.worksheets.getItem(sheet).getRange(rows).rowHidden = isHidden));
    const filter = (sheet: string, ...values: string[]) =>
      inExcel(({ workbook }) => {
        const table = workbook.tables.getItem(`Table${sheet}`);
        table.autoFilter.apply(table.getRange(), 0, { filterOn: Excel.FilterOn.values, values });
      });
    const makeThree = async (): Promise<string> => {
      const sheet = await make();
      await write(sheet, 'B6', 3);
      await write(sheet, 'C6', 30);
      workbench().select(`${sheet}!B3`);
      return sheet;
    };
    const asRange = (sheet: string) => inExcel(({ workbook }) => void workbook.tables.getItem(`Table${sheet}`).convertToRange());
    afterEach(() => {
      workbench().host.api.failing = null;
      expect(workbench().unknownCalls).toEqual([]);
    });

    it('by a filter of the table: some, all, and none again', async () => {
      const sheet = await makeThree();
      const read = () => port.selectedReport();
      await filter(sheet, '2');
      expect(await read()).toEqual({ name: `Table${sheet}`, cells: ALL, hiddenRows: 2 });
      await filter(sheet, 'no row has this');
      expect(await read()).toEqual({ name: `Table${sheet}`, cells: ALL, hiddenRows: 3 });
      await inExcel(({ workbook }) => workbook.tables.getItem(`Table${sheet}`).clearFilters());
      expect(await read()).toEqual({ name: `Table${sheet}`, cells: ALL, hiddenRows: 0 });
    });

    it('by hand, in a table and in cells, where the header is no row of the report', async () => {
      const sheet = await makeThree();
      await hide(sheet, '4:5');
      expect(await port.selectedReport()).toMatchObject({ cells: ALL, hiddenRows: 2 });
      await asRange(sheet);
      expect(await port.selectedReport()).toEqual({ name: `${sheet}!B3:C6`, cells: ALL, hiddenRows: 2 });
      await hide(sheet, '3:3');
      expect(await port.selectedReport()).toMatchObject({ cells: ALL, hiddenRows: 2 });
      await hide(sheet, '3:6');
      expect(await port.selectedReport()).toMatchObject({ cells: ALL, hiddenRows: 3 });
      await hide(sheet, '4:6', false);
      expect(await port.selectedReport()).toMatchObject({ cells: ALL, hiddenRows: 0 });
    });

    it('only among the selected cells', async () => {
      const sheet = await makeThree();
      await asRange(sheet);
      await hide(sheet, '6:6');
      workbench().select(`${sheet}!B3:C5`);
      expect(await port.selectedReport()).toMatchObject({ cells: ALL.slice(0, 3), hiddenRows: 0 });
    });

    it('in one more round trip, and only if some are hidden', async () => {
      const sheet = await makeThree();
      const before = await roundTrips(() => port.selectedReport());
      await filter(sheet, '2');
      expect(await roundTrips(() => port.selectedReport())).toBe(before + 1);
    });

    it('as some, if Excel fails to count them, and the report is read all the same', async () => {
      const sheet = await makeThree();
      await filter(sheet, '2');
      workbench().host.api.failing = failingAt('Range.getVisibleView()', 0);
      expect(await port.selectedReport()).toEqual({ name: `Table${sheet}`, cells: ALL, hiddenRows: 'some' });
    });
  });
});
