import { closeSync, openSync, writeSync } from 'node:fs';

// A report as Partner Center writes it: 60 columns, about 350 bytes a row, one earning in fifty there twice.

const COLUMNS = [
  'earningId',
  'participantId',
  'participantIdType',
  'participantName',
  'partnerCountryCode',
  'programName',
  'transactionId',
  'transactionCurrency',
  'transactionDate',
  'transactionExchangeRate',
  'transactionAmount',
  'transactionAmountUSD',
  'lever',
  'earningRate',
  'quantity',
  'earningType',
  'earningAmount',
  'earningAmountUSD',
  'earningDate',
  'calculationDate',
  'earningExchangeRate',
  'exchangeRateDate',
  'claimId',
  'paymentId',
  'paymentStatus',
  'customerId',
  'customerName',
  'partNumber',
  'productName',
  'productId',
  'invoiceNumber',
  'subscriptionId',
  'resellerId',
  'resellerName',
  'distributorId',
  'distributorName',
  'agreementNumber',
  'workload',
  'transactionType',
  'taxRemitted',
  'taxRemitModel',
  'customerCountry',
  'reasonCode',
  'engagementId',
  'engagementName',
  'purchaseTypeName',
  'isPrivateOffer',
  'baseline',
  'baselineType',
  'solutionArea',
  'partnerRole',
  'partnerAssociation',
  'earningParticipantId',
  'earningParticipantIdType',
  'earningParticipantName',
  'quantityType',
  'quantityAlt',
  'quantityAltType',
  'compensableUnits',
  'estimatedPaymentMonth',
];
const LEVERS = [
  'Core - Modern Work & Security billed revenue',
  'Azure consumption CSP motion',
  'Global Strategic Product Accelerator - Tier 2',
];

/** Writes such a report; `quotedEvery` puts a text in quotation marks in every so many rows. */
export function writeReport(path: string, rows: number, quotedEvery = 10): void {
  const out = openSync(path, 'w');
  const lines = [COLUMNS.join(',')];
  for (let n = 0; n < rows; n++) {
    lines.push(rowOf(n % 50 === 49 ? n - 1 : n, quotedEvery));
    if (lines.length === 5000) writeSync(out, `${lines.splice(0).join('\r\n')}\r\n`);
  }
  writeSync(out, `${lines.join('\r\n')}\r\n`);
  closeSync(out);
}

function rowOf(n: number, quotedEvery: number): string {
  const id = `${(Math.imul(n, 2654435761) >>> 0).toString(16).padStart(8, '0')}-5c1d-4b7e-9a61-${String(n).padStart(12, '0')}`;
  const usd = (((n * 7919) % 500_000) / 100).toFixed(2);
  const month = String((n % 12) + 1).padStart(2, '0');
  const date = `${2023 + (n % 2)}-${month}-${String((n % 28) + 1).padStart(2, '0')}T00:00:00.000Z`;
  const clock = `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}`;
  const customer = quotedEvery < Infinity && n % quotedEvery === 0 ? '"Fabrikam, Inc"' : 'Fabrikam';
  const row: Record<string, string> = {
    earningId: id,
    participantId: `${1234567 + (n % 20)}`,
    participantIdType: 'MPN',
    participantName: 'Contoso Cloud',
    partnerCountryCode: 'US',
    programName: 'Microsoft Commerce Incentives',
    transactionCurrency: 'USD',
    transactionDate: date,
    transactionAmount: usd,
    transactionAmountUSD: usd,
    lever: LEVERS[n % 3]!,
    earningRate: '1.5%',
    earningType: n % 2 ? 'Coop' : 'Rebate',
    earningAmount: usd,
    earningAmountUSD: usd,
    earningDate: date,
    calculationDate: `2025-${month}-16T${clock}.000Z`,
    paymentStatus: 'Upcoming',
    customerName: customer,
    engagementName: 'M365 new commerce CSP',
  };
  return COLUMNS.map((name) => row[name] ?? '').join(',');
}
