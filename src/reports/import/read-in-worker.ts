import { Problem } from '../../domain/problem';
import type { EarningsImport } from './earnings-import';
import type { ReadingOptions } from './read-reports';
import type { FileSource, ImportReply, ImportRequest } from './serve-import';
import type { TextSource } from './report-source';

/** A worker, as far as it is needed here. */
export interface ImportWorker {
  postMessage(message: ImportRequest): void;
  addEventListener(type: 'message' | 'error', listener: (event: MessageEvent<ImportReply>) => void): void;
  terminate(): void;
}

/** Starts the worker that reads reports. webpack finds it by this very expression, which also holds without eval; by its name it keeps it in one piece. */
export const startImportWorker = (): ImportWorker => new Worker(/* webpackChunkName: "import-worker" */ new URL('./import-worker.ts', import.meta.url));

/** Reads reports beside the pane. Throws a Problem for what is no report, and the signal's reason once it was stopped. */
export function readInWorker(
  sources: readonly (FileSource | TextSource)[],
  { signal, onProgress }: Omit<ReadingOptions, 'now'> = {},
  worker: ImportWorker = startImportWorker(),
): Promise<EarningsImport> {
  const stop = (): void => worker.postMessage({ stop: true });
  return new Promise<EarningsImport>((resolve, reject) => {
    const fail = (reason: unknown): void => reject(reason instanceof Error ? reason : new Error(String(reason)));
    if (signal?.aborted) return fail(signal.reason);
    signal?.addEventListener('abort', stop);
    worker.addEventListener('error', () => fail('The reader of reports could not be started.'));
    worker.addEventListener('message', ({ data }) => {
      if ('progress' in data) onProgress?.(data.progress);
      else if ('result' in data) resolve(data.result);
      else if ('problem' in data) reject(new Problem(data.problem.kind, data.problem.message));
      else fail('stopped' in data ? signal?.reason : data.failed);
    });
    worker.postMessage({ read: sources });
  }).finally(() => {
    signal?.removeEventListener('abort', stop);
    worker.terminate();
  });
}
