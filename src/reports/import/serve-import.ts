import type { AwaitedRow } from '../../domain/earnings/uncounted-row';
import { Problem, type ProblemKind } from '../../domain/problem';
import type { EarningsImport } from './earnings-import';
import type { FundQuery, FundEvidence } from '../reconcile/evidence';
import { readFundEvidence } from '../reconcile/rows';
import { readSingleRows } from './single-rows';
import type { EarningRow } from '../../domain/earnings/earning';
import type { Progress } from './progress';
import { readReports, type ReadingOptions } from './read-reports';
import { blobSource, type ReportSource, type TextSource } from './report-source';

/** A dragged or chosen file. */
export interface FileSource {
  name: string;
  file: Blob;
}

/**
 * A request to the worker: what to read, and for a comparison, the fund; or the single rows. `awaited` are rows of earlier
 * reports to look for. The pane reads cells itself, since their days depend on the workbook's date system, which only the
 * pane knows.
 */
export interface ImportRequest {
  read: readonly (FileSource | TextSource)[];
  fund?: FundQuery;
  singleRows?: true;
  awaited?: readonly AwaitedRow[];
}

/** The worker's replies: progress and batches of rows, and at the end one of the others. */
export type ImportReply =
  | { progress: Progress }
  | { result: EarningsImport }
  | { evidence: FundEvidence }
  | { rows: EarningRow[] }
  | { allRows: true }
  | { problem: { kind: ProblemKind; message: string } }
  | { failed: string };

/** Either end of a worker or MessageChannel. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers requests to read reports. To stop one, end the worker. */
export function serveImports(port: Port): void {
  port.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => void answer(data, port));
}

async function answer({ read, fund, singleRows, awaited }: ImportRequest, port: Port): Promise<void> {
  const sources = read.map(sourceOf);
  const reply = (message: ImportReply): void => port.postMessage(message);
  try {
    const options: ReadingOptions = { now: () => performance.now(), onProgress: (progress) => reply({ progress }) };
    if (fund) return reply({ evidence: await readFundEvidence(sources, fund, options) });
    if (singleRows) {
      await readSingleRows(sources, (rows) => reply({ rows }), options);
      return reply({ allRows: true });
    }
    reply({ result: await readReports(sources, { ...options, ...(awaited && { awaited }) }) });
  } catch (thrown) {
    if (thrown instanceof Problem) reply({ problem: { kind: thrown.kind, message: thrown.message } });
    else reply({ failed: String(thrown) });
  }
}

const sourceOf = (source: FileSource | TextSource): ReportSource => ('file' in source ? blobSource(source.name, source.file) : source);
