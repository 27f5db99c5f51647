import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { NOTICES, RULE } from '../../src/build/notices';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

it('ships the license of every package that the source maps say is in the bundles, and of no other', () => {
  const maps = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((file) => (JSON.parse(readFileSync(DIST + file, 'utf8')) as { sources: string[] }).sources);
  const shipped = new Set(sources.flatMap((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []));
  const [, ...notices] = readFileSync(DIST + NOTICES, 'utf8').split(RULE);
  const named = notices.map((notice) => notice.slice(0, notice.indexOf(' ')));
  expect([...shipped]).toEqual(expect.arrayContaining(['@floating-ui/utils', 'date-fns', 'fflate', 'papaparse', 'react-dom', 'tabster']));
  expect(new Set(named)).toEqual(shipped);
  for (const notice of notices) expect(notice).toMatch(/^\S+ \d\S+\nLicense: \S.*\n\n(?=[^]*copyright)[^]{200,}/i);
});
