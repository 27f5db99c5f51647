import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NewRow, TableDesign } from '../../src/records/table';
import { excelTables } from '../../src/storage/excel/tables';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import type { Table } from '../../src/workbench/grid/tables';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw } from '../support/laws';
import { workbookNow } from '../support/workbook-now';
import { activity } from '../support/records';
import { deskAt, WRITING_FLOWS, type Desk } from '../support/writing-flows';

/** Formulas in the columns of our tables, and what becomes of those that people put there. */
describe('columns of our tables', () => {
  const { workbench, inExcel, clear, set } = startExcel();
  const habits = () => workbench().workbook.habits;
  beforeAll(() => {
    workbench().host.fireRichApi = () => false;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    habits().fillsColumns = true;
    await clear();
  });
  const deskAfter = async (name: string, runs: boolean): Promise<Desk> => {
    const flow = WRITING_FLOWS.find((candidate) => candidate.name === name)!;
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await flow.before(desk);
    if (runs) expect([name, await flow.run(desk)]).toEqual([name, null]);
    return desk;
  };
  const formulasOf = (table: Table): string[][] => {
    const body = workbench().workbook.tables.body(table);
    const cells = workbench().workbook.cells;
    return Array.from({ length: table.columns }, (_, c) =>
      Array.from({ length: body.rows }, (_row, r) => cells.formulaOf(table.sheet, body.row + r, body.column + c) ?? ''),
    );
  };
  /** A formula with where it looks from its own row, as R1C1 has it. */
  const fromItsRow = (formula: string, row: number): string =>
    formula
      .split(/("(?:[^"]|"")*")/)
      .map((part, index) =>
        index % 2
          ? part
          : part.replace(
              /(?<![\w.[\]])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.[])/g,
              (_all, column: string, fixed: string, to: string) => `${column}R${fixed ? to : `[${Number(to) - row}]`}`,
            ),
      )
      .join('');

  it('hold one formula each, in every table we make, without Excel making it so', async () => {
    habits().fillsColumns = false;
    const seen = new Set<string>();
    const flows = [
      'a later report with its single rows',
      'a second report that changes, drops and adds rows',
      'an activity more',
      'an activity changed',
      'a deletion taken back',
      'settings',
      'a claim changed: a line more, a line less, proof',
      'the list of things to do grown longer',
      'the chart made',
      'a report after a plan',
      'a later report that settles one row and has another',
    ];
    let computed = 0;
    for (const name of flows) {
      await deskAfter(name, true);
      for (const table of workbench().workbook.tables.all) {
        seen.add(table.name);
        const { row } = workbench().workbook.tables.body(table);
        formulasOf(table).forEach((column, index) => {
          const formulas = new Set(column.flatMap((formula, r) => (formula ? [fromItsRow(formula, row + r)] : [])));
          computed += formulas.size;
          expect([name, table.name, index, [...formulas]]).toEqual([name, table.name, index, [...formulas].slice(0, 1)]);
        });
      }
      await clear();
    }
    expect([...seen].sort()).toEqual([
      'CoopActivities',
      'CoopAsOf',
      'CoopChart',
      'CoopClaimLines',
      'CoopClaims',
      'CoopEarningRows',
      'CoopEarnings',
      'CoopExpenses',
      'CoopFunds',
      'CoopHistory',
      'CoopPlan',
      'CoopPrograms',
      'CoopProof',
      'CoopRestatements',
      'CoopSettings',
      'CoopSkipped',
      'CoopToday',
    ]);
    expect(computed).toBeGreaterThan(100);
  }, 240_000);

  /** Has Excel give a whole column the formula that comes into it, also where people's own stood beside others (office-js issue 2093). */
  const replacing = async (act: () => Promise<unknown>, { once = false } = {}): Promise<void> => {
    let isDone = false;
    const { calculatedColumns } = workbench().workbook;
    const fills = vi
      .spyOn(
        calculatedColumns as unknown as {
          fillsOf: (
            body: { row: number; rows: number },
            column: number,
            writes: Record<number, Record<number, { f: string }>>,
            bottom: number,
          ) => [number, string][];
        },
        'fillsOf',
      )
      .mockImplementation((body, column, writes, bottom) => {
        if (once && isDone) return [];
        isDone = true;
        return Array.from({ length: body.rows }, (_, n) => body.row + n)
          .filter((row) => !writes[row]?.[column])
          .map((row) => [row, writes[bottom]![column]!.f]);
      });
    try {
      await act();
    } finally {
      fills.mockRestore();
    }
  };
  const OWN = '=[@[Budget USD]]*2';
  const planted = async (): Promise<Desk> => {
    const desk = await deskAfter('an activity more', true);
    habits().fillsColumns = false;
    await set('CoopPlan', 'Earned', 0, OWN);
    habits().fillsColumns = true;
    await desk.store.readAgain();
    return desk;
  };
  const another = (desk: Desk) => desk.store.save({ activities: [{ value: activity({ id: 'A-DDDDDD' }), base: null }] }, 'Saved.');
  const earned = () =>
    formulasOf(workbench().workbook.tables.find('CoopPlan')!)[
      workbench().workbook.tables.headers(workbench().workbook.tables.find('CoopPlan')!).indexOf('Earned')
    ]!;

  it('keep a formula of someone\u2019s own in one row, where Excel does', async () => {
    const desk = await planted();
    expect(await another(desk)).toMatchObject({ outcome: 'saved' });
    expect(earned()[0]).toBe(OWN);
    expect(new Set(earned().slice(1)).size).toBe(1);
  });

  it('where Excel would replace it, all is put back, and the sentence names the column', async () => {
    const desk = await planted();
    const before = await workbookNow(workbench());
    await replacing(async () => {
      const told = await another(desk);
      expect(told).toMatchObject({
        sentence: expect.stringMatching(
          /Excel copied a formula into other rows of .*"Earned".* in CoopPlan, so everything was put back/,
        ) as string,
      });
    });
    expect(await workbookNow(workbench())).toEqual(before);
  });

  it('in a long table, too: far below its first rows, and in its last row', async () => {
    // the formulas of its columns are more than a request reads besides what it writes
    const rows = isFullLaw ? 600 : 420;
    const desk = await deskAfter('a plan before any report', false);
    await desk.store.readAgain();
    const many = Array.from({ length: rows }, (_, n) => ({ value: activity({ id: `A-${n}`, budget: 100 + n }), base: null }));
    expect(await desk.store.save({ activities: many }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    const formulasAt = (name: string, row: number): (string | null)[] => {
      const table = workbench().workbook.tables.find('CoopPlan')!;
      const column = table.column + workbench().workbook.tables.headers(table).indexOf(name);
      return [row - 1, row].map((index) => workbench().workbook.cells.formulaOf(table.sheet, table.row + 1 + index, column));
    };
    const plant = async (name: string, row: number, formula: string): Promise<void> => {
      habits().fillsColumns = false;
      await set('CoopPlan', name, row, formula);
      habits().fillsColumns = true;
      await desk.store.readAgain();
    };
    for (const [name, row] of [
      ['Category', rows - 50],
      ['Earned', rows - 1],
    ] as const) {
      const [, ours] = formulasAt(name, row);
      await plant(name, row, '=UPPER([@Activity])');
      await replacing(async () => {
        expect(await another(desk)).toMatchObject({
          sentence: expect.stringMatching(
            new RegExp(`Excel copied a formula into other rows of .*"${name}".* in CoopPlan, so everything was put back`),
          ) as string,
        });
      });
      expect([name, ...formulasAt(name, row)]).toEqual([name, expect.stringMatching(/^=IF/), '=UPPER([@Activity])']);
      await plant(name, row, ours!);
    }
  }, 240_000);

  /** Makes a table of names with a computed column, in whose last row a person has a formula of their own. */
  const makeNames = async (name: string, rows: number, formula: string): Promise<TableDesign> => {
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.add(name);
      sheet.getRange('A1:B1').values = [['Name', 'Sum']];
      sheet.getRange(`A2:A${rows + 1}`).values = Array.from({ length: rows }, (_, n) => [`Row ${n}`]);
      sheet.tables.add(`A1:B${rows + 1}`, true).name = name;
    });
    await set(name, 'Sum', 0, formula);
    habits().fillsColumns = false;
    await set(name, 'Sum', rows - 1, '=UPPER([@Name])');
    habits().fillsColumns = true;
    await workbench().settle();
    const columns = [
      { name: 'Name', width: 50 },
      { name: 'Sum', width: 50, formula },
    ];
    return { name, sheet: name, title: '', hint: '', columns };
  };

  describe('in a table with five million letters of formulas', () => {
    // fewer rows with longer formulas fill as many requests
    const [ROWS, LETTERS] = isFullLaw ? [20_000, 230] : [2_000, 2_300];
    const LONG = `=LEN([@Name])+LEN("${'x'.repeat(LETTERS).replace(/x{230}(?=x)/g, (part) => `${part}"&"`)}")`;
    const addOne = (design: TableDesign) =>
      excelTables().change([{ name: 'Long', formulasIn: ['Name'] }], () => ({
        changes: [{ design, set: new Map([[0, ['First', null]]]), add: [['New', { formula: LONG }]], remove: [] }],
        result: null,
      }));
    const sumAt = (row: number): string | null => {
      const { sheet, row: header, column } = workbench().workbook.tables.find('Long')!;
      return workbench().workbook.cells.formulaOf(sheet, header + 1 + row, column + 1);
    };

    it('the formula of the last row is compared, too, in as many requests as its column takes', async () => {
      const design = await makeNames('Long', ROWS, LONG);
      expect([sumAt(ROWS - 2), sumAt(ROWS - 1)]).toEqual([LONG, '=UPPER([@Name])']);
      // what is put back goes in several requests, each of which would fill the column again
      await replacing(
        () =>
          expect(addOne(design)).rejects.toMatchObject({
            message: expect.stringMatching(/Excel copied a formula into other rows of "Sum" in Long, so everything was put back/) as string,
          }),
        { once: true },
      );
      expect([sumAt(0), sumAt(ROWS - 2), sumAt(ROWS - 1), sumAt(ROWS)]).toEqual([LONG, LONG, '=UPPER([@Name])', null]);
      const add = vi.spyOn(workbench().stats, 'add');
      await addOne(design);
      const answers = add.mock.calls.map(([{ bytesOut }]) => bytesOut);
      add.mockRestore();
      // its values; its formulas, five million letters, before and after; between them what is written
      expect(answers).toHaveLength(1 + 4 + 1 + 4);
      expect(Math.max(...answers)).toBeLessThan(2_500_000);
      expect([sumAt(ROWS - 2), sumAt(ROWS - 1), sumAt(ROWS)]).toEqual([LONG, '=UPPER([@Name])', LONG]);
    }, 300_000);
  });

  it('where rows that are written fill a request of their own, too', async () => {
    const ROWS = 3_000;
    const FORMULA = '=LEN([@Name])';
    const design = await makeNames('Full', ROWS, FORMULA);
    const long = Array.from({ length: ROWS - 1 }, (_, n): [number, NewRow] => [n, [`${n} ${'x'.repeat(1_500)}`, null]]);
    await replacing(
      () =>
        expect(
          excelTables().change([{ name: 'Full', formulasIn: ['Name'] }], () => ({
            changes: [{ design, set: new Map(long), add: [['New', { formula: FORMULA }]], remove: [] }],
            result: null,
          })),
        ).rejects.toMatchObject({
          message: expect.stringMatching(/Excel copied a formula into other rows of "Sum" in Full, so everything was put back/) as string,
        }),
      { once: true },
    );
  }, 240_000);

  it('a table with more formulas in its rows than Excel hands over is read some rows at a time, and fewer where those are too many', async () => {
    const formula = `=LEN("${'y'.repeat(7000)}")`.replace(/y{250}/g, (part) => `${part}"&"`);
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.add('Wide');
      sheet.getRange('A1').values = [['Sum']];
      sheet.tables.add('A1:A900', true).name = 'Wide';
    });
    await set('Wide', 'Sum', 0, formula);
    const [wide] = await excelTables().read(['Wide']);
    expect(wide!.formulas.flat()).toEqual(Array.from({ length: 899 }, () => formula));
  }, 60_000);

  it('take what people paste into them: a figure stays an exception, a formula becomes the column\u2019s, and the next save goes on with either', async () => {
    const desk = await deskAfter('an activity more', true);
    const cellsOf = (name: string) => {
      const { sheet, row, column } = workbench().workbook.tables.find('CoopPlan')!;
      const names = workbench().workbook.tables.headers(workbench().workbook.tables.find('CoopPlan')!);
      return { sheet, row: row + 1, column: column + names.indexOf(name), rows: 2, columns: 1 };
    };
    workbench().workbook.writer.type(cellsOf('Budget'), [[111], [222]]);
    workbench().workbook.writer.type({ ...cellsOf('Earned'), rows: 1 }, [['=1+1']]);
    await workbench().settle();
    expect(earned()).toEqual(['=1+1', '=1+1', '=1+1']);
    await desk.store.readAgain();
    expect(await another(desk)).toMatchObject({ outcome: 'saved' });
    expect(earned()).toEqual(['=1+1', '=1+1', '=1+1', '=1+1']);
    const budgets = workbench()
      .workbook.cells.read({ ...cellsOf('Budget'), rows: 4 }, 'formula')
      .flat();
    expect(budgets.slice(0, 2)).toEqual([111, 222]);
    expect(budgets[2]).toMatch(/^=IF\(/);
  });

  describe('a formula inserted into a table', () => {
    const port = openExcelWorkbook();
    const make = (rows: (string | number)[][]) =>
      inExcel(({ workbook }) => {
        const sheet = workbook.worksheets.add('Theirs');
        sheet.getRange(`A1:B${rows.length + 1}`).formulas = [['N', 'F'], ...rows];
        sheet.tables.add(`A1:B${rows.length + 1}`, true).name = 'Own';
        sheet.activate();
      });
    const insert = (replace = false) => port.insertFormula({ formula: '=COOP.PERIOD("2024-10-01")', rows: 1, columns: 1, replace });

    it.each([
      [
        'blank',
        [
          [1, ''],
          [2, ''],
          [3, ''],
        ],
        '2 other cells',
      ],
      [
        'another formula',
        [
          [1, ''],
          [2, '=1+1'],
          [3, 5],
        ],
        '1 other cell',
      ],
    ])('is not written where Excel would fill other cells: %s', async (_what, rows, filled) => {
      await make(rows);
      workbench().select('Theirs!B2');
      const before = await workbookNow(workbench());
      await expect(insert()).rejects.toMatchObject({
        kind: 'in the way',
        message: expect.stringContaining(`copy the formula into ${filled} of its column. Nothing was written.`) as string,
      });
      expect(await workbookNow(workbench())).toEqual(before);
    });

    it('is written where the others hold figures of their own, and into the only row', async () => {
      await make([
        [1, ''],
        [2, 7],
        [3, "'=text"],
      ]);
      workbench().select('Theirs!B2');
      expect(await insert()).toEqual({ outcome: 'inserted', address: 'B2' });
      expect(await workbench().values('Theirs!B2:B4')).toEqual([['FY25 H1'], [7], ['=text']]);
    });
  });
});
