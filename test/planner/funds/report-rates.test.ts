import { expect, it } from 'vitest';
import { asExchangeRate, describeReportRate, ratesToOffer } from '../../../src/planner/funds/report-rates';
import type { ReportRate } from '../../../src/reports/import/earnings-import';

const EURO: ReportRate = { currency: 'EUR', month: '2024-11', rate: 1.0843, perDollar: null, file: 'report.csv' };

it('a rate of a report is kept from the first day of its month, with where it is from', () => {
  expect(asExchangeRate(EURO, 'R-1')).toEqual({
    id: 'R-1',
    currency: 'EUR',
    from: '2024-11-01',
    rate: 1.0843,
    source: 'Earnings report, report.csv',
  });
  expect(describeReportRate(EURO)).toBe('EUR 1.0843, Nov 2024');
});

it('is offered until the workbook has a rate of that currency from that day, whichever it is', () => {
  const known = asExchangeRate(EURO, 'R-1');
  expect(ratesToOffer([EURO], [])).toEqual([EURO]);
  expect(ratesToOffer([EURO], [{ ...known, rate: 1.09 }])).toEqual([]);
  expect(
    ratesToOffer(
      [EURO],
      [
        { ...known, from: '2024-11-02' },
        { ...known, currency: 'GBP' },
      ],
    ),
  ).toEqual([EURO]);
});
