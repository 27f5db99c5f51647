import { beforeEach, describe, expect, it } from 'vitest';
import { repairAndRecalculate } from '../../src/storage/excel/recalculate';
import { startExcel } from '../support/excel-without-pane';

/** A file that was opened before Excel knew the functions holds them under other names, which no recalculation mends. */
describe('formulas Excel did not know', () => {
  const { inExcel, clear, workbench } = startExcel();
  beforeEach(clear);

  const formulas = (sheet: string, address: string): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load('formulas');
      await context.sync();
      return range.formulas;
    });
  const values = async (sheet: string, address: string) => {
    await workbench().settle();
    return workbench().values(`'${sheet}'!${address}`);
  };

  it('are called by their names again, on every sheet, hidden ones too', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      worksheets.getItem('Sheet1').getRange('A1:A4').formulas = [
        ['=_xldudf_COOP_SPLIT(1500,"coop")'],
        ['=1/0'],
        ['="_xldudf_COOP_SPLIT("'],
        ['=_xldudf_CONTOSO_ADD(1,2)'],
      ];
      const hidden = worksheets.add('Hidden');
      hidden.getRange('B2').formulas = [['=IF(TRUE,_xldudf_COOP_PERIOD("2024-10-01"),"")']];
      hidden.visibility = 'Hidden';
    });
    expect(await values('Sheet1', 'A1:A4')).toEqual([['#NAME?'], ['#DIV/0!'], ['_xldudf_COOP_SPLIT('], ['#NAME?']]);
    expect(await repairAndRecalculate()).toEqual({ protectedSheets: [], refusedSheets: [] });
    expect(await formulas('Sheet1', 'A1:A4')).toEqual([
      ['=COOP.SPLIT(1500,"coop")'],
      ['=1/0'],
      ['="_xldudf_COOP_SPLIT("'],
      ['=_xldudf_CONTOSO_ADD(1,2)'],
    ]);
    expect(await values('Sheet1', 'A1')).toEqual([[600]]);
    expect(await values('Hidden', 'B2')).toEqual([['FY25 H1']]);
  });

  it('are told of a protected sheet, which stays as it is, and repaired on the others', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      worksheets.add('Shut').getRange('A1').formulas = [['=_xldudf_COOP_SPLIT(1500,"coop")']];
      worksheets.getItem('Shut').protection.protect();
      worksheets.add('Shut, without any').protection.protect();
      worksheets.add('Open').getRange('A1').formulas = [['=_xldudf_COOP_SPLIT(1500,"coop")']];
    });
    expect(await repairAndRecalculate()).toEqual({ protectedSheets: ['Shut'], refusedSheets: [] });
    expect(await formulas('Shut', 'A1')).toEqual([['=_xldudf_COOP_SPLIT(1500,"coop")']]);
    expect(await values('Open', 'A1')).toEqual([[600]]);
  });

  it('in a column of a table go back as a whole, and what people wrote over single cells stays', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('A1:B1').values = [['Amount', 'Co-op']];
      sheet.getRange('A2:A5').values = [[100], [200], [300], [400]];
      sheet.tables.add('A1:B5', true);
      sheet.getRange('B2:B5').formulas = [
        ['=_xldudf_COOP_SPLIT([@Amount],"coop")'],
        ['=_xldudf_COOP_SPLIT([@Amount],"coop")'],
        ['=_xldudf_COOP_SPLIT([@Amount],"coop")'],
        ['=_xldudf_COOP_SPLIT([@Amount],"coop")'],
      ];
      sheet.getRange('B4').values = [[7]];
    });
    await repairAndRecalculate();
    expect(await values('Sheet1', 'B2:B5')).toEqual([[40], [80], [7], [160]]);
  });
});
