import { fundsByHalf } from '../../src/planner/funds/funds-view';
import { keepingAll, ratesToOffer } from '../../src/planner/funds/report-rates';
import { makeCalendar } from '../../src/planner/take-away/make-calendar';
import { writePrintSet, writeSummary } from '../../src/planner/summary/co-op-summary';
import { writeStatement } from '../../src/planner/summary/fund-statement';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { Stored, PlanningChanges, PlanningRead, PlanningStore, Reading, Saved } from '../../src/planner/store/planning-store';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import { EARNINGS_DESIGN } from '../../src/storage/funds/plan-earnings';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { repairAndRecalculate } from '../../src/storage/excel/recalculate';
import type { EarningRow } from '../../src/domain/earnings/earning';
import { AS_OF_TABLE, planSheetDay } from '../../src/storage/planning/as-of-table';
import type { TodayRow } from '../../src/storage/planning/today-table';
import { ExcelError } from '../../src/storage/excel-error';
import type { CoopChart, Plan, SheetPage, Workbook, TakeBack, Tables } from '../../src/storage/workbook';
import { fillWorkbook, KEPT_TABLES } from '../../src/storage/fill-workbook';
import { enterFund } from '../../src/storage/funds/enter-fund';
import { fundNamed } from '../../src/rulebook/name-keys';
import { claimPack } from '../../src/domain/claims/claim-pack';
import { writeReport, type ReportToWrite } from '../../src/storage/funds/write-report';
import { addGuide, addPack, addRules, checkRules, removePack } from '../../src/planner/rules/rule-packs';
import { blankRecord, programRows, rowEdit } from '../../src/planner/program/program-rows';
import { CPOR } from '../../src/storage/program/program-tables';
import { RULE_PACKS } from '../../src/rulebook/packs/packs';
import { activity, claim, earned, entry, expense, uncounted } from './records';

/** What the port to the workbook offers, by name. */
export type PortVerb = Exclude<keyof Workbook, 'tables' | 'chart'> | `tables.${keyof Tables}` | `chart.${keyof CoopChart}`;

/** What each verb of the port does to the workbook; a verb that is missing here is a type error. */
export const VERBS = {
  selectedCell: 'reads',
  onCellChange: 'reads',
  read: 'reads',
  ownRules: 'reads',
  onTablesChange: 'reads',
  onCalculated: 'reads',
  selectedReport: 'reads',
  about: 'reads',
  showRulesTable: 'shows',
  'tables.read': 'reads',
  'tables.plan': 'reads',
  'tables.alike': 'reads',
  'tables.show': 'shows',
  insertFormula: 'writes',
  freeze: 'writes',
  thaw: 'writes',
  addRulesTable: 'writes',
  writePage: 'writes',
  addPage: 'writes',
  removePage: 'writes',
  'tables.change': 'writes',
  'tables.remove': 'writes',
  'chart.make': 'writes',
  'chart.remove': 'writes',
} as const satisfies Record<PortVerb, 'reads' | 'shows' | 'writes'>;

/** Formulas outside tables and in a table with IDs. */
const unfrozen = async ({ type, act }: Desk): Promise<void> => {
  await act(({ workbook }) => {
    const sheet = workbook.worksheets.add('Mine');
    sheet.getRange('A1:B3').values = [
      ['ID', 'Co-op'],
      ['a', ''],
      ['b', ''],
    ];
    sheet.tables.add('A1:B3', true);
    sheet.getRange('B2:B3').formulas = [['=COOP.PERIOD("2024-10-01")'], ['=COOP.PERIOD("2024-10-01")']];
  });
  await type('Sheet1!A1', 1500);
  await type('Sheet1!B2', '=COOP.SPLIT(A1,"coop")');
  await type('Sheet1!C2', '=COOP.DEADLINE("FY25 H1","claim")');
};

/** What a flow works with: the port, the plan over it, and what steps before have left for it. */
export interface Desk {
  port: Workbook;
  store: PlanningStore;
  takeBack: TakeBack | null;
  /** Verbs of the port that were called. */
  called: Set<PortVerb>;
  /** Types into the sheet as a person does. */
  type: (address: string, input: string | number) => Promise<void>;
  select: (address: string) => void;
  /** Does something to the workbook from outside, by Office.js. */
  act: (act: (context: Excel.RequestContext) => void) => Promise<void>;
}

/** One thing that people do with the pane and that writes into the workbook. */
export interface WritingFlow {
  name: string;
  /** Brings an empty workbook to where the flow begins. */
  before: (desk: Desk) => Promise<unknown>;
  /** What the pane does; answers the sentence people read where it did not work. */
  run: (desk: Desk) => Promise<string | null>;
  /** Whether it takes a change back table by table: put back later, it comes to its end. */
  takesBack?: true;
}

/** A desk at the workbook of the global Excel. */
export function deskAt(on: Pick<Desk, 'type' | 'select' | 'act'>): Desk {
  const called = new Set<PortVerb>();
  const noting = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get: (owner, name: string) => {
        const member = owner[name as keyof T];
        if (typeof member !== 'function') return typeof member === 'object' && member !== null ? noting(member, `${name}.`) : member;
        return (...args: unknown[]): unknown => {
          called.add(`${prefix}${name}` as PortVerb);
          return (member as (...given: unknown[]) => unknown).apply(owner, args);
        };
      },
    });
  const opened = openExcelWorkbook();
  const port = noting({ ...opened, tables: noting(opened.tables, 'tables.'), chart: noting(opened.chart, 'chart.') }, '');
  return { ...on, port, store: openPlanning(port), takeBack: null, called };
}

const MCI = 'Microsoft Commerce Incentives';
const ENTERED = { fund: fundNamed('7654321', MCI, { fiscalYear: 2025, half: 1 }), coop: 2_000_000 };
const FIRST = [earned(), earned({ month: '2024-11', cents: 402_000 }), earned({ month: '2024-12', lever: 'Gone', cents: 5 })];
const LATER = [
  earned({ cents: 1_900_000 }),
  earned({ month: '2024-11', lever: 'Other', cents: 2 }),
  earned({ month: '2024-12', cents: 3 }),
  earned({ month: '2025-01', cents: 4 }),
  earned({ partnerId: '77', cents: 9 }),
];
const report = (months: MonthEarned[], source: string, rows?: EarningRow[]): ReportToWrite => ({
  months,
  skipped: [],
  asOf: source === 'a.csv' ? '2025-01-16' : '2025-02-16',
  source,
  ...(rows && { rows }),
});
const MODEL: SheetPage = {
  sheet: 'Model',
  title: 'A model',
  widths: [80, 90, 90],
  parts: [
    {
      title: 'Sums',
      header: ['Lever', 'Month', 'Co-op'],
      formats: ['', '', '0.00'],
      cells: [['Core', 1, { formula: '=SUM(CoopFunds[Co-op])' }]],
    },
  ],
  foot: 'Below.',
  list: { title: 'A list', formula: '=SEQUENCE(3,2)', formats: ['0', ''], widths: [50, 50] },
};
const NO_DATE = uncounted();
const NO_AMOUNT = uncounted({
  line: 22,
  half: 'FY25 H1',
  micros: null,
  earningId: 'e22',
  row: 'e22 | lots',
  reason: 'The amount is blank.',
});
const withSkipped = (desk: Desk): ReturnType<typeof writeReport> =>
  writeReport(desk.port.tables, { ...report(FIRST, 'a.csv'), skipped: [NO_DATE, NO_AMOUNT] });
const kept = (earningId: string, amount: number): EarningRow => ({
  earningId,
  partnerId: '1234567',
  program: MCI,
  engagement: 'M365',
  lever: 'Core',
  earningType: 'Coop',
  reasonCode: '',
  earned: '2024-10-05',
  amount,
  calculated: '2024-11-01',
  transactionId: 'T-1',
  customer: 'Contoso',
  paymentId: '',
  paymentStatus: 'Sent',
  file: 'a.csv',
  line: 2,
});
const PAGE: SheetPage = {
  sheet: 'Claim INV1',
  title: 'INV1',
  foot: 'As of today',
  parts: [
    {
      title: 'What',
      rows: [
        ['Activity', 'Digital advertising'],
        ['Amount', '5,000.00'],
      ],
    },
    { title: 'Proof', rows: [['Invoice', '=1+1']] },
  ],
};
const DO: TodayRow[] = [
  { due: '2025-06-30', when: '', what: 'Claim it', why: 'It lapses.', atRisk: 500_000, where: 'Plan A-AAAAAA' },
  { due: null, when: '', what: 'Name an owner', why: 'Nobody does it.', atRisk: 0, where: 'Plan A-BBBBBB' },
  { due: '2025-08-15', when: '', what: 'Ask', why: 'It is late.', atRisk: 1, where: 'Claims C-AAAAAA' },
];
const CHART = { levers: ['Core', 'Gone'], types: ['Coop'], months: 4 };

const told = async (act: Promise<unknown>): Promise<string | null> => {
  try {
    await act;
    return null;
  } catch (error) {
    if (error instanceof ExcelError) return error.message;
    throw error;
  }
};
const saved = async (act: Promise<Saved>): Promise<string | null> => {
  const result = await act;
  return result.outcome === 'saved' ? null : result.sentence;
};
const must = async (act: Promise<string | null>): Promise<void> => {
  const sentence = await act;
  if (sentence !== null) throw new Error(`A step before did not work: ${sentence}`);
};
const readingOf = ({ store }: Desk): Reading => {
  const state = store.current();
  if (state.step !== 'read') throw new Error('The plan is not read.');
  return state;
};
const read = (desk: Desk): PlanningRead => readingOf(desk).read;
const keptIn = <T extends { id: string }>(all: readonly Stored<T>[], id: string): Stored<T> => all.find(({ value }) => value.id === id)!;
const save = (desk: Desk, changes: PlanningChanges): Promise<string | null> => saved(desk.store.save(changes, 'Saved.'));

const first = async (desk: Desk): Promise<void> =>
  void (desk.takeBack = (await writeReport(desk.port.tables, report(FIRST, 'a.csv'))).takeBack);
const second = async (desk: Desk): Promise<void> => {
  await first(desk);
  await desk.type("'Co-op earnings'!A9", 'my note');
  desk.takeBack = (await writeReport(desk.port.tables, report(LATER, 'b.csv'))).takeBack;
};
const RESTATED = fundNamed('1234567', MCI, { fiscalYear: 2025, half: 1 });
const restatedPlan = async (desk: Desk): Promise<void> => {
  await second(desk);
  await desk.store.readAgain();
};
const A = activity({ expenses: [expense({ actual: 90_000 }), expense({ id: 'E-BBBBBB', budget: 150_050 })] });
const B = activity({ id: 'A-BBBBBB', activity: 'Customer offers' });
const plan = async (desk: Desk): Promise<void> => {
  await first(desk);
  await must(
    save(desk, {
      activities: [
        { value: A, base: null },
        { value: B, base: null },
      ],
      history: [entry({ subject: 'A-AAAAAA' })],
    }),
  );
  await desk.store.readAgain();
};
const named = async (desk: Desk): Promise<void> => {
  await plan(desk);
  await must(save(desk, { partners: [{ partnerId: '1234567', name: 'US' }] }));
};
const RATE = { id: 'R-AAAAAA', currency: 'GBP', from: '2025-03-01', rate: 1.31, source: 'Bank' } as const;
/** The report has a month's rate that the workbook has, and two that it lacks. */
const REPORT_RATES = [
  { currency: 'GBP', month: '2025-03', rate: 1.3, perDollar: null, file: 'b.csv' },
  { currency: 'GBP', month: '2025-04', rate: 1.32, perDollar: null, file: 'b.csv' },
  { currency: 'EUR', month: '2025-03', rate: 1.0843, perDollar: null, file: 'b.csv' },
] as const;
const rated = async (desk: Desk): Promise<void> => {
  await plan(desk);
  await must(save(desk, { rates: [{ value: RATE, base: null }] }));
  await desk.store.readAgain();
};
const line = (id: string, amount: number) => ({
  id,
  kind: 'invoice' as const,
  number: '0815',
  type: '',
  amount,
  isThirdParty: true,
  note: '',
});
const claims = async (desk: Desk): Promise<void> => {
  await plan(desk);
  await must(
    save(desk, { claims: [{ value: claim({ lines: [line('L-AAAAAA', 500_000), line('L-BBBBBB', 1)] }), base: null }], history: [entry()] }),
  );
  await desk.store.readAgain();
};
const changed = (desk: Desk): Promise<string | null> => {
  const was = keptIn(read(desk).activities, 'A-AAAAAA');
  return save(desk, {
    activities: [
      {
        value: { ...was.value, owner: 'Bob', expenses: [{ ...was.value.expenses[0]!, budget: 7 }, expense({ id: 'E-CCCCCC' })] },
        base: was,
      },
    ],
    history: [entry({ subject: 'A-AAAAAA', what: 'owner' })],
  });
};

/** An association of a customer, in a table of its own. */
const associated = (desk: Desk): Promise<string | null> =>
  save(desk, {
    rows: [{ table: CPOR, edits: [rowEdit(CPOR, null, { ...blankRecord(CPOR), id: 'G-AAAAAA', name: 'Contoso', status: 'Submitted' })] }],
  });

/** What Microsoft asks about it. */
const answered = (desk: Desk): Promise<string | null> => {
  const [row] = programRows(read(desk).program).cpor;
  const now = { ...row!.record, status: 'Partner action required' as const, comments: 'Send the proof.' };
  return save(desk, { rows: [{ table: CPOR, edits: [rowEdit(CPOR, row!, now)], status: { from: 'Submitted', to: now.status } }] });
};

const committed = (desk: Desk): Promise<string | null> => {
  const was = keptIn(read(desk).activities, 'A-BBBBBB');
  return save(desk, { activities: [{ value: { ...was.value, status: 'committed' }, base: was }] });
};
const deleted = (desk: Desk): Promise<string | null> =>
  save(desk, {
    activities: [{ remove: keptIn(read(desk).activities, 'A-AAAAAA') }],
    history: [entry({ subject: 'A-AAAAAA', what: 'deleted' })],
  });
const undone = (desk: Desk): Promise<string | null> => saved(desk.store.undoable.at(-1)!.run());
const today = (desk: Desk, list: TodayRow[]): Promise<string | null> => saved(desk.store.writeToday(list, '2025-05-05', 'wish'));

const summarized = (desk: Desk): Promise<string | null> => told(writeSummary(desk.port, readingOf(desk)));

const printed = (desk: Desk): Promise<string | null> => told(writePrintSet(desk.port, readingOf(desk)));

const packed = (desk: Desk): Promise<string | null> => {
  const { value } = read(desk).claims[0]!;
  const pack = claimPack(value, { activity: null, category: '', status: value.status, keepUntil: null, asOf: '2025-03-10' });
  return told(desk.port.writePage({ sheet: 'Claim pack C-AAAAAA', beside: 'Co-op claims', ...pack }));
};

const stated = (desk: Desk): Promise<string | null> => {
  desk.store.setAsOf('2025-03-10');
  const state = readingOf(desk);
  return told(writeStatement(desk.port, fundsByHalf(state.read.fundDetails, state.book)[0]!.funds[0]!, state));
};

/** An activity that isn't claimed has days of its own in a calendar. */
const unclaimedDeleted = (desk: Desk): Promise<string | null> =>
  save(desk, { activities: [{ remove: keptIn(read(desk).activities, 'A-BBBBBB') }] });

const inCalendar = async (desk: Desk): Promise<void> => {
  desk.store.setAsOf('2025-03-10');
  desk.takeBack = (await makeCalendar(desk.port, readingOf(desk), '2025-03-10T08:00:00Z', 'UTC')).takeBack;
};

/** Two columns more in CoopEarnings, one of them worked out in the sheet, and a row more. */
const moreColumns: Plan<null> = ([now]) => {
  const columns = [
    { name: 'Doubled', width: 90, format: '#,##0.00', formula: '=[@[Amount USD]]*2' },
    { name: 'Remark', width: 120 },
  ];
  const blank = now!.header.map(() => null);
  const set = new Map(now!.values.map((_, index) => [index, [...blank, { formula: columns[0]!.formula! }, index === 0 ? 'ours' : '']]));
  const add = [[...now!.values[0]!, { formula: columns[0]!.formula! }, 'new']];
  return { changes: [{ design: EARNINGS_DESIGN, columns, set, add, remove: [] }], result: null };
};

/** Every flow of the pane and the ribbon that writes. */
export const WRITING_FLOWS: readonly WritingFlow[] = [
  { name: 'a first report', before: async () => undefined, run: (desk) => told(first(desk)) },
  {
    name: 'a second report that changes, drops and adds rows',
    before: async (desk) => {
      await first(desk);
      await desk.type("'Co-op earnings'!A9", 'my note');
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv'))),
  },
  {
    name: 'a report that changes the past again',
    before: async (desk) => {
      await first(desk);
      await writeReport(desk.port.tables, report(LATER, 'b.csv'));
    },
    run: ({ port }) => told(writeReport(port.tables, report(FIRST, 'c.csv'))),
  },
  {
    name: 'a restatement that is marked as reviewed',
    before: restatedPlan,
    run: ({ store }) => saved(store.reviewRestatement(RESTATED, 'Marked it.')),
  },
  {
    name: 'a reviewed restatement taken back',
    takesBack: true,
    before: async (desk) => {
      await restatedPlan(desk);
      await must(saved(desk.store.reviewRestatement(RESTATED, 'Marked it.')));
    },
    run: undone,
  },
  {
    name: 'a report of which all rows are others',
    before: first,
    run: ({ port }) =>
      told(
        writeReport(
          port.tables,
          report(
            FIRST.map((month) => ({ ...month, lever: 'New' })),
            'b.csv',
          ),
        ),
      ),
  },
  {
    name: 'a report into a filtered table',
    before: async (desk) => {
      await first(desk);
      await desk.act(({ workbook }) => {
        const table = workbook.tables.getItem('CoopEarnings');
        table.autoFilter.apply(table.getRange(), 4, { filterOn: 'Values', values: ['Gone'] });
      });
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv'))),
  },
  {
    name: 'a report into a table with a totals row',
    before: async (desk) => {
      await first(desk);
      await desk.act(({ workbook }) => void (workbook.tables.getItem('CoopEarnings').showTotals = true));
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv'))),
  },
  {
    name: 'a report into a table without its header row',
    before: async (desk) => {
      await first(desk);
      await desk.act(({ workbook }) => void (workbook.tables.getItem('CoopEarnings').showHeaders = false));
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv'))),
  },
  {
    name: 'a report into emptied tables with a totals row',
    before: async (desk) => {
      await first(desk);
      await desk.act(({ workbook }) =>
        ['CoopEarnings', 'CoopFunds'].forEach((name) => {
          const table = workbook.tables.getItem(name);
          table.getDataBodyRange().delete('Up');
          table.showTotals = true;
        }),
      );
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv'))),
  },
  {
    name: 'a report with its single rows',
    before: first,
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv', [kept('1', 5), kept('2', 6)]))),
  },
  {
    name: 'a later report with its single rows',
    before: async ({ port }) => {
      await writeReport(port.tables, report(FIRST, 'a.csv', [kept('1', 5), kept('2', 6)]));
    },
    run: ({ port }) => told(writeReport(port.tables, report(LATER, 'b.csv', [kept('2', 7), kept('3', 8)]))),
  },
  {
    name: 'columns more, and a row, in a table with a totals row and notes beside it',
    before: async (desk) => {
      await first(desk);
      await desk.act(({ workbook }) => void (workbook.tables.getItem('CoopEarnings').showTotals = true));
      await desk.type("'Co-op earnings'!L6", 'my note');
    },
    run: ({ port }) => told(port.tables.change(['CoopEarnings'], moreColumns)),
  },
  {
    name: 'columns more taken back',
    takesBack: true,
    before: async (desk) => {
      await first(desk);
      desk.takeBack = (await desk.port.tables.change(['CoopEarnings'], moreColumns)).takeBack;
    },
    run: (desk) => told(desk.takeBack!()),
  },
  { name: 'a first report with rows that could not be counted', before: async () => undefined, run: (desk) => told(withSkipped(desk)) },
  {
    name: 'a later report that settles one row and has another',
    before: withSkipped,
    run: ({ port }) =>
      told(
        writeReport(port.tables, {
          ...report(LATER, 'b.csv'),
          skipped: [uncounted({ line: 5, row: 'e5 | later' })],
          settled: [{ row: NO_AMOUNT, by: 'b.csv, line 9' }],
        }),
      ),
  },
  {
    name: 'a settling report taken back',
    takesBack: true,
    before: async (desk) => {
      await withSkipped(desk);
      const settled = [{ row: NO_AMOUNT, by: 'b.csv, line 9' }];
      desk.takeBack = (await writeReport(desk.port.tables, { ...report(LATER, 'b.csv'), settled })).takeBack;
    },
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a first report of which no row could be counted',
    before: async () => undefined,
    run: ({ port }) => told(writeReport(port.tables, { ...report([], 'a.csv'), skipped: [NO_AMOUNT] })),
  },
  {
    name: 'a report and a plan in one',
    before: async () => undefined,
    run: ({ port }) =>
      told(
        fillWorkbook(port.tables, report(FIRST, 'a.csv', [kept('1', 5)]), {
          activities: [{ value: A, base: null }],
          claims: [{ value: claim({ lines: [line('L-AAAAAA', 500_000)] }), base: null }],
          rates: [],
          history: [entry()],
          who: '',
          inSheet: [],
          settings: null,
          partners: null,
          at: '2025-04-01T10:00:00Z',
        }),
      ),
  },
  { name: 'all tables removed', before: claims, run: ({ port }) => told(port.tables.remove(KEPT_TABLES)) },
  {
    name: 'all tables but one with a note next to it removed',
    before: async (desk) => {
      await plan(desk);
      await desk.type("'Co-op earnings'!M5", 'my note');
    },
    run: ({ port }) => told(port.tables.remove(KEPT_TABLES)),
  },
  { name: 'a first report taken back', takesBack: true, before: first, run: (desk) => told(desk.takeBack!()) },
  { name: 'a second report taken back', takesBack: true, before: second, run: (desk) => told(desk.takeBack!()) },
  {
    name: 'a first plan',
    before: first,
    run: (desk) =>
      save(desk, {
        activities: [
          { value: A, base: null },
          { value: B, base: null },
        ],
        history: [entry({ subject: 'A-AAAAAA' })],
      }),
  },
  {
    name: 'a plan before any report',
    before: async () => undefined,
    run: (desk) => save(desk, { activities: [{ value: B, base: null }] }),
  },
  {
    name: 'a report after a plan',
    before: async (desk) => {
      await must(save(desk, { activities: [{ value: B, base: null }] }));
    },
    run: ({ port }) => told(writeReport(port.tables, report(FIRST, 'a.csv'))),
  },
  {
    name: 'an activity more',
    before: plan,
    run: (desk) =>
      save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC', expenses: [expense({ id: 'E-DDDDDD' })] }), base: null }] }),
  },
  { name: 'an activity changed', before: plan, run: changed },
  {
    name: 'the status of an activity changed, with its history',
    before: async (desk) => {
      await plan(desk);
      await must(save(desk, { settings: { ...read(desk).settings, yourName: 'Ana Díaz' } }));
    },
    run: committed,
  },
  {
    name: 'the status of an activity taken back',
    before: async (desk) => {
      await plan(desk);
      await must(committed(desk));
    },
    run: undone,
  },
  {
    name: 'a change taken back',
    before: async (desk) => {
      await plan(desk);
      await must(changed(desk));
    },
    run: undone,
  },
  { name: 'an activity deleted', before: plan, run: deleted },
  { name: 'a first association in a workbook with a plan', before: plan, run: associated },
  {
    name: 'an association with another status and its history',
    before: async (desk) => {
      await plan(desk);
      await must(associated(desk));
    },
    run: answered,
  },
  {
    name: 'the status of an association taken back',
    before: async (desk) => {
      await plan(desk);
      await must(associated(desk));
      await must(answered(desk));
    },
    run: undone,
  },
  {
    name: 'all activities deleted',
    before: plan,
    run: (desk) => save(desk, { activities: read(desk).activities.map((stored) => ({ remove: stored })) }),
  },
  {
    name: 'a deletion taken back',
    before: async (desk) => {
      await plan(desk);
      await must(deleted(desk));
    },
    run: undone,
  },
  {
    name: 'a new activity taken back',
    before: async (desk) => {
      await plan(desk);
      await must(
        save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC', expenses: [expense({ id: 'E-DDDDDD' })] }), base: null }] }),
      );
    },
    run: undone,
  },
  {
    name: 'settings',
    before: plan,
    run: (desk) => save(desk, { settings: { ...read(desk).settings, payBy: '2025-06-30', proofDays: 0 } }),
  },
  {
    name: 'a target mix by solution area',
    before: plan,
    run: (desk) =>
      save(desk, {
        settings: {
          ...read(desk).settings,
          areaMix: [
            { name: 'Azure', share: 0.6 },
            { name: 'Security', share: 0.4 },
          ],
        },
      }),
  },
  {
    name: 'a fund entered by hand in an empty workbook',
    before: async () => undefined,
    run: ({ store }) => saved(store.enterFund(ENTERED, 'Entered it.')),
  },
  {
    name: 'a fund entered by hand next to those of a report, with a plan',
    before: plan,
    run: ({ store }) => saved(store.enterFund(ENTERED, 'Entered it.')),
  },
  {
    name: 'a fund entered by hand taken back',
    takesBack: true,
    before: async (desk) => {
      await plan(desk);
      desk.takeBack = (await enterFund(desk.port.tables, ENTERED)).takeBack;
    },
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a report of a fund that was entered by hand',
    before: async (desk) => {
      await must(
        saved(desk.store.enterFund({ ...ENTERED, fund: fundNamed('1234567', MCI, { fiscalYear: 2025, half: 1 }) }, 'Entered it.')),
      );
    },
    run: ({ port }) => told(writeReport(port.tables, report(FIRST, 'a.csv'))),
  },
  {
    name: 'the date of the workbook',
    before: plan,
    run: ({ store }) => saved(store.useInWorkbook('2025-06-30')),
  },
  {
    name: 'the date of a workbook whose settings were made without one, beside a note',
    before: async (desk) => {
      await plan(desk);
      await desk.act(({ workbook }) => {
        workbook.names.getItem('Coop_AsOf').delete();
        const table = workbook.tables.getItem('CoopAsOf');
        table.worksheet.getRange('D1:D2').clear();
        table.delete();
      });
      await desk.type("'Co-op settings'!D7", 'my note');
      await desk.store.readAgain();
    },
    run: ({ store }) => saved(store.useInWorkbook('2025-06-30')),
  },
  {
    name: 'the date of the workbook taken back',
    takesBack: true,
    before: async (desk) => {
      await plan(desk);
      const { takeBack } = await desk.port.tables.change([AS_OF_TABLE], ([now = null]) => ({
        changes: [planSheetDay(now, '2025-06-30')],
        result: null,
      }));
      desk.takeBack = takeBack;
    },
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a first name of a Partner ID',
    before: plan,
    run: (desk) => save(desk, { partners: [{ partnerId: '1234567', name: 'US' }] }),
  },
  {
    name: 'names and groups of Partner IDs, one changed and one more, with a setting',
    before: named,
    run: (desk) =>
      save(desk, {
        settings: { ...read(desk).settings, proofDays: 3 },
        partners: [
          { partnerId: '1234567', name: 'America', group: 'scale countries' },
          { partnerId: '88', name: 'Other' },
        ],
      }),
  },
  {
    name: 'names of Partner IDs taken back',
    before: async (desk) => {
      await named(desk);
      await must(
        save(desk, {
          partners: [
            { partnerId: '1234567', name: '' },
            { partnerId: '88', name: 'Other' },
          ],
        }),
      );
    },
    run: undone,
  },
  {
    name: 'settings taken back',
    before: async (desk) => {
      await plan(desk);
      await must(save(desk, { settings: { ...read(desk).settings, proofDays: 3 } }));
    },
    run: undone,
  },
  {
    name: 'a first exchange rate, which the plan then uses',
    before: plan,
    run: (desk) => save(desk, { rates: [{ value: RATE, base: null }] }),
  },
  {
    name: 'the exchange rates of a report, kept beside one for the plan that follows them',
    before: rated,
    run: (desk) => {
      const offered = ratesToOffer(
        REPORT_RATES,
        read(desk).rates.map(({ value }) => value),
      );
      return save(desk, { rates: keepingAll(offered).changes });
    },
  },
  {
    name: 'an exchange rate changed, and one added',
    before: rated,
    run: (desk) => {
      const was = keptIn(read(desk).rates, RATE.id);
      return save(desk, {
        rates: [
          { value: { ...RATE, rate: 1.29 }, base: was },
          { value: { ...RATE, id: 'R-BBBBBB', from: '2025-04-01' }, base: null },
        ],
      });
    },
  },
  {
    name: 'an exchange rate deleted',
    before: rated,
    run: (desk) => save(desk, { rates: [{ remove: keptIn(read(desk).rates, RATE.id) }] }),
  },
  {
    name: 'a deletion of an exchange rate taken back',
    before: async (desk) => {
      await rated(desk);
      await must(save(desk, { rates: [{ remove: keptIn(read(desk).rates, RATE.id) }] }));
    },
    run: undone,
  },
  {
    name: 'a first claim with lines',
    before: plan,
    run: (desk) =>
      save(desk, {
        claims: [{ value: claim({ lines: [line('L-AAAAAA', 500_000), line('L-BBBBBB', 1)] }), base: null }],
        history: [entry()],
      }),
  },
  {
    name: 'a claim changed: a line more, a line less, proof',
    before: claims,
    run: (desk) => {
      const was = keptIn(read(desk).claims, 'C-AAAAAA');
      return save(desk, {
        claims: [
          {
            value: {
              ...was.value,
              status: 'submitted',
              lines: [{ ...was.value.lines[1]!, amount: 2 }, line('L-CCCCCC', 3)],
              proof: [{ id: 'P-AAAAAA', kind: 'invoice or CSR', requirement: 'Invoice', state: 'done', evidence: 'a.pdf' }],
            },
            base: was,
          },
        ],
        history: [entry()],
      });
    },
  },
  {
    name: 'a claim deleted',
    before: claims,
    run: (desk) => save(desk, { claims: [{ remove: keptIn(read(desk).claims, 'C-AAAAAA') }], history: [entry({ what: 'deleted' })] }),
  },
  {
    name: "a claim's deletion taken back",
    before: async (desk) => {
      await claims(desk);
      await must(save(desk, { claims: [{ remove: keptIn(read(desk).claims, 'C-AAAAAA') }] }));
    },
    run: undone,
  },
  {
    name: 'a new plan in place of a lost one',
    before: async (desk) => {
      await plan(desk);
      await desk.act(({ workbook }) => void (workbook.tables.getItem('CoopPlan').name = 'Elsewhere'));
      await desk.store.readAgain();
      await desk.store.beginAnew();
    },
    run: (desk) => save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC' }), base: null }] }),
  },
  { name: 'the list of things to do made', before: first, run: (desk) => today(desk, DO) },
  {
    name: 'the list of things to do grown longer',
    before: async (desk) => {
      await must(today(desk, DO.slice(0, 1)));
    },
    run: (desk) => today(desk, DO),
  },
  {
    name: 'the list of things to do grown shorter',
    before: async (desk) => {
      await must(today(desk, DO));
    },
    run: (desk) => today(desk, DO.slice(2)),
  },
  { name: 'the chart made', before: second, run: (desk) => told(desk.port.chart.make(CHART)) },
  {
    name: 'the chart made again where its picture was deleted',
    before: async (desk) => {
      await second(desk);
      await desk.port.chart.make(CHART);
      await desk.act(({ workbook }) => workbook.worksheets.getItem('Co-op chart').charts.getItemAt(0).delete());
    },
    run: (desk) => told(desk.port.chart.make(CHART)),
  },
  {
    name: 'the chart removed',
    before: async (desk) => {
      await second(desk);
      await desk.port.chart.make(CHART);
    },
    run: (desk) => told(desk.port.chart.remove()),
  },
  {
    name: 'the chart removed from a sheet with a note',
    before: async (desk) => {
      await second(desk);
      await desk.port.chart.make(CHART);
      await desk.type("'Co-op chart'!J40", 'my note');
    },
    run: (desk) => told(desk.port.chart.remove()),
  },
  { name: 'a page added', before: first, run: (desk) => told(desk.port.addPage(MODEL)) },
  {
    name: 'an added page removed',
    before: async (desk) => {
      await first(desk);
      await desk.port.addPage(MODEL);
    },
    run: (desk) => told(desk.port.removePage(MODEL)),
  },
  {
    name: 'an added page removed from around a note',
    before: async (desk) => {
      await first(desk);
      await desk.port.addPage(MODEL);
      await desk.type('Model!A20', 'my note');
    },
    run: (desk) => told(desk.port.removePage(MODEL)),
  },
  { name: 'the table of own rules', before: async () => undefined, run: ({ port }) => told(port.addRulesTable()) },
  {
    name: 'a rule pack in a workbook without rules',
    before: async () => undefined,
    run: ({ port }) => told(addPack(port, RULE_PACKS[1]!)),
  },
  {
    name: 'a first rule pack undone',
    takesBack: true,
    before: async (desk) => void (desk.takeBack = (await addPack(desk.port, RULE_PACKS[1]!)).takeBack),
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a rule pack next to rules of one’s own',
    before: async ({ port, type }) => {
      await port.addRulesTable();
      await type("'Co-op rules'!A5", 'split');
    },
    run: ({ port }) => told(addPack(port, RULE_PACKS[1]!)),
  },
  {
    name: 'rows to fill in from one’s own guide',
    before: async ({ port, type }) => {
      await port.addRulesTable();
      await type("'Co-op rules'!A5", 'split');
    },
    run: ({ port }) => told(addGuide(port, '2026-12-01')),
  },
  {
    name: 'rules of a file',
    before: ({ port }) => addPack(port, RULE_PACKS[1]!),
    run: ({ port }) => told(addRules(port, 'Rule,From,Value\nsplit,2026-07-01,50%')),
  },
  {
    name: 'rules checked in the sheet',
    before: async ({ port, type }) => {
      await addPack(port, RULE_PACKS[1]!);
      await type("'Co-op rules'!E6", 'x');
    },
    run: ({ port }) => told(checkRules(port)),
  },
  {
    name: 'a rule pack taken out',
    before: ({ port }) => addPack(port, RULE_PACKS[1]!),
    run: ({ port }) => told(removePack(port, RULE_PACKS[1]!)),
  },
  {
    name: 'a summary of the funds',
    before: plan,
    run: summarized,
  },
  {
    name: 'a summary of the funds once more, with another activity',
    before: async (desk) => {
      await plan(desk);
      await must(summarized(desk));
      await must(save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC', status: 'planned' }), base: null }] }));
    },
    run: summarized,
  },
  { name: 'a print set', before: plan, run: printed },
  {
    name: 'a print set once more, with another activity',
    before: async (desk) => {
      await plan(desk);
      await must(printed(desk));
      await must(save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC', status: 'planned' }), base: null }] }));
    },
    run: printed,
  },
  { name: 'a claim pack', before: claims, run: packed },
  { name: 'a statement of a fund', before: plan, run: stated },
  {
    name: 'a statement of a fund once more, with another activity',
    before: async (desk) => {
      await plan(desk);
      await must(stated(desk));
      await must(save(desk, { activities: [{ value: activity({ id: 'A-CCCCCC', status: 'planned' }), base: null }] }));
    },
    run: stated,
  },
  { name: 'a first calendar file', before: claims, run: (desk) => told(inCalendar(desk)) },
  {
    name: 'a calendar file once more, without an activity, and with a note beside',
    before: async (desk) => {
      await claims(desk);
      await inCalendar(desk);
      await desk.type("'Co-op calendar'!H6", 'my note');
      await must(unclaimedDeleted(desk));
    },
    run: (desk) => told(inCalendar(desk)),
  },
  {
    name: 'a later calendar file taken back',
    takesBack: true,
    before: async (desk) => {
      await claims(desk);
      await inCalendar(desk);
      await must(unclaimedDeleted(desk));
      await inCalendar(desk);
    },
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a first page to print taken back',
    takesBack: true,
    before: async (desk) => void (desk.takeBack = await desk.port.writePage(PAGE)),
    run: (desk) => told(desk.takeBack!()),
  },
  {
    name: 'a later page to print taken back',
    takesBack: true,
    before: async (desk) => {
      await desk.port.writePage({ ...PAGE, parts: [...PAGE.parts, ...PAGE.parts] });
      desk.takeBack = await desk.port.writePage({ ...PAGE, title: 'INV2' });
    },
    run: (desk) => told(desk.takeBack!()),
  },
  { name: 'a page to print', before: async () => undefined, run: ({ port }) => told(port.writePage(PAGE)) },
  {
    name: 'a page to print once more',
    before: ({ port }) => port.writePage({ ...PAGE, parts: [...PAGE.parts, ...PAGE.parts] }),
    run: ({ port }) => told(port.writePage({ ...PAGE, title: 'INV2' })),
  },
  {
    name: 'a formula inserted',
    before: async (desk) => desk.select('Sheet1!B2'),
    run: ({ port }) => told(port.insertFormula({ formula: '=COOP.PERIOD("2024-10-01")', rows: 1, columns: 1 })),
  },
  {
    name: 'a formula inserted over another',
    before: async (desk) => {
      await desk.type('Sheet1!B2', '=1+1');
      desk.select('Sheet1!B2');
    },
    run: ({ port }) =>
      told(port.insertFormula({ formula: '=COOP.DEADLINE("FY25 H1","claim")', rows: 1, columns: 1, dates: [[0, 0]], replace: true })),
  },
  {
    name: 'formulas calculated again',
    before: async (desk) => desk.type('Sheet1!B2', '=COOP.NOSUCH(1)'),
    run: () => told(repairAndRecalculate()),
  },
  { name: 'formulas frozen', before: unfrozen, run: ({ port }) => told(port.freeze({ day: '2025-02-01' })) },
  {
    name: 'formulas thawed',
    before: async (desk) => {
      await unfrozen(desk);
      await desk.port.freeze({ day: '2025-02-01' });
    },
    run: ({ port }) => told(port.thaw('2025-02-01')),
  },
];
