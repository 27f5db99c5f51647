import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readPayments } from '../../../src/reports/import/read-payments';

const OF_2023 =
  'participantID,participantIDType,participantName,programName,earned,earnedUSD,withheldTax,salesTax,serviceFeeTax,totalPayment,currencyCode,paymentMethod,paymentID,paymentStatus,paymentStatusDescription,paymentDate\n' +
  '1234567,MPN,Contoso,Microsoft Commerce Incentives,740.00,800.00,20.00,0,0,720.00,EUR,EFT,006815016255,Sent,Sent to bank,2024-03-20T00:00:00.000Z\n';
const NEWER =
  '\uFEFFCIReferenceNumber\tearned\tearnedCurrencyCode\tearnedUSD\tparticipantID\tpaymentCurrencyCode\tpaymentDate\tpaymentID\tpaymentStatus\tprogramName\ttotalPayment\n' +
  'R1\t800\tUSD\t"800.00"\t1234567\tUSD\t\t7\tUpcoming\tMCI\t800\n';
const read = (...texts: string[]) => readPayments(texts.map((text, n) => ({ name: `p${n}.csv`, file: new Blob([text]) })));
const OCTOBER = {
  id: '006815016255',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  earnedUsd: 80_000,
  total: 72_000,
  currency: 'EUR',
  status: 'Sent',
  paidOn: '2024-03-20',
};

describe('the Payments download', () => {
  it('is read in both versions, and zipped; a payment in two files counts once', async () => {
    const { payments, unread } = await read(OF_2023, NEWER, OF_2023);
    expect(payments).toEqual([
      OCTOBER,
      {
        id: '7',
        partnerId: '1234567',
        program: 'MCI',
        earnedUsd: 80_000,
        total: 80_000,
        currency: 'USD',
        status: 'Upcoming',
        paidOn: null,
      },
    ]);
    expect(unread).toEqual([]);
    const zip = new Blob([zipSync({ 'payments.csv': strToU8(OF_2023) })]);
    expect((await readPayments([{ name: 'p.zip', file: zip }])).payments).toEqual([OCTOBER]);
  });

  it.each<[string, string, string]>([
    ['an amount in words', OF_2023.replace('800.00', 'lots'), "An amount can't be read."],
    [
      'a payment ID that a spreadsheet rounded',
      OF_2023.replace('006815016255', '6.82E+09'),
      'A spreadsheet has rounded the payment ID to "6.82E+09".',
    ],
    [
      'a day that reads two ways',
      OF_2023.replace('2024-03-20T00:00:00.000Z', '03/04/2024'),
      'The payment date "03/04/2024" can\'t be read.',
    ],
    ['no Partner ID', OF_2023.replace('1234567', ''), 'The Partner ID "" can\'t be read.'],
  ])('sets a row aside for %s, and says why', async (_name, text, reason) =>
    expect(await read(text)).toEqual({ payments: [], unread: [{ file: 'p0.csv', line: 2, reason }] }),
  );

  it('is refused where it is another file', async () => {
    await expect(read('participantId,programName,earningType\n1,MCI,Coop\n')).rejects.toThrow(
      '"p0.csv" isn\'t the Payments download: it needs the columns paymentID,',
    );
    await expect(read('')).rejects.toThrow("isn't the Payments download");
  });
});
