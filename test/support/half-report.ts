import { csv } from './report-files';

/** What the report comes to for a Partner ID: US dollars in cents, of FY26 H2 (January to June 2026) and of FY27 H1 so far. */
const SUMS = [
  { partner: '1234567', kind: 'Coop', cents: [2_660_160, 1_843_436] },
  { partner: '1234567', kind: 'Rebate', cents: [8_501_345, 5_161_211] },
  { partner: '7654321', kind: 'Coop', cents: [738_380, 695_411] },
  { partner: '7654321', kind: 'Rebate', cents: [3_084_447, 1_428_940] },
] as const;

/** The rows that balance nothing, in the months January to October in turn. */
const ORDINARY = 507;
/** US dollars for one pound. */
const RATE = 1.31;
const NEGATIVE = -41_250;
const UNREADABLE = 16_096;

const HEADER = [
  'earningId',
  'participantId',
  'programName',
  'transactionCurrency',
  'earningType',
  'earningAmount',
  'earningAmountUSD',
  'earningExchangeRate',
  'earningDate',
  'calculationDate',
  'lever',
];

interface Amount {
  partner: string;
  kind: string;
  /** 1 is January 2026. */
  month: number;
  cents: number;
}

/**
 * The earnings report of a reseller with two Partner IDs, January to October 2026: 520 rows, of which three are repeats, one is
 * negative, and one has an earning date that can't be read. A row for each Partner ID, half, and type makes up its exact sum.
 */
export function halfReport(): string {
  const amounts: Amount[] = Array.from({ length: ORDINARY }, (_, n) => {
    const { partner, kind, cents } = SUMS[n % SUMS.length]!;
    const month = (Math.floor(n / SUMS.length) % 10) + 1;
    // about 13 rows a month, each of 2% to 6% of the month's part of the half
    const part = cents[month <= 6 ? 0 : 1] / (month <= 6 ? 6 : 4);
    return { partner, kind, month, cents: Math.floor((part * (200 + ((n * 137) % 400))) / 10_000) };
  });
  amounts.push({ partner: '1234567', kind: 'Coop', month: 5, cents: NEGATIVE });
  for (const { partner, kind, cents } of SUMS)
    for (const [isSecond, sum] of cents.entries()) {
      const soFar = amounts
        .filter((row) => row.partner === partner && row.kind === kind && row.month > 6 === (isSecond === 1))
        .reduce((total, row) => total + row.cents, 0);
      amounts.push({ partner, kind, month: isSecond ? 10 : 6, cents: sum - soFar });
    }
  const rows = amounts.map(rowOf);
  const unreadable = rowOf({ partner: '1234567', kind: 'Coop', month: 4, cents: UNREADABLE }, rows.length);
  unreadable[HEADER.indexOf('earningDate')] = 'end of April';
  return csv([HEADER, ...rows, unreadable, ...[12, 130, 251].map((repeated) => rows[repeated]!)]);
}

function rowOf({ partner, kind, month, cents }: Amount, n: number): string[] {
  const isPound = partner === '7654321';
  const dollars = cents / 100;
  const two = (part: number): string => String(part).padStart(2, '0');
  return [
    `earning-${n + 1}`,
    partner,
    'Microsoft Commerce Incentives',
    isPound ? 'GBP' : 'USD',
    kind,
    (isPound ? dollars / RATE : dollars).toFixed(2),
    dollars.toFixed(2),
    String(isPound ? RATE : 1),
    `2026-${two(month)}-28T00:00:00.000Z`,
    `2026-${two(month + 1)}-16T02:10:11.000Z`,
    'Core - Modern Work & Security billed revenue',
  ];
}
