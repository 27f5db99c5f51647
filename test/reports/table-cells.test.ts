import { describe, expect, it } from 'vitest';
import '../support/custom-functions';
import { readReports } from '../../src/reports/import/read-reports';
import { fundsOf } from '../../src/reports/funds';
import { EARNINGS_COLUMNS, earningsCells, fundCells, FUNDS_COLUMNS } from '../../src/reports/table-cells';
import { rulesOn } from '../../src/rulebook/rules-on';
import { file, SAMPLE_TEXT } from '../support/report-files';

const funds = (read: Awaited<ReturnType<typeof readReports>>) => fundsOf(read, (day) => rulesOn(day), '2025-01-31');

describe('the table CoopEarnings', () => {
  it('read again makes the same funds, rollovers included', async () => {
    const read = await readReports([file('x', SAMPLE_TEXT)]);
    const again = await readReports([{ name: 'CoopEarnings', cells: [EARNINGS_COLUMNS, ...read.months.map(earningsCells)] }]);
    const essence = (list: ReturnType<typeof funds>) => list.map(({ counted: _counted, repeats: _repeats, ...fund }) => fund);
    expect(essence(funds(again))).toEqual(essence(funds(read)));
  });
  it('has a cell for every column, as the table CoopFunds', async () => {
    const read = await readReports([file('x', SAMPLE_TEXT)]);
    for (const row of read.months) expect(earningsCells(row)).toHaveLength(EARNINGS_COLUMNS.length);
    for (const row of funds(read)) expect(fundCells(row)).toHaveLength(FUNDS_COLUMNS.length);
  });
});
