import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { Notices, NOTICES, RULE } from '../../src/build/notices';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
  write('package.json', '{ "name": "add-in", "version": "1.0.0", "license": "MIT" }');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the notices', () => {
  it('name each package of both builds once, in order, with its version, license and texts, and no other', async () => {
    addPackage('zebra', { LICENSE: 'Copyright Zebra\n', NOTICE: 'Made of stripes.\n' });
    addPackage('ant', { 'license.md': 'Copyright Ant\r\nAll of it\r\n' });
    addPackage('later', { LICENSE: 'Copyright Later' });
    addPackage('unused', { LICENSE: 'Copyright Unused' });
    write('functions.js', "import { zebra } from 'zebra'; console.log(zebra);");
    write('main.js', "import { ant } from 'ant'; import { zebra } from 'zebra'; console.log(ant, zebra); import('later');");
    expect(await build('functions', 'main')).toEqual([]);
    const [, ...notices] = readFileSync(join(folder, 'dist', NOTICES), 'utf8').split(RULE);
    expect(notices).toEqual([
      'ant 1.2.3\nLicense: MIT\n\nCopyright Ant\nAll of it\n',
      'later 1.2.3\nLicense: MIT\n\nCopyright Later\n',
      'zebra 1.2.3\nLicense: MIT\n\nCopyright Zebra\n\nMade of stripes.\n',
    ]);
  });

  it('fail the build for a package without a license text', async () => {
    addPackage('zebra', {});
    write('main.js', "import { zebra } from 'zebra'; console.log(zebra);");
    expect(await build('main')).toEqual(['zebra comes without its license text; add one in src/build/notices.ts.']);
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function addPackage(name: string, files: Record<string, string>): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', license: 'MIT', sideEffects: false }));
  write(`node_modules/${name}/index.js`, `export const ${name} = ${Math.random()};`);
  for (const [file, text] of Object.entries(files)) write(`node_modules/${name}/${file}`, text);
}

/** Builds each entry by itself, one after the other, as the add-in is built; gives the errors. */
function build(...entries: string[]): Promise<string[]> {
  const notices = new Notices('add-in');
  const configurations = entries.map((name, index) => ({
    name,
    mode: 'production' as const,
    dependencies: entries.slice(0, index),
    context: folder,
    entry: { [name]: join(folder, `${name}.js`) },
    output: { path: join(folder, 'dist') },
    plugins: [notices],
  }));
  return new Promise((resolve, reject) => {
    webpack(configurations, (error, stats) =>
      error ? reject(error) : resolve(stats!.stats.flatMap(({ compilation }) => compilation.errors.map(({ message }) => message))),
    );
  });
}
