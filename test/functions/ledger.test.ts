import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { ledger } from '../../src/functions/ledger';
import { LEDGER_HEADER } from '../cases/reports';
import { earning, report, SAMPLE, withColumns, type Range } from '../cases/sample-report';
import { playHost, show } from '../support/custom-functions';

const MCI = 'Microsoft Commerce Incentives';
const asked = (range: unknown, ...rest: unknown[]) => show(ledger, range, ...rest) as unknown[][];
const tail = (range: Range, ...rest: unknown[]) =>
  asked(range, ...rest)
    .slice(1)
    .map((row) => [row[0], row[1], row[2], ...row.slice(-3)]);

describe('LEDGER of the sample', () => {
  playHost('1.5');
  it('is a header for a report without rows', () => expect(asked([[...SAMPLE[0]!], SAMPLE[0]!.map(() => '')])).toEqual([LEDGER_HEADER]));
});

describe('LEDGER', () => {
  it('orders IDs by number, programs A to Z, the oldest half first, and shows IDs as printed', () => {
    const rows = report(
      earning({ id: '99999' }),
      earning({ id: '0100001' }),
      earning({ id: 'zz' }),
      earning({ id: 5, program: 'MCI' }),
      earning({ id: 'MPN 5', program: 'Aardvark' }),
      earning({ id: '5', program: 'MCI', date: '2023-12-31' }),
    );
    expect(
      asked(rows)
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ['5', 'Aardvark', 'FY24 H2'],
      ['5', MCI, 'FY24 H1'],
      ['5', MCI, 'FY24 H2'],
      ['99999', MCI, 'FY24 H2'],
      ['0100001', MCI, 'FY24 H2'],
      ['zz', MCI, 'FY24 H2'],
    ]);
  });

  it('a half before the first whose deadlines are known has its amounts and no days, and harms no other', () => {
    const rows = report(
      earning({ amount: 100 }),
      earning({ amount: 20, date: '2017-12-31' }),
      earning({ amount: 3, date: '2000-01-01' }),
      earning({ amount: 4, date: '2018-01-01' }),
    );
    expect(
      asked(rows)
        .slice(1)
        .map((row) => [row[2], row[4], ...row.slice(8)]),
    ).toEqual([
      ['FY00 H2', 3, '', '', '', 1, 0, 0],
      ['FY18 H1', 20, '', '', '', 1, 0, 0],
      ['FY18 H2', 4, '2018-07-01', '2018-12-31', '2019-02-15', 1, 0, 0],
      ['FY24 H2', 100, '2024-07-01', '2024-12-31', '2025-02-15', 1, 0, 0],
    ]);
    expect(show(accrued, rows, 'FY18 H1')).toBe(20);
  });

  it('counts rows it can’t read next to those it can, and those without a place at the end', () => {
    const error = { type: 'Error', basicValue: '#REF!' };
    const rows = report(
      earning(),
      earning({ amount: 'ten' }),
      earning({ type: error }),
      earning({ date: 'soon' }),
      earning({ id: '' }),
      earning({ program: error }),
      earning({ id: '2', amount: error }),
      earning({ type: 'Claim', amount: 'x' }),
      ['', '', '', '', 1],
    );
    expect(tail(rows)).toEqual([
      ['2', MCI, 'FY24 H2', 0, 0, 1],
      ['1234567', MCI, 'FY24 H2', 1, 0, 2],
      ['unreadable', '', '', '', '', 3],
    ]);
    expect(asked(rows).at(-1)).toEqual(['unreadable', ...Array<string>(12).fill(''), 3]);
    expect(tail(rows, 'FY20 H1')).toEqual([['unreadable', '', '', '', '', 1]]);
  });

  it('counts a disputed earning as skipped, and a replaced one as a repeat', () => {
    const header = [...report()[0]!, 'earningId', 'calculationDate'];
    const rows = [
      header,
      [...earning({ amount: 1 }), 'a', '2024-05-01'],
      [...earning({ amount: 2 }), 'a', '2024-06-01'],
      [...earning({ amount: 4 }), 'b', ''],
      [...earning({ amount: 8 }), 'b', ''],
    ];
    expect(tail(rows)).toEqual([['1234567', MCI, 'FY24 H2', 1, 1, 2]]);
    expect(asked(rows)[1]![4]).toBe(2);
  });

  it('skips rows in another currency where there are no US dollars', () => {
    const columns = ['participantId', 'programName', 'earningType', 'earningDate', 'earningId', 'earningAmount', 'transactionCurrency'];
    expect(tail(withColumns(columns), 'FY25 H1', '7654321')).toEqual([['7654321', MCI, 'FY25 H1', 0, 0, 4]]);
  });

  it('hides no row: what is counted, dropped and skipped are all rows but claims', () => {
    const row = fc.tuple(
      fc.constantFrom('1', 2, ''),
      fc.constantFrom('MCI', 'Other', null),
      fc.constantFrom('Coop', 'Rebate', 'Claim', ''),
      fc.constantFrom('2024-01-01', '2023-01-01', 'x'),
      fc.constantFrom(1, 2, 'x'),
      fc.constantFrom('a', 'b', ''),
      fc.constantFrom('2024-02-01', '2024-03-01', ''),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const shown = asked([[...report()[0]!, 'earningId', 'calculationDate'], ...rows]).slice(1);
        const total = shown.flatMap((cells) => cells.slice(-3)).reduce((sum: number, count) => sum + Number(count), 0);
        const isEmpty = ([id, program, type]: readonly unknown[], date: unknown) => !id && !program && !type && date === 'x';
        expect(total).toBe(rows.filter((entry) => entry[2] !== 'Claim' && !isEmpty(entry, entry[3])).length);
      }),
    );
  });
});
