import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { selftestBook } from './book';
import { selftestFunctions, selftestVersion } from './made-from';

// Writes the self-test workbooks, with the days of both date systems. What is expected comes from the tests' own cases.

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

async function main(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  for (const [dateSystem, name] of [
    [1900, 'selftest.xlsx'],
    [1904, 'selftest-1904.xlsx'],
  ] as const) {
    const { bytes, places } = await selftestBook({ dateSystem, functions: selftestFunctions(), madeBy: selftestVersion() });
    writeFileSync(`${dist}${name}`, bytes);
    process.stdout.write(`dist/${name}: ${places.length} cases of ${selftestFunctions().length} functions\n`);
  }
}

void main();
