import { beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { todayInUtc } from '../../../src/domain/calendar/day';
import { canHaveSample, sampleIn } from '../../../src/planner/sample/is-sample';
import { sample } from '../../../src/planner/sample/sample';
import { SampleSession, WITH_MORE } from '../../../src/planner/sample/sample-session';
import { ExcelError } from '../../../src/storage/excel-error';
import { writeReport } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { planningOn, settled } from '../../support/planning';
import type { SheetPage } from '../../../src/storage/workbook';
import { activity } from '../../support/records';

/** A workbook that someone has open, and the sample's session in its pane. */
async function opened(tables = new FakeTables()) {
  const planning = planningOn(tables);
  planning.store.open();
  await settled();
  const chart = { removed: 0, make: () => Promise.resolve('made' as const), remove: () => Promise.resolve(void chart.removed++) };
  const pages: string[] = [];
  const addPage = async ({ sheet }: SheetPage): Promise<void> => void pages.push(sheet);
  const removePage = async ({ sheet }: SheetPage): Promise<void> => void (pages.includes(sheet) && pages.splice(pages.indexOf(sheet), 1));
  const workbook = { tables, chart, addPage, removePage };
  return { ...planning, chart, pages, workbook, session: new SampleSession(workbook, planning.store) };
}

describe('the sample of a workbook', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it('is written as one change, and read back as it was made', async () => {
    const { session, tables, read, pages } = await opened();
    expect([sampleIn(read()), canHaveSample(read())]).toEqual(['none', true]);
    await session.make();
    expect(session.current()).toEqual({ step: 'idle', trouble: null });
    expect(tables.writes).toBe(1);
    expect(pages).toEqual(['Model']);
    const { activities, claims, history, rates } = sample(todayInUtc());
    expect(read().activities.map(({ value }) => value)).toEqual(activities);
    expect(read().claims.map(({ value }) => value)).toEqual(claims);
    expect(read().rates.map(({ value }) => value)).toEqual(rates);
    expect(read().history).toHaveLength(history.length);
    expect(read().troubles).toEqual([]);
    expect(read().activities.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect([sampleIn(read()), canHaveSample(read())]).toEqual(['alone', false]);
    // the plan's formulas are in the funds, and the report's rows with their duplicate are kept
    expect(tables.rows('CoopFunds').every(({ Planned, Fund }) => String(Planned).startsWith('=') && String(Fund).startsWith('='))).toBe(
      true,
    );
    const ids = tables.rows('CoopEarningRows').map((row) => row['Earning ID']);
    expect(ids.length - new Set(ids).size).toBe(1);
  });

  it('is refused where the workbook has any table of ours by now, and nothing is written', async () => {
    const tables = new FakeTables();
    const { session } = await opened(tables);
    await planningOn(tables).store.save({ activities: [{ value: activity(), base: null }] }, 'Saved.');
    const writes = tables.writes;
    await session.make();
    expect(session.current().trouble).toMatch(/^This workbook already has tables of Co-op Planner, so nothing was written\./);
    expect(tables.writes).toBe(writes);
    expect(tables.held.has('CoopEarnings')).toBe(false);
  });

  it('is not there at all where its model cannot be added', async () => {
    const { session, tables, workbook, read } = await opened();
    workbook.addPage = () => Promise.reject(new ExcelError('structure protected'));
    await session.make();
    expect(session.current().trouble).toMatch(/protected/);
    expect([...tables.held.keys()]).toEqual([]);
    expect(canHaveSample(read())).toBe(true);
  });

  it('is removed whole, also by a pane that was opened later, and a plan can be started', async () => {
    const tables = new FakeTables();
    await (await opened(tables)).session.make();
    const { session, store, read, chart } = await opened(tables);
    await session.remove();
    expect(session.current()).toEqual({ step: 'idle', trouble: null });
    expect(chart.removed).toBe(1);
    expect([...tables.held.keys()]).toEqual([]);
    expect([sampleIn(read()), canHaveSample(read())]).toEqual(['none', true]);
    expect(read().lost).toEqual([]);
    const saved = await store.save({ activities: [{ value: activity(), base: null }] }, 'Saved.');
    expect(saved.outcome).toBe('saved');
  });

  it('stays where people have rows of their own among it', async () => {
    const { session, store, tables, read } = await opened();
    await session.make();
    await store.save({ activities: [{ value: activity(), base: null }] }, 'Saved.');
    await session.remove();
    expect(session.current().trouble).toBe(WITH_MORE);
    expect(sampleIn(read())).toBe('with more');
    expect(tables.held.has('CoopPlan')).toBe(true);
  });

  it('stays where people have an exchange rate of their own', async () => {
    const { session, store, tables, read } = await opened();
    await session.make();
    const rate = { id: 'R-AAAAAA', currency: 'GBP', from: '2024-01-01' as const, rate: 1.31, source: '' };
    await store.save({ rates: [{ value: rate, base: null }] }, 'Saved.');
    await session.remove();
    expect([session.current().trouble, sampleIn(read())]).toEqual([WITH_MORE, 'with more']);
    expect(tables.held.has('CoopRates')).toBe(true);
  });

  it('stays where an own report was brought in', async () => {
    const { session, store, tables, read } = await opened();
    await session.make();
    const report = {
      month: '2026-01',
      partnerId: '5',
      program: 'Hosting',
      engagement: '',
      lever: '',
      earningType: 'Coop',
      isRollover: false,
      micros: 1,
      eligible: null,
      counted: 1,
      repeats: 0,
    };
    await writeReport(tables, { months: [report], skipped: [], asOf: null, source: 'mine.csv' });
    await store.readAgain();
    expect(sampleIn(read())).toBe('with more');
    await session.remove();
    expect(session.current().trouble).toBe(WITH_MORE);
  });

  it('stays where a sheet is protected, and says which', async () => {
    const { session, tables } = await opened();
    await session.make();
    tables.protectedTables.add('CoopPlan');
    await session.remove();
    expect(session.current().trouble).toMatch(/^CoopPlan's sheet is protected/);
    expect(tables.held.has('CoopClaims')).toBe(true);
  });
});
