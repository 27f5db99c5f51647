import { describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf } from '../../../src/domain/calendar/day';
import { planToday, TODAY_TABLE, type TodayRow } from '../../../src/storage/planning/today-table';
import { FakeTables } from '../../support/fake-tables';

const PROOF: TodayRow = {
  due: '2025-08-15',
  when: 'Later',
  what: 'Submit the claim',
  why: 'Claims close.',
  atRisk: 400_000,
  where: 'Claims C-AAAAAA',
};
const PLAN: TodayRow = {
  due: '2025-06-30',
  when: 'This month',
  what: 'Plan what is free',
  why: 'The time to use it ends.',
  atRisk: 602_000,
  where: 'Funds 1234567 FY25 H1',
};
const NO_DATE: TodayRow = { due: null, when: 'No date', what: 'Give a rate', why: 'EUR has none.', atRisk: 0, where: 'Plan A-AAAAAA' };

describe('the table CoopToday', () => {
  const bring = async (
    tables: FakeTables,
    list: readonly TodayRow[],
    make = false,
    asOf: `${number}-${number}-${number}` = '2025-06-01',
  ) => {
    provideContext({ dateSystem: 1900, ownRules: [] });
    await tables.change([TODAY_TABLE], ([now = null]) => ({ changes: [planToday(now, list, asOf, make)], result: null }));
    return tables.held.has(TODAY_TABLE) ? tables.rows(TODAY_TABLE) : null;
  };

  /** Gives the list a column of people's own, with Ana in its first row and Bo in its second. */
  const addNames = (tables: FakeTables): void => {
    tables.widen(TODAY_TABLE, 'Who', '');
    const held = tables.held.get(TODAY_TABLE)!;
    const write = (rows: typeof held.values) => rows.map((row, n) => [...row.slice(0, -1), ['Ana', 'Bo'][n]!]);
    tables.held.set(TODAY_TABLE, { ...held, values: write(held.values), formulas: write(held.formulas) });
  };

  it('is not made unasked', async () => {
    expect(await bring(new FakeTables(), [PROOF])).toBeNull();
  });

  it('holds the list in its order, with the day it is true for', async () => {
    expect(await bring(new FakeTables(), [PLAN, PROOF, NO_DATE], true)).toEqual([
      {
        Due: serialOf('2025-06-30'),
        'Due when': 'This month',
        What: PLAN.what,
        Why: PLAN.why,
        'At risk USD': 6020,
        Where: PLAN.where,
        'As of': serialOf('2025-06-01'),
      },
      {
        Due: serialOf('2025-08-15'),
        'Due when': 'Later',
        What: PROOF.what,
        Why: PROOF.why,
        'At risk USD': 4000,
        Where: PROOF.where,
        'As of': serialOf('2025-06-01'),
      },
      {
        Due: '',
        'Due when': 'No date',
        What: NO_DATE.what,
        Why: NO_DATE.why,
        'At risk USD': '',
        Where: NO_DATE.where,
        'As of': serialOf('2025-06-01'),
      },
    ]);
  });

  it('writes days as such in a workbook that counts from 1904', async () => {
    const tables = new FakeTables();
    provideContext({ dateSystem: 1904, ownRules: [] });
    await tables.change([TODAY_TABLE], ([now = null]) => ({ changes: [planToday(now, [PLAN], '2025-06-01', true)], result: null }));
    expect(tables.rows(TODAY_TABLE)[0]).toMatchObject({ Due: serialOf('2025-06-30') - 1462, 'As of': serialOf('2025-06-01') - 1462 });
  });

  it('grows and shrinks with the list, and says that nothing is left, with nothing to count', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN], true);
    expect(await bring(tables, [PLAN, PROOF])).toHaveLength(2);
    expect(await bring(tables, [], false, '2025-09-01')).toEqual([
      { Due: '', 'Due when': '', What: '', Why: 'Nothing to do.', 'At risk USD': '', Where: '', 'As of': serialOf('2025-09-01') },
    ]);
    expect(await bring(tables, [PROOF])).toMatchObject([{ What: PROOF.what }]);
  });

  it('writes nothing where nothing has changed', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN, PROOF], true);
    await bring(tables, [PLAN, PROOF]);
    expect(tables.writes).toBe(1);
  });

  it('moves what people wrote in columns of their own along with its row', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN, PROOF], true);
    addNames(tables);
    tables.reorder(TODAY_TABLE);
    expect(await bring(tables, [NO_DATE, PROOF, PLAN])).toMatchObject([
      { What: NO_DATE.what, Who: '' },
      { What: PROOF.what, Who: 'Bo' },
      { What: PLAN.what, Who: 'Ana' },
    ]);
    expect(await bring(tables, [PROOF])).toMatchObject([{ What: PROOF.what, Who: 'Bo' }]);
  });

  it('keeps what people wrote with a row whose words have changed, where no other is in its place', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN, PROOF], true);
    addNames(tables);
    expect(await bring(tables, [{ ...PROOF, what: 'Record the outcome' }, PLAN, { ...PLAN, what: 'Earn more' }])).toMatchObject([
      { What: 'Record the outcome', Who: 'Bo' },
      { What: PLAN.what, Who: 'Ana' },
      { What: 'Earn more', Who: '' },
    ]);
    expect(await bring(tables, [{ ...PLAN, what: 'Earn less' }])).toMatchObject([{ What: 'Earn less', Who: '' }]);
  });

  it('keeps up a list of an earlier version, which has no headings', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN], true);
    tables.rename(TODAY_TABLE, 'Due when', 'Notes');
    expect(await bring(tables, [PROOF, PLAN])).toMatchObject([
      { What: PROOF.what, Notes: '' },
      { What: PLAN.what, Notes: 'This month' },
    ]);
  });

  it('says which column is gone, and writes nothing', async () => {
    const tables = new FakeTables();
    await bring(tables, [PLAN], true);
    tables.rename(TODAY_TABLE, 'Why', 'Reason');
    await expect(bring(tables, [PROOF])).rejects.toThrow('The table CoopToday no longer has the column "Why"');
    expect(tables.rows(TODAY_TABLE)).toMatchObject([{ What: PLAN.what }]);
  });
});
