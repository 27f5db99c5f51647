import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePage } from '../../src/storage/excel/page';
import type { SheetPage } from '../../src/storage/workbook';
import { startHeadless, type HeadlessWorkbench } from '../../src/workbench/headless';
import { saveXlsx } from '../../src/workbench/xlsx';

const DIST = process.env.DIST_DIR ?? join(fileURLToPath(new URL('../../', import.meta.url)), 'dist');
const PAGE: SheetPage = {
  sheet: 'Summary C-AAAAAA',
  title: '=INV5645 Digital advertising January',
  parts: [
    {
      title: 'Activity',
      rows: [
        ['Activity', 'Digital advertising'],
        ['Dates', '2024-01-01 to 2024-01-31'],
      ],
    },
    { title: 'Cost', rows: [['Claimed', '$7,500.00']] },
  ],
  foot: 'Keep the original proof until Aug 15, 2026.',
};

/** A page for print on the unmodified office.js. */
describe('a page on a sheet of its own', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startHeadless({ distDir: DIST });
    const { Excel, Office } = workbench.page.window as unknown as typeof globalThis;
    Object.assign(globalThis, { Excel, Office });
    await workbench.settle();
    await Excel.run((context) => context.sync());
  });
  afterAll(() => workbench?.dispose());

  it('is written as texts, in front, in three round trips', async () => {
    workbench.stats.mark('page');
    await writePage(PAGE);
    expect(workbench.stats.count().batches).toBeLessThanOrEqual(3);
    expect(await workbench.text("'Summary C-AAAAAA'!A1:B9")).toEqual([
      ['=INV5645 Digital advertising January', ''],
      ['', ''],
      ['Activity', ''],
      ['Activity', 'Digital advertising'],
      ['Dates', '2024-01-01 to 2024-01-31'],
      ['', ''],
      ['Cost', ''],
      ['Claimed', '$7,500.00'],
      ['', ''],
    ]);
  });

  const LONG_TEXTS: SheetPage = {
    ...PAGE,
    parts: [
      {
        title: 'Results',
        rows: [
          ['Results', 'Clicks\nLeads\nOrders'],
          ['A requirement of more than thirty-two signs in its cell', 'yes'],
        ],
      },
      PAGE.parts[1]!,
    ],
  };
  const heights = async (name = PAGE.sheet): Promise<number[]> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const formats = [3, 4, 7].map((row) => sheet.getRangeByIndexes(row, 0, 1, 1).format);
      for (const format of formats) format.load('rowHeight');
      await context.sync();
      return formats.map(({ rowHeight }) => rowHeight);
    });

  it('gives long texts rows as high as their lines', async () => {
    await writePage(LONG_TEXTS);
    expect(await heights()).toEqual([45, 30, 15]);
    await writePage(PAGE);
    expect(await heights()).toEqual([15, 15, 15]);
  });

  it('is written again, with nothing left of the page before', async () => {
    await writePage({ ...PAGE, parts: [{ title: 'Cost', rows: [['Claimed', '$7,000.00']] }] });
    expect(await workbench.text("'Summary C-AAAAAA'!A1:B9")).toEqual([
      ['=INV5645 Digital advertising January', ''],
      ['', ''],
      ['Cost', ''],
      ['Claimed', '$7,000.00'],
      ['', ''],
      ['Keep the original proof until Aug 15, 2026.', ''],
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  it('prints on one page, and on no more than what is written', async () => {
    const file = await readXlsx(await saveXlsx(workbench.workbook, 'COOP'));
    expect(file.sheets.find(({ name }) => name === 'Summary C-AAAAAA')?.pageSetup).toMatchObject({
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      printArea: expect.stringMatching(/^\$?A\$?1:\$?B\$?6$/),
    });
  });

  it('leaves what people wrote around it, and says which cell is in its way', async () => {
    await writePage({ ...PAGE, sheet: 'Notes' });
    await workbench.set('Notes!D2', 'mine');
    await workbench.set('Notes!A12', 'below');
    await writePage({ ...PAGE, sheet: 'Notes', title: 'Later' });
    expect(await workbench.text('Notes!A1:D1')).toEqual([['Later', '', '', '']]);
    expect(await workbench.text('Notes!D2')).toEqual([['mine']]);
    const longer = writePage({ ...PAGE, sheet: 'Notes', title: 'Longer', parts: [...PAGE.parts, ...PAGE.parts] });
    await expect(longer).rejects.toMatchObject({ kind: 'in the way', message: expect.stringContaining("the cell A12 isn't") });
    expect(await workbench.text('Notes!A1:A12')).toEqual([
      ...['Later', '', 'Activity', 'Activity', 'Dates', '', 'Cost', 'Claimed', '', 'Keep the original proof until Aug 15, 2026.', ''].map(
        (cell) => [cell],
      ),
      ['below'],
    ]);
  });

  it('is taken back as it was, unless someone changed it since', async () => {
    const sheets = () => workbench.workbook.sheets.all.map((sheet) => sheet.getName());
    const first = await writePage({ ...PAGE, sheet: 'Undo' });
    const second = await writePage({ ...PAGE, sheet: 'Undo', title: 'Second', parts: [...PAGE.parts, ...PAGE.parts] });
    expect(await first()).toBe('changed since');
    expect(await second()).toBe('taken back');
    expect(await workbench.text('Undo!A1:A12')).toEqual(
      ['=INV5645 Digital advertising January', '', 'Activity', 'Activity', 'Dates', '', 'Cost', 'Claimed', '', PAGE.foot, '', ''].map(
        (cell) => [cell],
      ),
    );
    await workbench.set('Undo!D2', 'mine');
    expect(await first()).toBe('changed since');
    await workbench.set('Undo!D2', '');
    expect(await first()).toBe('taken back');
    expect(sheets()).not.toContain('Undo');
  });

  it('is taken back as it was laid out', async () => {
    await writePage({ ...LONG_TEXTS, sheet: 'Laid out' });
    const takeBack = await writePage({ ...PAGE, sheet: 'Laid out' });
    expect(await heights('Laid out')).toEqual([15, 15, 15]);
    expect(await takeBack()).toBe('taken back');
    expect(await heights('Laid out')).toEqual([45, 30, 15]);
    const file = await readXlsx(await saveXlsx(workbench.workbook, 'COOP'));
    expect(file.sheets.find(({ name }) => name === 'Laid out')?.pageSetup).toMatchObject({ orientation: 'portrait', fitToHeight: 1 });
  });

  it('is refused where its sheet is protected, and that sheet stays as it is', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Summary C-AAAAAA').protection.protect();
      await context.sync();
    });
    await expect(writePage(PAGE)).rejects.toMatchObject({ kind: 'protected' });
    expect(await workbench.text("'Summary C-AAAAAA'!A3")).toEqual([['Cost']]);
  });
});
