import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchBigReports } from './big-reports';
import { DIST, readyFunctions } from './built-functions';
import { benchColdStart } from './cold-start';
import { benchDevReload } from './dev-reload';
import { benchImport } from './import-reports';
import { benchLargePlan } from './large-plan';
import { benchMerge } from './merge-copy';
import { benchScalarCalls } from './scalar-calls';

// npm run bench: medians and ratios taken in one run on the built functions. It asserts nothing: machines differ.
if (!existsSync(`${DIST}functions.js`)) {
  console.log('The benchmark measures the built functions: npm run build first.');
  process.exit(1);
}
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
benchColdStart();
const functions = await readyFunctions();
benchScalarCalls(functions);
benchBigReports();
await benchLargePlan();
benchMerge();
benchImport();
await benchDevReload();
