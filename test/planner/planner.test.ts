import { beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { createPlanner, type Planner } from '../../src/planner/planner';
import type { Workbook } from '../../src/storage/workbook';
import { FakeTables } from '../support/fake-tables';
import { settled } from '../support/planning';
import { activity } from '../support/records';

const OWN_RULE = { topic: 'threshold', subject: '', program: '', from: '2024-01-01', value: 1, note: '', row: 1 } as never;

describe('the planner of a pane', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  /** A planner over tables of no Excel, and the screens it was asked to put in front. */
  const pane = () => {
    const shown: string[] = [];
    const tables = new FakeTables();
    const workbook = { tables, onTablesChange: () => () => undefined, onCalculated: () => () => undefined } as unknown as Workbook;
    return { planner: createPlanner(workbook, (screen) => shown.push(screen)), shown, tables };
  };
  const opened = async () => {
    const { planner, ...rest } = pane();
    planner.store.open();
    planner.store.setAsOf('2025-04-15');
    await settled();
    return { planner, ...rest };
  };
  const readingOf = ({ store }: Planner) => {
    const state = store.current();
    if (state.step !== 'read') throw new Error('not read');
    return state;
  };

  it('reads nothing before its store is opened', async () => {
    const { planner, tables } = pane();
    await settled();
    expect([tables.reads, planner.store.current().step, planner.toDo.current(), planner.groups.current()]).toEqual([
      0,
      'reading',
      null,
      [],
    ]);
    planner.store.open();
    await settled();
    expect([tables.reads > 0, planner.store.current().step]).toEqual([true, 'read']);
  });

  it('has one list of what to do, and one of the plan by fund, worked out once for each reading', async () => {
    const { planner } = await opened();
    await planner.store.save({ activities: [{ value: activity({ status: 'done' }), base: null }] }, 'Planned it.');
    const [toDo, groups] = [planner.toDo.current(), planner.groups.current()];
    expect(toDo!.some(({ what }) => what.includes('Digital advertising'))).toBe(true);
    expect(groups).toHaveLength(1);
    expect([planner.toDo.current() === toDo, planner.groups.current() === groups]).toEqual([true, true]);
    planner.store.setAsOf('2025-04-16');
    expect([planner.toDo.current() === toDo, planner.groups.current() === groups]).toEqual([false, false]);
  });

  it('gives what was read with its rules and its day, and again when the rules of the workbook change', async () => {
    const { planner } = await opened();
    const before = readingOf(planner);
    expect([before.asOf, before.isToday]).toEqual(['2025-04-15', false]);
    let changes = 0;
    planner.store.subscribe(() => changes++);
    provideContext({ dateSystem: 1900, ownRules: [OWN_RULE] });
    expect(changes).toBe(1);
    expect(readingOf(planner).book).not.toBe(before.book);
    planner.store.setAsOf(planner.store.today());
    expect(readingOf(planner).isToday).toBe(true);
  });

  it('leads to a place until its screen has opened it', () => {
    const { planner, shown } = pane();
    let changes = 0;
    planner.navigation.subscribe(() => changes++);
    planner.navigation.open({ screen: 'claims', id: 'C-AAAAAA' });
    expect([planner.navigation.current(), shown]).toEqual([{ screen: 'claims', id: 'C-AAAAAA' }, ['claims']]);
    planner.navigation.opened();
    planner.navigation.opened();
    expect([planner.navigation.current(), changes]).toEqual([null, 2]);
  });

  it('asks Explain about a formula, a number, or a cell with its rows, and no longer once that is over', () => {
    const { planner, shown } = pane();
    const { explain } = planner;
    explain.formula('=COOP.HALF("2025-01-01")', ['two rows']);
    expect(explain.current()).toEqual({ formula: '=COOP.HALF("2025-01-01")', evidence: ['two rows'] });
    const taken = { calls: [] } as never;
    explain.number(taken);
    expect(explain.current()).toEqual({ taken });
    explain.cell('Co-op funds!B2', ['three rows']);
    expect([explain.current(), explain.evidenceOn('Co-op funds!B2'), explain.evidenceOn('Co-op funds!B3')]).toEqual([
      null,
      ['three rows'],
      [],
    ]);
    expect(shown).toEqual(['explain', 'explain', 'explain']);
    explain.formula('=COOP.HALF("2025-01-01")');
    explain.clear();
    expect(explain.current()).toBeNull();
  });

  it('keeps what is typed into a form by its name, for those who come back', () => {
    const { planner } = pane();
    planner.unsaved.type('mix', { Events: '60' });
    planner.unsaved.type('days to plan with', { review: '10' });
    expect([...planner.unsaved.current()]).toEqual([
      ['mix', { Events: '60' }],
      ['days to plan with', { review: '10' }],
    ]);
    planner.unsaved.type('mix', null);
    expect(planner.unsaved.current().get('mix')).toBeNull();
  });

  it('makes what one screen alone works with when that first asks, and once', () => {
    const { planner } = pane();
    const begun: Planner[] = [];
    const begin = (owner: Planner): object => {
      begun.push(owner);
      return {};
    };
    expect(planner.session(begin)).toBe(planner.session(begin));
    expect(begun).toEqual([planner]);
    expect(planner.session(() => 'another')).toBe('another');
  });

  it('shares nothing with another planner', () => {
    const [first, other] = [pane(), pane()];
    first.planner.plan.choosePart('balance');
    first.planner.navigation.open({ screen: 'plan' });
    first.planner.claims.narrow({ text: 'x' });
    first.planner.unsaved.type('mix', {});
    expect([
      other.planner.plan.current().part,
      other.planner.navigation.current(),
      other.planner.claims.current().search.text,
      other.planner.unsaved.current().size,
    ]).toEqual(['activities', null, '', 0]);
  });
});
