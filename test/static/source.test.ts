import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const KNIP = ['--config', '.config/knip.js', '--no-config-hints'];

// As tests, so that one run tells everything and counts everything; while working, `npm run types` and the like are quicker.
describe.concurrent('the source', () => {
  it.each([
    ['has sound types and keeps the rules of the linter', '.config/types-and-lint.js', []],
    [
      'is formatted',
      'node_modules/prettier/bin/prettier.cjs',
      ['--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
    ],
    [
      'keeps the import table',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src'],
    ],
    ['holds nothing that nothing uses', 'node_modules/knip/bin/knip.js', KNIP],
    ['ships nothing that tests alone use', 'node_modules/knip/bin/knip.js', [...KNIP, '--production']],
  ])('%s', async (_what, tool, args) => {
    const { status, output } = await run(tool, args);
    expect(status, output).toBe(0);
  });
});

function run(tool: string, args: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, ...args], { cwd: ROOT });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
