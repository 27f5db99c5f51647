import type { BuiltFunction } from './built-functions';
import { median, ms, printTable, timeOf } from './measure';

const SIZES = [
  { rows: 100_000, runs: 7 },
  { rows: 1_000_000, runs: 5 },
];
const HEADER = ['earningId', 'Partner ID', 'Program', 'Earning type', 'Earning date', 'Amount USD'];

/**
 * COOP.LEDGER and COOP.ACCRUED over large reports of six columns, each time over cells fresh from JSON, as Excel hands
 * them over. Beside them the JSON round trip itself, the least that Excel must spend, and a loop that only adds up.
 */
export function benchBigReports(functions: ReadonlyMap<string, BuiltFunction>): void {
  const measured = SIZES.map(({ rows, runs }) => ({ rows, ...measure(functions, rows, runs) }));
  for (const { rows, roundTrip, pass, ledger, accrued } of measured) {
    printTable(`${rows.toLocaleString('en-US')} rows × ${HEADER.length} columns`, [
      ['', 'median', 'of the round trip'],
      ['JSON round trip', ms(roundTrip), '100 %'],
      ['bare single pass', ms(pass), percent(pass / roundTrip)],
      ['COOP.LEDGER', ms(ledger), percent(ledger / roundTrip)],
      ['COOP.ACCRUED', ms(accrued), percent(accrued / roundTrip)],
    ]);
  }
  const [small, large] = [measured[0]!, measured.at(-1)!];
  const times = large.rows / small.rows;
  console.log(`\n  ${times} times the rows took ${(large.ledger / small.ledger).toFixed(1)} (LEDGER) and ${(large.accrued / small.accrued).toFixed(1)} (ACCRUED) times as long.`);
}

function measure(functions: ReadonlyMap<string, BuiltFunction>, rows: number, runs: number) {
  const report = reportOf(rows);
  const times = { roundTrip: [] as number[], pass: [] as number[], ledger: [] as number[], accrued: [] as number[] };
  const passOver = (range: unknown[][]) => {
    let sum = 0;
    for (const row of range) for (const cell of row) if (typeof cell === 'number') sum += cell;
    return sum;
  };
  // one run beforehand, unmeasured: the machine's own warming up is not ours
  for (let run = -1; run < runs; run++) {
    let range: unknown[][] = [];
    const take = (list: number[], work: () => unknown) => {
      const time = timeOf(work);
      if (run >= 0) list.push(time);
    };
    const fresh = () => (range = JSON.parse(JSON.stringify(report)) as unknown[][]);
    take(times.roundTrip, fresh);
    take(times.pass, () => passOver(range));
    take(times.ledger, () => functions.get('LEDGER')!(range, null, null, null));
    fresh();
    take(times.accrued, () => functions.get('ACCRUED')!(range, 'FY25 H1', '1234567', null, null));
  }
  return { roundTrip: median(times.roundTrip), pass: median(times.pass), ledger: median(times.ledger), accrued: median(times.accrued) };
}

/** Two fiscal years of rebate and co-op for twenty Partner IDs, with earning ids as Partner Center writes them. */
function reportOf(rows: number): unknown[][] {
  const report: unknown[][] = [HEADER];
  for (let i = 0; i < rows; i++) {
    const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
    report.push([id, 1234567 + (i % 20), 'Microsoft Commerce Incentives', i % 2 ? 'Coop' : 'Rebate', 45108 + (i % 730), Math.round(i * 7.7) / 100]);
  }
  return report;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
