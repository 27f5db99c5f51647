import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const { readCatalogue } = await tsImport('../src/build/catalogue.ts', import.meta.url);
const UNIT = 'test/**/*.test.{ts,tsx}';
/** A busy machine takes its time: what is waited for comes, or is wrong. */
const PATIENT = { poll: { timeout: 15_000 } };
const SLOW = ['test/build/**', 'test/manifest.test.ts', 'test/static/**', 'test/workbench/**', 'test/browser/**'];

/**
 * Whose days could differ with the machine's zone: what makes and counts them, reads them from cells and files, or looks at
 * the clock. All else is handed days as text, since the linter lets no other file make a Date or ask what day it is
 * (the terminal asks for UTC's).
 */
const READS_DAYS = [
  'domain/calendar',
  'cells',
  'reports',
  'functions',
  'cases',
  'records',
  'planner/store',
  'planner/to-do',
  'support',
].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** What in these folders works on bytes, amounts, and rows, with no day in them that could differ. */
const READS_NO_DAYS = [
  'records/merge-rows',
  'reports/import/*zip*',
  'reports/import/broken-lines',
  'reports/import/single-rows',
  'reports/parts-of-a-cent',
  'reports/point-marks',
].map((file) => `test/${file}.test.ts`);

/** The tests on a machine set to a time zone: a day must be the same day everywhere. */
function unit(name, zone, include = [UNIT], exclude = []) {
  // Processes of its own: a worker thread keeps the zone its process began with.
  // A law tries hundreds of cases, on a busy machine for longer than the 5 seconds Vitest gives.
  return {
    extends: true,
    test: {
      name,
      include,
      exclude: [...SLOW, ...exclude],
      pool: 'forks',
      env: { TZ: zone },
      // Loading the same modules for each of 400 files anew would take a third of the time.
      isolate: false,
      setupFiles: ['test/support/laws.ts', 'test/support/fresh-host.ts'],
      maxWorkers: 2,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

/** Longer than all other laws together: where all its cases are tried, a few processes share them. */
const LONG_LAW = 'test/workbench/whole-or-not.test.ts';
/** An odd number, so that no process gets every second case, which is the slower one of two. */
const PARTS = process.env.LAWS === 'full' ? 3 : 0;

/** Tests that start a grid each, and need the built add-in. */
function workbench(name, { include, exclude = [], env = {} }) {
  return {
    extends: true,
    test: {
      name,
      setupFiles: ['test/support/wait-for-build.ts'],
      include,
      exclude,
      env,
      pool: 'forks',
      // a fifth of the time of a grid goes into clearing away what was only just made
      execArgv: ['--max-semi-space-size=64'],
      maxWorkers: 3,
      expect: PATIENT,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: 1 },
    },
  };
}

export default defineConfig({
  root,
  cacheDir: `${root}.cache/vite`,
  define: { __VERSION__: '"1.0.0"', __CATALOGUE__: JSON.stringify(readCatalogue(`${root}src/functions`)) },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    watch: false,
    projects: [
      unit('unit-utc', 'UTC'),
      unit('unit-apia', 'Pacific/Apia', READS_DAYS, READS_NO_DAYS),
      unit('unit-sao-paulo', 'America/Sao_Paulo', READS_DAYS, READS_NO_DAYS),
      {
        extends: true,
        test: {
          name: 'static',
          include: ['test/static/**/*.test.ts'],
          // the tools are processes of their own: more at once would only take more memory
          maxConcurrency: 3,
          maxWorkers: 2,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['test/build/**/*.test.ts', 'test/manifest.test.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          // one of them builds the add-in, next to the build of this run and the tools of the static tests
          hookTimeout: 600_000,
        },
      },
      // These start a grid engine or a browser each and need the built add-in: after the others, next to which it is built.
      // A story waits for a good part of its time, so three at once keep two processors busy.
      workbench('workbench', { include: ['test/workbench/**/*.test.{ts,tsx}'], exclude: PARTS ? [LONG_LAW] : [] }),
      ...Array.from({ length: PARTS }, (_, part) =>
        workbench(`workbench-${part + 1}`, { include: [LONG_LAW], env: { LAWS_PART: `${part + 1}/${PARTS}` } }),
      ),
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/wait-for-workbench.ts'],
          include: ['test/browser/**/*.test.{ts,tsx}'],
          pool: 'forks',
          // the files of a process share its page: to open one takes longer than most stories
          isolate: false,
          maxWorkers: 3,
          expect: PATIENT,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
