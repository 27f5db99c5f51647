import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/build/catalogue';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${ROOT}README.md`, 'utf8');
const scripts = Object.keys((JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: object }).scripts);

/** A function as its row of the table begins: the name and the arguments, optional ones in brackets. */
const signatures = readCatalogue(`${ROOT}src/functions`).map(
  ({ name, parameters }) =>
    `${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(', ')})`,
);

describe('the README', () => {
  it('has one row for each function, with the arguments the function takes', () => {
    const rows = [...readme.matchAll(/^\| `(COOP\.[^`]+)` \| \S/gm)].map(([, signature]) => signature);
    expect(rows.sort()).toEqual([...signatures].sort());
  });

  it('names only commands there are', () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !scripts.includes(name!))).toEqual([]);
  });

  it('shows pictures that exist', () => {
    for (const [, path] of readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)) expect(() => readFileSync(ROOT + path)).not.toThrow();
  });
});
