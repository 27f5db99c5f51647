import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { accrued } from '../../src/functions/accrued';
import {
  earning, NEEDED, NEEDED_AND_REASON, opened, report, reversed, SAMPLE, withBlanksAs, withColumns, withHeader, withSerials, type Range,
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

describe('Partner IDs', () => {
  const two = report(earning({ id: '0123' }), earning({ id: 456, amount: 5 }));
  it.each([['0123'], [123], ['MPN 123'], ['mpn0123'], [' 12 3 ']])('%j is 0123', (id) => expect(asked(two, H2, id)).toBe(100));
  it.each(['all', 'ALL'])('%s adds up', (id) => expect(asked(two, H2, id)).toBe(105));
  it('may be left out where there is only one, however it is spelled', () =>
    expect(asked(report(earning({ id: 'MPN 77' }), earning({ id: 77 }), earning({ id: '077' })), H2)).toBe(300));
  it('must be given where there are several', () => expect(complaint(accrued, two, H2)).toMatch(/^#VALUE!.*0123, 456.*"all"/));
  it('is #N/A when not in the report', () => expect(complaint(accrued, two, H2, '789')).toMatch(/^#N\/A Partner ID 789 .*0123, 456/));
  it('is 0 when in the report without a match', () => expect(asked(two, 'FY20 H1', '0123')).toBe(0));
  it('must be given for a report without earnings, which then is #N/A', () => {
    expect(asked(report(), H2)).toBe('#VALUE!');
    expect(asked(report(), H2, '1')).toBe('#N/A');
    expect(asked(report(), H2, 'all')).toBe(0);
  });
});

describe('programs', () => {
  const rows = report(
    earning(), earning({ program: 'microsoft commerce-incentives', amount: 10 }), earning({ program: 'CSP 1T Direct Partner', amount: 3 }),
    earning({ program: 'Zzyzx Rewards', amount: 7 }), earning({ program: 'zzyzx rewards ', amount: 0.5 }),
  );
  it.each<[string | null, number, string]>([
    [null, 110, 'left out'],
    ['MCI', 110, 'an alias'],
    ['CSP Direct Bill Partner', 3, 'the report holds an older name'],
    ['Zzyzx-Rewards', 7.5, 'only the report knows it'],
    ['CSP Indirect Provider', 0, 'known, without a row'],
  ])('%j is %d: %s', (program, total) => expect(asked(rows, H2, null, null, program)).toBe(total));
  it('is #N/A when neither we nor the report know it', () => expect(complaint(accrued, rows, H2, null, null, 'Xyz')).toMatch(/^#N\/A/));
});

describe('earning types', () => {
  const types = ['Coop', 'Co-op', 'adjustment coop', 'Adjustment-Coop', 'Rebate', 'Indirect Rebate', 'IndirectRebate', 'ADJUSTMENT-REBATE', 'Fee', 'Sell', 'Claim'];
  const rows = report(...types.map((type, at) => earning({ type, amount: 2 ** at })));
  it.each([
    ['co-op', 1 + 2 + 4 + 8],
    ['Coop', 1 + 2 + 4 + 8],
    ['rebate', 16 + 32 + 64 + 128],
    ['rollover', 0],
    ['all', 1023],
  ])('%s is %d', (type, total) => expect(asked(rows, H2, null, type)).toBe(total));
  it('refuses another', () => expect(complaint(accrued, rows, H2, null, 'fees')).toMatch(/^#VALUE!.*"rollover"/));
});

describe('repeats', () => {
  const header = ['earningId', 'participantId', 'programName', 'earningType', 'earningDate', 'earningAmountUSD', 'calculationDate'];
  const row = (id: unknown, amount: number, calculated: unknown = '', date = '2024-03-10', type = 'Coop') => [id, '1', MCI, type, date, amount, calculated];
  it.each<[string, unknown[][], unknown]>([
    ['same date and amount', [row('a', 5), row('a', 5)], 5],
    ['an ID as number and as text', [row(12, 5), row('12', 5)], 5],
    ['another type is another earning', [row('a', 5), row('a', 5, '', '2024-03-10', 'Adjustment-Coop')], 10],
    ['without an ID every row counts', [row('', 5), row(null, 5), row(0, 5)], 15],
    ['the latest calculation wins', [row('a', 5, '2024-04-02T00:00:00Z'), row('a', 6, '2024-04-01T00:00:00Z')], 5],
    ['a day and a serial compare', [row('a', 5, '2024-04-02'), row('a', 6, serial('2024-04-03'))], 6],
    ['offsets are heard', [row('a', 5, '2024-04-01T23:30:00-02:00'), row('a', 6, '2024-04-02T01:00:00Z')], 5],
    ['the latest may leave the half', [row('a', 5, '2024-04-01'), row('a', 6, '2024-05-01', '2023-12-31')], 0],
    ['a repeat of the latest settles', [row('a', 5), row('a', 6, '2024-04-01'), row('a', 5, '2024-05-01')], 5],
    ['a tie', [row('a', 5, '2024-04-01'), row('a', 6, '2024-04-01')], '#VALUE!'],
    ['one without a calculation date', [row('a', 5), row('a', 6, '2024-04-01')], '#VALUE!'],
    ['a calculation date that is an error', [row('a', 5, { type: 'Error', basicValue: '#N/A' }), row('a', 6, '2024-04-01')], '#VALUE!'],
    ['a tie that concerns other halves', [row('a', 5, '', '2023-03-01'), row('a', 6, '', '2023-03-01'), row('b', 7)], 7],
  ])('%s', (_, rows, total) => expect(asked([header, ...rows], H2)).toBe(total));
  it('names the row of a tie', () =>
    expect(complaint(accrued, [header, row('b', 1), row('a', 5), row('a', 6)], H2)).toMatch(/^#VALUE! Row 3 of the report .*earning a appears again/));
});

describe('rows that cannot be read', () => {
  const error = { type: 'Error', basicValue: '#N/A' };
  it.each<[string, unknown[], RegExp]>([
    ['an amount with separators', earning({ amount: '1,234.50' }), /^#VALUE! Row 3 of the report .*amount "1,234.50"/],
    ['an amount that is an error', earning({ amount: error }), /Row 3.*amount #N\/A/],
    ['a thrown error object', earning({ amount: new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero) }), /Row 3.*#DIV\/0!/],
    ['TRUE as amount', earning({ amount: true }), /Row 3.*amount/],
    ['a date that reads differently elsewhere', earning({ date: '12/31/2024' }), /Row 3.*date "12\/31\/2024".*2024-12-31/],
    ['a day that does not exist', earning({ date: '2024-02-30' }), /Row 3.*date/],
    ['a serial before 2000', earning({ date: 12 }), /Row 3.*date/],
    ['no program', earning({ program: '' }), /Row 3.*program is blank\. Correct the cell, or take the row out/],
    ['no date', earning({ date: '' }), /Row 3.*date is blank/],
    ['no program', earning({ program: null }), /Row 3.*program is blank/],
    ['no type', earning({ type: 0 }), /Row 3.*type is blank/],
    ['no ID', earning({ id: '' }), /Row 3.*Partner ID is blank/],
  ])('%s', (_, row, sentence) => expect(complaint(accrued, report(earning(), row, earning()), H2, 'all')).toMatch(sentence));

  it.each<[string, unknown[]]>([
    ['another ID', earning({ id: '9', amount: 'x' })],
    ['another program', earning({ program: 'CSP Direct Bill Partner', amount: 'x' })],
    ['another type', earning({ type: 'Rebate', amount: 'x' })],
    ['another half', earning({ date: '2023-01-01', amount: 'x' })],
    ['a claim', earning({ type: 'Claim', amount: 'x', date: 'x' })],
    ['nothing but an amount', earning({ id: '', program: '', type: '', date: '', amount: 999 })],
    ['a total row whose label stands under the ID', earning({ id: 'Grand total', program: '', type: '', date: '', amount: 999 })],
    ['a total row whose label stands under the date', earning({ id: '', program: '', type: '', date: 'Total', amount: 999 })],
  ])('do not matter where they cannot match: %s', (_, row) => expect(asked(report(earning(), row), H2, '1234567')).toBe(100));

  it('a reason that is an error matters for rebates only', () => {
    const rows = [['Partner ID', 'Program', 'Earning type', 'Month', 'Amount USD', 'Reason Code'], [...earning({ type: 'Rebate' }), error], [...earning(), error]];
    expect(asked(rows, H2)).toBe(100);
    expect(asked(rows, H2, null, 'all')).toBe(200);
    expect(asked(rows, H2, null, 'rebate')).toBe('#VALUE!');
    expect(asked(rows, H2, null, 'rollover')).toBe('#VALUE!');
  });
  it('a reason may be a rich value', () => {
    const rows = [[...report()[0]!, 'Reason Code'], [...earning({ type: 'Rebate' }), { type: 'String', basicValue: 'Co-op rollover' }]];
    expect(asked(rows, H2, null, 'rollover')).toBe(100);
  });
  it('a currency that is an error is unreadable, another currency is not', () => {
    const rows = [[...report()[0]!.slice(0, 4), 'earningAmount', 'transactionCurrency'], [...earning(), 'EUR'], [...earning(), error]];
    expect(complaint(accrued, rows, H2)).toMatch(/^#VALUE! Row 3.*currency #N\/A/);
  });
  it('a blank amount is 0, as Excel may send it so', () =>
    expect(['', null, 0].map((amount) => asked(report(earning(), earning({ amount })), H2))).toEqual([100, 100, 100]));
  it('a rich value is read by its basic value', () =>
    expect(asked(report(earning({ date: { type: 'Double', basicValue: serial('2024-03-10'), numberFormat: 'yyyy-mm-dd' } })), H2)).toBe(100));
});

describe('columns', () => {
  it.each<[string, Range, RegExp]>([
    ['no date', withColumns(NEEDED.filter((name) => name !== 'earningDate')), /earning date \(earningDate\)/],
    ['no ID: earningParticipantId is another one', withHeader((name) => (name === 'participantId' ? 'x' : name)), /Partner ID \(participantId\)/],
    ['two IDs', withHeader((name) => (name === 'customerId' ? 'MPN ID' : name)), /more than one column for the Partner ID.*"participantId" \(column 2.*"MPN ID"/],
    ['an empty range', [['', null], [0, '']], /empty/],
    ['rows without their header', opened().slice(1), /no column for the Partner ID/],
  ])('%s', (_, range, sentence) => expect(complaint(accrued, range, 'FY25 H1', 'all')).toMatch(sentence));

  it('without US dollars, only USD rows count, at no rate', () => {
    const columns = ['participantId', 'programName', 'earningType', 'earningDate', 'earningId', 'earningAmount', 'transactionCurrency'];
    expect(asked(withColumns(columns), 'FY25 H1', '1234567')).toBe(10020);
    expect(asked(withColumns(columns), 'FY25 H1', '7654321')).toBe(0);
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
    id: fc.constantFrom('1', 2, 'MPN 003'), type: fc.constantFrom('Coop', 'Rebate', 'Fee', 'Adjustment-Coop'),
    date: fc.constantFrom('2024-01-01', '2024-06-30T23:59:59Z', '2023-12-31', serial('2024-02-29')),
    amount: cents.map((amount) => amount / 100),
  });
  const withIds = fc.array(someEarning, { maxLength: 30 }).map((rows) => rows.map((row, at) => [...earning(row), `e${at}`]));
  const range = (rows: unknown[][]): Range => [[...report()[0]!, 'earning ID'], ...rows];
  const total = (rows: unknown[][], type = 'all') => asked(range(rows), H2, 'all', type) as number;

  it('the order of rows changes nothing', () =>
    fc.assert(fc.property(withIds.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), ([rows, shuffled]) =>
      total(rows) === total(shuffled))));
  it('repeats change nothing', () =>
    fc.assert(fc.property(withIds.chain((rows) => fc.tuple(fc.constant(rows), fc.subarray(rows))), ([rows, again]) =>
      total([...rows, ...again]) === total(rows) && total([...again, ...rows]) === total(rows))));
  it('totals are exact to the cent', () =>
    fc.assert(fc.property(fc.array(cents, { maxLength: 50 }), (amounts) =>
      Math.round((asked(report(...amounts.map((amount) => earning({ amount: amount / 100 }))), H2, 'all') as number) * 100) === amounts.reduce((a, b) => a + b, 0))));
  it('whatever the cells hold, there is a number or an error Excel knows', () => {
    const cell = fc.oneof(fc.anything(), fc.constantFrom(...report()[0]!, 'Coop', '2024-03-10', 45361, MCI, '1'));
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }), fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }).map((rows) => report(...rows))), fc.anything(), fc.anything(), (rows, half, id) => {
      const shown = show(accrued, rows, half, id);
      expect(typeof shown === 'number' ? Number.isFinite(shown) : /^#/.test(String(shown))).toBe(true);
      expect(() => show(accrued, rows, H2, 'all')).not.toThrow();
    }));
  });
});
