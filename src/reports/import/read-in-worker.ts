import { Problem } from '../../domain/problem';
import type { FundQuery, FundEvidence } from '../reconcile/evidence';
import type { EarningRow } from '../../domain/earnings/earning';
import type { EarningsImport } from './earnings-import';
import type { ReadingOptions } from './read-reports';
import type { FileSource, ImportReply, ImportRequest } from './serve-import';
import type { TextSource } from './report-source';

/** The part of a worker that is used here. */
export interface ImportWorker {
  postMessage(message: ImportRequest): void;
  addEventListener(type: 'message' | 'error', listener: (event: MessageEvent<ImportReply>) => void): void;
  terminate(): void;
}

/** Starts the worker that reads reports. webpack only recognizes exactly this expression, and the chunk name keeps the worker in one file. */
const startImportWorker = (): ImportWorker =>
  new Worker(/* webpackChunkName: "import-worker" */ new URL('./import-worker.ts', import.meta.url));

/** Reads reports in a worker. Throws a Problem if one isn't a report, and the signal's reason if it was stopped. */
export function readInWorker(
  sources: readonly (FileSource | TextSource)[],
  options: Omit<ReadingOptions, 'now'> = {},
  worker: ImportWorker = startImportWorker(),
): Promise<EarningsImport> {
  const { awaited } = options;
  return ask({ read: sources, ...(awaited && { awaited }) }, (reply) => ('result' in reply ? reply.result : null), options, worker);
}

/** Reads reports in a worker for what their rows show about a fund; throws as above. */
export function readFundInWorker(
  sources: readonly (FileSource | TextSource)[],
  fund: FundQuery,
  options: Omit<ReadingOptions, 'now'> = {},
  worker: ImportWorker = startImportWorker(),
): Promise<FundEvidence> {
  return ask({ read: sources, fund }, (reply) => ('evidence' in reply ? reply.evidence : null), options, worker);
}

/** Reads reports in a worker for their single rows; throws as above. */
export async function readRowsInWorker(
  sources: readonly (FileSource | TextSource)[],
  options: Omit<ReadingOptions, 'now'> = {},
  worker: ImportWorker = startImportWorker(),
): Promise<EarningRow[]> {
  const all: EarningRow[] = [];
  const take = (reply: ImportReply): true | null => {
    if ('rows' in reply) for (const row of reply.rows) all.push(row);
    return 'allRows' in reply ? true : null;
  };
  await ask({ read: sources, singleRows: true }, take, options, worker);
  return all;
}

function ask<A>(
  request: ImportRequest,
  answerIn: (reply: ImportReply) => A | null,
  { signal, onProgress }: Omit<ReadingOptions, 'now'>,
  worker: ImportWorker,
): Promise<A> {
  let stop = (): void => undefined;
  return new Promise<A>((resolve, reject) => {
    const fail = (reason: unknown): void => reject(reason instanceof Error ? reason : new Error(String(reason)));
    // A worker at work reads no message until it's done, so it's ended instead of asked to stop.
    stop = () => fail(signal?.reason);
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    worker.addEventListener('error', () => fail("The report reader couldn't be started."));
    worker.addEventListener('message', ({ data }) => {
      const answer = answerIn(data);
      if (answer !== null) resolve(answer);
      else if ('progress' in data) onProgress?.(data.progress);
      else if ('problem' in data) reject(new Problem(data.problem.kind, data.problem.message));
      else if ('failed' in data) fail(data.failed);
    });
    worker.postMessage(request);
  }).finally(() => {
    signal?.removeEventListener('abort', stop);
    worker.terminate();
  });
}
