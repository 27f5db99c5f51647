import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { plainCell, tsv } from './node/plain-text';
import type { HeadlessWorkbench } from './headless';

const HELP = `Calculates Excel formulas, including COOP functions, without Excel.

  npm run --silent calc -- [--data report.csv] '=FORMULA' ['=FORMULA' …]
  … | npm run --silent calc -- [--data report.csv]        one formula per line on standard input

  --data report.csv   puts an earnings report on sheet Earnings as table Earnings, and names the whole
                      range with its header Report: =COOP.ACCRUED(Report,"FY25 H1","1234567")
  --help              this text

Prints a block for each formula, with an empty line between blocks, one line per row, and tabs between cells. Numbers are
plain, days yyyy-mm-dd, TRUE and FALSE, errors such as #VALUE!. A single cell's text is printed as is, even over several
lines (=COOP.CHECK); among several cells, text with a tab or a line break is in double quotes, as Excel copies it.
The exit code is 0, even if a formula's result is an error, or 2 for invalid arguments.
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');
const LOCK = join(ROOT, '.cache', 'calc-build.lock');
const INPUT_WAIT_MS = 5000;
const LONGEST_BUILD_MS = 180_000;

/** Invalid arguments: prints one sentence and exits with code 2. */
class BadUsage extends Error {}

async function main(): Promise<string> {
  const { data, help, given } = readArguments();
  if (help) return HELP;
  const report = data === undefined ? undefined : readReport(data);
  const formulas = given.length ? given : await readLines();
  if (!formulas.length) throw new BadUsage("Give at least one formula, such as '=COOP.SPLIT(1500)', or --help.");
  for (const formula of formulas) {
    if (!/^=./s.test(formula)) throw new BadUsage(`A formula begins with =, but this doesn't: ${formula}`);
  }
  buildWhereNeeded();
  const { startHeadless } = await import('./headless');
  const workbench = await startHeadless({ distDir: DIST, reportCsv: report, profile: 'windows' });
  // The grid's engine calculates on its own time, so what it throws reaches no caller.
  process.once('uncaughtException', (error) => finish(1, `${uncalculated(formulas, error)}\n`, process.stderr));
  return (await blocks(workbench, formulas)).join('\n\n') + '\n';
}

function readArguments(): { data: string | undefined; help: boolean; given: string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { data: values.data, help: values.help ?? false, given: positionals.map((text) => text.trim()) };
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/\.\s/);
    throw new BadUsage(`${sentence.replace(/\.$/, '')}. For the options, see --help.`);
  }
}

function readReport(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BadUsage(`The report ${file} can't be read. Check the path.`);
  }
  if (!text.trim()) throw new BadUsage(`The report ${file} is empty.`);
  return text;
}

/** Formulas from standard input; none if there is no input. */
async function readLines(): Promise<string[]> {
  if (process.stdin.isTTY) return [];
  const chunks: string[] = [];
  process.stdin.setEncoding('utf8');
  // Don't wait forever for a standard input that is open but silent.
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, INPUT_WAIT_MS);
    process.stdin.on('data', (chunk: string) => {
      clearTimeout(timer);
      chunks.push(chunk);
    });
    process.stdin.on('end', resolve).on('error', () => resolve());
  });
  const lines = chunks.join('').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Why the add-in must be built first, or null. */
function staleness(): string | null {
  const built = join(DIST, 'functions.js');
  if (!existsSync(built) || !existsSync(join(DIST, 'functions.json'))) return 'there is no build yet';
  const sources = ['src', 'webpack.config.js', 'manifest.xml'].map((name) => join(ROOT, name));
  return newest(sources) > newest([DIST]) ? 'a source is newer than the build' : null;
}

/** Builds if needed, but never twice at the same time. */
function buildWhereNeeded(): void {
  if (!staleness()) return;
  mkdirSync(dirname(LOCK), { recursive: true });
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    const reason = staleness();
    if (!reason) return;
    process.stderr.write(`Building the add-in first: ${reason}.\n`);
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    // A build with the same result writes no files, so without a new date it would be repeated next time.
    const now = new Date();
    utimesSync(join(DIST, 'functions.js'), now, now);
  } catch {
    throw new Error("The add-in couldn't be built. See the messages above.");
  } finally {
    rmdirSync(LOCK);
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    // Left by a build that was killed.
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > LONGEST_BUILD_MS) rmdirSync(LOCK);
    return false;
  }
}

const WORKBENCH = join(ROOT, 'src', 'workbench');

function newest(paths: string[]): number {
  let latest = 0;
  for (const path of paths) {
    // The workbench isn't part of the build.
    if (path === WORKBENCH || !existsSync(path)) continue;
    const stats = statSync(path);
    const inside = stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stats.mtimeMs;
    latest = Math.max(latest, inside);
  }
  return latest;
}

async function blocks(workbench: HeadlessWorkbench, formulas: string[]): Promise<string[]> {
  const read = await workbench.evaluate(formulas, 'value', 'format');
  return formulas.map((_formula, i) => {
    const [values, formats] = [read[2 * i]!, read[2 * i + 1]!];
    return tsv(values.map((row, r) => row.map((value, c) => plainCell(value, String(formats[r]![c]), workbench.workbook.numfmt))));
  });
}

function uncalculated(formulas: readonly string[], error: Error): string {
  const [formula = ''] = formulas;
  const what = formula.length > LONGEST_SHOWN ? `${formula.slice(0, LONGEST_SHOWN)}…` : formula;
  const why = error.message.split('\n')[0]!;
  return formulas.length === 1
    ? `${what} can't be calculated without Excel: ${why}.`
    : `One of the ${formulas.length} formulas can't be calculated without Excel: ${why}. Give them one at a time to find it.`;
}

const LONGEST_SHOWN = 80;

function finish(code: number, text: string, stream: NodeJS.WriteStream): void {
  // Otherwise, Univer's timers would keep the process running for a while.
  stream.write(text, () => process.exit(code));
}

main().then(
  (text) => finish(0, text, process.stdout),
  (error: unknown) => {
    const sentence = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    finish(error instanceof BadUsage ? 2 : 1, `${sentence}\n`, process.stderr);
  },
);
