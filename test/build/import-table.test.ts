import { readFileSync } from 'node:fs';
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

/** The rows of the table in src/README.md: a folder, and the folders named before the first semicolon. */
const rows = [...readFileSync(`${ROOT}src/README.md`, 'utf8').matchAll(/^\| (\w+) \| ([^|]+) \|/gm)]
  .filter(([, folder]) => folder !== 'folder')
  .map(([, folder, others]) => [folder!, /^nothing of ours/.test(others!) ? [] : others!.split(';')[0]!.trim().split(/,\s*/)] as const);

describe('the import table', () => {
  it.each(rows)('says of %s what the checker enforces', (folder, others) => {
    const rule = forbidden.find(({ name }) => name === `${folder}-imports`);
    expect(rule?.to.pathNot).toBe(`^src/(${[folder, ...others].join('|')})/`);
  });

  it('covers every folder', () => {
    expect(rows.length).toBe(forbidden.filter(({ name }) => name.endsWith('-imports')).length);
  });

  it.each(forbidden.map((rule) => [rule.name, rule.comment] as const))('%s tells what to do', (_name, comment) => {
    expect(comment.length).toBeGreaterThan(30);
  });
});
