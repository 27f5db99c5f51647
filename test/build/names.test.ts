import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Words that say nothing about what a file holds. */
const EMPTY_WORDS = [
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'service',
  'common',
  'misc',
  'info',
  'process',
  'transaction',
  'campaign',
  'attachment',
];

describe.each(['src', 'test'])('files in %s', (folder) => {
  const files = readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

  it('are named in lower case with hyphens', () => {
    expect(files.filter((path) => !/^(README\.md|DIFFERENCES\.md|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*)$/.test(basename(path)))).toEqual([]);
  });

  it('are named by a word that says what they hold', () => {
    expect(
      files.filter((path) =>
        basename(path)
          .split(/[-.]/)
          .some((word) => EMPTY_WORDS.includes(word)),
      ),
    ).toEqual([]);
  });

  it('hold no barrel', () => {
    expect(files.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
  });
});

it('leaves the top level as it is', () => {
  const allowed = [
    'src',
    'test',
    'assets',
    'manifest.xml',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'webpack.config.js',
    'README.md',
    'LICENSE',
    // made, and ignored by git
    'node_modules',
    'dist',
  ];
  expect(readdirSync(ROOT).filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
});
