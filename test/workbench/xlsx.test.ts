import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { convert, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { startFixture } from './fixture/start';

describe('a real workbook', () => {
  let first: HeadlessWorkbench;
  let second: HeadlessWorkbench;
  let bytes: Uint8Array;
  beforeAll(async () => {
    first = await startFixture();
    await first.set('A1', [
      ['Name', 'Amount', 'Share'],
      ['Ann', 100, ''],
      ['Bob', 250, ''],
      ["'007", '2025-08-15', ''],
    ]);
    const { tables, names, sheets, layout } = first.workbook;
    tables.add(first.area('A1:C4'), true, 'Items');
    await first.set('C2:C3', '=COOP.SHARE([@Amount],0.2)');
    // it has filled the whole column, as in Excel
    await first.set('C4', '');
    await first.set('E1', [
      ['=COOP.PARTS(90,3)'],
      [''],
      [''],
      ['=SUM(Items[Share])'],
      ['=COOP.DUE()'],
      ['=COOP.FAIL("na")'],
      ['=TEXTJOIN(",",TRUE,Items[Name])'],
    ]);
    names.add('Rate', '=0.25');
    names.add('Amounts', names.absolute(first.area('B2:B3')));
    await first.set('E9', '=SUM(Amounts)*Rate');
    layout.freeze(first.area('A1').sheet, 1, 0);
    layout.setStyle(first.area('A1:C1'), { bl: 1, bg: { rgb: '#1F4E78' } });
    sheets.setVisibility(sheets.add('Hidden'), 'Hidden');
    bytes = await first.save();
    second = await startFixture({ file: bytes });
  });
  afterAll(() => [first, second].forEach((used) => used.dispose()));

  it('stores COOP functions as Excel does: with its prefix, as dynamic arrays', async () => {
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const cells = sheets[0]!.cells!;
    expect(cells.get('0,4')).toMatchObject({
      formula: '_xldudf_COOP_PARTS(90,3)',
      formulaType: 'array',
      formulaDynamic: true,
      formulaRef: 'E1:F3',
    });
    expect(cells.get('4,4')).toMatchObject({ formula: '_xldudf_COOP_DUE()', formulaRef: 'E5', formulaDynamic: true });
    expect(cells.get('1,2')?.formula).toBe('_xldudf_COOP_SHARE(Items[[#This Row],[Amount]],0.2)');
    expect(cells.get('6,4')?.formula).toBe('_xlfn.TEXTJOIN(",",TRUE,Items[Name])');
  });

  it('keeps the formats of whole columns, down to rows that no one has reached yet', async () => {
    const book = await startFixture();
    await book.set('A1', [['ID', 'Amount']]);
    const { Excel } = book.page.window as unknown as typeof globalThis;
    await Excel.run(async ({ workbook, sync }) => {
      workbook.worksheets.getItem('Sheet1').getRange('A:A').numberFormat = '@' as unknown as string[][];
      await sync();
    });
    const saved = await book.save();
    const again = await startFixture({ file: saved });
    const { sheet } = again.area('A1');
    expect(sheet.getRowCount()).toBe(book.area('A1').sheet.getRowCount());
    await again.set('A5000:B5000', [[7, 8]]);
    expect(await again.values('A5000:B5000')).toEqual([['7', 8]]);
    const { PackageParts } = await import('../../src/workbench/package-parts');
    expect(PackageParts.read(saved).text('xl/worksheets/sheet1.xml')).toMatch(/<col [^>]*style="[1-9]/);
    for (const used of [book, again]) used.dispose();
  });

  it('writes a print area with the name of its sheet in quotes, and the address absolute', async () => {
    const book = await startFixture();
    const { Excel } = book.page.window as unknown as typeof globalThis;
    await Excel.run(async ({ workbook, sync }) => {
      workbook.worksheets.add('Summary C-1').pageLayout.setPrintArea('A1:B28');
      await sync();
    });
    const { PackageParts } = await import('../../src/workbench/package-parts');
    expect(
      PackageParts.read(await book.save())
        .text('xl/workbook.xml')
        .replaceAll('&apos;', "'"),
    ).toMatch(/<definedName name="_xlnm\.Print_Area"[^>]*>'Summary C-1'!\$A\$1:\$B\$28</);
    book.dispose();
  });

  it('keeps the lists that cells offer, from a range of another sheet too', async () => {
    const { Excel } = first.page.window as unknown as typeof globalThis;
    await Excel.run(async (context) => {
      const lists = context.workbook.worksheets.add('My lists');
      lists.getRange('A1:A2').values = [['red'], ['dark green']];
      const sheet = context.workbook.worksheets.add('Offers');
      const { dataValidation } = sheet.getRange('B2:B4');
      dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange('A1:A2') } };
      dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
      sheet.getRange('C2:C3').dataValidation.rule = { list: { inCellDropDown: true, source: 'yes,no' } };
      await context.sync();
    });
    const written = await first.save();
    const again = await startFixture({ file: written });
    for (const file of [written, await again.save()]) {
      const { sheets } = await readXlsx(file);
      expect(sheets.find(({ name }) => name === 'Offers')!.dataValidations).toMatchObject([
        { type: 'list', range: 'B2:B4', formula1: "'My lists'!$A$1:$A$2" },
        { type: 'list', range: 'C2:C3', values: ['yes', 'no'], showErrorMessage: true },
      ]);
      expect(sheets.find(({ name }) => name === 'Offers')!.dataValidations![0]!.showErrorMessage).not.toBe(true);
    }
    again.dispose();
    await Excel.run(async (context) => {
      for (const name of ['Offers', 'My lists']) context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
  });

  it('opens again with everything in it', async () => {
    expect(await second.values('A1:C4')).toEqual(await first.values('A1:C4'));
    expect(await second.formulas('C2:C3')).toEqual([['=COOP.SHARE([@Amount],0.2)'], ['=COOP.SHARE([@Amount],0.2)']]);
    expect(await second.text('E1:F9')).toEqual(await first.text('E1:F9'));
    expect((await second.text('E5'))[0]).toEqual(['2025-08-15']);
    const { tables, names, sheets, layout } = second.workbook;
    expect(tables.all.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([['Items', 4, 3]]);
    expect(names.all.map(({ name }) => name).sort()).toEqual(['Amounts', 'Rate']);
    expect(sheets.all.map((sheet) => [sheet.getName(), Boolean(sheet.isSheetHidden())])).toEqual([
      ['Sheet1', false],
      ['Hidden', true],
    ]);
    expect(layout.frozen(sheets.all[0]!)).toEqual({ rows: 1, columns: 0 });
    expect(layout.styleOf(second.area('A1'))).toMatchObject({ bl: 1, bg: { rgb: '#1F4E78' } });
  });

  it('goes on living', async () => {
    await second.set('B2', 200);
    expect(await second.values('C2')).toEqual([[40]]);
    expect(await second.values('E4')).toEqual([[90]]);
    expect(await second.values('E9')).toEqual([[112.5]]);
  });

  it('keeps the 1904 date system', async () => {
    const mac = await startFixture({ dateSystem: 1904 });
    await mac.set('A1', '2025-08-15');
    const again = await startFixture({ file: await mac.save() });
    expect(again.workbook.dateSystem).toBe(1904);
    expect(await again.values('A1')).toEqual([[45884 - 1462]]);
    expect(await again.text('A1')).toEqual([['2025-08-15']]);
    for (const used of [mac, again]) used.dispose();
  });

  it(
    'is a file that LibreOffice opens: values and ordinary formulas stand, ours are #NAME? as for anyone without the add-in',
    ({ skip }) => {
      needLibreOffice(skip);
      const rows = convert(bytes, 'csv').toString().split('\n');
      expect(rows[2]).toMatch(/^Bob,250,#NAME\?,/);
      expect(rows[3]).toMatch(/^007,2025-08-15,,,70,/);
      expect(rows.slice(4)).toEqual(expect.arrayContaining([',,,,"Ann,Bob,007",', ',,,,87.5,']));
    },
    LIBRE_OFFICE_MS,
  );
});
