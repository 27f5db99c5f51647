import { beforeEach, describe, expect, it } from 'vitest';
import type { SettledRow, UncountedRow } from '../../../src/domain/earnings/uncounted-row';
import { SKIPPED_TABLE, uncountedIn } from '../../../src/storage/funds/skipped-table';
import { writeReport } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { earned, uncounted } from '../../support/records';

const MCI = 'Microsoft Commerce Incentives';
const OCTOBER = earned({ cents: 360_000 });
const NO_AMOUNT = uncounted({ line: 4, half: 'FY25 H1', micros: null, earningId: 'e4', row: 'e4 | lots', reason: 'The amount is blank.' });

describe('rows that could not be counted, in the workbook', () => {
  let tables: FakeTables;
  beforeEach(() => {
    tables = new FakeTables();
  });
  const write = (skipped: UncountedRow[], settled: SettledRow[] = [], months = [OCTOBER], source = 'a.csv') =>
    writeReport(tables, { months, skipped, settled, asOf: null, source });
  const rows = () => tables.rows(SKIPPED_TABLE);
  const settledBy = () => rows().map((row) => row['Settled by']);
  const skippedOf = (half: string) => tables.rows('CoopFunds').find((row) => row['Fiscal half'] === half)?.['Rows skipped'];

  it('make the table only where there is one', async () => {
    await write([]);
    expect(tables.held.has(SKIPPED_TABLE)).toBe(false);
    await write([uncounted()]);
    expect(rows()).toEqual([
      {
        File: 'a.csv',
        Line: 21,
        Reason: 'The earning date "soon" can\'t be read. Write it like 2024-12-31.',
        'Settled by': '',
        'Partner ID': '1234567',
        Program: MCI,
        'Fiscal half': '',
        'Earning type': 'Coop',
        'Amount USD': 160.96,
        Row: 'e21 | 1234567 | Microsoft Commerce Incentives | Coop | soon | 160.96',
        'Earning ID': 'e21',
      },
    ]);
    expect(uncountedIn(tables.held.get(SKIPPED_TABLE)!)).toEqual([{ ...uncounted(), position: 0, settledBy: '' }]);
  });

  it('come once, whatever their file is called, and as often as a report has them', async () => {
    const twice = [uncounted(), uncounted({ line: 22 })];
    await write([uncounted()]);
    expect((await write([uncounted({ file: 'b.csv', line: 9 })])).takeBack).toBeNull();
    expect((await write(twice)).skipped).toBe(1);
    expect((await write(twice)).takeBack).toBeNull();
    expect(rows()).toHaveLength(2);
  });

  it('of which no cell is known are told by their place', async () => {
    const broken = (over: Partial<UncountedRow>) =>
      uncounted({ row: '', earningId: '', reason: 'A quotation mark has no match.', ...over });
    await write([broken({ line: 3 }), broken({ line: 5 })]);
    await write([broken({ line: 3 })]);
    expect(rows().map((row) => row.Line)).toEqual([3, 5]);
  });

  it('are settled by the report that counts them, and open again where a later one can’t', async () => {
    const by = { row: uncounted(), by: 'b.csv, line 9' };
    await write([uncounted(), NO_AMOUNT]);
    expect((await write([], [by], [OCTOBER], 'b.csv')).settled).toMatchObject([{ line: 21, settledBy: 'b.csv, line 9' }]);
    expect(settledBy()).toEqual(['b.csv, line 9', '']);
    await write([uncounted()], [], [OCTOBER], 'c.csv');
    expect(settledBy()).toEqual(['', '']);
    // it has the row both ways
    await write([uncounted()], [by], [OCTOBER], 'd.csv');
    expect(settledBy()).toEqual(['', '']);
  });

  it('that a person settled stay settled', async () => {
    await write([uncounted()]);
    tables.write(SKIPPED_TABLE, 0, 'Settled by', 'Ana: not ours');
    expect((await write([uncounted()], [{ row: uncounted(), by: 'b.csv, line 9' }])).takeBack).toBeNull();
    expect(settledBy()).toEqual(['Ana: not ours']);
  });

  it('are counted on their fund until they are settled, whichever months the report has', async () => {
    await write([NO_AMOUNT]);
    expect(skippedOf('FY25 H1')).toBe(1);
    const later = { ...OCTOBER, month: '2025-02' };
    await write([], [], [later], 'b.csv');
    expect([skippedOf('FY25 H1'), skippedOf('FY25 H2')]).toEqual([1, 0]);
    await write([], [{ row: NO_AMOUNT, by: 'c.csv, line 2' }], [later], 'c.csv');
    expect(skippedOf('FY25 H1')).toBe(0);
  });

  it('make their fund, and its table of earnings, where nothing else of it is known', async () => {
    await write([NO_AMOUNT], [], []);
    expect(tables.rows('CoopFunds').map((row) => [row['Partner ID'], row['Fiscal half'], row['Rows skipped']])).toEqual([
      ['1234567', 'FY25 H1', 1],
    ]);
    expect(tables.rows('CoopEarnings').map((row) => Object.values(row).join(''))).toEqual(['']);
    await write([NO_AMOUNT]);
    expect(tables.rows('CoopEarnings')).toHaveLength(1);
    expect(tables.rows('CoopFunds')).toHaveLength(1);
  });

  it('need all columns of the table once there is something to write', async () => {
    await write([uncounted()]);
    tables.rename(SKIPPED_TABLE, 'Settled by', 'Done');
    await expect(write([NO_AMOUNT])).rejects.toThrow(/CoopSkipped.*"?Settled by"?/);
    await expect(write([])).resolves.toMatchObject({ takeBack: null });
  });
});
