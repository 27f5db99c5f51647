import { describe, expect, it } from 'vitest';
import { serialOf } from '../../../src/domain/calendar/day';
import { labelOf } from '../../../src/domain/calendar/half';
import { fundsOf } from '../../../src/reports/funds';
import { readReports } from '../../../src/reports/import/read-reports';
import { rulesOn } from '../../../src/rulebook/rules-on';
import '../../support/custom-functions';
import { file, small, SMALL_HEADER, smallRow } from '../../support/report-files';

const DAYS = ['2018-01-01', '2020-02-29', '2079-06-04', '2079-06-05', '2079-12-31', '2080-01-01', '2098-06-30', '2099-12-31'] as const;
const labelled = (read: Awaited<ReturnType<typeof readReports>>, today: `${number}-${number}-${number}` = '2025-01-31') =>
  fundsOf(read, (day) => rulesOn(day), today).map(({ half, coop, claimDeadline }) => [labelOf(half), coop, claimDeadline]);

describe('a date far away', () => {
  it.each(DAYS)('%s is read as that day, from a file and from cells, and harms no other row', async (date) => {
    const rows = [smallRow(), smallRow({ id: 'far', date, amount: '7.00' })];
    const fromFile = await readReports([file('a.csv', small(...rows))]);
    const cells = [
      SMALL_HEADER,
      smallRow(),
      smallRow({ id: 'far', amount: '7.00' }).map((cell, index) => (index === 4 ? serialOf(date) : cell)),
    ];
    const withAnother = await readReports([file('a.csv', small(...rows)), file('b.csv', small(smallRow({ id: 'e9' })))]);
    for (const read of [fromFile, await readReports([{ name: 'cells', cells }]), withAnother]) {
      expect(read).toMatchObject({ complete: true });
      expect(read.months.find(({ month }) => month === date.slice(0, 7))).toMatchObject({ micros: 7_000_000, counted: 1 });
      expect(labelled(read)).toHaveLength(2);
      expect(JSON.stringify(labelled(read))).not.toContain('NaN');
    }
  });
  it('of one earning with another reading is compared as that day', async () => {
    const again = await readReports([
      file('a.csv', small(smallRow({ date: '2079-06-05' }), smallRow({ date: '2079-06-05' }), smallRow({ date: '1900-01-01' }))),
    ]);
    expect(again).toMatchObject({ counted: 1, repeats: { rows: 1 }, quarantined: [{ line: 4 }] });
  });
  it.each(['2000-01-01', '2010-06-30', '2017-12-31'])(
    '%s, before all deadlines that are known, costs its own row, said with its line',
    async (date) => {
      const read = await readReports([file('a.csv', small(smallRow(), smallRow({ id: 'old', date })))]);
      expect(read).toMatchObject({
        counted: 1,
        unplaced: 1,
        quarantined: [
          { line: 3, reason: `The earning date "${date}" is before Jan 1, 2018, and no claim deadlines are known for that time.` },
        ],
      });
      expect(labelled(read)).toEqual([['FY25 H1', 10_000, '2025-08-15']]);
    },
  );
  it.each(['1999-12-31', '2100-01-01', '9999-12-31', '0001-01-01'])('%s cannot be read, and costs its own row', async (date) =>
    expect(await readReports([file('a.csv', small(smallRow(), smallRow({ id: 'far', date })))])).toMatchObject({
      counted: 1,
      quarantined: [{ line: 3 }],
    }),
  );
  it.each(['2000-01-01', '2079-06-05', '2100-02-28', '9999-12-31'] as const)(
    'as of %s gives the same funds, with another status',
    async (today) => {
      const read = await readReports([file('a.csv', small(smallRow(), smallRow({ id: 'far', date: '2099-12-31' })))]);
      expect(labelled(read, today)).toEqual(labelled(read));
      expect(JSON.stringify(fundsOf(read, (day) => rulesOn(day), today))).not.toMatch(/NaN|undefined/);
    },
  );
});
