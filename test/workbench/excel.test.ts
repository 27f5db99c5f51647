import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { startFixture } from './fixture/start';

/** What an add-in sees of the workbench: everything here goes through the unmodified office.js. */
describe('Excel’s API', () => {
  let workbench: HeadlessWorkbench;
  let run: typeof Excel.run;
  let sheet: string;
  beforeAll(async () => {
    workbench = await startFixture({ profile: 'windows' });
    run = workbench.page.window.Excel.run;
  });
  afterAll(() => workbench.dispose());

  let n = 0;
  beforeEach(async () => {
    sheet = `Test${++n}`;
    await run(async (context) => {
      context.workbook.worksheets.add(sheet).activate();
      await context.sync();
    });
    workbench.stats.reset();
  });
  afterEach(() => {
    workbench.host.editing = false;
    workbench.host.permission = 'ReadWriteDocument';
    workbench.workbook.readOnly = false;
  });

  const failure = async (batch: (context: Excel.RequestContext) => Promise<unknown>) => {
    try {
      await run(batch);
    } catch (error) {
      return error as OfficeExtension.Error;
    }
    throw new Error('it did not fail');
  };

  describe('cells', () => {
    it('read what Excel stores for what was written', async () => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:A8');
        range.values = [['12'], ['TRUE'], ["'007"], ['50%'], ['2026-03-15'], [false], ['#N/A'], ['']];
        range.load('values,valueTypes,text,numberFormat,address');
        await context.sync();
        return range.toJSON();
      });
      expect(read.values!.flat()).toEqual([12, true, '007', 0.5, 46096, false, '#N/A', '']);
      expect(read.valueTypes!.flat()).toEqual(['Double', 'Boolean', 'String', 'Double', 'Double', 'Boolean', 'Error', 'Empty']);
      expect(read.text!.flat()).toEqual(['12', 'TRUE', '007', '50%', '2026-03-15', 'FALSE', '#N/A', '']);
      expect(read.numberFormat!.flat().slice(3, 5)).toEqual(['0%', 'yyyy-mm-dd']);
      expect(read.address).toBe(`${sheet}!A1:A8`);
    });

    it('keep text as text where the format says so', async () => {
      const values = await run(async (context) => {
        const cell = context.workbook.worksheets.getItem(sheet).getRange('A1');
        cell.numberFormat = [['@']];
        cell.values = [['006815016255']];
        cell.load('values');
        await context.sync();
        return cell.values;
      });
      expect(values).toEqual([['006815016255']]);
    });

    it('are calculated before the next read of the same batch', async () => {
      const read = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:C1');
        range.formulas = [[100, '=COOP.SHARE(A1)', '=B1*2']];
        range.load('values,formulas');
        await context.sync();
        return range.toJSON();
      });
      expect(read.values).toEqual([[100, 10, 20]]);
      expect(read.formulas).toEqual([[100, '=COOP.SHARE(A1)', '=B1*2']]);
    });

    it('tell where a formula spills to and which formula a spilled cell belongs to', async () => {
      const found = await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('B2').formulas = [['=COOP.PARTS(9,3)']];
        const to = on.getRange('B2').getSpillingToRangeOrNullObject().load('address');
        const parent = on.getRange('C4').getSpillParentOrNullObject().load('address');
        const none = on.getRange('A1').getSpillingToRangeOrNullObject().load('address');
        const used = on.getUsedRange().load('address');
        await context.sync();
        return [to.address, parent.address, none.isNullObject, used.address];
      });
      expect(found).toEqual([`${sheet}!B2:C4`, `${sheet}!B2`, true, `${sheet}!B2:C4`]);
    });

    it('are found by kind, in columns of neighbours', async () => {
      const found = await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1:B3').formulas = [
          ['=1/0', 'x'],
          ['=COOP.FAIL("na")', '=1/0'],
          ['=1', 5],
        ];
        const errors = on.getUsedRange().getSpecialCellsOrNullObject('Formulas', 'Errors');
        errors.load('areas/items/formulas,areas/items/values,address');
        const texts = on.getUsedRange().getSpecialCellsOrNullObject('Formulas', 'Text').load('address');
        const constants = on.getUsedRange().getSpecialCellsOrNullObject('Constants', 'Numbers').load('address');
        await context.sync();
        errors.areas.items[0]!.getCell(1, 0).values = [['mended']];
        await context.sync();
        return [errors.areas.items.map((area) => area.values.flat()), errors.address, texts.isNullObject, constants.address];
      });
      expect(found).toEqual([[['#DIV/0!', '#N/A'], ['#DIV/0!']], `${sheet}!A1:A2,${sheet}!B2`, true, `${sheet}!B3`]);
      expect(await workbench.values(`${sheet}!A2`)).toEqual([['mended']]);
    });

    it('go by offset and size', async () => {
      const addresses = await run(async (context) => {
        const cell = context.workbook.worksheets.getItem(sheet).getRange('B2');
        const ranges = [
          cell.getOffsetRange(1, 2),
          cell.getResizedRange(2, 1),
          cell.getEntireColumn(),
          cell.getCell(1, 1),
          cell.getRowsBelow(2),
        ];
        ranges.forEach((range) => range.load('address'));
        await context.sync();
        return ranges.map((range) => range.address.split('!')[1]);
      });
      expect(addresses).toEqual(['D3', 'B2:C4', 'B:B', 'C3', 'B3:B4']);
    });

    it('refuse an array of another size', async () => {
      const error = await failure(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('A1:B2').values = [[1]];
        await context.sync();
      });
      expect(error.code).toBe('InvalidArgument');
    });

    it('can be cleared, selected, and undone in one step', async () => {
      await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1:B2').values = [
          [1, 2],
          [3, 4],
        ];
        on.getRange('A1').clear();
        on.getRange('B2').select();
        await context.sync();
      });
      expect(await workbench.values(`${sheet}!A1:B2`)).toEqual([
        ['', 2],
        [3, 4],
      ]);
      expect(workbench.workbook.sheets.selection).toMatchObject({ row: 1, column: 1, rows: 1, columns: 1 });
      await workbench.undo();
      expect(await workbench.values(`${sheet}!A1`)).toEqual([[1]]);
      await workbench.undo();
      expect(await workbench.values(`${sheet}!A1:B2`)).toEqual([
        ['', ''],
        ['', ''],
      ]);
      await workbench.redo();
      expect(await workbench.values(`${sheet}!A1:B2`)).toEqual([
        [1, 2],
        [3, 4],
      ]);
    });
  });

  describe('sheets', () => {
    it('are added behind the others, shown, hidden and deleted', async () => {
      const seen = await run(async (context) => {
        const sheets = context.workbook.worksheets;
        const added = sheets.add(`${sheet} more`).load('position,visibility');
        const active = sheets.getActiveWorksheet().load('name');
        const count = sheets.getCount();
        await context.sync();
        added.visibility = 'Hidden';
        added.load('visibility');
        await context.sync();
        const { visibility, position } = added;
        added.delete();
        const gone = sheets.getItemOrNullObject(`${sheet} more`).load('name');
        await context.sync();
        return [position === count.value - 1, active.name, visibility, gone.isNullObject];
      });
      expect(seen).toEqual([true, sheet, 'Hidden', true]);
    });

    it.each([
      ['ItemAlreadyExists', (context: Excel.RequestContext) => context.workbook.worksheets.add('Sheet1')],
      ['InvalidArgument', (context: Excel.RequestContext) => context.workbook.worksheets.add('what?')],
      ['ItemNotFound', (context: Excel.RequestContext) => context.workbook.worksheets.getItem('nowhere').load('name')],
    ])('%s', async (code, act) => {
      const error = await failure(async (context) => {
        act(context);
        await context.sync();
      });
      expect(error.code).toBe(code);
    });

    it('when protected refuse writes, and take them again afterwards', async () => {
      await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1').values = [['kept']];
        on.protection.protect();
        on.protection.load('protected');
        await context.sync();
        expect(on.protection.protected).toBe(true);
      });
      const error = await failure(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('A1').values = [['lost']];
        await context.sync();
      });
      expect(error.code).toBe('AccessDenied');
      expect(await workbench.values(`${sheet}!A1`)).toEqual([['kept']]);
      await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.protection.unprotect();
        on.getRange('A1').values = [['new']];
        await context.sync();
      });
      expect(await workbench.values(`${sheet}!A1`)).toEqual([['new']]);
    });
  });

  describe('tables', () => {
    const make = () =>
      run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1:C4').values = [
          ['Name', 'Amount', 'Share'],
          ['Ann', 100, ''],
          ['Bob', 250, ''],
          ['Eve', 40, ''],
        ];
        const table = on.tables.add('A1:C4', true);
        table.name = `Items${n}`;
        on.getRange('C2:C4').formulas = [
          ['=COOP.SHARE([@Amount],0.2)'],
          [`=COOP.SHARE(Items${n}[@Amount],0.2)`],
          [`=COOP.SHARE(items${n}[@Amount],0.2)`],
        ];
        on.getRange('F1').formulas = [[`=SUM(Items${n}[Share])`]];
        on.getRange('F2').formulas = [['=A8']];
        on.getRange('A8').values = [['below']];
        await context.sync();
        return `Items${n}`;
      });

    it('speak Excel’s structured references, in and out', async () => {
      const name = await make();
      const read = await run(async (context) => {
        const body = context.workbook.tables.getItem(name).getDataBodyRange().load('values,formulas,address');
        const total = context.workbook.worksheets.getItem(sheet).getRange('F1').load('values,formulas');
        await context.sync();
        return { body: body.toJSON(), total: total.toJSON() };
      });
      expect(read.body.address).toBe(`${sheet}!A2:C4`);
      expect(read.body.values!.map((row) => row[2])).toEqual([20, 50, 8]);
      expect(read.body.formulas!.map((row) => row[2])).toEqual([
        '=COOP.SHARE([@Amount],0.2)',
        '=COOP.SHARE([@Amount],0.2)',
        '=COOP.SHARE([@Amount],0.2)',
      ]);
      expect(read.total.values).toEqual([[78]]);
    });

    it('take rows in the middle and at the end; what stands below moves, and references to it follow', async () => {
      const name = await make();
      await run(async (context) => {
        const table = context.workbook.tables.getItem(name);
        table.rows.add(undefined, [
          ['Zoe', 10, null],
          ['Max', 20, 1],
        ] as never);
        table.rows.add(0, [['First', 1, 0]]);
        table.rows.getItemAt(1).delete();
        await context.sync();
      });
      expect(await workbench.values(`${sheet}!A1:C6`)).toEqual([
        ['Name', 'Amount', 'Share'],
        ['First', 1, 0],
        ['Bob', 250, 50],
        ['Eve', 40, 8],
        ['Zoe', 10, 2],
        ['Max', 20, 1],
      ]);
      expect(await workbench.values(`${sheet}!A10`)).toEqual([['below']]);
      expect(await workbench.formulas(`${sheet}!F2`)).toEqual([['=A10']]);
      expect(await workbench.values(`${sheet}!F1:F2`)).toEqual([[61], ['below']]);
    });

    it('rename columns and themselves in every formula', async () => {
      const name = await make();
      await run(async (context) => {
        const table = context.workbook.tables.getItem(name);
        context.workbook.worksheets.getItem(sheet).getRange('B1').values = [['Sum']];
        table.name = `${name}New`;
        await context.sync();
      });
      expect(await workbench.formulas(`${sheet}!C2`)).toEqual([['=COOP.SHARE([@Sum],0.2)']]);
      expect(await workbench.formulas(`${sheet}!F1`)).toEqual([[`=SUM(${name}New[Share])`]]);
      expect(await workbench.values(`${sheet}!F1`)).toEqual([[78]]);
    });

    it('are looked for without failing, listed, and turned back into cells', async () => {
      const name = await make();
      const seen = await run(async (context) => {
        const none = context.workbook.tables.getItemOrNullObject('Nothing').load('name');
        const tables = context.workbook.worksheets.getItem(sheet).tables.load('items/name');
        const columns = context.workbook.tables.getItem(name).columns.load('items/name');
        await context.sync();
        return [none.isNullObject, tables.items.map((table) => table.name), columns.items.map((column) => column.name)];
      });
      expect(seen).toEqual([true, [name], ['Name', 'Amount', 'Share']]);
    });

    it('grow when a person types below, and fill their formulas', async () => {
      const name = await make();
      await workbench.set(`${sheet}!A5`, 'Newby');
      const table = workbench.workbook.tables.find(name)!;
      expect(table.rows).toBe(5);
      expect(await workbench.formulas(`${sheet}!C5`)).toEqual([['=COOP.SHARE([@Amount],0.2)']]);
      await workbench.undo();
      expect(workbench.workbook.tables.find(name)!.rows).toBe(4);
    });
  });

  describe('names and settings', () => {
    it('names stand for ranges and values', async () => {
      const read = await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1:A2').values = [[40], [60]];
        context.workbook.names.add(`Total${n}`, on.getRange('A1:A2'), 'note');
        context.workbook.names.add(`Rate${n}x`, '=0.25');
        on.getRange('B1').formulas = [[`=SUM(Total${n})*Rate${n}x`]];
        const result = on.getRange('B1').load('values');
        const range = context.workbook.names.getItem(`Total${n}`).getRange().load('address');
        const none = context.workbook.names.getItemOrNullObject('Nothing').load('name');
        await context.sync();
        return [result.values, range.address, none.isNullObject];
      });
      expect(read).toEqual([[[25]], `${sheet}!A1:A2`, true]);
    });

    it('settings stay in the document, by both APIs', async () => {
      await run(async (context) => {
        context.workbook.settings.add('plan', { budget: 5 });
        await context.sync();
      });
      expect(workbench.workbook.settings.get('plan')).toEqual({ budget: 5 });
      const { settings } = workbench.page.window.Office.context.document;
      settings.set('seen', true);
      await new Promise((resolve) => settings.saveAsync(resolve));
      expect(workbench.workbook.documentSettings.get('seen')).toBe('true');
    });
  });

  describe('events', () => {
    it('tell an edit by a person, also what it was before, and what depends on it is calculated by then', async () => {
      const got: unknown[] = [];
      await workbench.set(`${sheet}!A1`, [[5, '=A1*2']]);
      await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.onChanged.add(async (event) => {
          await run(async (inner) => {
            const range = event.getRange(inner).load('values');
            const dependent = inner.workbook.worksheets.getItem(sheet).getRange('B1').load('values');
            await inner.sync();
            got.push([event.address, event.changeType, event.details?.valueBefore, range.values, dependent.values]);
          });
        });
        await context.sync();
      });
      await workbench.set(`${sheet}!A1`, '1000');
      await expect.poll(() => got).toEqual([['A1', 'RangeEdited', 5, [[1000]], [[2000]]]]);
    });

    it('tell the selection and the active sheet, until no one listens', async () => {
      const got: string[] = [];
      const handlers = await run(async (context) => {
        const selection = context.workbook.onSelectionChanged.add(async () => void got.push('selection'));
        const activation = context.workbook.worksheets.onActivated.add(async (event) => {
          const on = await run(async (inner) => {
            const active = inner.workbook.worksheets.getItem(event.worksheetId).load('name');
            await inner.sync();
            return active.name;
          });
          got.push(on);
        });
        await context.sync();
        return [selection, activation];
      });
      workbench.select(`${sheet}!C3`);
      await expect.poll(() => got).toEqual(['selection']);
      workbench.workbook.sheets.activate(workbench.workbook.sheets.find('Sheet1')!);
      await expect.poll(() => got).toContain('Sheet1');
      for (const handler of handlers) {
        await run(handler.context as Excel.RequestContext, async (context) => {
          handler.remove();
          await context.sync();
        });
      }
      const heard = got.length;
      workbench.select(`${sheet}!D4`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(got).toHaveLength(heard);
    });

    it('tell a change in a table, and rows that a person inserts', async () => {
      const got: string[] = [];
      await run(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.getRange('A1:A3').values = [['Amount'], [1], [2]];
        const table = on.tables.add('A1:A3', true);
        table.onChanged.add(async (event) => void got.push(`table ${event.address}`));
        on.onChanged.add(async (event) => void got.push(`${event.changeType} ${event.address}`));
        await context.sync();
      });
      await workbench.set(`${sheet}!A2`, 7);
      await expect.poll(() => got).toEqual(expect.arrayContaining(['table A2', 'RangeEdited A2']));
      workbench.workbook.facadeSheet(workbench.workbook.sheets.find(sheet)!).insertRowsBefore(0, 1);
      await expect.poll(() => got).toContain('RowInserted 1:1');
    });

    it('answer a ribbon button and see it completed', async () => {
      await workbench.runCommand('MARK');
      expect(await workbench.values(`${sheet}!A1`)).toEqual([['marked']]);
    });
  });

  describe('what is in the way', () => {
    const write = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem(sheet).getRange('A1').values = [[1]];
      await context.sync();
    };

    it('a person typing in a cell: a batch fails, or waits if it asked to', async () => {
      workbench.host.editing = true;
      expect((await failure(write)).code).toBe('InvalidOperationInCellEditMode');
      const waiting = run({ delayForCellEdit: true }, write);
      // Those that do not wait are refused at once, also behind one that does.
      expect((await failure(write)).code).toBe('InvalidOperationInCellEditMode');
      expect(await workbench.values(`${sheet}!A1`)).toEqual([['']]);
      workbench.host.editing = false;
      await waiting;
      expect(await workbench.values(`${sheet}!A1`)).toEqual([[1]]);
    });

    it('a workbook opened for reading only', async () => {
      workbench.workbook.readOnly = true;
      expect((await failure(write)).code).toBe('AccessDenied');
    });

    it('no permission for the workbook', async () => {
      workbench.host.permission = 'none';
      expect((await failure(write)).code).toBe('AccessDenied');
    });

    it('more than 5 MB in one request', async () => {
      const error = await failure(async (context) => {
        const long = 'x'.repeat(30_000);
        context.workbook.worksheets.getItem(sheet).getRange('A1:A200').values = Array.from({ length: 200 }, () => [long]);
        await context.sync();
      });
      expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
    });

    it('more than 5 MB in one response', async () => {
      for (const [address, rows] of [
        ['A1:A100', 100],
        ['B1:B100', 100],
      ] as const) {
        await run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange(address).values = Array.from({ length: rows }, () => ['x'.repeat(30_000)]);
          await context.sync();
        });
      }
      const error = await failure(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('A1:B100').load('values');
        await context.sync();
      });
      expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
    });

    it('a call the workbench lacks, which says so and is listed', async () => {
      const error = await failure(async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.pivotTables.add('Sums', on.getRange('A1:B4'), on.getRange('D1'));
        await context.sync();
      });
      expect(error.code).toBe('ApiNotFound');
      expect(error.message).toContain('Worksheet.pivotTables');
      const property = await failure(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange('A1').load('formulasR1C1');
        await context.sync();
      });
      expect(property.message).toContain('Range.formulasR1C1');
      expect(workbench.unknownCalls).toEqual(expect.arrayContaining(['Worksheet.pivotTables', 'Range.formulasR1C1']));
    });
  });

  it('counts what a user action costs', async () => {
    workbench.stats.mark('fill');
    await run(async (context) => {
      const on = context.workbook.worksheets.getItem(sheet);
      on.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      const range = on.getRange('A1').load('values');
      await context.sync();
      return range.values;
    });
    workbench.stats.mark('next');
    expect(workbench.stats.all().find(({ action }) => action === 'fill')).toMatchObject({
      batches: 1,
      calls: ['WorksheetCollection.getItem()', 'Worksheet.getRange()', 'Range.values=', 'Worksheet.getRange()', 'Range.load'],
    });
  });

  it('takes a blank, an empty text, and one that a formula gave before as the same', async () => {
    await workbench.set('Sheet1!A1', '=""');
    await workbench.set('Sheet1!B1:E1', [['=EXACT(A1,"")', '=EXACT(Z9,"")', '=EXACT(A1,Z9)', '=EXACT(A1,"x")']]);
    expect(await workbench.values('Sheet1!B1:E1')).toEqual([[true, true, true, false]]);
  });

  it('answers YEAR(0) by the date system', async () => {
    const year = await run(async (context) => {
      const result = context.workbook.functions.year(0).load('value');
      await context.sync();
      return result.value;
    });
    expect(year).toBe(1900);
  });

  it('hands the workbook out as a file', async () => {
    const { document } = workbench.page.window.Office.context;
    const bytes = await new Promise<number[]>((resolve, reject) => {
      document.getFileAsync(workbench.page.window.Office.FileType.Compressed, { sliceSize: 4096 }, (opened) => {
        if (String(opened.status) !== 'succeeded') return reject(new Error(opened.error.message));
        const parts: number[] = [];
        const next = (index: number): void => {
          if (index === opened.value.sliceCount) return opened.value.closeAsync(() => resolve(parts));
          opened.value.getSliceAsync(index, (slice) => {
            parts.push(...(slice.value.data as number[]));
            next(index + 1);
          });
        };
        next(0);
      });
    });
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });
});
