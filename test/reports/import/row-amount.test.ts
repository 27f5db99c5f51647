import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { findReportColumns } from '../../../src/reports/import/report-columns';
import { currencyAt, isAtOwnRate, rateAt, usdMicrosAt } from '../../../src/reports/import/row-amount';

const columnsOf = (...header: string[]) =>
  findReportColumns(['participantId', 'programName', 'earningType', 'earningDate', ...header], 'a.csv').columns;
const row = (...cells: unknown[]): unknown[] => ['1', 'P', 'Coop', '2024-10-31', ...cells];

describe('the US dollars of a row', () => {
  it('are those of their own column, whatever stands next to them', () => {
    const columns = columnsOf('earningAmount', 'earningExchangeRate', 'transactionCurrency', 'earningAmountUSD');
    expect(usdMicrosAt(row('100', '2', 'GBP', '130.00'), columns)).toBe(130_000_000);
    expect(isAtOwnRate(row('100', '2', 'GBP', '130.00'), columns)).toBe(false);
  });
  it("are else the amount at the row's own rate, to the millionth", () => {
    const columns = columnsOf('earningAmount', 'earningExchangeRate', 'transactionCurrency');
    columns.marks.direction.learn(10_000, 2_000, 0.2);
    expect(usdMicrosAt(row('0.125', '0.2', 'GBP'), columns)).toBe(25_000);
    expect(usdMicrosAt(row(0.125, 0.2, 'GBP'), columns)).toBe(25_000);
    expect(usdMicrosAt(row('0.125', '0.2', 'USD'), columns)).toBe(125_000);
    expect(usdMicrosAt(row('x', '0.2', 'GBP'), columns)).toBeNaN();
    expect(usdMicrosAt(row('', '0.2', 'GBP'), columns)).toBeNull();
    expect(currencyAt(row('1', '1', ' gbp '), columns)).toBe('GBP');
  });
  it.each<[unknown, number | null]>([
    ['1.3', 1.3],
    [1.3, 1.3],
    ['1,3', 1.3],
    ['="1.3"', 1.3],
    ['', null],
    [null, null],
    ['0', NaN],
    ['-1', NaN],
    ['1,300', NaN],
    ['one', NaN],
    [Infinity, NaN],
  ])('the rate %j is %d', (cell, rate) => expect(rateAt(cell)).toEqual(rate));
});
