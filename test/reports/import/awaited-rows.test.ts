import { describe, expect, it } from 'vitest';
import type { AwaitedRow } from '../../../src/domain/earnings/uncounted-row';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file, SMALL_HEADER, smallRow } from '../../support/report-files';

type Row = Parameters<typeof smallRow>[0];
const read = (rows: Row[], awaited: readonly AwaitedRow[] = [], header = SMALL_HEADER) =>
  readReports([file('b.csv', csv([header, ...rows.map((row) => smallRow(row))]))], { awaited });
const settledBy = async (was: Row[], now: Row[]) => {
  const { quarantined } = await read(was);
  return (await read(now, quarantined)).settled.map(({ row, by }) => [row.earningId, by]);
};
const NO_DATE = { id: 'e7', date: 'soon', amount: '160.96' };

describe('a row that could not be counted', () => {
  it('is kept with what can be read of it', async () => {
    const { quarantined } = await read([{ id: 'e1' }, NO_DATE, { id: 'e8', partner: '', amount: 'lots' }]);
    expect(quarantined).toEqual([
      {
        file: 'b.csv',
        line: 3,
        partnerId: '1234567',
        program: 'Microsoft Commerce Incentives',
        half: '',
        earningType: 'Coop',
        micros: 160_960_000,
        earningId: 'e7',
        row: 'e7 | 1234567 | Microsoft Commerce Incentives | Coop | soon | 2024-11-16T02:10:11.000Z | 160.96 | Azure consumption CSP motion',
        reason: 'The earning date "soon" can\'t be read. Write it like 2024-12-31.',
      },
      expect.objectContaining({ line: 4, partnerId: '', half: 'FY25 H1', micros: null, earningId: 'e8' }),
    ]);
  });

  it('whose dollars are unknown has no amount', async () => {
    const text =
      'earningId,participantId,programName,earningType,earningDate,earningAmount,transactionCurrency\ne1,1234567,MCI,Coop,2024-10-31,100,GBP';
    expect((await readReports([file('x', text)])).quarantined).toMatchObject([{ micros: null, half: 'FY25 H1' }]);
  });

  it('that contradicts another has the earning ID of both', async () => {
    const both = [{ calculated: '' }, { calculated: '', amount: '90.00' }];
    expect((await read(both)).quarantined.map(({ earningId, micros }) => [earningId, micros])).toEqual([
      ['e1', 100_000_000],
      ['e1', 90_000_000],
    ]);
    expect(await settledBy(both, [{}])).toEqual([
      ['e1', 'b.csv, line 2'],
      ['e1', 'b.csv, line 2'],
    ]);
  });

  it.each<[string, Row[], Row[], string[][]]>([
    [
      'found by its earning ID, whatever else changed',
      [NO_DATE],
      [{}, { ...NO_DATE, date: '2024-10-05', lever: 'Other' }],
      [['e7', 'b.csv, line 3']],
    ],
    ['not the rebate of the same earning ID', [NO_DATE], [{ ...NO_DATE, date: '2024-10-05', type: 'Rebate' }], []],
    ['not another earning ID', [NO_DATE], [{ ...NO_DATE, date: '2024-10-05', id: 'e70' }], []],
    ['not found where it still cannot be read', [NO_DATE], [NO_DATE], []],
    [
      'without an earning ID by all its other cells',
      [{ ...NO_DATE, id: '' }],
      [{ ...NO_DATE, id: '', date: '2024-10-05' }],
      [['', 'b.csv, line 2']],
    ],
    [
      'with an ID that a spreadsheet rounded, by all its other cells',
      [{ id: '1.23E+15' }],
      [{ id: '1230000000000001' }],
      [['', 'b.csv, line 2']],
    ],
    ['whose cell was blank', [{ ...NO_DATE, id: '', date: '' }], [{ ...NO_DATE, id: '', date: '2024-10-05' }], [['', 'b.csv, line 2']]],
    ['not where two cells differ', [{ ...NO_DATE, id: '' }], [{ id: '', date: '2024-10-05', amount: '1.00' }], []],
    [
      'not where two rows might be it',
      [{ ...NO_DATE, id: '' }],
      [
        { ...NO_DATE, id: '', date: '2024-10-05' },
        { ...NO_DATE, id: '', date: '2024-11-05' },
      ],
      [],
    ],
  ])('%s', async (_, was, now, expected) => expect(await settledBy(was, now)).toEqual(expected));
});
