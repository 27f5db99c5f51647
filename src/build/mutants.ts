import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The last version for Node.js 20. Version 10 needs 22, so raise it with the minimum in engines. */
const STRYKER = '9.6.1';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT_IN = '.cache/mutants';
const CORE = `${ROOT}${KEPT_IN}/node_modules/@stryker-mutator/core`;
/** Percent of mutants that tests must kill. */
const GOAL = 95;

/** A small change to the code, and whether a test failed with it. */
export interface Mutant {
  fileName: string;
  status: string;
  replacement?: string;
  /** Lines and columns counted from 1. */
  location: { start: Place; end: Place };
}
interface Place {
  line: number;
  column: number;
}

interface Counts {
  mutants: number;
  killed: number;
  survived: number;
}

/** Counts mutants by result, without those that Stryker ignores. */
export function countsOf(mutants: readonly Mutant[]): Counts {
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const survived = mutants.filter(hasSurvived).length;
  return { mutants: killed + survived, killed, survived };
}

const hasSurvived = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

/** Percent killed, rounded down, so that 95 is never less. */
export const scoreOf = ({ mutants, killed }: Counts): number => (mutants === 0 ? 100 : Math.floor((killed / mutants) * 1000) / 10);

/** Describes a mutant that survived: "src/a.ts:3: a < b → a <= b". */
export function survivorLine({ fileName, status, location: { start, end }, replacement = '' }: Mutant, source: string): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 100);
  const untried = status === 'NoCoverage' ? ' (no test gets there)' : '';
  return `${fileName}:${start.line}: ${short(lines.join('\n'))} → ${short(replacement)}${untried}`;
}

/** The folders to mutate one by one. Each runs the tests in the test folder of the same name, since all tests would take ten times as long. */
function rooms(): string[] {
  const inDomain = readdirSync(`${ROOT}src/domain`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['domain', ...inDomain.map(({ name }) => `domain/${name}`), 'rulebook'];
}

/** Installs Stryker if needed. It isn't part of `npm ci`, since it's large and rarely used. */
function fetchStryker(): void {
  const has = existsSync(`${CORE}/package.json`) && readFileSync(`${CORE}/package.json`, 'utf8').includes(`"version": "${STRYKER}"`);
  if (has) return;
  // Without its peer dependencies, it uses the project's Vitest.
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${STRYKER}`);
  const { status } = spawnSync('npm', ['install', '--prefix', KEPT_IN, '--legacy-peer-deps', '--no-package-lock', ...packages], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`Stryker ${STRYKER} could not be fetched.`);
}

/** Mutates a room or one of its files, and runs the room's tests for each mutant. */
async function tryRoom(room: string): Promise<Mutant[]> {
  const folder = room.replace(/\/[\w-]+\.ts$/, '');
  const inside = folder === 'domain' ? '*' : '**/*';
  process.env['TESTS_OF_MUTANTS'] = `test/${folder}/${inside}.test.ts`;
  const { Stryker } = (await import(`${CORE}/dist/src/index.js`)) as { Stryker: StrykerClass };
  const results = await new Stryker({
    mutate: [room.endsWith('.ts') ? `src/${room}` : `src/${room}/${inside}.ts`],
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: '.config/vitest.mutants.config.js', related: false },
    coverageAnalysis: 'perTest',
    // Code that runs when a file loads, such as tables, would need all tests for each mutant. Tests check tables entry by entry.
    ignoreStatic: true,
    // Long enough for a slow machine, but ends infinite loops.
    timeoutMS: 60_000,
    tempDirName: `${KEPT_IN}/sandbox`,
    // Tests don't need build output, and other commands may be writing it.
    ignorePatterns: ['/.cache', '/dist'],
    reporters: ['progress-append-only'],
    logLevel: 'warn',
  }).runMutationTest();
  return results.map((result) => ({ ...result, fileName: relative(ROOT, result.fileName).replaceAll('\\', '/') }));
}
type StrykerClass = new (options: object) => { runMutationTest(): Promise<Mutant[]> };

/** Runs `npm run mutants`, for all rooms or some: `npm run mutants -- domain/money rulebook/rules-on.ts`. */
async function mutants(named: readonly string[]): Promise<number> {
  process.chdir(ROOT);
  fetchStryker();
  const all: Mutant[] = [];
  const table: (Counts & { room: string; score: number })[] = [];
  const add = (room: string, found: readonly Mutant[]): void => {
    const counts = countsOf(found);
    table.push({ room, ...counts, score: scoreOf(counts) });
  };
  for (const room of named.length > 0 ? named : rooms()) {
    const found = await tryRoom(room);
    for (const mutant of found.filter(hasSurvived)) console.log(survivorLine(mutant, readFileSync(`${ROOT}${mutant.fileName}`, 'utf8')));
    all.push(...found);
    add(room, found);
  }
  add('all', all);
  console.table(table);
  return scoreOf(countsOf(all)) < GOAL ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await mutants(process.argv.slice(2));
