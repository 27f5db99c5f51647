import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serialOf } from '../../src/domain/calendar/day';
import { openPlanning } from '../../src/planner/store/open-planning';
import { MICROS_A_CENT } from '../../src/domain/money/money';
import { excelTables } from '../../src/storage/excel/tables';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import type { EarningRow } from '../../src/domain/earnings/earning';
import { writeReport, type ReportToWrite } from '../../src/storage/funds/write-report';
import { addRows } from '../../src/workbench/grid/table-rows';
import { startExcel } from '../support/excel-without-pane';
import { failingAt } from '../support/failing';
import { isFullLaw } from '../support/laws';
import { activity, earned, expense } from '../support/records';

const MCI = 'Microsoft Commerce Incentives';

const row = (over: Parameters<typeof earned>[0] = {}): MonthEarned => earned({ cents: 600_000, ...over });
const FIRST = [row(), row({ month: '2024-11', cents: 402_000 })];
const reportOf = (months: MonthEarned[], source = 'a.csv'): ReportToWrite => ({ months, skipped: [], asOf: '2025-01-16', source });

/** The tables as they are kept in Excel, through the unmodified office.js. */
describe('tables in Excel', () => {
  const tables = excelTables();
  const { inExcel, workbench } = startExcel();
  beforeEach(() => workbench().stats.reset());
  afterEach(async () => {
    workbench().host.editing = false;
    workbench().host.api.failing = null;
    workbench().workbook.readOnly = false;
    workbench().workbook.sheets.isStructureProtected = false;
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      for (const sheet of worksheets.items) {
        sheet.protection.unprotect();
        if (sheet.name.startsWith('Co-op')) sheet.delete();
      }
      await context.sync();
    });
  });

  const text = async (address: string) => {
    await workbench().settle();
    return workbench().text(address);
  };
  const roundTrips = () =>
    workbench()
      .stats.all()
      .reduce((sum, { batches }) => sum + batches, 0);

  it('writes a first report in few round trips; its funds are worked out in the sheet', async () => {
    // the workbook's day may be named before there is a plan
    await inExcel(({ workbook }) => {
      const cell = workbook.worksheets.getItem('Sheet1').getRange('Z1');
      cell.values = [[serialOf('2025-03-10')]];
      workbook.names.add('Coop_AsOf', cell);
    });
    workbench().stats.reset();
    await writeReport(tables, reportOf(FIRST));
    // two of ours, and one to keep the headers in sight; the built add-in beside us, to which these tables are somebody else's, may look once whether they hold rules
    expect(roundTrips()).toBeLessThanOrEqual(4);
    expect(await text("'Co-op earnings'!A4:J6")).toEqual([
      ['Month', 'Partner ID', 'Program', 'Engagement', 'Lever', 'Earning type', 'Reason code', 'Amount USD', 'Earnings', 'Repeats dropped'],
      ['2024-10', '1234567', MCI, 'M365', 'Core', 'Coop', '', '6,000.00', '2', '0'],
      ['2024-11', '1234567', MCI, 'M365', 'Core', 'Coop', '', '4,020.00', '2', '0'],
    ]);
    expect(await text("'Co-op funds'!A5:H5")).toEqual([
      ['1234567', MCI, 'FY25 H1', 'usable', '2025-08-15', '10,020.00', '10,020.00', '10,020.00'],
    ]);
    expect(await text("'Co-op funds'!S5:AB5")).toEqual([
      ['0.00', '10,000.00', '0.00', '2025-01-01', '2025-06-30', '2025-02-16', '2025-09-30', '0', '2025-01-16', 'a.csv'],
    ]);
    await inExcel(({ workbook }) => workbook.names.getItem('Coop_AsOf').delete());
  });

  it('reads both tables in one round trip', async () => {
    await writeReport(tables, reportOf(FIRST));
    workbench().stats.reset();
    const [earnings, funds, none] = await tables.read(['CoopEarnings', 'CoopFunds', 'Nothing']);
    expect(roundTrips()).toBe(1);
    expect([earnings!.values.length, funds!.values.length, none]).toEqual([2, 1, null]);
  });

  it('the same report again is one round trip, and no change', async () => {
    await writeReport(tables, reportOf(FIRST));
    workbench().stats.reset();
    expect((await writeReport(tables, reportOf(FIRST))).takeBack).toBeNull();
    expect(roundTrips()).toBe(1);
  });

  it('a later report changes, adds and removes rows; what stands below the table moves, and the change is taken back', async () => {
    const { takeBack: takeBackAll } = await writeReport(tables, reportOf(FIRST));
    await workbench().set("'Co-op earnings'!A9", 'my note');
    const before = await text("'Co-op earnings'!A4:J12");
    const later = [
      row({ cents: 1 }),
      row({ month: '2024-11', lever: 'Other', cents: 2 }),
      row({ month: '2024-12', cents: 3 }),
      row({ month: '2025-01', cents: 4 }),
    ];
    const { takeBack } = await writeReport(tables, reportOf(later, 'b.csv'));
    const column = (rows: string[][], index: number) => rows.map((cells) => cells[index]);
    const after = await text("'Co-op earnings'!A4:J12");
    expect(column(after, 7)).toEqual(['Amount USD', '0.01', '0.02', '0.03', '0.04', '', '', '', '']);
    expect(column(after, 0)).toEqual(['Month', '2024-10', '2024-11', '2024-12', '2025-01', '', '', 'my note', '']);
    expect(column(await text("'Co-op funds'!F5:F6"), 0)).toEqual(['0.06', '0.04']);
    expect(await takeBack!()).toBe('taken back');
    expect(await text("'Co-op earnings'!A4:J12")).toEqual(before);
    expect(column(await text("'Co-op funds'!F5:F6"), 0)).toEqual(['10,020.00', '']);
    expect(await takeBackAll!(true)).toBe('taken back');
    expect(workbench().workbook.sheets.find('Co-op funds')).toBeFalsy();
    // the sheet holds a person's note, so only the table goes
    expect(workbench().workbook.sheets.find('Co-op earnings')).toBeTruthy();
  });

  it.each<[string, MonthEarned[]]>([
    ['all rows go and as many come', FIRST.map((month) => ({ ...month, lever: 'Other' }))],
    ['all rows go and more come', [...FIRST, row({ month: '2024-12' })].map((month) => ({ ...month, lever: 'Other' }))],
  ])('%s: the table is never without a row, and nothing is left of the old ones', async (_title, later) => {
    await writeReport(tables, reportOf(FIRST));
    await workbench().set("'Co-op earnings'!A9", 'my note');
    const before = await text("'Co-op earnings'!A4:J12");
    const { takeBack } = await writeReport(tables, reportOf(later));
    expect((await tables.read(['CoopEarnings']))[0]!.values.map((cells) => cells[4])).toEqual(later.map(() => 'Other'));
    expect(await text(`'Co-op earnings'!A${later.length + 7}`)).toEqual([['my note']]);
    expect(await takeBack!()).toBe('taken back');
    expect(await text("'Co-op earnings'!A4:J12")).toEqual(before);
  });

  it('a row that is not there is never taken out: below its last row a table has cells of someone else', async () => {
    await writeReport(tables, reportOf(FIRST));
    const design = { name: 'CoopEarnings', sheet: '', title: '', hint: '', columns: [] };
    await expect(
      tables.change(['CoopEarnings'], () => ({ result: null, changes: [{ design, set: new Map(), add: [], remove: [2] }] })),
    ).rejects.toThrow('does not have');
  });

  it('rows that people have hidden are counted, found and brought up to date all the same', async () => {
    await writeReport(tables, reportOf(FIRST));
    const sheet = workbench().workbook.sheets.find('Co-op earnings')!;
    workbench().workbook.run('sheet.mutation.set-row-hidden', {
      subUnitId: sheet.getSheetId(),
      ranges: [{ startRow: 4, endRow: 4, startColumn: 0, endColumn: 9 }],
    });
    expect([sheet.getRowVisible(4), sheet.getRowVisible(5)]).toEqual([false, true]);
    await workbench().set("'Co-op funds'!AF1", '=COOP.ACCRUED(CoopEarnings[#All],"FY25 H1","1234567")');
    expect(await text("'Co-op funds'!AF1")).toEqual([['10020']]);
    expect((await tables.read(['CoopEarnings']))[0]!.values.map((cells) => cells[7])).toEqual([6000, 4020]);
    expect((await writeReport(tables, reportOf(FIRST))).changes).toEqual([]);
    const { changes } = await writeReport(tables, reportOf([row({ cents: 500_000 })]));
    expect(changes.map(({ before, after }) => [before, after])).toEqual([[6_000_000_000, 5_000_000_000]]);
    expect((await text("'Co-op funds'!F5"))[0]).toEqual(['9,020.00']);
    expect(sheet.getRowVisible(4)).toBe(false);
  });

  it('a filtered table is brought up to date whole, and filtered again: Excel deletes no row under a filter', async () => {
    await writeReport(tables, reportOf([...FIRST, row({ lever: 'Gone', cents: 1 }), row({ lever: 'Stays', cents: 2 })]));
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('CoopEarnings');
      table.autoFilter.apply(table.getRange(), 4, { filterOn: Excel.FilterOn.values, values: ['Stays'] });
      await context.sync();
    });
    const sheet = workbench().workbook.sheets.find('Co-op earnings')!;
    const shown = async () =>
      (await text("'Co-op earnings'!E5:E9")).flat().filter((lever, n) => lever !== '' && sheet.getRowVisible(4 + n));
    expect(await shown()).toEqual(['Stays']);
    workbench().stats.reset();
    const { takeBack } = await writeReport(
      tables,
      reportOf([...FIRST, row({ month: '2024-11', lever: 'New', cents: 3 }), row({ lever: 'Stays', cents: 4 })], 'b.csv'),
    );
    // one to read, one to write, two to lift the filter, so that it is known before it goes, one to put it back, one to lay out the new sheet of changes;
    // the built add-in looks once, too, sometimes after this
    expect(roundTrips()).toBeLessThanOrEqual(7);
    const levers = async () => (await tables.read(['CoopEarnings']))[0]!.values.map((cells) => [cells[4], cells[7]]).sort();
    expect(await levers()).toEqual([
      ['Core', 4020],
      ['Core', 6000],
      ['New', 0.03],
      ['Stays', 0.04],
    ]);
    expect(await shown()).toEqual(['Stays']);
    expect(await takeBack!()).toBe('taken back');
    expect(await levers()).toEqual([
      ['Core', 4020],
      ['Core', 6000],
      ['Gone', 0.01],
      ['Stays', 0.02],
    ]);
    expect(await shown()).toEqual(['Stays']);
    expect(workbench().unknownCalls).toEqual([]);
  });

  it('text stays text: formulas that are none, leading zeros, long numbers, words that look like dates', async () => {
    const evil = row({ partnerId: '0012', program: '=1+1', engagement: '@SUM(1)', lever: '-2+3', earningType: 'MAR1' });
    await writeReport(tables, reportOf([evil]));
    expect(await workbench().values("'Co-op earnings'!B5:F5")).toEqual([['0012', '=1+1', '@SUM(1)', '-2+3', 'MAR1']]);
    const [earnings] = await tables.read(['CoopEarnings']);
    expect(earnings!.formulas[0]!.slice(1, 6)).toEqual(['0012', '=1+1', '@SUM(1)', '-2+3', 'MAR1']);
    expect((await writeReport(tables, reportOf([evil]))).takeBack).toBeNull();
    const { takeBack } = await writeReport(tables, reportOf([{ ...evil, micros: 5 * MICROS_A_CENT }]));
    await takeBack!();
    expect(await workbench().values("'Co-op earnings'!B5:F5")).toEqual([['0012', '=1+1', '@SUM(1)', '-2+3', 'MAR1']]);
  });

  it('a sheet of that name that is not ours stays, and ours gets another name', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('Co-op funds').getRange('A1').values = [['mine']];
      await context.sync();
    });
    await writeReport(tables, reportOf(FIRST));
    expect(await text("'Co-op funds'!A1")).toEqual([['mine']]);
    expect(await text("'Co-op funds 2'!A5")).toEqual([['1234567']]);
  });

  it('a protected sheet is refused before anything is written', async () => {
    await writeReport(tables, reportOf(FIRST));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Co-op funds').protection.protect();
      await context.sync();
    });
    const before = await text("'Co-op earnings'!A4:J9");
    await expect(writeReport(tables, reportOf([row({ cents: 5 })], 'b.csv'))).rejects.toMatchObject({ kind: 'protected' });
    expect(await text("'Co-op earnings'!A4:J9")).toEqual(before);
  });

  it('restatements that the protected structure keeps out are told as not listed, and the report is written', async () => {
    expect(await writeReport(tables, reportOf(FIRST))).toMatchObject({ unlisted: null });
    workbench().workbook.sheets.isStructureProtected = true;
    const later = [row({ cents: 300_000 }), FIRST[1]!];
    const closed = await writeReport(tables, reportOf(later, 'b.csv'));
    expect(closed).toMatchObject({ unlisted: 'structure', restated: { list: [{ kind: 'changed' }] } });
    expect(await tables.read(['CoopRestatements'])).toEqual([null]);
    expect((await tables.read(['CoopEarnings']))[0]!.values.map((cells) => cells.includes(3000))).toEqual([true, false]);
    // as the sentence says: undo, lift the protection, and bring the report in again
    await closed.takeBack!();
    workbench().workbook.sheets.isStructureProtected = false;
    expect(await writeReport(tables, reportOf(later, 'b.csv'))).toMatchObject({ unlisted: null });
    expect((await tables.read(['CoopRestatements']))[0]!.values).toHaveLength(1);
  });

  it('a workbook opened for reading stays as it is, and the person is told so', async () => {
    workbench().workbook.readOnly = true;
    await expect(writeReport(tables, reportOf(FIRST))).rejects.toMatchObject({
      kind: 'no permission',
      message: expect.stringContaining('Nothing was changed'),
    });
    workbench().workbook.readOnly = false;
    expect(workbench().workbook.sheets.find('Co-op earnings')).toBeFalsy();
  });

  it('a writing that fails halfway leaves nothing behind', async () => {
    await writeReport(tables, reportOf(FIRST));
    const before = await text("'Co-op earnings'!A4:J30");
    workbench().host.api.failing = failingAt('Range.formulas=', 1);
    const write = tables.change(['CoopEarnings', 'CoopFunds'], (now) => ({
      result: null,
      changes: [
        {
          design: { name: 'CoopEarnings', sheet: 'Co-op earnings', title: '', hint: '', columns: [] },
          set: new Map([[0, now[0]!.header.map(() => 'x')]]),
          add: [],
          remove: [],
        },
        {
          design: { name: 'CoopFunds', sheet: 'Co-op funds', title: '', hint: '', columns: [] },
          set: new Map([[0, now[1]!.header.map(() => 'x')]]),
          add: [],
          remove: [],
        },
      ],
    }));
    await expect(write).rejects.toThrow();
    expect(await text("'Co-op earnings'!A4:J30")).toEqual(before);
  });

  describe('someone else at work in the same tables', () => {
    const NOTE = [['2024-12', '1234567', MCI, '', 'By hand', 'Coop', '', 7]];
    const later = reportOf(
      [row({ cents: 1 }), row({ month: '2024-11', lever: 'Other', cents: 2 }), row({ month: '2024-12', cents: 3 })],
      'b.csv',
    );
    const earnings = () => workbench().workbook.tables.find('CoopEarnings')!;
    const held = async () => {
      await workbench().settle();
      return (await workbench().text("'Co-op earnings'!A5:H14"))
        .filter(([month]) => month !== '')
        .map((cells) => [cells[0], cells[4], Number(cells[7]!.replace(/,/g, '')).toFixed(2)]);
    };
    const OURS = [
      ['2024-10', 'Core', '0.01'],
      ['2024-11', 'Other', '0.02'],
      ['2024-12', 'Core', '0.03'],
    ];
    const THEIRS = ['2024-12', 'By hand', '7.00'];
    const intoTheMiddle = async () => {
      const [[day]] = (await workbench().values("'Co-op earnings'!A5")) as [[number]];
      addRows(workbench().workbook, earnings(), 1, [[day + 61, '1234567', MCI, '', 'By hand', 'Coop', '', 7, '', '', null, '']]);
      await workbench().settle();
    };
    const belowTheLast = () => workbench().set(`'Co-op earnings'!A${earnings().row + earnings().rows + 1}`, NOTE);
    const overOurs = () => workbench().set("'Co-op earnings'!E5", 'Their word');

    it.each<[string, () => Promise<void>, number, unknown[]]>([
      ['types a row below the last between reading and writing', belowTheLast, 1, [...OURS, THEIRS]],
      ['types a row below the last before anything is read', belowTheLast, 0, [...OURS, THEIRS]],
      ['inserts a row in the middle between reading and writing', intoTheMiddle, 1, [...OURS, THEIRS]],
      ['types a row when all is written', belowTheLast, 2, [...OURS, THEIRS]],
    ])('%s: nothing of theirs is lost, and ours stands', async (_title, theirs, after, expected) => {
      await writeReport(tables, reportOf(FIRST));
      workbench().host.meanwhile(theirs, after);
      const { takeBack } = await writeReport(tables, later);
      if (after === 2) await tables.read(['CoopFunds']);
      expect((await held()).sort()).toEqual([...expected].sort());
      expect(earnings().rows).toBe(1 + expected.length);
      // what they did after the plan was made shows as a change since
      if (after === 2) expect(await takeBack!()).toBe('changed since');
      else {
        expect(await takeBack!()).toBe('taken back');
        expect(await held()).toContainEqual(THEIRS);
      }
    });

    it('changes a cell of ours between reading and writing: the plan is made again', async () => {
      await writeReport(tables, reportOf(FIRST));
      workbench().host.meanwhile(overOurs, 1);
      const { changes } = await writeReport(tables, later);
      expect(changes).toContainEqual(expect.objectContaining({ lever: 'Their word', after: null }));
      expect((await held()).sort()).toEqual([...OURS].sort());
    });

    it('never stops: is told so after a few attempts, and the tables are as they left them', async () => {
      await writeReport(tables, reportOf(FIRST));
      for (let n = 0; n < 20; n++) workbench().host.meanwhile(() => workbench().set("'Co-op earnings'!E5", `Word ${n}`), n);
      await expect(writeReport(tables, later)).rejects.toMatchObject({ kind: 'busy', message: expect.stringContaining('Someone else') });
      const [first, second, ...rest] = await held();
      expect([first![0], second, rest]).toEqual(['2024-10', ['2024-11', 'Core', '4020.00'], []]);
      expect(first![1]).toMatch(/^Word \d+$/);
    });

    it('types rows while a report of many requests is written', async () => {
      await writeReport(tables, reportOf(FIRST));
      const [count, letters] = isFullLaw ? [25_000, 13] : [5_000, 1_000];
      const many = Array.from({ length: count }, (_, n) =>
        row({
          month: '2025-01',
          lever: `Lever number ${n} of a long and telling name`,
          engagement: `Engagement ${n % 97}`.padEnd(letters, '.'),
        }),
      );
      for (const after of [2, 3]) workbench().host.meanwhile(belowTheLast, after);
      await writeReport(tables, reportOf(many, 'b.csv'));
      await workbench().settle();
      const [all] = await tables.read(['CoopEarnings']);
      const levers = all!.values.map((cells) => String(cells[4]));
      expect(levers.filter((lever) => lever === 'By hand')).toHaveLength(2);
      expect(new Set(levers).size).toBe(count + 2);
      expect(all!.values.filter((cells) => cells[4] === '')).toEqual([]);
    }, 240_000);
  });

  describe('someone else makes the same tables in the same second', () => {
    const held = async () => {
      const found = await tables.read(['CoopEarnings', 'CoopFunds']);
      return found.map((cells) =>
        cells!.values
          .map((values) =>
            ['Partner ID', 'Lever', 'Amount USD', 'Fiscal half']
              .map((name) => values[cells!.header.indexOf(name)])
              .filter((cell) => cell !== undefined)
              .join(' '),
          )
          .sort(),
      );
    };
    const sheets = () =>
      workbench()
        .workbook.sheets.all.map((sheet) => sheet.getName())
        .filter((name) => name.startsWith('Co-op'))
        .sort();
    const theirs = [row({ partnerId: '7654321', cents: 1_100_000 })];

    it('two first imports: the second one sees the first, and both stand', async () => {
      const [first, second] = await Promise.all([writeReport(tables, reportOf(FIRST)), writeReport(tables, reportOf(theirs, 'b.csv'))]);
      expect([first.isFirst, second.isFirst].sort()).toEqual([false, true]);
      expect(await held()).toEqual([
        ['1234567 Core 4020', '1234567 Core 6000', '7654321 Core 11000'],
        ['1234567 FY25 H1', '7654321 FY25 H1'],
      ]);
      expect(sheets()).toEqual(['Co-op earnings', 'Co-op funds']);
      // each can be taken back while nothing else has changed
      const later = first.isFirst ? second : first;
      expect(await later.takeBack!()).toBe('taken back');
      expect((await held())[0]).toHaveLength(later === second ? 2 : 1);
    });

    it('the same report twice: it is there once', async () => {
      await Promise.all([writeReport(tables, reportOf(FIRST)), writeReport(tables, reportOf(FIRST))]);
      expect((await held())[0]).toHaveLength(2);
      expect(sheets()).toEqual(['Co-op earnings', 'Co-op funds']);
    });

    it('two panes each save the first activity of a plan: both stand, and every table is there once', async () => {
      const panes = [openPlanning(openExcelWorkbook()), openPlanning(openExcelWorkbook())];
      for (const pane of panes) await pane.readAgain();
      const saved = await Promise.all(
        panes.map((pane, n) =>
          pane.save({ activities: [{ value: activity({ id: `A-${n}`, expenses: [expense({ id: `E-${n}` })] }), base: null }] }, 'Saved.'),
        ),
      );
      expect(saved).toMatchObject([
        { outcome: 'saved', conflicts: [] },
        { outcome: 'saved', conflicts: [] },
      ]);
      const [plan, expenses, settings] = await tables.read(['CoopPlan', 'CoopExpenses', 'CoopSettings']);
      expect([plan, expenses].map((cells) => cells!.values.map((row) => row[cells!.header.indexOf('ID')]).sort())).toEqual([
        ['A-0', 'A-1'],
        ['E-0', 'E-1'],
      ]);
      expect(settings!.values.map(([name]) => name)).toEqual([...new Set(settings!.values.map(([name]) => name))]);
      expect(sheets()).toEqual(['Co-op expenses', 'Co-op funds', 'Co-op lists', 'Co-op plan', 'Co-op settings']);
    });

    it('only the last of our sheets is taken: those made before it go, what stands on theirs is kept, and the tables are made again', async () => {
      workbench().host.meanwhile(async () => {
        workbench().workbook.sheets.add('Co-op funds');
        await workbench().set("'Co-op funds'!A1", 'Their notes');
      }, 1);
      await writeReport(tables, reportOf(FIRST));
      expect(sheets()).toEqual(['Co-op earnings', 'Co-op funds', 'Co-op funds 2']);
      expect(await text("'Co-op funds'!A1")).toEqual([['Their notes']]);
      expect((await held())[0]).toHaveLength(2);
    });

    it('again and again: it is told so, and nothing of ours is left', async () => {
      for (let n = 0; n < 20; n++) {
        workbench().host.meanwhile(async () => {
          const taken = new Set(sheets());
          let name = 'Co-op funds';
          for (let k = 2; taken.has(name); k++) name = `Co-op funds ${k}`;
          workbench().workbook.sheets.add(name);
          await workbench().set(`'${name}'!A1`, 'Their notes');
        }, n);
      }
      await expect(writeReport(tables, reportOf(FIRST))).rejects.toMatchObject({
        kind: 'busy',
        message: expect.stringContaining('Someone else'),
      });
      expect(sheets().filter((name) => name.startsWith('Co-op earnings'))).toEqual([]);
      expect(workbench().workbook.tables.all).toEqual([]);
    });

    it('a table of that name on another sheet: it is theirs, and stays', async () => {
      workbench().host.meanwhile(async () => {
        await workbench().set('Sheet1!A1:C2', [
          ['Partner ID', 'Program', 'Fiscal half'],
          ['7654321', MCI, 'FY25 H1'],
        ]);
        const { tables: theirTables, sheets: all } = workbench().workbook;
        theirTables.add({ sheet: all.find('Sheet1')!, row: 0, column: 0, rows: 2, columns: 3 }, true, 'CoopFunds');
      }, 1);
      await writeReport(tables, reportOf(FIRST));
      expect(await held()).toEqual([
        ['1234567 Core 4020', '1234567 Core 6000'],
        ['1234567 FY25 H1', '7654321 FY25 H1'],
      ]);
      expect(sheets()).toEqual(['Co-op earnings']);
      workbench().workbook.tables.remove(workbench().workbook.tables.find('CoopFunds')!, { clear: true });
    });
  });

  it('single rows of fifteen million letters go in requests of less than 4 MB, and are taken back', async () => {
    // fewer rows of customers with longer names fill as many requests
    const [count, letters] = isFullLaw ? [50_000, 13] : [10_000, 1_200];
    const rows = Array.from({ length: count }, (_, n): EarningRow => ({
      earningId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      partnerId: `${1234567 + (n % 20)}`,
      program: MCI,
      engagement: 'M365 new commerce CSP',
      lever: 'Core - Modern Work & Security billed revenue',
      earningType: 'Coop',
      reasonCode: '',
      earned: '2024-10-31',
      amount: n,
      calculated: '2024-11-16T02:10:11.000Z',
      transactionId: `T-${n}`,
      customer: 'Fabrikam, Inc'.padEnd(letters, '.'),
      paymentId: '006815016255',
      paymentStatus: 'Upcoming',
      file: 'earnings.csv',
      line: n + 2,
    }));
    const add = vi.spyOn(workbench().stats, 'add');
    const { takeBack } = await writeReport(tables, { ...reportOf(FIRST), rows });
    expect(Math.max(...add.mock.calls.flatMap(([{ bytesIn, bytesOut }]) => [bytesIn, bytesOut]))).toBeLessThan(4_000_000);
    add.mockRestore();
    // two look first, nine write; two look again for the way back, and the last keeps the headers in sight
    expect(roundTrips()).toBeLessThanOrEqual(14);
    expect(workbench().workbook.tables.find('CoopEarningRows')!.rows).toBe(count + 1);
    await takeBack!();
    expect(workbench().workbook.sheets.find('Co-op earning rows')).toBeFalsy();
  }, 240_000);

  it('a report of many rows goes in requests of less than 4 MB, one round trip each', async () => {
    const [rows, requests] = isFullLaw ? [20_000, 12] : [5_000, 6];
    const many = Array.from({ length: rows }, (_, n) =>
      row({ lever: `Lever number ${n} of a long and telling name`, engagement: `Engagement ${n % 97}` }),
    );
    await writeReport(tables, reportOf(many));
    const batches = workbench()
      .stats.all()
      .reduce((sum, count) => sum + count.batches, 0);
    // one of them keeps the headers in sight; most of what is written is the formula of each row's fund
    expect(batches).toBeLessThanOrEqual(requests);
    await workbench().settle();
    expect(await text("'Co-op funds'!F5")).toEqual([[`${(rows * 6_000).toLocaleString('en-US')}.00`]]);
  }, 240_000);
});
