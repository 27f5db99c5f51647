import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf, type Day } from '../../../src/domain/calendar/day';
import { inSheet } from '../../../src/planner/to-do/today-in-sheet';
import { createPlanner, type Planner } from '../../../src/planner/planner';
import { followDays } from '../../../src/pane/shell/follow-days';
import type { PlanningStore } from '../../../src/planner/store/planning-store';
import { rowsOf } from '../../../src/planner/to-do/to-do-text';
import { Shown } from '../../../src/pane/ui/shown';
import { asOfIn, TODAY_TABLE, type TodayRow } from '../../../src/storage/planning/today-table';
import type { TableCells } from '../../../src/records/table';
import type { Workbook, Tables } from '../../../src/storage/workbook';
import { FakeTables } from '../../support/fake-tables';
import { activity } from '../../support/records';

const MINUTE = 60_000;
const row = (what: string): TodayRow => ({
  due: '2025-06-30',
  when: 'This month',
  what,
  why: 'Because.',
  atRisk: 100,
  where: 'Plan A-AAAAAA',
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2025-06-01T12:00:00Z');
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('Office', {
    VisibilityMode: { taskpane: 'Taskpane', hidden: 'Hidden' },
    context: { requirements: { isSetSupported: () => false } },
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
    },
  );
  provideContext({ dateSystem: 1900, ownRules: [] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the list in the sheet, next to the list of the pane', () => {
  const held = async (...list: readonly TodayRow[]): Promise<TableCells> => {
    const { store, tables } = (await people(1))[0]!;
    await store.writeToday(list, '2025-06-02', 'wish');
    return tables.held.get(TODAY_TABLE)!;
  };

  it('is none, the same, or another, of a day', async () => {
    const table = await held(row('One'));
    expect(inSheet(null, [row('One')], '2025-06-02')).toEqual({ step: 'none' });
    expect(inSheet(table, [row('One')], '2025-06-02')).toEqual({ step: 'same', asOf: '2025-06-02' });
    expect(inSheet(table, [row('Two')], '2025-06-02')).toEqual({ step: 'another', asOf: '2025-06-02' });
    expect(inSheet(table, [row('One')], '2025-06-03')).toEqual({ step: 'another', asOf: '2025-06-02' });
  });

  it('says which column is missing', async () => {
    const table = await held(row('One'));
    const without = { ...table, header: table.header.map((name) => (name === 'Why' ? 'Reason' : name)) };
    expect(inSheet(without, [row('One')], '2025-06-02')).toMatchObject({ step: 'trouble', sentence: expect.stringContaining('"Why"') });
  });

  it('is of its latest day, and of none where no cell holds one', async () => {
    const table = await held(row('One'), row('Two'));
    const saying = (...cells: readonly (string | number)[]) =>
      asOfIn({
        ...table,
        values: table.values.map((cellsOfRow, n) => cellsOfRow.map((cell, index) => (table.header[index] === 'As of' ? cells[n]! : cell))),
      });
    expect(saying(serialOf('2025-06-02'), serialOf('2025-06-05'))).toBe('2025-06-05');
    expect(saying('soon', serialOf('2025-06-05') + 0.5)).toBe('2025-06-05');
    expect(saying('soon', '')).toBeNull();
    expect(saying(-5, 4e9)).toBeNull();
  });
});

/** A workbook that several people have open, each with a pane that hears of everything a little later. */
async function people(count: number) {
  const tables = new FakeTables();
  const listeners: ((isOurs: boolean) => void)[] = [];
  const open = async (n: number) => {
    const wrote: string[][] = [];
    const ownTables: Tables = {
      read: (asked) => tables.read(asked),
      plan: (asked, plan) => tables.plan(asked, plan),
      alike: (designs) => tables.alike(designs),
      remove: (designs) => tables.remove(designs),
      show: (name, position, column) => tables.show(name, position, column),
      change: async (names, plan) => {
        const before = tables.writes;
        let touched: string[] = [];
        const done = await tables.change(names, (now) => {
          const planned = plan(now);
          if ('changes' in planned) touched = planned.changes.map(({ design }) => design.name);
          return planned;
        });
        if (tables.writes > before) {
          wrote.push(touched);
          setTimeout(() => listeners.forEach((tell, to) => tell(to === n)), 250);
        }
        return done;
      },
    };
    const workbook: Pick<Workbook, 'tables' | 'onTablesChange'> = {
      tables: ownTables,
      onTablesChange: (_names, changed) => ((listeners[n] = changed), () => undefined),
    };
    const planner = createPlanner(workbook as Workbook, () => undefined);
    const { store } = planner;
    store.open();
    followDays(store, new Shown('Taskpane'));
    await pass(1);
    return { ...planner, wrote, tables };
  };
  const panes = [];
  for (let n = 0; n < count; n++) panes.push(await open(n));
  return panes;
}

/** Time passes, with everything that is due in it. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const plan = (store: PlanningStore, over: Parameters<typeof activity>[0] = {}) =>
  store.save({ activities: [{ value: activity({ status: 'done', ...over }), base: null }] }, 'Planned it.');
const sheetDay = (tables: FakeTables): Day | null => asOfIn(tables.held.get(TODAY_TABLE) ?? null);
const ours = ({ wrote }: { wrote: string[][] }) => wrote.filter((names) => names.includes(TODAY_TABLE)).length;

describe('who writes CoopToday', () => {
  /** Two panes at one plan whose list is kept, both having heard of everything. */
  const two = async () => {
    const [ana, ben] = await people(2);
    await plan(ana!.store);
    await ana!.store.writeToday([row('One')], '2025-06-01', 'wish');
    await pass(MINUTE);
    ana!.wrote.length = ben!.wrote.length = 0;
    return { ana: ana!, ben: ben! };
  };

  it('no one, in a workbook without it: a save costs what it did', async () => {
    const [ana] = await people(1);
    const before = ana!.tables.reads;
    await plan(ana!.store);
    await pass(200);
    expect([ana!.wrote.length, ana!.tables.reads - before, ana!.tables.held.has(TODAY_TABLE)]).toEqual([1, 1, false]);
  });

  it('no one, while two panes that look from two days are left alone, over midnight too', async () => {
    const { ana, ben } = await two();
    ben.store.setAsOf('2025-06-10');
    await pass(10 * MINUTE);
    vi.setSystemTime('2025-06-01T23:55:00Z');
    await pass(10 * MINUTE);
    expect([ana.store.asOf(), ben.store.asOf()]).toEqual(['2025-06-02', '2025-06-10']);
    expect([ana.wrote, ben.wrote]).toEqual([[], []]);
  });

  it('the pane that saves, once, and no one in answer', async () => {
    const { ana, ben } = await two();
    ben.store.setAsOf('2025-06-10');
    await plan(ana.store, { id: 'A-BBBBBB', activity: 'Telemarketing' });
    await pass(10 * MINUTE);
    expect([ours(ana), ours(ben), ana.wrote.length, ben.wrote.length]).toEqual([1, 0, 2, 0]);
    const rows = ana.tables.rows(TODAY_TABLE);
    expect([sheetDay(ana.tables), rows.some(({ What }) => String(What).includes('Telemarketing'))]).toEqual(['2025-06-01', true]);
    expect(inSheetOf(ana).step).toBe('same');
    expect(inSheetOf(ben)).toEqual({ step: 'another', asOf: '2025-06-01' });
  });

  it('not the pane that saves while it looks from another day', async () => {
    const { ana, ben } = await two();
    ben.store.setAsOf('2025-06-10');
    await plan(ben.store, { id: 'A-BBBBBB', activity: 'Telemarketing' });
    await pass(10 * MINUTE);
    expect([ours(ana), ours(ben)]).toEqual([0, 0]);
  });

  it('not over a list that is later than ours, as when our clock is behind, unless someone wants it', async () => {
    const { ana, ben } = await two();
    await ben.store.writeToday([row('Later')], '2025-06-02', 'wish');
    await pass(MINUTE);
    await plan(ana.store, { id: 'A-BBBBBB' });
    await pass(MINUTE);
    expect([ours(ana), sheetDay(ana.tables)]).toEqual([0, '2025-06-02']);
    // one that came while ours was on its way
    await ana.store.writeToday([row('Ours')], '2025-06-01', 'save');
    expect(ours(ana)).toBe(0);
    await ana.store.writeToday([row('Ours')], '2025-06-01', 'wish');
    expect([ours(ana), sheetDay(ana.tables)]).toEqual([1, '2025-06-01']);
  });

  it('the pane that takes its save back, and the one that brings a report in', async () => {
    const { ana } = await two();
    await plan(ana.store, { id: 'A-BBBBBB', activity: 'Telemarketing' });
    await pass(MINUTE);
    await ana.store.undoable.at(-1)!.run();
    await pass(MINUTE);
    expect(ours(ana)).toBe(2);
    expect(inSheetOf(ana).step).toBe('same');
    ana.tables.write('CoopPlan', 0, 'Activity', 'Customer offers');
    await ana.store.readOwnChange();
    await pass(MINUTE);
    expect(ours(ana)).toBe(3);
  });

  it('no one where the sheet is protected: what was saved stands, and the list is told to be another', async () => {
    const { ana } = await two();
    ana.tables.protectedTables.add(TODAY_TABLE);
    expect((await plan(ana.store, { id: 'A-BBBBBB' })).outcome).toBe('saved');
    await pass(MINUTE);
    expect([ours(ana), inSheetOf(ana).step]).toEqual([0, 'another']);
    const asked = await ana.store.writeToday([row('Two')], '2025-06-01', 'wish');
    expect(asked).toMatchObject({ outcome: 'trouble', sentence: expect.stringContaining('protected') as string });
  });

  it('a save right after midnight, before anybody looked at the clock, is of the new day', async () => {
    const { ana } = await two();
    vi.setSystemTime('2025-06-02T00:00:01Z');
    await plan(ana.store, { id: 'A-BBBBBB' });
    await pass(100);
    expect([ours(ana), sheetDay(ana.tables)]).toEqual([1, '2025-06-02']);
  });

  const inSheetOf = ({ store, toDo }: Pick<Planner, 'store' | 'toDo'>) => {
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    return inSheet(state.read.today, rowsOf(toDo.current()!, state.asOf), state.asOf);
  };
});

describe('the day', () => {
  it('moves on at midnight in UTC, and after sleep, unless someone chose one', async () => {
    const [ana] = await people(1);
    const days: Day[] = [];
    ana!.store.subscribe(() => days.push(ana!.store.asOf()));
    vi.setSystemTime('2025-06-01T23:59:30Z');
    await pass(MINUTE);
    expect(days).toEqual(['2025-06-02']);
    // asleep for two days: the timers did not run
    vi.setSystemTime('2025-06-04T08:00:00Z');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(days).toEqual(['2025-06-02', '2025-06-04']);
    ana!.store.setAsOf('2025-06-10');
    vi.setSystemTime('2025-06-05T08:00:00Z');
    await pass(MINUTE);
    expect([ana!.store.asOf(), ana!.store.today()]).toEqual(['2025-06-10', '2025-06-05']);
    // back to today goes on with the days
    ana!.store.setAsOf('2025-06-05');
    vi.setSystemTime('2025-06-06T08:00:00Z');
    await pass(MINUTE);
    expect(ana!.store.asOf()).toBe('2025-06-06');
  });
});
