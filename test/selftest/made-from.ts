import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue, type FunctionEntry } from '../../src/build/catalogue';
import { formatDay } from '../../src/domain/calendar/day';
import { RULES_OF } from '../../src/rulebook/edition';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The functions a self-test tries, in the order in which people find them. */
export const selftestFunctions = (): readonly FunctionEntry[] => readCatalogue(`${ROOT}src/functions`);

/** The version and the rules a self-test is made from. */
export function selftestVersion(): string {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  return `Co-op Planner ${version}, rules of ${formatDay(RULES_OF)}`;
}
