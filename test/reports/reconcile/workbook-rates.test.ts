import { describe, expect, it } from 'vitest';
import type { ExchangeRate } from '../../../src/domain/activities/rate-in-force';
import { evidenceOfMonths, type FundEvidence } from '../../../src/reports/reconcile/evidence';
import { askedCurrency, comparedInCurrency } from '../../../src/reports/reconcile/rate-causes';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import { readReports } from '../../../src/reports/import/read-reports';
import { parseHalf } from '../../../src/domain/calendar/half';
import { file, small, smallRow } from '../../support/report-files';

const FUND = { partnerId: '1234567', program: 'Microsoft Commerce Incentives', half: parseHalf('FY25 H1')! };
// at 1.31, 1,310.00 is 1,000.00; at 1.2, 1,200.00 is 1,000.00
const REPORT = small(smallRow({ amount: '1310.00' }), smallRow({ id: 'e2', date: '2024-11-05T00:00:00Z', amount: '1200.00' }));
const OCTOBER: ExchangeRate = { id: 'R-1', currency: 'GBP', from: '2024-10-01', rate: 1.31, source: '' };
const NOVEMBER: ExchangeRate = { ...OCTOBER, id: 'R-2', from: '2024-11-01', rate: 1.2 };
const RATES = [OCTOBER, NOVEMBER];

const months = async (): Promise<FundEvidence> => evidenceOfMonths((await readReports([file('a.csv', REPORT)])).months, FUND);
const rowsWithoutCurrency = (): Promise<FundEvidence> => readFundEvidence([file('a.csv', REPORT)], FUND);

describe.each([
  ['only months are known', months],
  ['the rows show no currency', rowsWithoutCurrency],
])('a fund in another currency, where %s', (_name, evidenceOf) => {
  const compared = async (cents: number, rates: readonly ExchangeRate[], currency = 'GBP') =>
    comparedInCurrency({ cents, currency }, await evidenceOf(), rates);
  const question = async (cents: number, rates: readonly ExchangeRate[]) => askedCurrency(cents, await evidenceOf(), rates);

  it('each month counts at the rate in CoopRates, and that never counts as the same', async () => {
    expect(await compared(200_000, RATES)).toEqual({
      isSame: false,
      sentence:
        "At the GBP rates of 1.2 to 1.31 in CoopRates, the fund's $2,510.00 is about 2,000.00 GBP if all of its rows are in GBP. Partner Center shows the same. To compare to the cent, add the report below.",
    });
    expect((await compared(205_025, RATES)).sentence).toContain('Partner Center shows 50.25 GBP more.');
    // 2,510.00 / 1.31 is 1,916.03
    expect((await compared(191_600, [OCTOBER])).sentence).toBe(
      "At the GBP rate of 1.31 from Oct 1, 2024 in CoopRates, the fund's $2,510.00 is about 1,916.03 GBP if all of its rows are in GBP. Partner Center shows 0.03 GBP less. To compare to the cent, add the report below.",
    );
  });

  it('a rate that is missing, or there twice, is named, and no other is used', async () => {
    const ask = 'Add the report below; its rows also have amounts in GBP.';
    expect((await compared(200_000, [])).sentence).toBe(`That's in GBP, and the workbook keeps US dollars. ${ask}`);
    expect((await compared(200_000, [{ ...OCTOBER, currency: 'EUR' }])).sentence).not.toContain('CoopRates');
    expect((await compared(200_000, [NOVEMBER])).sentence).toBe(
      `That's in GBP, and the workbook keeps US dollars. CoopRates has no GBP rate that can be used for Oct 1, 2024. ${ask}`,
    );
    expect((await compared(200_000, [...RATES, { ...NOVEMBER, id: 'R-3', rate: 1.3 }])).sentence).toContain('used for Nov 1, 2024.');
  });

  it('an amount without a currency is asked about if it is nearly the fund at those rates', async () => {
    expect(await question(200_000, RATES)).toBe(
      'Is this an amount in GBP? At the GBP rates of 1.2 to 1.31 in CoopRates, the fund\'s $2,510.00 is about 2,000.00 GBP. If so, enter it as "GBP 2,000.00".',
    );
    // within one in a thousand
    expect(await question(200_200, RATES)).toMatch(/enter it as "GBP 2,002\.00"\.$/);
    expect(await question(200_201, RATES)).toBeNull();
    expect(await question(251_000, RATES)).toBeNull();
    expect(await question(200_000, [])).toBeNull();
  });

  it('and not in a currency that is no code, or in US dollars', async () => {
    for (const currency of ['GBP ', 'pounds', 'USD'])
      expect(
        await question(
          200_000,
          RATES.map((rate) => ({ ...rate, currency })),
        ),
      ).toBeNull();
  });

  it('and not if two currencies fit, or the US dollars fit as well', async () => {
    expect(await question(200_000, [...RATES, ...RATES.map((rate) => ({ ...rate, currency: 'GIP' }))])).toBeNull();
    expect(await question(250_900, [{ ...OCTOBER, rate: 1.0005 }])).toBeNull();
  });
});

it('a fund without months has no amount in another currency', () => {
  const none = evidenceOfMonths([], FUND);
  expect(comparedInCurrency({ cents: 100, currency: 'GBP' }, none, RATES).sentence).toMatch(/^That's in GBP/);
  expect(askedCurrency(100, none, RATES)).toBeNull();
});
