import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { readSingleRows } from '../../../src/reports/import/single-rows';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { file, small, SMALL_HEADER, smallRow } from '../../support/report-files';

const rowsOf = (dates: readonly string[]): string[][] => dates.map((date, n) => smallRow({ id: `e${n}`, date }));
const reportOf = (...dates: string[]) => file('a.csv', small(...rowsOf(dates)), 200);
/** The days that were read, in the order of the rows; a date that can't be read stays as it is. */
async function daysOf(...dates: string[]): Promise<string[]> {
  const all: EarningRow[] = [];
  await readSingleRows([reportOf(...dates)], (rows) => void all.push(...rows));
  return all.map(({ earned }) => earned);
}
const UNCLEAR = (date: string): string =>
  `The earning date "${date}" can't be read. It could mean different days, and the other dates don't show which. Write it like 2024-12-31.`;

describe('a date that reads one way', () => {
  it.each<[string, string]>([
    ['10/31/2024', '2024-10-31'],
    ['31/10/2024', '2024-10-31'],
    ['31.10.2024', '2024-10-31'],
    ['5/5/2024', '2024-05-05'],
    ['12/31/2024 12:00:00 AM', '2024-12-31'],
    ['12/31/2024 11:59:59 PM', '2024-12-31'],
    ['12/31/2024, 23:59', '2024-12-31'],
    ['10/31/24', '2024-10-31'],
    ['2024/10/31', '2024-10-31'],
    ['2024-1-5', '2024-01-05'],
    ['2024.1.5', '2024-01-05'],
    ['20241031', '2024-10-31'],
    ['31-Oct-24', '2024-10-31'],
    ['31 October 2024', '2024-10-31'],
    ['Oct 31, 2024', '2024-10-31'],
    ['Sept 30, 2024', '2024-09-30'],
    ['Thursday, October 31, 2024', '2024-10-31'],
    ['2024-10-31 00:00:00 UTC', '2024-10-31'],
    ['2024-10-31 23:30:00 UTC', '2024-10-31'],
    ['="10/31/2024"', '2024-10-31'],
  ])('%s is %s', async (date, day) => expect(await daysOf(date)).toEqual([day]));

  it.each([
    '13/32/2024',
    '2/30/2024',
    '31/31/2024',
    '31-Foo-24',
    '10/31/2024 25:00',
    '10/31/2024 13:00 PM',
    '20241301',
    '10/31/1999',
    '45596',
  ])('%s is none', async (date) =>
    expect(await readReports([reportOf(date)])).toMatchObject({
      counted: 0,
      quarantined: [{ reason: `The earning date "${date}" can't be read. Write it like 2024-12-31.` }],
    }),
  );
});

describe('a date with two orders', () => {
  it.each<[what: string, dates: string[], days: string[]]>([
    ['after a month first', ['10/31/2024', '11/05/2024'], ['2024-10-31', '2024-11-05']],
    ['before a month first', ['11/05/2024', '10/31/2024'], ['2024-11-05', '2024-10-31']],
    ['before a day first', ['11/05/2024', '31/10/2024'], ['2024-05-11', '2024-10-31']],
    ['with points', ['05.11.2024', '31.10.2024'], ['2024-11-05', '2024-10-31']],
    ['with years of two digits', ['11/05/24', '10/31/24'], ['2024-11-05', '2024-10-31']],
  ])('%s is read as the others are', async (_, dates, days) => {
    expect(await daysOf(...dates)).toEqual(days);
    expect(await readReports([reportOf(...dates)])).toMatchObject({ counted: dates.length, complete: true });
  });

  it.each<[what: string, dates: string[], unclear: string[]]>([
    ['alone', ['11/05/2024'], ['11/05/2024']],
    ['next to dates of both orders', ['10/31/2024', '11/05/2024', '31/10/2024'], ['11/05/2024']],
    ['with the year first or last', ['24-10-31'], ['24-10-31']],
    ['next to dates in words', ['11/05/2024', '31-Oct-24', '2024-10-31'], ['11/05/2024']],
  ])('%s is set aside, and the others count', async (_, dates, unclear) =>
    expect(await readReports([reportOf(...dates)])).toMatchObject({
      counted: dates.length - unclear.length,
      quarantined: unclear.map((date) => ({ reason: UNCLEAR(date) })),
    }),
  );

  it('is read by its own file only', async () => {
    const given = await readReports([reportOf('10/31/2024'), file('b.csv', small(smallRow({ id: 'b', date: '11/05/2024' })))]);
    expect(given).toMatchObject({ counted: 1, quarantined: [{ file: 'b.csv', reason: UNCLEAR('11/05/2024') }] });
  });

  it('is read in cells, too', async () => {
    const cells = [SMALL_HEADER, ...rowsOf(['11/05/2024', '10/31/2024'])];
    expect((await readReports([{ name: 'cells', cells }])).months.map(({ month }) => month)).toEqual(['2024-10', '2024-11']);
  });

  it('says which calculation is the latest', async () => {
    const given = await readReports([
      file(
        'a.csv',
        small(
          smallRow({ amount: '5', calculated: '12/01/2024 9:00 AM' }),
          smallRow({ amount: '7', calculated: '12/01/2024 1:00 PM' }),
          smallRow({ amount: '6', calculated: '11/30/2024' }),
        ),
      ),
    ]);
    expect(given).toMatchObject({ counted: 1, asOf: '2024-12-01', months: [{ micros: 7_000_000 }] });
  });
});
