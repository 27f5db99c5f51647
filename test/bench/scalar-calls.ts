import type { BuiltFunction } from './built-functions';
import { median, printTable, timeOf } from './measure';

const CALLS = 10_000;
const RUNS = 7;

const HEADER = ['earningId', 'Partner ID', 'Program', 'Earning type', 'Earning date', 'Amount USD'];
const SMALL_REPORT = [
  HEADER,
  ...Array.from({ length: 20 }, (_, i) => [
    `E${i}`,
    1234567,
    'Microsoft Commerce Incentives',
    i % 2 ? 'Coop' : 'Rebate',
    45566 + i * 7,
    1000.25 + i,
  ]),
];
const half = (i: number) => `FY${20 + (i % 7)} H${1 + (i % 2)}`;
const day = (i: number) => 43831 + (i % 2000);
/** Days of the guidebooks we hold. */
const guideDay = (i: number) => 44562 + (i % 1200);
/** An amount in cents. */
const amount = (i: number) => Math.round(i * 137) / 100;
const text = (i: number) => new Date(Date.UTC(2020, 0, 1 + (i % 2000))).toISOString().slice(0, 10);

/** One call of each function, different each time as down a column. */
const CALL: Record<string, (i: number) => unknown[]> = {
  PERIOD: (i) => [day(i)],
  FUND: (i) => [text(i)],
  DEADLINE: (i) => [half(i), 'claim', null],
  CALENDAR: (i) => [half(i), 4, null],
  STAGE: (i) => [half(i), day(i), null],
  CLAIMBY: (i) => [day(i), null],
  SAFEBY: (i) => [half(i), null, null, null],
  INTIME: (i) => [`${text(i)}T23:59:59Z`, half(i), null],
  PAYDATE: (i) => [day(i), null],
  NEXT: (i) => [half(i), day(i), null, null],
  SHIFT: (i) => [half(i), i % 5],
  DAY: (i) => [`${text(i)}T00:00:00.000Z`],
  EARNRATE: (i) => ['Azure consumption CSP motion', 45566 + (i % 200), null],
  EARNGROWTH: (i) => [amount(i), 10, 'M365 Growth Accelerator', 46000 + (i % 200), null],
  EARN: (i) => [amount(i), 'Azure consumption CSP motion', 45566 + (i % 200), null],
  SPLIT: (i) => [amount(i), null, null, null, null, null],
  THRESHOLD: (i) => [amount(i), `FY24 H${1 + (i % 2)}`, null, null, null],
  REVENUEFOR: (i) => [amount(i), 'Azure consumption CSP motion', 45566 + (i % 200), null, null, null],
  ACCRUED: () => [SMALL_REPORT, 'FY25 H1', '1234567', null, null],
  USABLE: () => [SMALL_REPORT, 'FY25 H1', '1234567', null, null],
  EARNED: () => [SMALL_REPORT, 45566, null, '1234567', null, null, null, null],
  EARNINGS: () => [SMALL_REPORT, null, null],
  STANDING: () => [SMALL_REPORT, 'FY25 H1', 45700, '1234567', null, null, null],
  FORECAST: () => [SMALL_REPORT, 'FY25 H1', 45657, '1234567', null, 0.05, null, null],
  LEDGER: () => [SMALL_REPORT, null, null, null],
  PROJECTION: () => [SMALL_REPORT, 'FY25 H1', 45657, '1234567', null, null],
  ACTIVITIES: () => ['Demand Generation', null, null],
  CATEGORY: (i) => ['Digital advertising', guideDay(i)],
  EXPENSES: (i) => ['Digital advertising', guideDay(i)],
  PROOF: (i) => ['Digital advertising', guideDay(i)],
  CAP: (i) => ['Customer offers', i, null, null, null],
  ELIGIBLE: (i) => ['Digital advertising', guideDay(i), null, null, null],
  CHECK: (i) => ['Digital advertising', guideDay(i), null, 500, 20000, 9000, null, null, null],
  CLAIMABLE: (i) => ['Customer offers', guideDay(i), 500, null, 20000, 9000, i % 300, null, null, null],
  ALLOCATE: (i) => [i, [[600], [300], [400]], null],
  QUALIFIES: (i) => [i % 50, i * 10, null],
  SOURCE: () => ['split', null, null],
};

/** 10,000 calls of each function, median of several runs. A refused call counts too: the cell shows an error as fast. */
export function benchScalarCalls(functions: ReadonlyMap<string, BuiltFunction>): void {
  const rows = [...functions].map(([id, run]) => {
    const argumentsOf = CALL[id];
    if (!argumentsOf) return [`COOP.${id}`, 'no call written for it in test/bench/scalar-calls.ts', ''];
    const calls = Array.from({ length: CALLS }, (_, i) => argumentsOf(i));
    let refused = 0;
    const all = () => {
      refused = 0;
      for (const call of calls) {
        try {
          run(...call);
        } catch {
          refused++;
        }
      }
    };
    all();
    const time = median(Array.from({ length: RUNS }, () => timeOf(all)));
    return [`COOP.${id}`, Math.round(CALLS / (time / 1000)).toLocaleString('en-US'), refused ? `${refused} refused` : ''];
  });
  printTable(`Calls a second, of ${CALLS.toLocaleString('en-US')} (report functions over ${SMALL_REPORT.length - 1} rows)`, rows);
}
