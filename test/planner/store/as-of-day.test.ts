import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf, type Day } from '../../../src/domain/calendar/day';
import { planningOn } from '../../support/planning';
import { activity } from '../../support/records';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-29T23:30:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A workbook with a plan, whose sheets show a day. */
async function withSheetDay(shows: Day, cell: string | number = '=TODAY()') {
  const planning = planningOn();
  await planning.store.readAgain();
  await planning.store.save({ activities: [{ value: activity(), base: null }] }, 'Planned it.');
  planning.tables.write('CoopAsOf', 0, 'As of', cell, serialOf(shows));
  await planning.store.readAgain();
  const looks = () => {
    const state = planning.store.current();
    return state.step === 'read' ? [state.asOf, state.isToday, state.sheetDay?.day ?? null, state.sheetDay?.followsToday ?? null] : [];
  };
  return { ...planning, looks };
}

describe('the as-of date', () => {
  it('is today in UTC in a workbook without one', async () => {
    const { store } = planningOn();
    await store.readAgain();
    expect(store.current()).toMatchObject({ asOf: '2026-11-29', isToday: true, sheetDay: null });
  });

  it('is the day the sheets show, which may be the one before or after today in UTC', async () => {
    for (const day of ['2026-11-28', '2026-11-29', '2026-11-30'] as const) {
      const { looks } = await withSheetDay(day);
      expect(looks()).toEqual([day, true, day, true]);
    }
  });

  it('goes on with the days where Excel has not calculated its TODAY() for a while, and says what the sheets show', async () => {
    const { looks, store } = await withSheetDay('2026-11-25');
    expect(looks()).toEqual(['2026-11-29', true, '2026-11-25', true]);
    vi.setSystemTime(Date.parse('2026-11-30T00:00:01Z'));
    store.lookAtClock();
    expect(looks()).toEqual(['2026-11-30', true, '2026-11-25', true]);
  });

  it('is a day that someone set in the workbook, however far', async () => {
    const { looks, store } = await withSheetDay('2025-03-01', serialOf('2025-03-01'));
    expect(looks()).toEqual(['2025-03-01', true, '2025-03-01', false]);
    vi.setSystemTime(Date.parse('2026-11-30T00:00:01Z'));
    store.lookAtClock();
    expect(looks()).toEqual(['2025-03-01', true, '2025-03-01', false]);
  });

  it('chosen in the pane stays there until it is used in the workbook; Undo gives the workbook its own back', async () => {
    const { store, tables, looks } = await withSheetDay('2026-11-29');
    store.setAsOf('2026-12-31');
    expect(looks()).toEqual(['2026-12-31', false, '2026-11-29', true]);
    expect(tables.rows('CoopAsOf')).toEqual([{ 'As of': '=TODAY()' }]);
    const writes = tables.writes;
    const saved = await store.useInWorkbook('2026-12-31');
    expect(tables.writes).toBe(writes + 1);
    expect(tables.rows('CoopAsOf')).toEqual([{ 'As of': serialOf('2026-12-31') }]);
    expect(looks()).toEqual(['2026-12-31', true, '2026-12-31', false]);
    expect(saved).toMatchObject({ outcome: 'saved', undo: { sentence: 'The workbook is as of Dec 31, 2026.' } });
    expect(saved.outcome === 'saved' && (await saved.undo!.run()).outcome).toBe('saved');
    expect(tables.rows('CoopAsOf')).toEqual([{ 'As of': '=TODAY()' }]);
    expect(looks()).toEqual(['2026-11-29', true, '2026-11-29', true]);
  });

  it('follows today again when asked to', async () => {
    const { store, tables, looks } = await withSheetDay('2025-03-01', serialOf('2025-03-01'));
    await store.useInWorkbook(null);
    expect(tables.rows('CoopAsOf')).toEqual([{ 'As of': '=TODAY()' }]);
    expect(looks()[0]).toBe('2026-11-29');
  });

  it('of a cell that holds no day is today', async () => {
    for (const cell of ['', 'soon', '#REF!', -3]) {
      const { store, tables } = await withSheetDay('2026-11-29');
      tables.write('CoopAsOf', 0, 'As of', cell);
      await store.readAgain();
      expect(store.current()).toMatchObject({ asOf: '2026-11-29', sheetDay: null });
    }
  });

  it('is not written where the sheet is protected: one sentence, and the view stays', async () => {
    const { store, tables, looks } = await withSheetDay('2026-11-29');
    tables.protectedTables.add('CoopAsOf');
    store.setAsOf('2026-12-31');
    expect(await store.useInWorkbook('2026-12-31')).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringContaining('protected') as string,
    });
    expect(looks()).toEqual(['2026-12-31', false, '2026-11-29', true]);
  });

  it('can be set in a workbook without a plan', async () => {
    const { store, tables } = planningOn();
    await store.readAgain();
    await store.useInWorkbook('2026-12-31');
    expect([...tables.held.keys()]).toEqual(['CoopSettings', 'CoopAsOf']);
    expect(store.current()).toMatchObject({ asOf: '2026-12-31', isToday: true });
  });
});
