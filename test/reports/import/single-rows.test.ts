import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import type { ReportSource } from '../../../src/reports/import/report-source';
import { readSingleRows } from '../../../src/reports/import/single-rows';
import type { EarningRow } from '../../../src/domain/earnings/earning';

const SAMPLE = readFileSync(new URL('../../../assets/sample-earnings.csv', import.meta.url), 'utf8');
const text = (name: string, written: string): ReportSource => ({ name, text: written });

async function rowsOf(...sources: ReportSource[]): Promise<EarningRow[]> {
  const all: EarningRow[] = [];
  await readSingleRows(sources, (rows) => all.push(...rows));
  return all;
}

describe('the single rows of reports', () => {
  it('the sample: 20 rows, the repeat with them, each with its place; F8: a payment ID keeps its zeros', async () => {
    const rows = await rowsOf(text('sample.csv', SAMPLE));
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual({
      earningId: '00000000-0000-4000-8000-000000000001',
      partnerId: '1234567',
      program: 'Microsoft Commerce Incentives',
      engagement: 'M365 new commerce CSP',
      lever: 'Core - Modern Work & Security billed revenue',
      earningType: 'Rebate',
      reasonCode: '',
      earned: '2024-10-31',
      amount: 5_400_000_000,
      calculated: '2024-11-16T02:10:11.000Z',
      transactionId: 'T-1001',
      customer: 'Fabrikam Inc',
      paymentId: '006815016255',
      paymentStatus: 'Sent',
      file: 'sample.csv',
      line: 2,
    });
    const coop = rows.filter(({ earningType }) => earningType === 'Coop');
    // co-op is not paid before it is claimed
    expect(coop.filter(({ paymentId, paymentStatus }) => paymentId !== '' || !['Upcoming', 'Unprocessed'].includes(paymentStatus))).toEqual(
      [],
    );
    expect(new Set(rows.map(({ earningId }) => earningId)).size).toBe(19);
  });

  it('a file that is there twice gives its rows once', async () => {
    const rows = await rowsOf(text('a.csv', SAMPLE), text('b.csv', SAMPLE));
    expect(rows.map(({ file }) => file)).toEqual(new Array(20).fill('a.csv'));
  });

  it('rows without earning IDs that another file has too stay out, and the import counts as many', async () => {
    const header = 'earningId,participantId,programName,earningType,earningDate,earningAmountUSD';
    const summarized = (...lines: string[]): string => [header, ...lines].join('\n').replace('earningId,', '').replaceAll('\nNULL,', '\n');
    const sources = [
      text(
        'default.csv',
        `${header}\ne1,1234567,MCI,Coop,2024-10-31,60\nNULL,1234567,MCI,Coop,2024-10-31,-10\nNULL,1234567,MCI,Coop,2024-11-30,7`,
      ),
      text(
        'summarized.csv',
        summarized('NULL,01234567,Microsoft Commerce Incentives,Co-op,2024-10-31,50', 'NULL,1234567,MCI,Coop,2024-12-31,5'),
      ),
      text('other.csv', summarized('NULL,1234567,MCI,Coop,2024-12-31,6')),
    ];
    const rows = await rowsOf(...sources);
    expect(rows.map(({ file, amount }) => [file, amount])).toEqual([
      ['default.csv', 60_000_000],
      ['default.csv', -10_000_000],
      ['default.csv', 7_000_000],
    ]);
    const found = await readReports(sources);
    expect(found.overlapping).toMatchObject([
      { file: 'summarized.csv', month: '2024-10', rows: 1 },
      { file: 'summarized.csv', month: '2024-12', rows: 1 },
      { file: 'other.csv', month: '2024-12', rows: 1 },
    ]);
    expect(found.rows - found.overlapping.reduce((all, { rows: over }) => all + over, 0)).toBe(rows.length);
  });

  it('what can’t be read stays as it is written, and another currency is no US dollars', async () => {
    const [bad, foreign] = await rowsOf(
      text(
        'a.csv',
        'participantId,programName,earningType,earningDate,earningAmount,transactionCurrency\n"=""0012""",P,Coop,soon,x,USD\n7,P,Coop,2024-10-31,5.00,EUR\n\nTotal,,,,5,\n',
      ),
    );
    expect(bad).toMatchObject({ partnerId: '0012', earned: 'soon', amount: 'x' });
    expect(foreign).toMatchObject({ partnerId: '7', earned: '2024-10-31', amount: '5.00 EUR' });
  });

  it("US dollars at the report's own rate where it has no column of them", async () => {
    const header =
      'participantId,programName,earningType,earningDate,earningAmount,earningExchangeRate,transactionCurrency,transactionAmount,transactionAmountUSD';
    const rows = '7,P,Coop,2024-10-31,5.00,1.3,EUR,100,130\n7,P,Coop,2024-10-31,5.00,,EUR,,\n';
    const [rated, unrated] = await rowsOf(text('a.csv', `${header}\n${rows}`));
    expect([rated!.amount, unrated!.amount]).toEqual([6_500_000, '5.00 EUR']);
    const [unproven] = await rowsOf(text('a.csv', `${header}\n${rows.replace(',100,130', ',,')}`));
    expect(unproven!.amount).toBe('5.00 EUR');
  });

  it('as many rows as an import counts, drops and sets aside, whatever the file holds', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '"', 'Coop', 'Claim', '2024-10-31', '5.00', 'USD', 'Total', '=1+1', 'a"b', '"a\nb"'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 12 }), async (rows) => {
        const source = text(
          'a.csv',
          ['earningId,participantId,programName,earningType,earningDate,earningAmountUSD', ...rows.map((row) => row.join(','))].join('\n'),
        );
        const [found, single] = [await readReports([source]), await rowsOf(source)];
        expect(single).toHaveLength(found.rows);
      }),
    );
  });

  it('more rows than a workbook bears are refused in a sentence', async () => {
    const many = [
      'participantId,programName,earningType,earningDate,earningAmountUSD',
      ...Array.from({ length: 100_002 }, (_, n) => `${n},P,Coop,2024-10-31,1.00`),
    ].join('\n');
    await expect(rowsOf(text('a.csv', many))).rejects.toThrow('50,000');
  });
});
