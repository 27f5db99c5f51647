import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { ROOT } from '../../src/workbench/bundle';
import { handOn } from './later';

/**
 * `npm test`: every test. Those that need the built add-in come last, so that it is built next to the first ones. What is
 * given on the command line goes to Vitest.
 */
const npm = process.env['npm_execpath'];
if (!npm) throw new Error('Run this as npm test.');

mkdirSync(`${ROOT}.cache`, { recursive: true });
const file = `${ROOT}.cache/build-${process.pid}.json`;
process.on('exit', () => rmSync(file, { force: true }));

let buildOutput = '';
const building = run([npm, 'run', '--silent', 'build'], 'pipe', (text) => (buildOutput += text)).then((status) => {
  if (status !== 0) throw new Error('The add-in could not be built: what the build said is at the end.');
});
const handed = handOn(file, building);
const tested = await run(
  ['node_modules/vitest/vitest.mjs', 'run', '--config', '.config/vitest.config.js', ...process.argv.slice(2)],
  'inherit',
);
await handed;
const isBuilt = await building.then(
  () => true,
  () => false,
);
process.stdout.write(isBuilt ? '' : buildOutput);
process.exitCode = tested || (isBuilt ? 0 : 1);

/** Runs a program of Node.js to its end; gives its exit status. */
function run(args: string[], output: 'pipe' | 'inherit', take?: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', output, output],
      env: { ...process.env, BUILD_HANDED_ON: file },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => take?.(text.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}
