import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf } from '../../../src/domain/calendar/day';
import { csvFiles } from '../../../src/planner/take-away/csv-files';
import type { CellContent } from '../../../src/records/table';
import { HISTORY } from '../../../src/storage/planning/history-table';
import { PLAN } from '../../../src/storage/planning/plan-table';
import { FakeTables } from '../../support/fake-tables';

/** A plan in which everything is in an order of its own. */
const planWith = (...rows: readonly Record<string, CellContent>[]): FakeTables => {
  const tables = new FakeTables();
  const header = ['Zone', ...PLAN.design.columns.map(({ name }) => name).reverse(), 'Area'];
  const values = rows.map((row) => header.map((name) => row[name] ?? ''));
  tables.held.set('CoopPlan', { header, values, formulas: values });
  return tables;
};
const filesOf = async (tables: FakeTables) => Object.fromEntries((await csvFiles({ tables })).map(({ name, csv }) => [name, csv]));
const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

describe('CSV files of the plan, the claims, and the history', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  const A = {
    ID: 'A-AAAAAA',
    Activity: 'Digital advertising',
    Start: serialOf('2025-03-10'),
    Budget: 0.1 + 0.2,
    'Core met': true,
    Zone: 7,
  };
  const B = { ID: 'A-BBBBBB', Title: 'One, two\n"three"', Area: 'EMEA' };

  it('are the same however people sort and move rows and columns', async () => {
    const csv = (await filesOf(planWith(B, {}, A)))['co-op-plan.csv']!;
    expect((await filesOf(planWith(A, B)))['co-op-plan.csv']).toBe(csv);
    expect(csv.split('\r\n')[0]!.split(',')).toEqual([...PLAN.design.columns.map(({ name }) => name), 'Area', 'Zone']);
    const tables = planWith(A, B);
    tables.reorder('CoopPlan');
    tables.reverse('CoopPlan');
    expect((await filesOf(tables))['co-op-plan.csv']).toBe(csv);
  });

  it('have days, numbers, and text as they are', async () => {
    const [first, second] = rowsOf((await filesOf(planWith(B, A)))['co-op-plan.csv']!);
    expect(first).toMatchObject({ ID: 'A-AAAAAA', Start: '2025-03-10', Budget: '0.3', 'Core met': 'TRUE', Zone: '7' });
    expect(second).toMatchObject({ ID: 'A-BBBBBB', Title: 'One, two\n"three"', Area: 'EMEA', Start: '' });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("https://x")', '＝1+1'])('keep %j from running', async (title) => {
    const row = rowsOf((await filesOf(planWith({ ...B, Title: title })))['co-op-plan.csv']!)[0]!;
    expect(row.Title).toBe(`'${title}`);
  });

  it('leave numbers below zero alone, and give an error as what it is', async () => {
    const row = rowsOf((await filesOf(planWith({ ...A, Budget: -5, Left: '#N/A' })))['co-op-plan.csv']!)[0]!;
    expect([row.Budget, row.Left]).toEqual(['-5', '#N/A']);
  });

  it('have the history by time, and nothing of a table that is not there', async () => {
    const tables = new FakeTables();
    const header = HISTORY.design.columns.map(({ name }) => name);
    const entry = (time: string, what: string) => header.map((name) => ({ At: time, What: what, 'Subject ID': 'A-1' })[name] ?? '');
    const values = [
      entry('2025-03-02T00:00:00Z', 'status'),
      entry('2025-03-01T00:00:00Z', 'status'),
      entry('2025-03-01T00:00:00Z', 'Owner'),
    ];
    tables.held.set('CoopHistory', { header, values, formulas: values });
    const files = await csvFiles({ tables });
    expect(files.map(({ name, title }) => [name, title])).toEqual([['co-op-history.csv', 'History: 3 rows']]);
    expect(rowsOf(files[0]!.csv).map(({ At, What }) => [At, What])).toEqual([
      ['2025-03-01T00:00:00Z', 'Owner'],
      ['2025-03-01T00:00:00Z', 'status'],
      ['2025-03-02T00:00:00Z', 'status'],
    ]);
    expect(tables.reads).toBe(1);
  });
});
