import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { parseHalf } from '../../../src/domain/calendar/half';
import { Problem } from '../../../src/domain/problem';
import type { Progress } from '../../../src/reports/import/progress';
import { readFundInWorker, readInWorker, type ImportWorker } from '../../../src/reports/import/read-in-worker';
import { serveImports } from '../../../src/reports/import/serve-import';
import { SAMPLE_BYTES, small, smallRow } from '../../support/report-files';

/** A worker in all but its thread: what passes is cloned as between threads. */
function worker(): ImportWorker {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  serveImports(port2);
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: port1.addEventListener.bind(port1) as never,
    terminate: () => port1.close(),
  };
}

describe('a worker that reads reports', () => {
  it('gives the import, and progress before it', async () => {
    const told: Progress[] = [];
    const read = await readInWorker(
      [
        { name: 'a.csv', file: new Blob([SAMPLE_BYTES]) },
        { name: 'pasted', text: small(smallRow()) },
      ],
      { onProgress: (progress) => told.push(progress) },
      worker(),
    );
    expect(read).toMatchObject({ rows: 21, counted: 20, files: [{ name: 'a.csv' }, { name: 'pasted' }] });
    expect(told.at(-1)).toMatchObject({ rows: 21, file: 'pasted' });
  });
  it('gives a Problem for what is no report', async () => {
    const refusal = await readInWorker([{ name: 'a.csv', text: 'no' }], {}, worker()).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ kind: 'bad input', message: expect.stringContaining('"a.csv" isn\'t an earnings report') });
  });
  it('tells what rows say about one fund, and refuses the same', async () => {
    const fund = { partnerId: '7654321', program: 'Microsoft Commerce Incentives', half: parseHalf('FY25 H1')! };
    const told: Progress[] = [];
    const evidence = await readFundInWorker(
      [{ name: 'a.csv', file: new Blob([SAMPLE_BYTES]) }],
      fund,
      { onProgress: (progress) => told.push(progress) },
      worker(),
    );
    expect(evidence).toMatchObject({
      coop: { rows: 2, micros: 9_999_990_000 },
      rows: { repeats: { rows: 1, micros: 2_199_990_000 }, names: ['a.csv'] },
    });
    expect(told.at(-1)).toMatchObject({ rows: 20, file: 'a.csv' });
    await expect(readFundInWorker([{ name: 'a.csv', text: 'no' }], fund, {}, worker())).rejects.toBeInstanceOf(Problem);
  });
  it('is ended at once when stopped, even if it never answers', async () => {
    const stop = new AbortController();
    let ended = 0;
    const busy: ImportWorker = { postMessage: () => stop.abort(), addEventListener: () => undefined, terminate: () => void ended++ };
    await expect(readInWorker([{ name: 'a.csv', text: '' }], { signal: stop.signal }, busy)).rejects.toHaveProperty('name', 'AbortError');
    expect(ended).toBe(1);
  });
  it('stops when asked', async () => {
    const stop = new AbortController();
    const text = small(...Array.from({ length: 60_000 }, (_, n) => smallRow({ id: `${n}` })));
    const reading = readInWorker([{ name: 'a.csv', text }], { signal: stop.signal, onProgress: () => stop.abort() }, worker());
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    await expect(readInWorker([{ name: 'a.csv', text }], { signal: AbortSignal.abort() }, worker())).rejects.toHaveProperty(
      'name',
      'AbortError',
    );
  });
});
