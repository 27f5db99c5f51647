import { expect, it } from 'vitest';
import { FundsSession } from '../../../src/planner/funds/funds-session';
import { asExchangeRate, describeReportRate, ratesToOffer } from '../../../src/planner/funds/report-rates';
import type { ReportRate } from '../../../src/reports/import/earnings-import';
import { planningOn } from '../../support/planning';

const EURO: ReportRate = { currency: 'EUR', month: '2024-11', rate: 1.0843, perDollar: null, file: 'report.csv' };

it('a rate of a report is kept from the first day of its month, with where it is from', () => {
  expect(asExchangeRate(EURO, 'R-1')).toEqual({
    id: 'R-1',
    currency: 'EUR',
    from: '2024-11-01',
    rate: 1.0843,
    source: 'Partner Center report, report.csv',
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

it('all of them are kept at once, are no longer offered, and are taken back by name', async () => {
  const pound: ReportRate = { ...EURO, currency: 'GBP', month: '2024-12', rate: 1.31 };
  const { store, read } = planningOn();
  await store.readAgain();
  const session = new FundsSession(store);
  const known = () => read().rates.map(({ value }) => value);
  expect(await session.keepRates([EURO, pound])).toBe(true);
  expect(session.current().notice?.sentence).toBe('Kept 2 exchange rates for EUR and GBP in CoopRates.');
  expect(known().map(({ currency, from, rate, source }) => [currency, from, rate, source])).toEqual([
    ['EUR', '2024-11-01', 1.0843, 'Partner Center report, report.csv'],
    ['GBP', '2024-12-01', 1.31, 'Partner Center report, report.csv'],
  ]);
  expect(ratesToOffer([EURO, pound], known())).toEqual([]);
  await session.undo(session.lastStep()!);
  expect(session.current().notice?.sentence).toBe('Undone: kept 2 exchange rates for EUR and GBP in CoopRates.');
  expect(known()).toEqual([]);
});
