import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { readWorkbook } from '../../src/storage/excel/workbook-context';
import { startExcel } from '../support/excel-without-pane';
import { share } from '../support/laws';
import { workbookNow } from '../support/workbook-now';
import { deskAt, WRITING_FLOWS, type WritingFlow } from '../support/writing-flows';

/** Totals rows and hidden header rows: what Excel does with them, and what we do with tables that have them. */
describe('tables with a totals row, or without a header row', () => {
  const { workbench, inExcel, clear } = startExcel();
  beforeAll(() => {
    // the built add-in beside us would look at what we write, at times of its own
    workbench().host.fireRichApi = () => false;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(clear);

  describe('in Excel', () => {
    const make = () =>
      inExcel(({ workbook }) => {
        const sheet = workbook.worksheets.add('Frames');
        sheet.getRange('B3:C5').values = [
          ['N', 'M'],
          [1, 10],
          [2, 20],
        ];
        sheet.getRange('B7').values = [['note']];
        sheet.tables.add('B3:C5', true).name = 'Framed';
      });
    const framed = <T>(look: (table: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
      Excel.run((context) => look(context.workbook.tables.getItem('Framed'), context));
    const addresses = () =>
      framed(async (table, context) => {
        const ranges = [table.getRange(), table.getDataBodyRange(), table.columns.getItem('M').getRange()];
        for (const range of ranges) range.load('address');
        table.rows.load('count');
        await context.sync();
        return [...ranges.map(({ address }) => address.split('!')[1]), table.rows.count];
      });
    const show = (what: Partial<Record<'showTotals' | 'showHeaders', boolean>>) =>
      inExcel(({ workbook }) => workbook.tables.getItem('Framed').set(what));

    it('getRange takes the totals row in, getDataBodyRange does not; its formulas come and go with it', async () => {
      await make();
      await show({ showTotals: true });
      expect(await addresses()).toEqual(['B3:C6', 'B4:C5', 'C3:C6', 2]);
      expect(await workbench().values('Frames!B6:C7')).toEqual([
        ['Total', 30],
        ['note', ''],
      ]);
      await inExcel(({ workbook }) => void workbook.tables.getItem('Framed').rows.add(undefined, [[3, 30]]));
      expect(await addresses()).toEqual(['B3:C7', 'B4:C6', 'C3:C7', 3]);
      expect(await workbench().values('Frames!B6:C8')).toEqual([
        [3, 30],
        ['Total', 60],
        ['note', ''],
      ]);
      await inExcel(
        ({ workbook }) => void (workbook.tables.getItem('Framed').getTotalRowRange().getCell(0, 1).formulas = [['=MAX(Framed[M])']]),
      );
      await show({ showTotals: false });
      expect(await workbench().values('Frames!B7:C7')).toEqual([['', '']]);
      await show({ showTotals: true });
      expect(await workbench().values('Frames!B7:C7')).toEqual([['Total', 30]]);
    });

    it('without its header row a table begins with its first row, and its columns keep their names', async () => {
      await make();
      await show({ showHeaders: false });
      expect(await addresses()).toEqual(['B4:C5', 'B4:C5', 'C4:C5', 2]);
      expect(await workbench().values('Frames!B3:C3')).toEqual([['', '']]);
      await workbench().set('Frames!F1', '=SUM(Framed[M])');
      expect(await workbench().values('Frames!F1')).toEqual([[30]]);
      await expect(framed(async (table, context) => (table.getHeaderRowRange().load('values'), context.sync()))).rejects.toMatchObject({
        code: 'ItemNotFound',
      });
      await show({ showHeaders: true });
      expect(await workbench().values('Frames!B3:C3')).toEqual([['N', 'M']]);
    });

    it.each([[{ showTotals: true }], [{ showHeaders: false }]])(
      'with %j it is not resized, unless Excel turns out to do so',
      async (what) => {
        await make();
        await show(what);
        const resize = () => framed(async (table, context) => (table.resize(table.getRange().getResizedRange(1, 0)), context.sync()));
        await expect(resize()).rejects.toMatchObject({ code: 'InvalidOperation' });
        workbench().workbook.habits.resizesWithTotals = true;
        await resize();
        workbench().workbook.habits.resizesWithTotals = false;
        expect(workbench().workbook.tables.find('Framed')!.rows).toBe(4);
      },
    );

    it('of an emptied table Excel counts no row, though one blank row is left; a row that comes fills it', async () => {
      await make();
      await show({ showTotals: true });
      await inExcel(({ workbook }) => void workbook.tables.getItem('Framed').getDataBodyRange().delete('Up'));
      expect(await addresses()).toEqual(['B3:C5', 'B4:C4', 'C3:C5', 0]);
      await inExcel(
        ({ workbook }) =>
          void workbook.tables.getItem('Framed').rows.add(undefined, [
            [3, 30],
            [4, 40],
          ]),
      );
      expect(await addresses()).toEqual(['B3:C6', 'B4:C5', 'C3:C6', 2]);
      expect(await workbench().values('Frames!B4:C6')).toEqual([
        [3, 30],
        [4, 40],
        ['Total', 70],
      ]);
    });
  });

  it('a totals row of CoopRules is no rule, and a hidden header no obstacle', async () => {
    const port = openExcelWorkbook();
    await port.addRulesTable();
    await inExcel(
      ({ workbook }) =>
        void (workbook.tables.getItem('CoopRules').getDataBodyRange().getRow(0).values = [
          ['threshold', '', '', 45_474, 12_000, ...Array<string>(11).fill('')],
        ]),
    );
    const plain = await readWorkbook();
    expect(plain).toMatchObject({ rules: [{ value: { amount: 1_200_000 } }], faults: [] });
    for (const what of [{ showTotals: true }, { showHeaders: false }]) {
      await inExcel(({ workbook }) => void workbook.tables.getItem('CoopRules').set(what));
      expect(await readWorkbook()).toEqual(plain);
      expect(await port.ownRules()).toMatchObject({ rules: plain.rules, faults: [] });
    }
  });

  it('the row that is left of an emptied table is filled first, with the formats of its columns', async () => {
    const flow = WRITING_FLOWS.find(({ name }) => name === 'a report into emptied tables with a totals row')!;
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await flow.before(desk);
    expect(await flow.run(desk)).toBeNull();
    const rows = (await workbenchRows('CoopEarnings')).map(([month]) => month);
    expect(rows).toEqual(['2024-10', '2024-10', '2024-11', '2024-12', '2025-01', 'Total']);
    expect((await workbenchRows('CoopFunds')).map(([id]) => id)).toEqual(['1234567', '1234567', '77', 'Total']);
  });
  const workbenchRows = (name: string): Promise<string[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(name).getRange();
      range.load('text');
      await context.sync();
      return range.text.slice(1);
    });

  describe('every flow that writes', () => {
    type Frame = 'showTotals' | 'showHeaders' | 'both';
    const each = (set: (table: Excel.Table) => void) =>
      Excel.run(async ({ workbook: { tables }, ...context }) => {
        tables.load('items/name');
        await tables.context.sync();
        for (const table of tables.items) set(table);
        await tables.context.sync();
        return context;
      });
    const put = (frame: Frame, isOn: boolean) =>
      each((table) => {
        if (frame !== 'showHeaders') table.showTotals = isOn;
        if (frame !== 'showTotals') table.showHeaders = !isOn;
      });
    /** What a flow leaves behind, and what it says; frames come before it and go after it. */
    const leaves = async (
      { before, run }: WritingFlow,
      frame: Frame | null,
    ): Promise<{ before: string[]; said: string | null; after: string[] }> => {
      await clear();
      workbench().workbook.writer.clear(workbench().area('Sheet1!A1:Z50'));
      const desk = deskAt({
        type: (address, input) => workbench().set(address, input),
        select: (address) => workbench().select(address),
        act: inExcel,
      });
      await before(desk);
      const stood = await workbookNow(workbench());
      if (frame) await put(frame, true);
      const { takeBack } = desk;
      // that a totals row was switched on counts as a change of somebody's, which the pane asks about
      if (takeBack) desk.takeBack = () => takeBack(true);
      const said = await run(desk);
      if (frame) await put(frame, false);
      return { before: stood, said, after: await workbookNow(workbench()) };
    };

    const flows = WRITING_FLOWS.filter(({ name }) => !/^(a formula|formulas|a page)|totals row|header row/.test(name));
    it.each(share(flows, 'flows', 24).map((flow) => [flow.name, flow] as const))(
      '%s',
      async (_name, flow) => {
        const plain = await leaves(flow, null);
        expect(plain.said).toBeNull();
        for (const frame of share(['showTotals', 'showHeaders', 'both'] as const, flow.name, 1)) {
          const framed = await leaves(flow, frame);
          if (framed.said !== null)
            expect({ frame, said: framed.said, after: framed.after }).toEqual({
              frame,
              said: expect.stringMatching(/Header Row.*Nothing was changed/) as string,
              after: framed.before,
            });
          // without a header row Excel filters nothing
          const after = frame === 'showTotals' ? plain.after : plain.after.map((line) => line.replace(/\["Gone"\]/, 'null'));
          if (framed.said === null) expect({ frame, after: framed.after }).toEqual({ frame, after });
        }
      },
      60_000,
    );
  });
});
