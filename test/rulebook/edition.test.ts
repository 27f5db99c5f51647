import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { RULES_OF } from '../../src/rulebook/edition';

const rules = import.meta.glob<string>('../../src/rulebook/rules/*.ts', { eager: true, query: '?raw', import: 'default' });

it('the rulebook says the day of its newest change: where this fails, facts have changed and the day must, too', () => {
  const hash = createHash('sha256');
  for (const [path, text] of Object.entries(rules).sort()) hash.update(path.replace(/^.*\//, '')).update(factsOf(text));
  expect([RULES_OF, hash.digest('hex').slice(0, 16)]).toEqual(['2026-12-01', 'f01732bb58bc5f4d']);
});

/** A file without its imports, comments, the word export and how it is laid out: none of them is a fact. */
const factsOf = (text: string): string => text.replace(/^import [^;]*;|^export |^ *\/\*\*[^]*?\*\/|^ *\/\/.*/gm, '').replace(/[\s,]+/g, '');
