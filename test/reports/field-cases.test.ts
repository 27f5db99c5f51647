import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../support/custom-functions';
import { fundsOf } from '../../src/reports/funds';
import type { EarningsImport } from '../../src/reports/import/earnings-import';
import { readReports } from '../../src/reports/import/read-reports';
import { rulesOn } from '../../src/rulebook/rules-on';
import { file } from '../support/report-files';

// Files as other programs, databases and people in the field make them, with made-up names and amounts.

const read = (...names: string[]): Promise<EarningsImport> =>
  readReports(names.map((name) => file(name, new Uint8Array(readFileSync(new URL(`./field-cases/${name}`, import.meta.url))))));
/** Partner ID and co-op of each fund, in dollars. */
const coopIn = (given: EarningsImport): [string, number][] =>
  fundsOf(given, (day) => rulesOn(day), '2025-03-01').map(({ partnerId, coop }) => [partnerId, coop / 100]);

describe('a file from the field', () => {
  it.each<[what: string, files: string[], coop: number, repeats: number]>([
    ['points for thousands, with tabs', ['dot-thousands-tabs.tsv'], 10_234.5, 0],
    ['the word NULL for no earning ID', ['null-ids.csv'], 10_500, 0],
    ['forty rows of parts of a cent', ['parts-of-a-cent.csv'], 0.18, 0],
    ['GUIDs in capitals', ['guid-lower.csv', 'guid-upper.csv'], 8500, 2],
    ['Partner IDs with .0', ['partner-id-as-downloaded.csv', 'partner-id-dot-zero.csv'], 11_000, 1],
    ["Excel's accounting format", ['accounting-format.csv'], 9980, 0],
    ['the minus behind the number', ['minus-behind.csv'], 9980, 0],
    ['dates with the month first', ['us-dates.csv'], 11_010, 0],
    ['spaces before quotation marks', ['space-before-quotes.csv'], 11_000, 0],
    ['each line in quotation marks', ['each-line-quoted.csv'], 10_020, 0],
    ['gzip', ['earnings.csv.gz'], 10_020, 0],
    ['a total row that counts Partner IDs', ['total-row-counts-ids.csv'], 10_020, 0],
    ['the Default and the Summarized download of a report', ['default.csv', 'summarized.csv'], 6000, 2],
    ['them the other way around', ['summarized.csv', 'default.csv'], 6000, 2],
    ['a rate in yen per dollar, as its transaction shows', ['rate-per-dollar-jpy.csv'], 267.56, 0],
    ['a first line sep= in UTF-16', ['sep-line-utf16.csv'], 10_020, 0],
    ['CR CR LF for line breaks', ['cr-cr-lf.csv'], 10_020, 0],
    ['Ctrl-Z and zeros behind the end', ['nul-and-ctrl-z-at-end.csv'], 10_020, 0],
    ['a true minus', ['true-minus.csv'], 9980, 0],
    ['spaces for thousands', ['space-thousands.csv'], 8737.7, 0],
    ['one decimal and semicolons', ['one-decimal.csv'], 5.92, 0],
    ['three earnings of one day and amount', ['same-day-same-amount.csv'], 30, 0],
    ['a stray quotation mark, and a name over two lines', ['stray-quote.csv'], 11_007, 0],
    ['an ID wrapped for Excel', ['id-wrapped-for-excel.csv'], 6000, 2],
  ])('%s: every row is read', async (_, names, coop, repeats) => {
    const given = await read(...names);
    expect(coopIn(given)).toEqual([['1234567', coop]]);
    expect(given).toMatchObject({ complete: true, flagged: [], repeats: { rows: repeats } });
  });

  it('one earning ID of two Partner IDs is two earnings', async () =>
    expect(coopIn(await read('one-id-two-partners.csv'))).toEqual([
      ['1234567', 10_500],
      ['7654321', 700],
    ]));

  it('a comma that means two things sets its row aside', async () =>
    expect(await read('hungarian-thousands.csv')).toMatchObject({
      counted: 1,
      quarantined: [
        {
          line: 2,
          reason:
            'The amount "173,900" can\'t be read. Its comma could be a decimal or a thousands separator. Write a plain number such as 1234.50.',
        },
      ],
    }));

  it.each([
    ['header-twice-in-row.csv', /more than one column for the US dollar amount \(earningAmountUSD\), .*\(column 6\) and .*\(column 10\)/],
    [
      'reexport-headers.csv',
      /has no column for the Partner ID \(participantId\) and US dollar amount \(earningAmountUSD\); download Partner Center/,
    ],
  ])('%s is refused with what it lacks or has twice', (name, why) => expect(read(name)).rejects.toThrow(why));
});
