import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { todayInUtc } from '../domain/calendar/day';
import { plural } from '../domain/text/plural';
import { standaloneCopy, type WorkbookCopy } from '../files/standalone';
import { withBase } from '../merging/with-base';
import { printable } from '../reports/import/shown-text';
import { BadUsage, readArguments, run } from './command';
import packageJson from '../../package.json' with { type: 'json' };

const HELP = `Copies a workbook so that no cell needs the add-in, without Excel.

  npm run --silent standalone -- in.xlsx out.xlsx [--values] [--send N] [--to NAME] [--json]

  Each COOP formula becomes formulas of Excel, or the value that the file stores; a sheet "Read me" lists which and why.
  All other parts of the file stay as they are. A workbook without COOP formulas is copied as it is.
  --values every formula in a cell becomes the value that the file stores, so that nothing changes anymore
  --send   the copy carries what it holds in a hidden sheet under this number, for npm run merge when it comes back
  --to     for whom the copy is, which that sheet says
  --json   one JSON object: { cells: [{ sheet, cell, from, to, why }],
           others: [{ where, from, to, why }], live, values }; others are formulas of names, columns, formats, and validations
  --help   this text

A file that can't be read or written gives one sentence on standard error and exit code 2.
`;

async function main(): Promise<string> {
  const { values, positionals } = readArguments({
    values: { type: 'boolean' },
    send: { type: 'string' },
    to: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return HELP;
  const [from, to, ...more] = positionals;
  if (!from || !to || more.length > 0) throw new BadUsage('Enter the workbook and the name of its copy, or --help.');
  const number = sendNumber(values.send);
  const bytes = read(from);
  if (isSameFile(from, to)) throw new BadUsage('The copy would replace the workbook. Enter another name for it.');
  const day = todayInUtc();
  const copy = await standaloneCopy(bytes, { day, version: packageJson.version, hasValuesOnly: values.values === true });
  if (copy.hasMacros !== /^\.xl[st]m$/i.test(extname(to)))
    throw new BadUsage(`Excel opens this copy only as ${copy.hasMacros ? '.xlsm, since it has macros' : '.xlsx, since it has no macros'}.`);
  const send = { number: number ?? 0, day, to: values.to ?? '', what: values.values ? 'Copy of values' : 'Standalone copy', isPart: false };
  write(to, number === null ? copy.bytes : await withBase(copy.bytes, send));
  return values.json ? asJson(copy) : asText(copy, basename(to));
}

function sendNumber(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new BadUsage('The number after --send is a whole number from 1.');
  return Number(given);
}

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

/** Links lead to the same file, too. */
function isSameFile(from: string, to: string): boolean {
  const real = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(from) === real(to);
}

const asJson = ({ cells, others, live, values }: WorkbookCopy): string => `${JSON.stringify({ cells, others, live, values })}\n`;

function asText({ cells, live, values }: WorkbookCopy, name: string): string {
  const total = `${name}: ${plural(live, 'cell')} calculate, ${plural(values, 'cell')} with fixed values.`;
  const fixed = cells.filter(({ to }) => to === 'value').map(({ sheet, cell, from, why }) => `${sheet}!${cell}  ${from}  ${why}`);
  return `${[total, ...(fixed.length ? ['', ...fixed] : [])].map(printable).join('\n')}\n`;
}

run(main);
