import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ms, percent, printTable } from './measure';
import { writeReport } from './report-file';

/** Small files are read more often: there a few milliseconds of something else would tell. */
const SIZES = [
  { rows: 10_000, processes: 7, readings: 8 },
  { rows: 100_000, processes: 5, readings: 5 },
  { rows: 1_000_000, processes: 3, readings: 2 },
];
const ONCE = fileURLToPath(new URL('import-once.ts', import.meta.url));

interface Process {
  ms: number[];
  rows: number;
  peak: number;
}

interface Side {
  first: number;
  later: number;
  peak: number;
}

interface Measured {
  rows: number;
  bytes: number;
  papaparse: Side;
  imported: Side;
}

/**
 * Reading earnings reports from files of 60 columns, beside papaparse alone over the same file: with a quoted text in
 * every tenth row, as customer names are, and without any, where papaparse has its shortest way.
 *
 * Both sides have processes of their own that take turns, and read the file several times. The first reading is what
 * a person waits for, in a worker that has just begun: it has the time the engine needs to compile a parser, and our
 * checks have more to compile than a parser alone. The later readings show what the work itself takes.
 */
export function benchImport(): void {
  const directory = mkdtempSync(join(tmpdir(), 'report-bench-'));
  try {
    for (const { quotedEvery, title } of [
      { quotedEvery: 10, title: 'quoted texts' },
      { quotedEvery: Infinity, title: 'no quotes' },
    ]) {
      const measured = SIZES.map(({ rows, processes, readings }) => {
        const path = join(directory, 'report.csv');
        writeReport(path, rows, quotedEvery);
        return measure(path, rows, processes, readings);
      });
      print(title, measured);
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function measure(path: string, rows: number, processes: number, readings: number): Measured {
  const papaparse: Process[] = [];
  const imported: Process[] = [];
  for (let process = 0; process < processes; process++) {
    papaparse.push(readingsOf('papaparse', path, readings));
    imported.push(readingsOf('import', path, readings));
  }
  for (const { rows: read } of [...papaparse, ...imported]) if (read !== rows) throw new Error(`${read} rows were read of ${rows}.`);
  return { rows, bytes: statSync(path).size, papaparse: sideOf(papaparse), imported: sideOf(imported) };
}

function readingsOf(which: 'import' | 'papaparse', path: string, readings: number): Process {
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', ONCE, which, path, `${readings}`], { encoding: 'utf8' })) as Process;
}

const sideOf = (processes: readonly Process[]): Side => ({
  first: median(processes.map(({ ms: [first] }) => first!)),
  later: median(processes.flatMap(({ ms: [, ...later] }) => later)),
  peak: Math.max(...processes.map(({ peak }) => peak)),
});

function print(title: string, measured: readonly Measured[]): void {
  for (const which of ['first', 'later'] as const) {
    const header = ['rows', 'file', 'papaparse', 'import', 'of papaparse', 'rows a second', 'µs a row, papaparse', 'import'];
    printTable(`Import of reports, ${title}: ${which === 'first' ? 'the first reading of a process' : 'later readings'}`, [
      header,
      ...measured.map(({ rows, bytes, papaparse, imported }) => [
        rows.toLocaleString('en-US'),
        megabytes(bytes),
        ms(papaparse[which]),
        ms(imported[which]),
        percent(imported[which] / papaparse[which]),
        Math.round((rows / imported[which]) * 1000).toLocaleString('en-US'),
        perRow(papaparse[which], rows),
        perRow(imported[which], rows),
      ]),
    ]);
  }
  printTable(`Import of reports, ${title}: memory beyond the start, at most`, [
    ['rows', 'papaparse', 'import'],
    ...measured.map(({ rows, papaparse, imported }) => [rows.toLocaleString('en-US'), megabytes(papaparse.peak), megabytes(imported.peak)]),
  ]);
}

const perRow = (milliseconds: number, rows: number): string => ((milliseconds / rows) * 1000).toFixed(2);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
