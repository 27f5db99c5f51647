import { describe, expect, it } from 'vitest';
import { startExcel } from '../support/excel-without-pane';

describe('columns of a table', () => {
  const { workbench, inExcel, clear } = startExcel();

  it('come at its right end and go again; what is to the right moves along', async () => {
    await clear();
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B2:C4').values = [
        ['Name', 'Sum'],
        ['a', 1],
        ['b', 2],
      ];
      sheet.tables.add('B2:C4', true).name = 'Items';
      sheet.getRange('E3').values = [['a note']];
      sheet.getRange('E9').values = [['below']];
      sheet.getRange('G1').formulas = [['=E3&SUM(Items[Sum])']];
      workbook.tables.getItem('Items').showTotals = true;
    });
    await inExcel(({ workbook }) => {
      const { columns } = workbook.tables.getItem('Items');
      columns.add(undefined, undefined, 'Twice').getDataBodyRange().formulas = [['=[@Sum]*2'], ['=[@Sum]*2']];
    });
    expect(await workbench().values('Sheet1!B2:F5')).toEqual([
      ['Name', 'Sum', 'Twice', '', ''],
      ['a', 1, 2, '', 'a note'],
      ['b', 2, 4, '', ''],
      ['Total', 3, '', '', ''],
    ]);
    expect(await workbench().values('Sheet1!E9')).toEqual([['below']]);
    expect(await workbench().values('Sheet1!G1')).toEqual([['a note3']]);
    await inExcel(({ workbook }) => {
      workbook.worksheets.getItem('Sheet1').getRange('H1').formulas = [['=SUM(Items[Twice])']];
    });
    expect(await workbench().values('Sheet1!H1')).toEqual([[6]]);
    await inExcel(({ workbook }) => workbook.tables.getItem('Items').columns.getItem('Twice').delete());
    expect(await workbench().values('Sheet1!B2:E5')).toEqual([
      ['Name', 'Sum', '', ''],
      ['a', 1, '', 'a note'],
      ['b', 2, '', ''],
      ['Total', 3, '', ''],
    ]);
    expect(await workbench().values('Sheet1!G1:H1')).toEqual([['a note3', '#REF!']]);
    await inExcel(({ workbook }) => workbook.tables.getItem('Items').columns.getItem('Name').delete());
    expect(await workbench().values('Sheet1!B2:D5')).toEqual([
      ['Sum', '', ''],
      [1, '', 'a note'],
      [2, '', ''],
      [3, '', ''],
    ]);
    expect(await workbench().values('Sheet1!G1')).toEqual([['a note3']]);
  });
});
