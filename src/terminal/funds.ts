import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDay, todayInUtc, type Day } from '../domain/calendar/day';
import { rulesOn } from '../rulebook/rules-on';
import { fundsOf } from '../reports/funds';
import { readReports } from '../reports/import/read-reports';
import { PIECE, type ByteSource } from '../reports/import/report-source';
import { BadUsage, readArguments, run } from './command';
import { importAsJson, importAsText } from './import-text';

const HELP = `Reads earnings reports from Partner Center and lists the funds they make, without Excel.

  npm run --silent funds -- report.csv [more files] [--json] [--today yyyy-mm-dd]

  Files are CSV or TSV, plain, zipped or packed with gzip, in any encoding and column order. Across files, each earning counts once.
  --json               one JSON object; money in US dollars
  --today yyyy-mm-dd   the as-of date for the status of funds; today if omitted
  --help               this text

Rows that can't be counted are listed with their line and the reason, and the exit code is 0. A file that isn't a
readable earnings report gives one sentence on standard error and exit code 2.
`;

async function main(): Promise<string> {
  const { files, json, help, today } = argumentsGiven();
  if (help) return HELP;
  if (files.length === 0) throw new BadUsage('Enter at least one earnings report, or --help.');
  const read = await readReports(files.map(fileSource));
  const funds = fundsOf(read, (day) => rulesOn(day), today);
  return json ? importAsJson(read, funds) : importAsText(read, funds, today);
}

function argumentsGiven(): { files: string[]; json: boolean; help: boolean; today: Day } {
  const { values, positionals } = readArguments({
    json: { type: 'boolean' },
    today: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  const today = values.today ?? todayInUtc();
  if (!isDay(today)) throw new BadUsage(`--today takes a day such as 2025-06-30, not ${today}.`);
  return { files: positionals, json: values.json ?? false, help: values.help ?? false, today };
}

function fileSource(path: string): ByteSource {
  const stats = statSync(path, { throwIfNoEntry: false });
  const source: ByteSource = { name: basename(path), size: stats?.size, pieces: () => createReadStream(path, { highWaterMark: PIECE }) };
  // A pipe can only be read once, from its beginning.
  return stats?.isFile() ? { ...source, slice: (from, to) => sliceOf(path, from, to) } : source;
}

async function sliceOf(path: string, from: number, to: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(to - from), 0, to - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

run(main);
