import { gzipSync } from 'node:zlib';
import vm from 'node:vm';
import { builtScript, loadInNewPage } from './built-functions';
import { median, ms, printTable, timeOf } from './measure';

const RUNS = 21;

/** How long functions.js takes in a page that has never seen it: compiled, run, all functions registered. */
export function benchColdStart(): void {
  const text = builtScript('functions.js');
  const empty = new vm.Script('');
  // another name each time, or V8 takes the compiled script from its cache
  const load = (run: number) => timeOf(() => loadInNewPage(new vm.Script(`${text}\n// ${run}`, { filename: `functions-${run}.js` })));
  const page = median(Array.from({ length: RUNS }, () => timeOf(() => loadInNewPage(empty))));
  const whole = median(Array.from({ length: RUNS }, (_, run) => load(run)));
  printTable('Cold start of functions.js', [
    ['functions.js', `${(text.length / 1000).toFixed(1)} kB, ${(gzipSync(text).length / 1000).toFixed(1)} kB gzipped`],
    ['compile and run', ms(whole - page)],
    ['(making the empty page)', ms(page)],
  ]);
}
