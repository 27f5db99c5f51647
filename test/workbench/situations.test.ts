import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningStore, Saved } from '../../src/planner/store/planning-store';
import { ERROR_CODES } from '../../src/storage/error-codes';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { ExcelError } from '../../src/storage/excel-error';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, claim, earned } from '../support/records';

// A person may have put Excel anywhere when they press a button of the pane. Each main flow then either works or says one
// sentence, and leaves everything as it was.

const EDITING = 'A cell is being edited. Press Enter or Esc in the sheet, then try again.';
const NO_PERMISSION = "Excel doesn't let Co-op Planner do this. The workbook may be read-only or protected on the Review tab.";
const BEHIND = "Excel couldn't do that just now. If another workbook is in front, click this one, then try again.";
const NO_CELLS = 'Select cells of this workbook (one block, no chart or picture), then try again.';
const CHART = 'A chart is selected. Select a cell, then try again.';
const AREAS = 'Several areas are selected. Select one block of cells, then try again.';
const CLOSED =
  "This workbook's structure is protected, so no sheet can be added, and nothing was written. Lift it with Review > Protect Workbook, then try again.";
const PROTECTED = 'This sheet is protected, so nothing was written. Unprotect it on the Review tab, or choose another sheet.';
const tablesProtected = (...names: string[]): string =>
  names.length === 1
    ? `${names[0]!}'s sheet is protected, so nothing was written. Unprotect it on the Review tab, then try again.`
    : `The sheets of ${names.join(' and ')} are protected, so nothing was written. Unprotect them on the Review tab, then try again.`;
const hidden = (sheet: string): string => `The sheet ${sheet} is hidden. Unhide it, then try again.`;

const FLOWS = [
  'import',
  'plan',
  'claim',
  'undo',
  'insert',
  'explain',
  'read',
  'use selection',
  'chart',
  'chart away',
  'today',
  'page',
  'rules',
  'show',
] as const;
type Flow = (typeof FLOWS)[number];
/** What each flow says; one that is not named works. */
type Told = Partial<Record<Flow, string>>;
const all = (sentence: string): Told => Object.fromEntries(FLOWS.map((flow) => [flow, sentence]));
const WRITES = ['import', 'plan', 'claim', 'undo', 'insert', 'chart', 'chart away', 'today', 'page'] as const;
/** What each time leaves something else; the chart and its page are as they were. */
const CHANGES: readonly Flow[] = WRITES.filter((flow) => flow !== 'chart');
const writes = (sentence: string): Told => Object.fromEntries(WRITES.map((flow) => [flow, sentence]));

const port = openExcelWorkbook();
const { workbench, inExcel, clear } = startExcel();
const situations = () => workbench().host.api.situations;
const sheets = () => workbench().workbook.sheets;

let turn = 0;
/** What can be undone: an activity that was saved before. */
let undoable: PlanningStore | null = null;
const saved = ({ outcome, ...rest }: Saved): void => {
  if (outcome === 'trouble') throw new ExcelError('unknown', (rest as { sentence: string }).sentence);
};
async function run(flow: Flow): Promise<unknown> {
  turn++;
  switch (flow) {
    case 'import':
      return writeReport(port.tables, {
        months: [earned({ cents: 1_000_000 + turn, counted: 1 })],
        skipped: [],
        asOf: null,
        source: `${turn}.csv`,
      });
    case 'plan':
      return saved(
        await openPlanning(port).save(
          { activities: [{ value: activity({ id: `A-${String(turn).padStart(6, 'A')}` }), base: null }] },
          'Saved.',
        ),
      );
    case 'claim':
      return saved(
        await openPlanning(port).save({ claims: [{ value: claim({ id: `C-${String(turn).padStart(6, 'A')}` }), base: null }] }, 'Saved.'),
      );
    case 'undo':
      return saved(await undoable!.undoable.at(-1)!.run());
    case 'insert':
      return port.insertFormula({ formula: `=COOP.SPLIT(${turn},"co-op")`, rows: 1, columns: 1, replace: true });
    case 'explain':
      return port.selectedCell();
    case 'read': {
      // what cannot be read is told with the cells it is about
      const found = await port.read(
        [
          { kind: 'table', table: 'CoopEarnings', part: 'all', columns: [] },
          { kind: 'range', address: 'A1' },
        ],
        { sheet: 'Sheet1', address: 'B2' },
      );
      for (const cells of found) if ('missing' in cells) throw new ExcelError('unknown', cells.missing);
      return found;
    }
    case 'use selection':
      return port.selectedReport();
    case 'chart':
      return port.chart.make({ levers: ['Core'], types: ['Coop'], months: 2 });
    case 'chart away':
      return port.chart.remove();
    case 'today':
      return saved(
        await openPlanning(port).writeToday(
          [{ due: '2025-01-01', when: 'Later', what: `To do ${turn}`, why: '', atRisk: 0, where: '' }],
          '2024-12-01',
          'wish',
        ),
      );
    case 'page':
      return port.writePage({
        sheet: 'Summary C1',
        title: `Claim ${turn}`,
        parts: [{ title: 'Part', rows: [['Amount', '1']] }],
        foot: 'As of',
      });
    case 'rules':
      return port.addRulesTable();
    case 'show':
      return port.tables.show('CoopEarnings', 0, 'Lever');
  }
}

/** All that the sheets hold, their names, and the charts. */
async function everything(): Promise<unknown> {
  await workbench().settle();
  const { cells, charts, tables } = workbench().workbook;
  return {
    sheets: sheets().all.map((sheet) => {
      const used = cells.used(sheet, null, false);
      return [sheet.getName(), used && cells.read(used, 'formula')];
    }),
    charts: charts.all.map(({ name }) => name),
    tables: tables.all.map(({ name, rows }) => [name, rows]),
  };
}

/** Excel as it begins: this workbook in front, cells selected, everything allowed. */
function begin(): void {
  Object.assign(situations(), { isElsewhere: false, selected: 'cells', hiddenSheetsRefuse: true });
  sheets().isStructureProtected = false;
  workbench().host.permission = 'ReadWriteDocument';
  workbench().host.editing = false;
  workbench().workbook.readOnly = false;
}

const visibility = (to: `${Excel.SheetVisibility}`) => (): Promise<void> =>
  inExcel(({ workbook }) => {
    for (const sheet of workbook.worksheets.items) if (sheet.name !== 'Sheet1') sheet.visibility = to;
  });

async function outcomes(flows: readonly Flow[]): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const flow of flows) {
    const before = await everything();
    try {
      await run(flow);
      // a flow that says nothing did its work
      const now = await everything();
      if (CHANGES.includes(flow)) expect(now, flow).not.toEqual(before);
    } catch (error) {
      expect(error, flow).toBeInstanceOf(ExcelError);
      told[flow] = (error as ExcelError).message;
      expect(await everything(), `${flow}: ${told[flow]}`).toEqual(before);
    }
  }
  return told;
}

const switches: Record<string, () => unknown> = {
  'another workbook is in front': () => (situations().isElsewhere = true),
  'a chart is selected': () => (situations().selected = 'chart'),
  'several areas are selected': () => (situations().selected = 'several areas'),
  'a chart sheet is in front': () => (situations().selected = 'chart sheet'),
  'a cell is being edited': () => (workbench().host.editing = true),
  'the workbook is open for reading only': () => (workbench().workbook.readOnly = true),
  'the add-in has no permission': () => (workbench().host.permission = 'none'),
  'the workbook is protected': () => (sheets().isStructureProtected = true),
  'its sheets are protected': () => inExcel(({ workbook }) => workbook.worksheets.items.forEach((sheet) => sheet.protection.protect())),
  'its sheets are hidden': visibility('Hidden'),
  'its sheets are hidden, and Excel shows nothing without a word': async () => {
    await visibility('Hidden')();
    situations().hiddenSheetsRefuse = false;
  },
  'its sheets are very hidden': visibility('VeryHidden'),
  'its tables are filtered': () =>
    Excel.run(async (context) => {
      for (const [name, column] of [
        ['CoopEarnings', 4],
        ['CoopFunds', 2],
        ['CoopPlan', 0],
      ] as const) {
        const table = context.workbook.tables.getItem(name);
        table.autoFilter.apply(table.getRange(), column, { filterOn: Excel.FilterOn.values, values: ['Nothing'] });
      }
      await context.sync();
    }),
};

const UNCHANGED = ' Nothing was changed.';

beforeAll(async () => {
  await workbench().set('Sheet1!A1', 'Report');
  await workbench().set('Sheet1!A2', 'x');
});
afterEach(() => expect(workbench().unknownCalls).toEqual([]));

describe('the first time, without a table of ours', () => {
  const FIRST: readonly Flow[] = ['import', 'plan', 'today', 'page', 'rules'];
  const some = (sentence: string): Told => Object.fromEntries(FIRST.map((flow) => [flow, sentence]));
  /** Of a write that began, that all of it was put back. */
  const begun = (sentence: string): Told => ({
    ...some(sentence),
    ...Object.fromEntries((['import', 'plan', 'today'] as const).map((flow) => [flow, `${sentence}${UNCHANGED}`])),
  });
  afterEach(() => {
    begin();
    return clear();
  });
  it.each<[string, Told]>([
    ['another workbook is in front', begun(BEHIND)],
    ['a chart is selected', {}],
    ['a chart sheet is in front', {}],
    ['a cell is being edited', some(EDITING)],
    ['the workbook is open for reading only', begun(NO_PERMISSION)],
    ['the add-in has no permission', some(NO_PERMISSION)],
    ['the workbook is protected', some(CLOSED)],
  ])('%s: works, or one sentence and nothing is made', async (situation, told) => {
    await switches[situation]!();
    expect(await outcomes(FIRST)).toEqual(told);
  });
});

describe('with its tables there', () => {
  beforeEach(async () => {
    // the second report restates the first, which makes a table of its own
    for (const flow of ['import', 'import', 'plan', 'claim', 'chart', 'today', 'page', 'rules'] as const) await run(flow);
    undoable = openPlanning(port);
    saved(await undoable.save({ activities: [{ value: activity({ id: 'A-UNDONE' }), base: null }] }, 'Saved.'));
    workbench().select('Sheet1!A2');
  });
  afterEach(async () => {
    begin();
    await visibility('Visible')();
    await clear();
  });
  it.each<[string, Told]>([
    [
      'another workbook is in front',
      { insert: NO_CELLS, explain: NO_CELLS, 'use selection': NO_CELLS, chart: BEHIND, 'chart away': BEHIND, rules: BEHIND, show: BEHIND },
    ],
    ['a chart is selected', { insert: NO_CELLS, explain: NO_CELLS, 'use selection': NO_CELLS }],
    ['several areas are selected', { 'use selection': AREAS }],
    ['a chart sheet is in front', { insert: NO_CELLS, explain: NO_CELLS, 'use selection': NO_CELLS }],
    ['a cell is being edited', all(EDITING)],
    [
      'the workbook is open for reading only',
      {
        ...writes(NO_PERMISSION),
        ...Object.fromEntries(
          (['import', 'plan', 'claim', 'undo', 'today'] as const).map((flow) => [flow, `${NO_PERMISSION}${UNCHANGED}`]),
        ),
        chart: undefined,
      },
    ],
    ['the add-in has no permission', all(NO_PERMISSION)],
    ['the workbook is protected', {}],
    [
      'its sheets are protected',
      {
        import: tablesProtected('CoopEarnings', 'CoopFunds'),
        plan: tablesProtected('CoopPlan'),
        claim: tablesProtected('CoopClaims'),
        undo: tablesProtected('CoopPlan'),
        insert: PROTECTED,
        'chart away': PROTECTED,
        today: tablesProtected('CoopToday'),
        page: PROTECTED,
      },
    ],
    [
      'its sheets are hidden',
      { chart: hidden('Co-op chart'), page: hidden('Summary C1'), rules: hidden('Co-op rules'), show: hidden('Co-op earnings') },
    ],
    [
      'its sheets are hidden, and Excel shows nothing without a word',
      { chart: hidden('Co-op chart'), page: hidden('Summary C1'), rules: hidden('Co-op rules'), show: hidden('Co-op earnings') },
    ],
    [
      'its sheets are very hidden',
      { chart: hidden('Co-op chart'), page: hidden('Summary C1'), rules: hidden('Co-op rules'), show: hidden('Co-op earnings') },
    ],
    ['its tables are filtered', {}],
  ])('%s: each flow works, or says one sentence and leaves all as it was', async (situation, told) => {
    await switches[situation]!();
    expect(await outcomes(FLOWS)).toEqual(JSON.parse(JSON.stringify(told)));
  });

  it('tells that a chart is selected where Excel says which', async () => {
    workbench().workbook.sheets.activate(sheets().find('Co-op chart')!);
    situations().selected = 'chart';
    expect(await outcomes(['insert', 'explain', 'use selection'])).toEqual({ insert: CHART, explain: CHART, 'use selection': CHART });
  });

  it('is tried a second time where the other workbook was in front for a moment only', async () => {
    situations().isElsewhere = true;
    setTimeout(() => (situations().isElsewhere = false), 300);
    expect(await port.tables.show('CoopEarnings', 0, 'Lever')).toEqual({ sheet: 'Co-op earnings', cell: 'E5' });
  });
});

it('knows every code that office.js itself names', () => {
  const { OfficeExtension, Excel: excel } = workbench().page.window as unknown as {
    OfficeExtension: { ErrorCodes: Record<string, string> };
    Excel: { ErrorCodes: Record<string, string> };
  };
  const codes = [...Object.values(OfficeExtension.ErrorCodes), ...Object.values(excel.ErrorCodes)];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
});
