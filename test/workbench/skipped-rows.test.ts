import { beforeEach, describe, expect, it } from 'vitest';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { PlanningRead } from '../../src/planner/store/planning-store';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { uncounted } from '../support/records';

/** A fund of which a report has nothing but rows that can't be counted. */
describe('a fund without a counted row', () => {
  const port = openExcelWorkbook();
  const { clear, column, set } = startExcel();
  beforeEach(clear);

  const read = async (): Promise<PlanningRead> => {
    const store = openPlanning(port);
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error('The workbook is not read.');
    return state.read;
  };

  it('has its row and its card, and says what is missing until it is settled', async () => {
    const skipped = [uncounted({ half: 'FY25 H1', micros: null }), uncounted({ line: 22, row: 'e22 | soon' })];
    await writeReport(port.tables, { months: [], skipped, asOf: null, source: 'a.csv' });
    expect(await column('CoopFunds', 'Rows skipped')).toEqual(['1']);
    const before = await read();
    expect(before.troubles).toEqual([]);
    expect(before.fundDetails.map(({ coop, skipped, uncounted: rows }) => [coop, skipped, rows.map(({ line }) => line)])).toEqual([
      [0, 1, [21]],
    ]);
    expect(before.earnings?.unplaced.map(({ line }) => line)).toEqual([22]);
    // nothing can be planned of it
    expect(before.funds).toEqual([]);

    await set('CoopSkipped', 'Settled by', 0, 'Ana');
    await set('CoopSkipped', 'Settled by', 1, 'Ana');
    const after = await read();
    expect(after.fundDetails.map(({ skipped: rows }) => rows)).toEqual([]);
    expect(after.earnings?.unplaced).toEqual([]);
  });

  it('takes a row whose fiscal half a person fills in', async () => {
    await writeReport(port.tables, { months: [], skipped: [uncounted()], asOf: null, source: 'a.csv' });
    expect((await read()).fundDetails).toEqual([]);
    await set('CoopSkipped', 'Fiscal half', 0, 'FY25 H1');
    expect((await read()).fundDetails).toMatchObject([{ partnerId: '1234567', skipped: 1 }]);
  });
});
