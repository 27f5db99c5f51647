import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, isBlankTable, isFormulaAt, type CellContent, type TableChange, type TableDesign } from '../../src/records/table';
import { excelTables } from '../../src/storage/excel/tables';
import type { Tables } from '../../src/storage/workbook';
import { startExcel } from '../support/excel-without-pane';
import { FakeTables } from '../support/fake-tables';

const DESIGN: TableDesign = {
  name: 'OurThings',
  sheet: 'Our things',
  title: 'Things',
  hint: 'Made by a test.',
  columns: [
    { name: 'ID', width: 80 },
    { name: 'Day', width: 80, format: 'yyyy-mm-dd' },
    { name: 'Amount', width: 80, format: '#,##0.00' },
    { name: 'Twice', width: 80 },
  ],
};
const OTHER: TableDesign = { ...DESIGN, name: 'OurOthers', sheet: 'Our others' };
const TWICE = { formula: '=[@Amount]*2' };
const ROWS: TableChange['add'] = [
  ['T-1', 45_000, 10, TWICE],
  ['=no formula', 45_001, 20, TWICE],
  ['007', 45_002, 30, TWICE],
];
const change = (over: Partial<TableChange>): TableChange => ({ design: DESIGN, set: new Map(), add: [], remove: [], ...over });

/** Tables, and what people do to the workbook they are in. */
interface Desk {
  tables: Tables;
  write(row: number, column: string, cell: CellContent): Promise<void>;
  renameColumn(from: string, to: string): Promise<void>;
  /** Adds a column at the end. */
  widen(column: string, cell: CellContent): Promise<void>;
  /** Takes the last column out. */
  narrow(): Promise<void>;
  type(cells: readonly CellContent[]): Promise<void>;
  delete(row: number): Promise<void>;
  protect(): Promise<void>;
  /** Has somebody write into the first ID once the tables were read for a change. */
  writeMeanwhile(cell: CellContent): void;
}

const fake = (): Desk => {
  const tables = new FakeTables();
  const { name } = DESIGN;
  return {
    tables,
    write: async (row, column, cell) => tables.write(name, row, column, cell, isFormula(cell) ? 0 : cell),
    renameColumn: async (from, to) => tables.rename(name, from, to),
    widen: async (column, cell) => tables.widen(name, column, cell),
    narrow: async () => tables.narrow(name, tables.held.get(name)!.header.at(-1)!),
    type: async (cells) => tables.type(name, Object.fromEntries(DESIGN.columns.map((column, index) => [column.name, cells[index]!]))),
    delete: async (row) => tables.delete(name, row),
    protect: async () => void tables.protectedTables.add(name),
    writeMeanwhile: (cell) => (tables.meanwhile = () => tables.write(name, 0, 'ID', cell)),
  };
};
const isFormula = (cell: CellContent): boolean => String(cell).startsWith('=');

/** What the planner's tests keep their tables in behaves as Excel does, as far as the planner can tell. */
describe('tables', () => {
  const { workbench, inExcel, clear } = startExcel();
  const excel = (): Desk => {
    const act = (on: (table: Excel.Table) => void): Promise<void> => inExcel(({ workbook }) => on(workbook.tables.getItem(DESIGN.name)));
    const bodyOf = (table: Excel.Table, column: string): Excel.Range => table.columns.getItem(column).getDataBodyRange();
    return {
      tables: excelTables(),
      write: (row, column, cell) => act((table) => void (bodyOf(table, column).getCell(row, 0).formulas = [[cell]])),
      renameColumn: (from, to) => act((table) => void (table.columns.getItem(from).name = to)),
      widen: (column, cell) =>
        act((table) => {
          const whole = table.getRange();
          table.resize(whole.getResizedRange(0, 1));
          whole.getLastColumn().getOffsetRange(0, 1).formulas = [[column], ...ROWS.map(() => [cell])];
        }),
      narrow: () => act((table) => table.resize(table.getRange().getResizedRange(0, -1))),
      type: (cells) => act((table) => void table.rows.add(undefined, [[...cells]])),
      delete: (row) => act((table) => table.rows.getItemAt(row).delete()),
      protect: () => act((table) => table.worksheet.protection.protect()),
      writeMeanwhile: (cell) => workbench().host.meanwhile(() => workbench().set(`'${DESIGN.sheet}'!A5`, cell), 1),
    };
  };

  describe.each([
    ['of the planner’s tests', fake],
    ['in Excel', excel],
  ])('%s', (_where, openDesk) => {
    let desk: Desk;
    let tables: Tables;
    beforeEach(() => {
      desk = openDesk();
      tables = desk.tables;
    });
    afterEach(clear);

    const read = async () => (await tables.read([DESIGN.name]))[0]!;
    const cells = async () => (await read()).formulas;
    const column = async (name: string) => {
      const { header, values } = await read();
      return values.map((row) => row[header.indexOf(name)]);
    };
    const apply = (over: Partial<TableChange>) => tables.change([DESIGN.name], () => ({ changes: [change(over)], result: 'done' }));
    const make = () => apply({ add: ROWS });

    it('are read in the order they were asked for, null where there is none', async () => {
      await make();
      const [none, ours] = await tables.read([OTHER.name, DESIGN.name]);
      expect([none, ours!.header]).toEqual([null, ['ID', 'Day', 'Amount', 'Twice']]);
    });

    it('are made from their design: days are numbers, and a text stays one whatever it begins with', async () => {
      expect((await make()).result).toBe('done');
      const now = await read();
      expect(now.formulas).toEqual(changed(null, change({ add: ROWS })).formulas);
      expect(await column('Day')).toEqual([45_000, 45_001, 45_002]);
      expect(await column('ID')).toEqual(['T-1', '=no formula', '007']);
      expect([isFormulaAt(now, 1, 0), isFormulaAt(now, 1, 3)]).toEqual([false, true]);
    });

    it('are changed as planned: cells set or left alone, rows added and taken out', async () => {
      await make();
      const before = await read();
      const planned = { set: new Map([[1, [null, null, 25, null]]]), add: [['T-4', 45_003, 40, TWICE]], remove: [0] };
      await apply(planned);
      expect(await cells()).toEqual(changed(before, change(planned)).formulas);
    });

    it('are never without a row: the last one is blanked, and the next fills it', async () => {
      await make();
      await apply({ remove: [0, 1, 2] });
      expect(isBlankTable(await read())).toBe(true);
      await apply({ add: [['T-5', 45_004, 50, '']] });
      expect(await cells()).toEqual([['T-5', 45_004, 50, '']]);
    });

    it('give formulas of the columns they were asked for, and values elsewhere', async () => {
      await make();
      await desk.write(0, 'Amount', '=1+1');
      const [partly] = await tables.read([{ name: DESIGN.name, formulasIn: ['Twice'] }]);
      expect(partly!.unread).toEqual([0, 1, 2]);
      expect(partly!.formulas.map((row) => row[3])).toEqual(ROWS.map(() => TWICE.formula));
      expect(partly!.formulas.map((row) => row.slice(0, 3))).toEqual(partly!.values.map((row) => row.slice(0, 3)));
    });

    it('follow what people write, type, delete, rename, add and take out', async () => {
      await make();
      await desk.write(0, 'Amount', '=4+5');
      await desk.write(1, 'ID', 'theirs');
      await desk.type(['typed', 45_009, 90, '']);
      await desk.delete(2);
      let now = await read();
      expect(isFormulaAt(now, 0, 2)).toBe(true);
      expect(await column('ID')).toEqual(['T-1', 'theirs', 'typed']);
      await desk.renameColumn('Day', 'Date');
      await desk.narrow();
      await desk.widen('Note', 'mine');
      now = await read();
      expect(now.header).toEqual(['ID', 'Date', 'Amount', 'Note']);
      expect(await column('Note')).toEqual(['mine', 'mine', 'mine']);
    });

    it('are not touched by a plan that changes nothing, which no one can take back', async () => {
      await make();
      const before = await cells();
      expect((await apply({})).takeBack).toBeNull();
      expect(await cells()).toEqual(before);
    });

    it('take a change back', async () => {
      const { takeBack: unmake } = await make();
      const before = await cells();
      const { takeBack } = await apply({ set: new Map([[0, ['T-9', null, null, null]]]), add: [['T-4', 45_003, 40, TWICE]], remove: [1] });
      expect(await takeBack!()).toBe('taken back');
      expect(await cells()).toEqual(before);
      expect(await unmake!()).toBe('taken back');
      expect(await tables.read([DESIGN.name])).toEqual([null]);
    });

    it('take no change back over the work of others, unless that is wanted', async () => {
      await make();
      const before = await cells();
      const { takeBack } = await apply({ set: new Map([[0, ['T-9', null, null, null]]]) });
      await desk.write(0, 'ID', 'theirs');
      expect(await takeBack!()).toBe('changed since');
      expect((await column('ID'))[0]).toBe('theirs');
      expect(await takeBack!(true)).toBe('taken back');
      expect(await cells()).toEqual(before);
    });

    it('whose sheet is protected are named and stay, with all that was planned next to them but what is dispensable', async () => {
      await make();
      const before = await cells();
      await desk.protect();
      const both = (isDispensable: boolean) => [change({ remove: [0], isDispensable }), change({ design: OTHER, add: ROWS })];
      const attempt = (isDispensable: boolean) =>
        tables.change([DESIGN.name, OTHER.name], () => ({ changes: both(isDispensable), result: null }));
      await expect(attempt(false)).rejects.toMatchObject({
        kind: 'protected',
        message: expect.stringContaining("OurThings's sheet") as string,
      });
      expect(await tables.read([OTHER.name])).toEqual([null]);
      await attempt(true);
      expect((await tables.read([OTHER.name]))[0]!.formulas).toHaveLength(ROWS.length);
      expect(await cells()).toEqual(before);
    });

    it('lose no row that is not there, and none whose formulas no one has read', async () => {
      await make();
      const before = await cells();
      await expect(apply({ remove: [3] })).rejects.toThrow('Rows go that the table does not have.');
      const partly = tables.change([{ name: DESIGN.name, formulasIn: ['Twice'] }], () => ({
        changes: [change({ remove: [0] })],
        result: null,
      }));
      await expect(partly).rejects.toThrow('formulas were not read');
      expect(await cells()).toEqual(before);
    });

    it('are planned again where someone writes into them between reading and writing', async () => {
      await make();
      const seen: unknown[] = [];
      desk.writeMeanwhile('theirs');
      await tables.change([DESIGN.name], ([now]) => {
        seen.push(now!.formulas[0]![0]);
        return { changes: [change({ set: new Map([[1, ['ours', null, null, null]]]) })], result: null };
      });
      expect(seen).toEqual(['T-1', 'theirs']);
      expect(await column('ID')).toEqual(['theirs', 'ours', '007']);
    });

    it('are recognized by their columns under another name', async () => {
      await make();
      expect([...(await tables.alike([{ ...DESIGN, name: 'Elsewhere' }]))]).toEqual([['Elsewhere', DESIGN.name]]);
    });

    it('show the cell of a row and a column', async () => {
      await make();
      expect(await tables.show(DESIGN.name, 1, 'Day')).toEqual({ sheet: DESIGN.sheet, cell: 'B6' });
      await expect(tables.show(DESIGN.name, 1, 'Nothing')).rejects.toMatchObject({ kind: 'gone' });
    });
  });
});
