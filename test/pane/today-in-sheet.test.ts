import { describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { TodayInSheet } from '../../src/pane/features/today/today-in-sheet';
import { TODAY_TABLE, type TodayRow } from '../../src/storage/today-table';
import { FakeTables } from '../support/fake-tables';

const row = (what: string): TodayRow => ({ due: '2025-06-30', what, why: 'Because.', atRisk: 100, where: 'Plan A-AAAAAA' });

describe('the list in the sheet', () => {
  provideContext({ dateSystem: 1900, ownRules: [] });

  it('asks nothing of a workbook without the table', async () => {
    const tables = new FakeTables();
    const inSheet = new TodayInSheet(tables);
    await inSheet.follow([row('One')], '2025-06-01', null);
    expect([tables.reads, tables.writes, inSheet.current()]).toEqual([0, 0, { step: 'none' }]);
  });

  it('follows once it is kept, whatever was read before', async () => {
    const tables = new FakeTables();
    const inSheet = new TodayInSheet(tables);
    await inSheet.follow([row('One')], '2025-06-01', null);
    await inSheet.keep([row('One')], '2025-06-01');
    await inSheet.follow([row('Two')], '2025-06-02', null);
    expect(tables.rows(TODAY_TABLE)).toMatchObject([{ What: 'Two' }]);
    expect(inSheet.current()).toEqual({ step: 'kept', asOf: '2025-06-02' });
  });

  it('follows in a pane opened later, and asks nothing where the table says the same', async () => {
    const tables = new FakeTables();
    await new TodayInSheet(tables).keep([row('One')], '2025-06-01');
    const reads = tables.reads;
    const read = tables.held.get(TODAY_TABLE)!;
    const later = new TodayInSheet(tables);
    await later.follow([row('One')], '2025-06-01', read);
    expect([tables.reads, later.current()]).toEqual([reads, { step: 'kept', asOf: '2025-06-01' }]);
    await later.follow([row('Two')], '2025-06-02', read);
    expect(tables.rows(TODAY_TABLE)).toMatchObject([{ What: 'Two' }]);
    await later.follow([row('One')], '2025-06-01', read);
    expect(tables.rows(TODAY_TABLE)).toMatchObject([{ What: 'One' }]);
  });

  it('writes the last of lists that come while it writes, and loses no wish to keep', async () => {
    const tables = new FakeTables();
    const inSheet = new TodayInSheet(tables);
    await Promise.all([inSheet.keep([row('One')], '2025-06-01'), inSheet.keep([row('Two')], '2025-06-01'), inSheet.follow([row('Three')], '2025-06-01', null)]);
    expect(tables.rows(TODAY_TABLE)).toMatchObject([{ What: expect.stringMatching(/Two|Three/) }]);
    expect(tables.writes).toBeLessThanOrEqual(2);
  });

  it('says why it cannot, and goes on at the next reading', async () => {
    const tables = new FakeTables();
    const inSheet = new TodayInSheet(tables);
    await inSheet.keep([row('One')], '2025-06-01');
    tables.protectedTables.add(TODAY_TABLE);
    await inSheet.follow([row('Two')], '2025-06-01', null);
    expect(inSheet.current()).toMatchObject({ step: 'trouble', sentence: expect.stringContaining('protected') });
    tables.protectedTables.clear();
    await inSheet.follow([row('Two')], '2025-06-01', null);
    expect(inSheet.current()).toEqual({ step: 'kept', asOf: '2025-06-01' });
  });

  it('notices that people took the table away', async () => {
    const tables = new FakeTables();
    const inSheet = new TodayInSheet(tables);
    await inSheet.keep([row('One')], '2025-06-01');
    tables.held.delete(TODAY_TABLE);
    await inSheet.follow([row('Two')], '2025-06-01', null);
    expect([tables.held.has(TODAY_TABLE), inSheet.current()]).toEqual([false, { step: 'none' }]);
  });
});
