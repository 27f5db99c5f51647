import { createReadStream, statSync } from 'node:fs';
import Papa from 'papaparse';
import { readReports } from '../../src/reports/import/read-reports';

// One measurement in a process of its own: node --import tsx test/bench/import-once.ts import|papaparse file.csv
// Prints milliseconds, rows, and the most that heap and array buffers grew beyond the start, garbage included.

const [, , which, path = ''] = process.argv;
const memory = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
const start = memory();
let peak = 0;
const look = (): void => {
  peak = Math.max(peak, memory() - start);
};

const begun = performance.now();
const rows = which === 'import' ? await importRows() : await parseRows();
const elapsed = performance.now() - begun;
look();
console.log(JSON.stringify({ ms: elapsed, rows, peak }));

async function importRows(): Promise<number> {
  const source = { name: 'report.csv', size: statSync(path).size, pieces: () => createReadStream(path, { highWaterMark: 2 ** 18 }) };
  const { rows: read } = await readReports([source], { onProgress: look, now: () => performance.now() });
  return read;
}

function parseRows(): Promise<number> {
  let count = -1;
  let looked = begun;
  return new Promise((resolve) => {
    Papa.parse<string[]>(createReadStream(path, { highWaterMark: 2 ** 18 }), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        count += data.length;
        if (performance.now() - looked < 100) return;
        looked = performance.now();
        look();
      },
      complete: () => resolve(count),
    });
  });
}
