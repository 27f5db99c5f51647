import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface ImportRule {
  name: string;
  comment: string;
  to: { pathNot?: string };
}

const { forbidden } = createRequire(import.meta.url)(`${ROOT}.dependency-cruiser.cjs`) as { forbidden: ImportRule[] };

const README = readFileSync(`${ROOT}src/README.md`, 'utf8');

/** The rows of the table in src/README.md: a folder, and the folders named before the first semicolon. */
const rows = [...README.matchAll(/^\| (\w+) \| ([^|]+) \|/gm)]
  .filter(([, folder]) => folder !== 'folder')
  .map(([, folder, others]) => [folder!, /^nothing of ours/.test(others!) ? [] : others!.split(';')[0]!.trim().split(/,\s*/)] as const);

describe('the import table', () => {
  it.each(rows)('says of %s what the checker enforces', (folder, others) => {
    const rule = forbidden.find(({ name }) => name === `${folder}-imports`);
    expect(rule?.to.pathNot).toBe(`^src/(${[folder, ...others].join('|')})/`);
  });

  it('covers every folder', () => {
    expect(rows.length).toBe(forbidden.filter(({ name }) => name.endsWith('-imports') && !/^domain-.+-imports$/.test(name)).length);
  });

  it('has the domain in rooms, in the order of src/README.md', () => {
    const told = /in rooms that import only those before them: ([^;]+);/.exec(README)![1]!.split(', ');
    expect(
      readdirSync(`${ROOT}src/domain`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...told].sort());
    told.forEach((room, index) => {
      const rule = forbidden.find(({ name }) => name === `domain-${room}-imports`);
      expect(rule?.to.pathNot, room).toBe(`^src/domain/(${told.slice(0, index + 1).join('|')})/`);
    });
  });

  it.each(forbidden.map((rule) => [rule.name, rule.comment] as const))('%s tells what to do', (_name, comment) => {
    expect(comment.length).toBeGreaterThan(30);
  });
});
