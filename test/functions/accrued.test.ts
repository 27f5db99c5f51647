import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { accrued } from '../../src/functions/accrued';
import {
  earning,
  NEEDED,
  NEEDED_AND_REASON,
  opened,
  report,
  reversed,
  SAMPLE,
  withBlanksAs,
  withColumns,
  withHeader,
  withSerials,
  type Range,
} from '../cases/sample-report';
import { complaint, PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';

const MCI = 'Microsoft Commerce Incentives';
const asked = (range: unknown, ...rest: unknown[]) => show(accrued, range, ...rest);
const H2 = 'FY24 H2';

const SHAPES: [string, () => Range][] = [
  ['all texts, as in the file', () => SAMPLE.map((row) => [...row])],
  ['as Excel opens the file', opened],
  ['dates as serials', withSerials],
  ['blank cells as 0', () => withBlanksAs(0)],
  ['blank cells as null', () => withBlanksAs(null)],
  ['columns in reverse', reversed],
  ['only the columns needed', () => withColumns(NEEDED_AND_REASON)],
  ['a byte order mark before the header', () => withHeader((name) => (name === 'earningId' ? '\uFEFFearningId' : name))],
  ['the byte order mark misread', () => withHeader((name) => (name === 'earningId' ? 'ï»¿earningId' : name))],
  ['headers in words', () => withHeader((name) => ` ${name.replace(/([a-z])([A-Z])/g, '$1 $2').replace('USD', '(USD)')} `)],
  ['headers in capitals with underscores', () => withHeader((name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase())],
  ['an empty row above the header', () => [['', null, 0], ...opened()]],
  ['blank and total rows', () => [...opened(), SAMPLE[0]!.map(() => ''), ['Total', ...SAMPLE[0]!.slice(1).map(() => 0)]]],
  ['rows in reverse', () => [opened()[0]!, ...opened().slice(1).reverse()]],
];

describe.each(SHAPES)('the sample report, %s', (_, shape) => {
  it.each([
    ['F1', ['FY25 H1', '1234567'], 10020, 'October 3,600.00, November 3,650.00 with an adjustment of -30.00, December 2,770.00'],
    ['F3', ['FY25 H1', '1234567', 'rebate'], 15675, '600.00 of it from the lever that is all rebate'],
    ['F4', ['FY25 H1', '7654321'], 9999.99, 'the earning that appears twice counts once; a plain sum is 12,199.98'],
    ['F5', ['FY25 H2', '7654321'], 650, 'midnight UTC of January 1 is not December in New York'],
    ['F6', ['FY25 H1', '7654321', 'rebate'], 11700, 'US dollars, not the 9,000 pounds'],
    ['F7', ['FY25 H1', '1234567', 'co-op', 'CSP Direct Bill Partner'], 0, 'a rollover is no co-op'],
    ['F7', ['FY25 H1', '1234567', 'rebate', 'CSP Direct Bill Partner'], 0, 'nor a rebate'],
    ['F7', ['FY25 H1', '1234567', 'rollover', 'CSP Direct Bill Partner'], 1250, 'it is listed by itself'],
    ['all', ['FY25 H1', '1234567', 'all'], 25695, 'rebate and co-op'],
    ['all IDs', ['FY25 H1', 'all'], 20019.99, 'for reporting only'],
  ])('%s: %j is %d (%s)', (_case, args, total) => expect(asked(shape(), ...args)).toBe(total));
});

describe('the worked example of the guide', () => {
  const months = ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31', '2024-06-30'];
  const rows = months.flatMap((date) =>
    Array.from({ length: 9 }, () => [earning({ date, amount: 600 }), earning({ date, amount: 900, type: 'Rebate' })]).flat(),
  );
  it('T35: nine levers of $600 in six months are 32,400.00, not the 32,500 of its text', () => {
    expect(asked(report(...rows), H2)).toBe(32400);
    expect(asked(report(...rows), H2, null, 'rebate')).toBe(48600);
  });
});

describe('rows that can’t be read', () => {
  const error = { type: 'Error', basicValue: '#N/A' };
  it('names a row whose amount is an error as office.js throws it', () => {
    const amount = new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
    expect(complaint(accrued, report(earning(), earning({ amount }), earning()), H2, 'all')).toMatch(/Row 3.*#DIV\/0!/);
  });

  it('a reason that is an error matters for rebates only', () => {
    const rows = [
      ['Partner ID', 'Program', 'Earning type', 'Month', 'Amount USD', 'Reason Code'],
      [...earning({ type: 'Rebate' }), error],
      [...earning(), error],
    ];
    expect(asked(rows, H2)).toBe(100);
    expect(asked(rows, H2, null, 'all')).toBe(200);
    expect(asked(rows, H2, null, 'rebate')).toBe('#VALUE!');
    expect(asked(rows, H2, null, 'rollover')).toBe('#VALUE!');
  });
  it('a reason may be a rich value', () => {
    const rows = [
      [...report()[0]!, 'Reason Code'],
      [...earning({ type: 'Rebate' }), { type: 'String', basicValue: 'Co-op rollover' }],
    ];
    expect(asked(rows, H2, null, 'rollover')).toBe(100);
  });
  it('a currency that is an error is named, before another currency', () => {
    const rows = [
      [...report()[0]!.slice(0, 4), 'earningAmount', 'transactionCurrency'],
      [...earning(), 'USD'],
      [...earning(), error],
      [...earning(), 'EUR'],
    ];
    expect(complaint(accrued, rows, H2)).toMatch(/^#VALUE! Row 3.*currency #N\/A/);
  });
  it('a blank amount is 0, as Excel may send it so', () =>
    expect(['', null, 0].map((amount) => asked(report(earning(), earning({ amount })), H2))).toEqual([100, 100, 100]));
  it('a rich value is read by its basic value', () =>
    expect(asked(report(earning({ date: { type: 'Double', basicValue: serial('2024-03-10'), numberFormat: 'yyyy-mm-dd' } })), H2)).toBe(
      100,
    ));
});

describe('columns', () => {
  it.each<[string, Range, RegExp]>([
    ['no date', withColumns(NEEDED.filter((name) => name !== 'earningDate')), /earning date \(earningDate\)/],
    [
      'no ID: earningParticipantId is another one',
      withHeader((name) => (name === 'participantId' ? 'x' : name)),
      /Partner ID \(participantId\)/,
    ],
    [
      'two IDs',
      withHeader((name) => (name === 'customerId' ? 'MPN ID' : name)),
      /more than one column for the Partner ID.*"participantId" \(column 2.*"MPN ID"/,
    ],
    [
      'an empty range',
      [
        ['', null],
        [0, ''],
      ],
      /empty/,
    ],
    ['rows without their header', opened().slice(1), /no column for the Partner ID/],
  ])('%s', (_, range, sentence) => expect(complaint(accrued, range, 'FY25 H1', 'all')).toMatch(sentence));

  it('without US dollars, rows in USD count, and others are refused', () => {
    const columns = ['participantId', 'programName', 'earningType', 'earningDate', 'earningId', 'earningAmount', 'transactionCurrency'];
    expect(asked(withColumns(columns), 'FY25 H1', '1234567')).toBe(10020);
    expect(asked(withColumns(columns), 'FY25 H1', '7654321')).toBe('#VALUE!');
    expect(complaint(accrued, withColumns(columns.slice(0, -1)), 'FY25 H1', '7654321')).toMatch(/US dollar amount/);
  });

  it('CoopEarnings is a report: a row is a month, and every row counts', () => {
    const coopEarnings = [
      ['Month', 'Partner ID', 'Program', 'Engagement', 'Lever', 'Earning type', 'Amount USD', 'Earnings'],
      [serial('2024-03-01'), '1', MCI, 'M365', 'Core', 'Coop', 10, 2],
      [serial('2024-03-01'), '1', MCI, 'M365', 'Core', 'Coop', 10, 2],
      ['2024-04', '1', MCI, 'M365', 'Core', 'Rebate', 15, 1],
    ];
    expect(asked(coopEarnings, H2)).toBe(20);
    expect(asked(coopEarnings, H2, '1', 'all')).toBe(35);
  });

  it('CoopEarnings tells its rollovers apart by their reason', () => {
    const coopEarnings = [
      ['Month', 'Partner ID', 'Program', 'Engagement', 'Lever', 'Earning type', 'Reason code', 'Amount USD', 'Earnings'],
      [serial('2024-03-01'), '1', MCI, '', '', 'Rebate', '', 15, 1],
      [serial('2024-03-01'), '1', MCI, '', '', 'Adjustment-Rebate', 'Co-op rollover', 10, 1],
    ];
    expect(asked(coopEarnings, H2, '1', 'rebate')).toBe(15);
    expect(asked(coopEarnings, H2, '1', 'rollover')).toBe(10);
  });

  it('serials of a 1904 workbook are shifted', () => {
    provideContext({ ...PLAIN_WORKBOOK, dateSystem: 1904 });
    expect(asked(report(earning({ date: serial('2024-03-10') - 1462 })), H2)).toBe(100);
    provideContext(PLAIN_WORKBOOK);
  });
});

describe('laws', () => {
  const cents = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const someEarning = fc.record({
    id: fc.constantFrom('1', 2, 'MPN 003'),
    type: fc.constantFrom('Coop', 'Rebate', 'Fee', 'Adjustment-Coop'),
    date: fc.constantFrom('2024-01-01', '2024-06-30T23:59:59Z', '2023-12-31', serial('2024-02-29')),
    amount: cents.map((amount) => amount / 100),
  });
  const withIds = fc.array(someEarning, { maxLength: 30 }).map((rows) => rows.map((row, index) => [...earning(row), `e${index}`]));
  const range = (rows: unknown[][]): Range => [[...report()[0]!, 'earning ID'], ...rows];
  const total = (rows: unknown[][], type = 'all') => asked(range(rows), H2, 'all', type) as number;

  it('the order of rows changes nothing', () =>
    fc.assert(
      fc.property(
        withIds.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => total(rows) === total(shuffled),
      ),
    ));
  it('repeats change nothing', () =>
    fc.assert(
      fc.property(
        withIds.chain((rows) => fc.tuple(fc.constant(rows), fc.subarray(rows))),
        ([rows, again]) => total([...rows, ...again]) === total(rows) && total([...again, ...rows]) === total(rows),
      ),
    ));
  it('totals are exact to the cent', () =>
    fc.assert(
      fc.property(
        fc.array(cents, { maxLength: 50 }),
        (amounts) =>
          Math.round((asked(report(...amounts.map((amount) => earning({ amount: amount / 100 }))), H2, 'all') as number) * 100) ===
          amounts.reduce((a, b) => a + b, 0),
      ),
    ));
  it('whatever the cells hold, there is a number or an error Excel knows', () => {
    const cell = fc.oneof(fc.anything(), fc.constantFrom(...report()[0]!, 'Coop', '2024-03-10', 45361, MCI, '1'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }),
          fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }).map((rows) => report(...rows)),
        ),
        fc.anything(),
        fc.anything(),
        (rows, half, id) => {
          const shown = show(accrued, rows, half, id);
          expect(typeof shown === 'number' ? Number.isFinite(shown) : /^#/.test(String(shown))).toBe(true);
          expect(() => show(accrued, rows, H2, 'all')).not.toThrow();
        },
      ),
    );
  });
});
