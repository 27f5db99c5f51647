import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { serialOf } from '../../../src/domain/calendar/day';
import { fundKey } from '../../../src/domain/funds/fund';
import type { FundView } from '../../../src/planner/funds/funds-view';
import { coopByPaymentStatus } from '../../../src/planner/funds/payment-status';
import { fundNamed } from '../../../src/rulebook/name-keys';
import type { CellContent } from '../../../src/records/table';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';

const MCI = 'Microsoft Commerce Incentives';
const HEADER = ['Earning ID', 'Partner ID', 'Program', 'Earning type', 'Earning date', 'Amount USD', 'Calculation date', 'Payment status'];
const october = serialOf('2024-10-31');
const row = (id: string, amount: CellContent, status: string, over: Record<string, CellContent> = {}): CellContent[] =>
  Object.values({
    ...{ id, partner: '1234567', program: MCI, type: 'Coop', date: october, amount, calculated: '2024-11-16T02:00:00Z', status },
    ...over,
  });
const fund = (partnerId: string, coop: number) => ({ ...fundNamed(partnerId, MCI, { fiscalYear: 2025, half: 1 }), coop }) as FundView;
const sumsOf = (rows: CellContent[][], funds: FundView[]) => {
  const byFund = coopByPaymentStatus({ header: HEADER, values: rows, formulas: rows }, funds);
  return funds.map((each) => byFund.get(fundKey(each)));
};

describe('the co-op rows by payment status', () => {
  beforeAll(() => provideContext(PLAIN_WORKBOOK));

  it('are added up for each fund, in any spelling of its Partner ID, without rebates and other halves', () => {
    const rows = [
      row('e1', 100.5, 'Upcoming'),
      row('e2', 20, 'Upcoming', { partner: 'MPN 01234567' }),
      row('e3', 700, 'Sent'),
      row('e4', 5, ''),
      row('e5', 900, 'Sent', { type: 'Rebate' }),
      row('e6', 900, 'Sent', { date: serialOf('2025-01-31') }),
      row('e7', 'lots', 'Sent'),
      row('e8', 30, 'Sent', { partner: '7654321' }),
    ];
    expect(sumsOf(rows, [fund('1234567', 82_550), fund('7654321', 3_000)])).toEqual([
      [
        { status: 'Sent', cents: 70_000, rows: 1 },
        { status: 'Upcoming', cents: 12_050, rows: 2 },
        { status: '', cents: 500, rows: 1 },
      ],
      [{ status: 'Sent', cents: 3_000, rows: 1 }],
    ]);
  });

  it('an earning in several rows counts once, with its latest calculation; rows without an ID all count', () => {
    const rows = [
      row('e1', 10, 'Upcoming'),
      row('e1', 10, 'Sent', { calculated: '2024-12-16T02:00:00Z' }),
      row('e1', 10, 'Unprocessed', { calculated: '2024-10-16T02:00:00Z' }),
      row('', 1, 'Sent'),
      row('', 1, 'Sent'),
    ];
    expect(sumsOf(rows, [fund('1234567', 1_200)])).toEqual([[{ status: 'Sent', cents: 1_200, rows: 3 }]]);
  });

  it('what no row shows of a fund is a line of its own', () => {
    expect(sumsOf([row('e1', 10, 'Sent')], [fund('1234567', 1_500), fund('99', 700), fund('98', 0)])).toEqual([
      [
        { status: 'Sent', cents: 1_000, rows: 1 },
        { status: null, cents: 500, rows: 0 },
      ],
      [{ status: null, cents: 700, rows: 0 }],
      [],
    ]);
  });

  it('a table without its columns shows no rows', () => {
    const byFund = coopByPaymentStatus({ header: ['Partner ID'], values: [['1234567']], formulas: [['1234567']] }, [fund('1234567', 5)]);
    expect([...byFund.values()]).toEqual([[{ status: null, cents: 5, rows: 0 }]]);
  });
});
