import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ms, printTable } from './measure';
import { writeReport } from './report-file';

const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 3;
const ONCE = fileURLToPath(new URL('import-once.ts', import.meta.url));

interface Measured {
  ms: number;
  rows: number;
  peak: number;
}

/**
 * Reading earnings reports from files of 60 columns, beside papaparse alone over the same file: with a quoted text in
 * every tenth row, as customer names are, and without any, where papaparse has its shortest way.
 */
export function benchImport(): void {
  const directory = mkdtempSync(join(tmpdir(), 'report-bench-'));
  try {
    for (const { quotedEvery, title } of [{ quotedEvery: 10, title: 'quoted texts' }, { quotedEvery: Infinity, title: 'no quotes' }]) {
      const lines = SIZES.map((rows) => measureSize(join(directory, 'report.csv'), rows, quotedEvery));
      printTable(`Import of reports, ${title}`, [['rows', 'file', 'papaparse', 'its memory', 'import', 'its memory', 'rows a second', 'of papaparse'], ...lines]);
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function measureSize(path: string, rows: number, quotedEvery: number): string[] {
  writeReport(path, rows, quotedEvery);
  const papaparse: Measured[] = [];
  const own: Measured[] = [];
  for (let run = 0; run < RUNS; run++) {
    papaparse.push(once('papaparse', path));
    own.push(once('import', path));
  }
  for (const { rows: read } of [...papaparse, ...own]) if (read !== rows) throw new Error(`${read} rows were read of ${rows}.`);
  const time = (of: readonly Measured[]): number => median(of.map((one) => one.ms));
  const peak = (of: readonly Measured[]): string => megabytes(Math.max(...of.map((one) => one.peak)));
  return [
    rows.toLocaleString('en-US'), megabytes(statSync(path).size), ms(time(papaparse)), peak(papaparse), ms(time(own)), peak(own),
    Math.round((rows / time(own)) * 1000).toLocaleString('en-US'), `${Math.round((time(own) / time(papaparse)) * 100)} %`,
  ];
}

function once(which: 'import' | 'papaparse', path: string): Measured {
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', ONCE, which, path], { encoding: 'utf8' })) as Measured;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
