import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, ms, percent, printTable } from './measure';

const SIZES = [
  { rows: 10_000, calls: 30 },
  { rows: 100_000, calls: 15 },
  { rows: 1_000_000, calls: 6 },
];
const PROCESSES = 3;
const CALLS = fileURLToPath(new URL('report-calls.ts', import.meta.url));

const FIGURES = {
  ROUND_TRIP: 'JSON round trip',
  PASS: 'bare single pass',
  LEDGER: 'COOP.LEDGER',
  ACCRUED: 'COOP.ACCRUED',
  EARNED: 'COOP.EARNED',
  EARNINGS: 'COOP.EARNINGS',
} as const;
type Figure = keyof typeof FIGURES;
const NAMES = Object.keys(FIGURES) as Figure[];

interface Measured {
  first: number;
  later: number;
}

/**
 * COOP.LEDGER, ACCRUED, EARNED, and EARNINGS over large reports of six columns. Beside them the JSON round trip of the same cells, the
 * least that Excel must spend, and a loop that only looks at each cell.
 *
 * Every figure has processes of its own. In one process a figure would pay for the garbage of the one before it, and
 * the compiler would know of one function what it learned from another. No garbage is collected on demand: that also
 * throws away compiled code, which the round trip has none of. What it costs as it comes is counted, on both sides; for
 * the functions this includes garbage of the JSON their cells were made from. The processes take turns, so that
 * a busy minute of the machine meets all figures.
 */
export function benchBigReports(): void {
  const measured = SIZES.map(({ rows, calls }) => {
    const figures = measure(rows, calls);
    // the largest takes minutes, so each is printed as soon as it's there
    print(rows, figures);
    return { rows, figures };
  });
  printTable('Growth, nanoseconds a row in later calls', [
    ['rows', ...NAMES.map((figure) => FIGURES[figure])],
    ...measured.map(({ rows, figures }) => [
      rows.toLocaleString('en-US'),
      ...NAMES.map((figure) => ((figures[figure].later / rows) * 1e6).toFixed(0)),
    ]),
  ]);
}

function print(rows: number, figures: Record<Figure, Measured>): void {
  const share = (figure: Figure, which: keyof Measured): string => percent(figures[figure][which] / figures.ROUND_TRIP[which]);
  printTable(`${rows.toLocaleString('en-US')} rows × 6 columns`, [
    ['', 'first call', 'of the round trip', 'later calls', 'of the round trip'],
    ...NAMES.map((figure) => [
      FIGURES[figure],
      ms(figures[figure].first),
      share(figure, 'first'),
      ms(figures[figure].later),
      share(figure, 'later'),
    ]),
  ]);
}

function measure(rows: number, calls: number): Record<Figure, Measured> {
  const first = emptyTimes();
  const later = emptyTimes();
  for (let process = 0; process < PROCESSES; process++) {
    for (const figure of NAMES) {
      const times = timesOf(figure, rows, calls);
      first[figure].push(times[0]!);
      later[figure].push(...times.slice(1));
    }
  }
  return ofEach((figure) => ({ first: median(first[figure]), later: median(later[figure]) }));
}

function timesOf(figure: Figure, rows: number, calls: number): number[] {
  const run = ['--max-old-space-size=4096', '--import', 'tsx', CALLS, figure, `${rows}`, `${calls}`];
  return JSON.parse(execFileSync(process.execPath, run, { encoding: 'utf8' })) as number[];
}

const ofEach = <T>(valueOf: (figure: Figure) => T): Record<Figure, T> =>
  Object.fromEntries(NAMES.map((figure) => [figure, valueOf(figure)])) as Record<Figure, T>;

const emptyTimes = (): Record<Figure, number[]> => ofEach(() => []);
