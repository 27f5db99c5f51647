import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { startFixture } from './fixture/start';

type Book = Awaited<ReturnType<typeof startFixture>>;

const inExcel = (book: Book, act: (context: Excel.RequestContext) => Promise<void>): Promise<void> =>
  (book.page.window as unknown as { Excel: typeof Excel }).Excel.run(act);
const sheetXml = (file: Uint8Array, number = 1): string => strFromU8(unzipSync(file)[`xl/worksheets/sheet${number}.xml`]!);

/** Formats a column as our tables do: down to the last row, by texts, beginnings of texts, and amounts. */
const color = (book: Book): Promise<void> =>
  inExcel(book, async (context) => {
    const cells = context.workbook.worksheets.getItem('Sheet1').getRange('B5:B1048576');
    const { cellValue } = cells.conditionalFormats.add('CellValue');
    cellValue.format.font.color = '#006100';
    cellValue.format.fill.color = '#C6EFCE';
    cellValue.rule = { operator: 'EqualTo', formula1: '="paid"' };
    const { textComparison } = cells.conditionalFormats.add('ContainsText');
    textComparison.format.font.color = '#9C0006';
    textComparison.rule = { operator: 'BeginsWith', text: 'Blocked:' };
    const amounts = cells.conditionalFormats.add('CellValue').cellValue;
    amounts.format.fill.color = '#FFC7CE';
    amounts.rule = { operator: 'Between', formula1: '=0.005', formula2: '=1000' };
    await context.sync();
  });

describe('conditional formats', () => {
  it('are read back, with where they are, and deleted', async () => {
    const book = await startFixture();
    await color(book);
    await inExcel(book, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const { conditionalFormats } = sheet.getRange('B9');
      conditionalFormats.load('items/type');
      await context.sync();
      expect(conditionalFormats.items.map(({ type }) => type)).toEqual(['CellValue', 'ContainsText', 'CellValue']);
      const [paid, blocked] = conditionalFormats.items as [Excel.ConditionalFormat, Excel.ConditionalFormat];
      const range = paid.getRange();
      range.load('address');
      paid.cellValue.load('rule');
      blocked.textComparison.load('rule');
      blocked.textComparison.format.font.load('color');
      await context.sync();
      expect(range.address).toBe('Sheet1!B5:B1048576');
      expect(paid.cellValue.rule).toMatchObject({ operator: 'EqualTo', formula1: '="paid"' });
      expect(blocked.textComparison.rule).toMatchObject({ operator: 'BeginsWith', text: 'Blocked:' });
      expect(blocked.textComparison.format.font.color).toBe('#9C0006');
      blocked.delete();
      const left = conditionalFormats.getCount();
      const above = sheet.getRange('B4').conditionalFormats.getCount();
      await context.sync();
      expect([left.value, above.value]).toEqual([2, 0]);
    });
    expect(book.unknownCalls).toEqual([]);
    book.dispose();
  });

  it('are saved, opened, and saved again the same', async () => {
    const book = await startFixture();
    await color(book);
    const saved = await book.save();
    const again = await startFixture({ file: saved });
    expect(again.workbook.conditionalFormats.all).toHaveLength(3);
    for (const file of [saved, await again.save()]) {
      const xml = sheetXml(file);
      expect(xml.match(/<conditionalFormatting sqref="B5:B1048576">/g)).toHaveLength(3);
      expect(xml).toMatch(/type="cellIs" dxfId="0" priority="1" operator="equal"><formula>&quot;paid&quot;<\/formula>/);
      expect(xml).toMatch(/type="beginsWith" dxfId="1" priority="2" operator="beginsWith" text="Blocked:"><formula>LEFT\(B5,LEN/);
      expect(xml).toMatch(/operator="between"><formula>0\.005<\/formula><formula>1000<\/formula>/);
      expect(strFromU8(unzipSync(file)['xl/styles.xml']!)).toMatch(
        /<dxfs count="3"><dxf><font><color rgb="FF006100"\/><\/font><fill><patternFill><bgColor rgb="FFC6EFCE"\/>/,
      );
    }
    for (const used of [book, again]) used.dispose();
  });

  it('go on over cells that are inserted within them, and move down with cells above them', async () => {
    const book = await startFixture();
    await book.set('A4:B7', [
      ['Name', 'Status'],
      ['Ann', 'paid'],
      ['Bob', 'paid'],
      ['Cy', 'open'],
    ]);
    await color(book);
    const insert = (address: string): Promise<void> =>
      inExcel(book, async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange(address).insert('Down');
        await context.sync();
      });
    const places = async () => [...sheetXml(await book.save()).matchAll(/sqref="([^"]*)"/g)].map(([, place]) => place);
    await insert('A6:B6');
    expect(await places()).toEqual(['B5:B1048576', 'B5:B1048576', 'B5:B1048576']);
    await insert('A2:B3');
    expect(await places()).toEqual(['B7:B1048576', 'B7:B1048576', 'B7:B1048576']);
    // the grid's sheet grows, and the formats with it
    await book.set('B3000', 'paid');
    expect(await places()).toEqual(['B7:B1048576', 'B7:B1048576', 'B7:B1048576']);
    book.dispose();
  });
});

describe('page layout', () => {
  it('is saved, opened, and saved again the same, with its names', async () => {
    const book = await startFixture();
    await inExcel(book, async (context) => {
      const sheet = context.workbook.worksheets.add('My plan');
      sheet.getRange('A1:C9').values = Array.from({ length: 9 }, () => ['a', 'b', 'c']);
      sheet.getRange('A1').format.rowHeight = 40;
      sheet.getRange('B2').format.wrapText = true;
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintTitleRows('$4:$4');
      pageLayout.setPrintArea(sheet.getRange('A1:B1').getEntireColumn());
      sheet.position = 0;
      await context.sync();
    });
    const saved = await book.save();
    const again = await startFixture({ file: saved });
    await inExcel(again, async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem('My plan');
      pageLayout.load('orientation,zoom');
      await context.sync();
      expect([pageLayout.orientation, pageLayout.zoom]).toEqual(['Landscape', { horizontalFitToPages: 1 }]);
    });
    for (const file of [saved, await again.save()]) {
      const [sheet] = (await readXlsx(file, { readStyles: true })).sheets;
      expect(sheet!.name).toBe('My plan');
      expect(sheet!.pageSetup).toMatchObject({
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: '$A:$B',
        printTitlesRow: '$4:$4',
      });
      expect(sheet!.rowDefs!.get(0)).toMatchObject({ height: 40 });
      expect(sheet!.cells!.get('1,1')!.style).toMatchObject({ alignment: { wrapText: true } });
    }
    expect(book.unknownCalls).toEqual([]);
    for (const used of [book, again]) used.dispose();
  });
});
