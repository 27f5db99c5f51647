import { createReadStream, statSync } from 'node:fs';
import Papa from 'papaparse';
import { readReports } from '../../src/reports/import/read-reports';

// One side in a process of its own: node --import tsx test/bench/import-once.ts import|papaparse file.csv times
// Prints the milliseconds of each reading, the first one cold as in the worker that reads a report and ends; its rows;
// and the most that heap and array buffers grew beyond the start during the first, garbage included.

const [, , which, path = '', times = ''] = process.argv;
const memory = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
const start = memory();
let peak = 0;
const look = (): void => {
  if (measured.length === 0) peak = Math.max(peak, memory() - start);
};

const measured: number[] = [];
let rows = 0;
for (let time = 0; time < Number(times); time++) {
  const begun = performance.now();
  rows = which === 'import' ? await importRows() : await parseRows(begun);
  const elapsed = performance.now() - begun;
  look();
  measured.push(elapsed);
}
console.log(JSON.stringify({ ms: measured, rows, peak }));

async function importRows(): Promise<number> {
  const source = { name: 'report.csv', size: statSync(path).size, pieces: () => createReadStream(path, { highWaterMark: 2 ** 18 }) };
  const { rows: read } = await readReports([source], { onProgress: look, now: () => performance.now() });
  return read;
}

function parseRows(looked: number): Promise<number> {
  let count = -1;
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
