import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { BUDGETS, Budgets } from '../../src/build/budgets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Text that no compression makes smaller. */
const noise = (bytes: number): string => `export const noise = '${randomBytes(bytes / 2).toString('base64')}'; globalThis.kept = noise;`;

const SOUND = {
  'src/functions/one.js': 'globalThis.one = 1;',
  'src/pane/main.tsx': "import('./app');",
  'src/pane/app.js': 'globalThis.app = 1;',
};

describe('the budgets', () => {
  it('let a build pass that keeps them', async () => {
    expect(await build(SOUND)).toEqual([]);
  });

  it('fail functions that grew too big', async () => {
    const errors = await build({ ...SOUND, 'src/functions/one.js': noise(BUDGETS.functions * 2) });
    expect(errors).toEqual([expect.stringMatching(/^functions\.js is \d+\.\d kB gzipped; the budget of the functions is 32\.3 kB\.$/)]);
  });

  it('count what the pane asks for at once, lazily too', async () => {
    const errors = await build({ ...SOUND, 'src/pane/app.js': noise(BUDGETS.pane * 2) });
    expect(errors).toEqual([expect.stringMatching(/^main\.js \+ \d+\.js is .* the budget of the pane is 345\.0 kB\.$/)]);
  });

  it('count what the frame asks for before its first screen can be used', async () => {
    const store = {
      'src/pane/app.js': "import(/* webpackChunkName: 'planner' */ './store');",
      'src/pane/store.js': noise(BUDGETS.pane * 2),
    };
    const errors = await build({ ...SOUND, ...store });
    expect(errors).toEqual([expect.stringMatching(/^main\.js .*planner\.js is .* the budget of the pane is /)]);
  });

  it('do not count a screen that is opened later', async () => {
    const later = { 'src/pane/app.js': "globalThis.later = () => import('./screen');", 'src/pane/screen.js': noise(BUDGETS.pane * 2) };
    expect(await build({ ...SOUND, ...later })).toEqual([]);
  });

  it.each([
    [
      'the grid engine',
      { 'src/pane/app.js': "import '@univerjs/core';", 'node_modules/@univerjs/core/index.js': 'globalThis.grid = 1;' },
      'it belongs to the workbench only',
    ],
    [
      'the workbench',
      { 'src/pane/app.js': "import '../workbench/page';", 'src/workbench/page.js': 'globalThis.page = 1;' },
      'the workbench never ships',
    ],
    [
      'React among the functions',
      { 'src/functions/one.js': "import 'react';", 'node_modules/react/index.js': 'globalThis.react = 1;' },
      'cells must answer without waiting for it',
    ],
  ])('keep out %s', async (_what, files, why) => {
    const errors = await build({ ...SOUND, ...files });
    expect(errors).toEqual([expect.stringContaining(why)]);
  });
});

/** Builds files of a small add-in with the budgets on; gives the errors. */
function build(files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        context: folder,
        entry: {
          functions: join(folder, 'src/functions/one.js'),
          main: { import: join(folder, 'src/pane/main.tsx'), dependOn: 'functions' },
        },
        output: { path: join(folder, 'dist') },
        resolve: { extensions: ['.js'] },
        performance: { hints: false },
        plugins: [new Budgets()],
      },
      (error, stats) => (error ? reject(error) : resolve(stats!.compilation.errors.map(({ message }) => message))),
    );
  });
}
