import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { plural } from '../domain/text/plural';
import { compareFiles } from '../merging/compare-files';
import { mergedFile } from '../merging/merged-file';
import type { Change } from '../merging/merge-tables';
import { printable } from '../reports/import/shown-text';
import { BadUsage, readArguments, run, type Outcome } from './command';

const HELP = `Compares a workbook that comes back with yours, without Excel, and merges them.

  npm run --silent merge -- mine.xlsx returned.xlsx [--base base.xlsx] [--out merged.xlsx] [--json]

  Rows of the planning tables are found by their IDs, and values are compared as values. What only the copy changed is
  theirs, what only yours changed is mine, and different changes to one value are a conflict.
  --base   the workbook as it was sent; without it, the base that the copy carries. Without either, each difference is a
           conflict, since it isn't known who changed the value
  --out    writes your workbook with what only the copy changed. A conflict keeps mine, and a row that was deleted in the
           copy stays
  --json   one JSON object: { base: "carried" | "given" | "none", send, changes: [{ table, id, column, base, mine, theirs,
           result, kind }], refused: [{ table, id, row, why }] }
  --help   this text

The exit code is 0 without a conflict and 1 with one. A file that can't be read or written gives one sentence on standard
error and exit code 2.
`;

async function main(): Promise<string | Outcome> {
  const { values, positionals } = readArguments({
    base: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return HELP;
  const [mine, returned, ...more] = positionals;
  if (!mine || !returned || more.length > 0) throw new BadUsage('Enter your workbook and the one that came back, or --help.');
  const compared = await compareFiles({
    mine: read(mine),
    theirs: read(returned),
    ...(values.base !== undefined && { base: read(values.base) }),
  });
  const { base, send, changes, refused } = compared;
  if (values.out !== undefined) {
    const { bytes, unplaced } = await mergedFile(compared.side, compared);
    write(values.out, bytes);
    if (unplaced.length > 0)
      process.stderr.write(`${plural(unplaced.length, 'new row')} couldn't be added, since something is below the table.\n`);
  }
  const code = changes.some(({ kind }) => kind === 'conflict') ? 1 : 0;
  const listed = refused.map(({ table, id, row, why }) => ({ table, id, row, why }));
  if (values.json) return { code, text: `${JSON.stringify({ base, send, changes, refused: listed })}\n` };
  const lines = [BASES[base], ...changes.map(line), ...refused.map(({ table, why }) => `${table}: ${why}`)];
  return { code, text: `${lines.map(printable).join('\n')}\n` };
}

const BASES = {
  carried: 'Compared with the base that the copy carries.',
  given: 'Compared with the base given.',
  none: "There is no base, so it isn't known who changed what: each difference is a conflict.",
};

function line({ table, id, column, base, mine, theirs, kind }: Change): string {
  const what = `${kind}: ${table} ${id ?? 'without ID'}`;
  if (column === null) return `${what}, the row`;
  return `${what} ${column}: was ${shown(base)}, mine ${shown(mine)}, theirs ${shown(theirs)}`;
}

const shown = (value: Change['base']): string => (value === null ? 'blank' : typeof value === 'object' ? 'a row' : String(value));

function read(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new BadUsage(`"${basename(path)}" can't be read. Check that it's there.`);
  }
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (thrown) {
    throw new BadUsage(`"${basename(path)}" can't be written: ${(thrown as Error).message}.`);
  }
}

run(main, 2);
