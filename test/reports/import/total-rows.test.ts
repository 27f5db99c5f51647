import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { file, small, SMALL_HEADER, smallRow } from '../../support/report-files';

const NO_ROW = Object.fromEntries(['id', 'partner', 'program', 'type', 'date', 'calculated', 'amount', 'lever'].map((name) => [name, '']));
/** Two earnings and a row with only what is given. */
const rowsWith = (row: Parameters<typeof smallRow>[0]): string[][] => [smallRow(), smallRow({ id: 'e2' }), smallRow({ ...NO_ROW, ...row })];

describe.each<[string, (row: Parameters<typeof smallRow>[0]) => ReturnType<typeof readReports>]>([
  ['a file', (row) => readReports([file('a.csv', small(...rowsWith(row)))])],
  ['cells', (row) => readReports([{ name: 'cells', cells: [SMALL_HEADER, ...rowsWith(row)] }])],
])('in %s', (_, read) => {
  it.each<[string, Parameters<typeof smallRow>[0]]>([
    ['counts Partner IDs', { id: 'Total', partner: '2', amount: '200.00' }],
    ['counts programs, types and levers', { id: 'Total', program: '2', type: '2', lever: '1', amount: '$200.00' }],
    ['counts dates', { id: 'Total', date: '2', calculated: '2', amount: '200' }],
    [
      'counts all columns',
      { id: 'Grand Total', partner: '2', program: '2', type: '2', date: '2', calculated: '2', amount: '(1,200.50)', lever: '2' },
    ],
    ['has its label under the program', { program: 'Total', amount: '200.00' }],
    ['has its label under the lever', { lever: 'Subtotal:', partner: '2', amount: '200.00' }],
    ['is German', { id: 'Ergebnis', partner: '2', amount: '200,00' }],
    ['is Japanese', { id: '集計', partner: '2', amount: '200' }],
  ])('a total row that %s is no earning', async (_what, row) =>
    expect(await read(row)).toMatchObject({ rows: 2, counted: 2, ignored: 1, complete: true, months: [{ micros: 200_000_000 }] }),
  );

  it.each<[string, Parameters<typeof smallRow>[0], string]>([
    ['a customer', { id: 'Fabrikam', partner: '1234567', amount: '200.00' }, 'The program is blank.'],
    ['an earning ID', { id: 'e3', partner: '1234567', amount: '200.00' }, 'The program is blank.'],
    ['the word for a Partner ID and a date', { partner: 'Total', calculated: '2024-12-16', amount: '200.00' }, 'The program is blank.'],
    ['no label', { partner: '2', amount: '200.00' }, 'The program is blank.'],
    ['the word and a name', { id: 'Total', partner: '2', lever: 'Core', amount: '200.00' }, 'The program is blank.'],
  ])('a row with %s is set aside', async (_what, row, reason) =>
    expect(await read({ date: row!.id === 'Total' ? '' : '2024-11-30', ...row })).toMatchObject({
      counted: 2,
      quarantined: [{ line: 4, reason }],
    }),
  );

  it('an earning whose lever is called Total counts', async () =>
    expect(
      await read(
        Object.fromEntries(
          Object.entries({
            id: 'e3',
            partner: '1234567',
            program: 'Microsoft Commerce Incentives',
            type: 'Coop',
            date: '2024-10-31',
            amount: '1',
            lever: 'Total',
          }),
        ),
      ),
    ).toMatchObject({ counted: 3 }));
});
