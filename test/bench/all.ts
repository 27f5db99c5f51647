import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchBigReports } from './big-reports';
import { readyFunctions } from './built-functions';
import { benchColdStart } from './cold-start';
import { benchImport } from './import-reports';
import { benchScalarCalls } from './scalar-calls';

// npm run bench: medians and ratios taken in one run on the built functions. It asserts nothing: machines differ.
if (!existsSync(fileURLToPath(new URL('../../dist/functions.js', import.meta.url)))) {
  console.log('The benchmark measures the built functions: npm run build first.');
  process.exit(1);
}
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
benchColdStart();
const functions = await readyFunctions();
benchScalarCalls(functions);
benchBigReports(functions);
benchImport();
