import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { provideContext } from '../../../src/cells/context';
import { FakeTables } from '../../support/fake-tables';
import { ROWS_TABLE } from '../../../src/storage/funds/rows-table';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { writeReport, type ReportToWrite } from '../../../src/storage/funds/write-report';

const row = (over: Partial<EarningRow> = {}): EarningRow => ({
  earningId: 'e1',
  partnerId: '0012345',
  program: 'MCI',
  engagement: 'M365',
  lever: 'Core',
  earningType: 'Coop',
  reasonCode: '',
  earned: '2024-10-31',
  amount: 3_600_000_000,
  calculated: '2024-11-16T02:10:11.000Z',
  transactionId: 'T-1',
  customer: '=cmd',
  paymentId: '006815016255',
  paymentStatus: 'Upcoming',
  file: 'a.csv',
  line: 2,
  ...over,
});
const OTHER = row({ earningId: 'e2', amount: -30_000_000, line: 3 });
const NOVEMBER = row({ earningId: 'e3', earned: '2024-11-30', line: 4 });
const write = (tables: FakeTables, rows: EarningRow[]) => {
  const report: ReportToWrite = { months: [], skipped: [], asOf: null, source: 'a.csv', rows };
  return writeReport(tables, report);
};

describe('single rows in the workbook', () => {
  let tables: FakeTables;
  beforeEach(() => {
    tables = new FakeTables();
    provideContext(PLAIN_WORKBOOK);
  });
  const ids = () => tables.rows(ROWS_TABLE).map((cells) => cells['Earning ID']);

  it('go into a table of their own: days as serials, amounts as numbers, all else as text', async () => {
    const { rows } = await write(tables, [row(), OTHER]);
    expect(rows).toEqual({ added: 2, removed: 0 });
    expect(tables.rows(ROWS_TABLE)[0]).toEqual({
      'Earning ID': 'e1',
      'Partner ID': '0012345',
      Program: 'MCI',
      Engagement: 'M365',
      Lever: 'Core',
      'Earning type': 'Coop',
      'Reason code': '',
      'Earning date': 45596,
      'Amount USD': 3600,
      'Calculation date': '2024-11-16T02:10:11.000Z',
      'Transaction ID': 'T-1',
      Customer: '=cmd',
      'Payment ID': '006815016255',
      'Payment status': 'Upcoming',
      File: 'a.csv',
      Line: 2,
    });
  });

  it('are not written unless they are asked for', async () => {
    await writeReport(tables, { months: [], skipped: [], asOf: null, source: 'a.csv' });
    expect(tables.held.has(ROWS_TABLE)).toBe(false);
  });

  it('the same rows again, in another order and from a file of another name, change nothing', async () => {
    await write(tables, [row(), row(), OTHER]);
    const again = await write(tables, [{ ...OTHER, file: 'b.csv', line: 9 }, row({ file: 'b.csv' }), row({ line: 7 })]);
    expect([again.takeBack, again.rows]).toEqual([null, { added: 0, removed: 0 }]);
  });

  it('a repeat that is gone goes once', async () => {
    await write(tables, [row(), row(), OTHER]);
    expect((await write(tables, [row(), OTHER])).rows).toEqual({ added: 0, removed: 1 });
    expect(ids()).toHaveLength(2);
  });

  it('a later report replaces its months; other months, a person’s rows and columns stay; and it is taken back', async () => {
    await write(tables, [row(), OTHER, NOVEMBER]);
    tables.widen(ROWS_TABLE, 'My note', 'mine');
    tables.reorder(ROWS_TABLE);
    tables.type(ROWS_TABLE, { 'Earning ID': 'by hand', 'Earning date': 45596, 'Earning type': 'Coop' });
    const before = tables.rows(ROWS_TABLE);
    const { rows, takeBack } = await write(tables, [row({ amount: 10_000 }), OTHER]);
    expect(rows).toEqual({ added: 1, removed: 1 });
    expect(ids()).toEqual(['e2', 'e3', 'by hand', 'e1']);
    await takeBack!();
    expect(tables.rows(ROWS_TABLE)).toEqual(before);
  });

  it('with a column renamed, says which one, and writes nothing', async () => {
    await write(tables, [row()]);
    tables.rename(ROWS_TABLE, 'Line', 'Zeile');
    await expect(write(tables, [OTHER])).rejects.toThrow('"Line"');
    expect(ids()).toEqual(['e1']);
    tables.rename(ROWS_TABLE, 'Zeile', 'Line');
    expect((await write(tables, [row(), OTHER])).rows).toEqual({ added: 1, removed: 0 });
  });
});
