import { readyFunctions, type BuiltFunction } from './built-functions';
import { timeOf } from './measure';

// One figure in a process of its own: node --import tsx test/bench/report-calls.ts ROUND_TRIP|PASS|LEDGER|ACCRUED|EARNED|EARNINGS rows calls
// Prints the milliseconds of each call, the first one cold.

/** The arguments after the report. */
const OTHERS: Record<string, unknown[]> = {
  LEDGER: [null, null, null],
  ACCRUED: ['FY25 H1', '1234567', null, null],
  EARNED: ['2024-10-01', null, '1234567', null, null, null, null],
  EARNINGS: [null, null],
};

const HEADER = ['earningId', 'Partner ID', 'Program', 'Earning type', 'Earning date', 'Amount USD'];
type Range = unknown[][];

const [, , figure = '', rows = '', calls = ''] = process.argv;
const report = reportOf(Number(rows));
const times = figure === 'ROUND_TRIP' ? timesOfRoundTrips(report) : timesOver(report, await callOf(figure));
console.log(JSON.stringify(times));

function timesOfRoundTrips(range: Range): number[] {
  return Array.from({ length: Number(calls) }, () => timeOf(() => JSON.parse(JSON.stringify(range)) as unknown));
}

/** Each call is over cells fresh from JSON, as Excel hands them over. */
function timesOver(range: Range, call: (range: Range) => unknown): number[] {
  const text = JSON.stringify(range);
  range.length = 0;
  return Array.from({ length: Number(calls) }, () => {
    const fresh = JSON.parse(text) as Range;
    return timeOf(() => call(fresh));
  });
}

async function callOf(name: string): Promise<(range: Range) => unknown> {
  if (name === 'PASS') return passOver;
  const run: BuiltFunction = (await readyFunctions()).get(name)!;
  const others = OTHERS[name]!;
  return (range) => run(range, ...others);
}

/** The least that any function over a range must do: look at each cell. */
function passOver(range: Range): number {
  let sum = 0;
  for (const row of range) for (const cell of row) if (typeof cell === 'number') sum += cell;
  return sum;
}

/** Two fiscal years of rebate and co-op for twenty Partner IDs, with earning ids as Partner Center writes them. */
function reportOf(count: number): Range {
  const range: Range = [HEADER];
  for (let i = 0; i < count; i++) {
    const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
    range.push([
      id,
      1234567 + (i % 20),
      'Microsoft Commerce Incentives',
      i % 2 ? 'Coop' : 'Rebate',
      45108 + (i % 730),
      Math.round(i * 7.7) / 100,
    ]);
  }
  return range;
}
