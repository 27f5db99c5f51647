import { addMonths, endOfMonth, firstOfMonth, makeDay, monthOf, yearOf, type Day } from '../../domain/calendar/day';
import { firstDay, halfOf, nextHalf, type Half } from '../../domain/calendar/half';
import { sum, type Cents } from '../../domain/money/money';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';

/** The sample's Partner IDs: one earns well above the threshold, one stays just below it. */
export const SAMPLE_PARTNERS = {
  US: { id: '1234567', shortName: 'Contoso US', name: 'Contoso Cloud Partners LLC', country: 'US', currency: 'USD', rate: 100 },
  UK: { id: '7654321', shortName: 'Contoso UK', name: 'Contoso Cloud Partners Ltd', country: 'GB', currency: 'GBP', rate: 131 },
} as const;
type Partner = (typeof SAMPLE_PARTNERS)[keyof typeof SAMPLE_PARTNERS];

/** What a lever earns: its revenue in each month of a half, in the partner's currency, and its co-op and rebate, per mille. */
interface Lever {
  name: string;
  solutionArea: string;
  customer: string;
  revenue: readonly Cents[];
  coop: number;
  rebate: number;
}

export const CORE: Lever = {
  name: 'Core - Modern Work & Security billed revenue',
  solutionArea: 'ModernWork and Security',
  customer: 'Fabrikam Inc',
  revenue: [19_000_000, 19_400_000, 18_500_000, 20_400_000, 19_900_000, 20_800_000],
  coop: 15,
  rebate: 22.5,
};
export const AZURE: Lever = {
  name: 'Azure consumption CSP motion',
  solutionArea: 'Azure',
  customer: 'Tailspin Toys',
  revenue: [8_500_000, 8_900_000, 8_700_000, 9_300_000, 9_500_000, 9_100_000],
  coop: 16,
  rebate: 24,
};
const UK_CORE: Lever = {
  ...CORE,
  customer: 'Wide World Importers',
  revenue: [8_200_000, 8_400_000, 8_100_000, 8_420_000, 8_300_000, 8_360_000],
};

/** The revenue of the US partner in the earlier half, as a percentage of its later revenue. */
const EARLIER = 95;

/** The co-op of the US partner in the earlier half, all of it usable. */
export const EARLIER_COOP: Cents = sum(
  [CORE, AZURE].flatMap(({ revenue, coop }) => revenue.map((cents) => shareOf((cents * EARLIER) / 100, coop))),
);

const COLUMNS = [
  'earningId',
  'participantId',
  'participantName',
  'partnerCountryCode',
  'programName',
  'engagementName',
  'transactionId',
  'transactionCurrency',
  'transactionAmount',
  'transactionAmountUSD',
  'lever',
  'earningRate',
  'earningType',
  'earningAmount',
  'earningAmountUSD',
  'earningDate',
  'calculationDate',
  'earningExchangeRate',
  'reasonCode',
  'paymentId',
  'paymentStatus',
  'customerName',
  'solutionArea',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * The sample's earnings report as of a day, as CSV. It has the two previous halves and the complete months of the current
 * half. In the first month of a half, the report for the month before isn't out yet. Among its rows are a reversal, one
 * without an earning ID, one that appears twice, one without a Partner ID, and one with a date that doesn't exist.
 */
export function sampleReport(today: Day): string {
  const running = halfOf(today);
  const earlier = nextHalf(running, -2);
  const isFirstMonth = firstDay(running).slice(0, 7) === today.slice(0, 7);
  const newest = addMonths(firstOfMonth(today), isFirstMonth ? -2 : -1);
  const rows: Row[] = [];
  for (const half of [earlier, nextHalf(earlier), running]) {
    for (let n = 0; n < 6; n++) {
      const month = addMonths(firstDay(half), n);
      if (month > newest) break;
      const percent = half === earlier ? EARLIER : 100;
      for (const lever of [CORE, AZURE]) rows.push(...earned(SAMPLE_PARTNERS.US, lever, n, month, percent, { today, newest }));
      rows.push(...earned(SAMPLE_PARTNERS.UK, UK_CORE, n, month, 100, { today, newest }));
    }
  }
  rows.push(...unusual(nextHalf(earlier), rows, today));
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => row[column] ?? '').join(','))].join('\n');
}

/** A month's rebate and co-op of a partner under a lever. */
function earned(
  partner: Partner,
  lever: Lever,
  n: number,
  month: Day,
  percent: number,
  { today, newest }: { today: Day; newest: Day },
): [rebate: Row, coop: Row] {
  const revenue = (lever.revenue[n]! * percent) / 100;
  const row = (type: 'Rebate' | 'Coop', perMille: number): Row => ({
    ...common(partner, lever, month, today),
    earningId: earningId(month, partner, lever, type === 'Coop' ? 1 : 0),
    transactionId: `T-${month.slice(2, 4)}${month.slice(5, 7)}-${lever === AZURE ? 2 : 1}`,
    transactionAmount: written(revenue),
    transactionAmountUSD: written((revenue * partner.rate) / 100),
    earningRate: `${perMille / 10}%`,
    earningType: type,
    ...amounts(partner, shareOf(revenue, perMille)),
    ...(type === 'Rebate' &&
      month < newest && { paymentId: `0068${month.slice(2, 4)}${month.slice(5, 7)}${partner.id.slice(0, 4)}`, paymentStatus: 'Sent' }),
    ...(type === 'Coop' && { paymentStatus: month < newest ? 'Upcoming' : 'Unprocessed' }),
  });
  return [row('Rebate', lever.rebate), row('Coop', lever.coop)];
}

/** Unusual rows as in real reports, all in the middle of a half that is over. */
function unusual(half: Half, rows: readonly Row[], today: Day): Row[] {
  const [third, fourth, fifth] = [2, 3, 4].map((n) => addMonths(firstDay(half), n)) as [Day, Day, Day];
  const { US } = SAMPLE_PARTNERS;
  const coop = (lever: Lever, month: Day, cents: Cents, id: number): Row => ({
    ...common(US, lever, month, today),
    earningId: earningId(month, US, lever, id),
    earningType: 'Coop',
    paymentStatus: 'Upcoming',
    ...amounts(US, cents),
  });
  return [
    { ...coop(CORE, third, -41_250, 2), reasonCode: 'Ops Adjustment Microsoft incorrect calc' },
    { ...coop(AZURE, fourth, 15_000, 2), earningId: '' },
    rows.find((row) => row.earningId === earningId(fifth, US, CORE, 1))!,
    { ...coop(CORE, fourth, 6_400, 3), participantId: '' },
    { ...coop(CORE, fourth, 9_600, 4), earningDate: `${yearOf(fourth)}-02-30T00:00:00.000Z` },
  ];
}

function common({ id, name, country, currency, rate }: Partner, lever: Lever, month: Day, today: Day): Row {
  const next = addMonths(month, 1);
  const calculated = makeDay(yearOf(next), monthOf(next), 16);
  return {
    participantId: id,
    participantName: name,
    partnerCountryCode: country,
    programName: DEFAULT_PROGRAM,
    engagementName: lever === AZURE ? 'Azure CSP motion incentive' : 'M365 new commerce CSP',
    transactionCurrency: currency,
    lever: lever.name,
    earningDate: `${endOfMonth(month)}T00:00:00.000Z`,
    calculationDate: `${calculated < today ? calculated : today}T02:00:00.000Z`,
    earningExchangeRate: String(rate / 100),
    customerName: lever.customer,
    solutionArea: lever.solutionArea,
  };
}

const amounts = ({ rate }: Partner, cents: Cents): Row => ({
  earningAmount: written(cents),
  earningAmountUSD: written((cents * rate) / 100),
});

/** The same ID for the same earning on any day, so that a later sample has it only once. */
const earningId = (month: Day, { id }: Partner, lever: Lever, kind: number): string =>
  `5a3b1e00-${id.slice(0, 4)}-4000-8000-${month.slice(0, 4)}${month.slice(5, 7)}0000${lever === AZURE ? 2 : 1}${kind}`;
const written = (cents: Cents): string => (cents / 100).toFixed(2);

function shareOf(cents: Cents, perMille: number): Cents {
  return (cents * perMille) / 1000;
}
