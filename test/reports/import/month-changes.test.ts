import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { changesBetween, updateMonths } from '../../../src/reports/import/month-changes';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, SAMPLE_TEXT, small, smallRow } from '../../support/report-files';

const monthsOf = async (text: string) => (await readReports([file('x', text)])).months;
const october = smallRow({ id: '1', date: '2024-10-31' });
const november = smallRow({ id: '2', date: '2024-11-30' });

describe('changes', () => {
  it("are none between a report and itself, whatever its names' spelling", async () => {
    const before = await monthsOf(SAMPLE_TEXT);
    expect(changesBetween(before, await monthsOf(SAMPLE_TEXT))).toEqual([]);
    expect(
      changesBetween(
        before,
        await monthsOf(SAMPLE_TEXT.replaceAll('Core - Modern', 'CORE – Modern').replaceAll(',1234567,', ',MPN 01234567,')),
      ),
    ).toEqual([]);
  });
  it('are what became more, less, new or gone', async () => {
    const before = await monthsOf(small(october, november, smallRow({ id: '3', lever: 'gone' })));
    const after = await monthsOf(small(smallRow({ id: '1', amount: '70' }), november, smallRow({ id: '4', lever: 'new', amount: '1' })));
    expect(changesBetween(before, after).map(({ lever, before: was, after: is }) => [lever, was, is])).toEqual([
      ['Azure consumption CSP motion', 100_000_000, 70_000_000],
      ['gone', 100_000_000, null],
      ['new', null, 1_000_000],
    ]);
  });
});

describe('kept months', () => {
  it('stay the same when the same report comes again', async () => {
    const kept = await monthsOf(SAMPLE_TEXT);
    expect(changesBetween(kept, updateMonths(kept, { months: await monthsOf(SAMPLE_TEXT) }))).toEqual([]);
  });
  it('are replaced where the later report has that month, Partner ID, program and kind', async () => {
    const kept = await monthsOf(small(october, november, smallRow({ id: '3', lever: 'gone' }), smallRow({ id: '4', type: 'Rebate' })));
    const updated = updateMonths(kept, { months: await monthsOf(small(smallRow({ id: '1', amount: '70' }))) });
    expect(updated.map(({ month, kind, lever, micros }) => [month, kind, lever.slice(0, 5), micros / 10_000])).toEqual([
      ['2024-10', 'rebate', 'Azure', 10_000],
      ['2024-11', 'co-op', 'Azure', 10_000],
      ['2024-10', 'co-op', 'Azure', 7000],
    ]);
  });
});
