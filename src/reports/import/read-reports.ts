import type { AwaitedRow } from '../../domain/earnings/uncounted-row';
import { sum } from '../../domain/money/money';
import { badInput } from '../../domain/problem';
import { isBlank } from '../range/columns';
import { MarksOfFiles } from './amount-marks';
import type { EarningsImport } from './earnings-import';
import { RowCollector, type RowTaker } from './collect-rows';
import { gunzipped, isGzip, type ByteTaker } from './gzip';
import type { Progress } from './progress';
import { findReportColumns, headersIn } from './report-columns';
import { ReportFile } from './report-file';
import type { AnyBytes } from '../../zip/byte-window';
import { blobSource, piecesOf, readable, PIECE, type ByteSource, type CellSource, type ReportSource } from './report-source';
import { deduplicate } from './deduplicate';
import { GrowthRows, growthMonths } from './growth-rows';
import { bytesOf, joined, LineFeeds, TextDecoding } from './text-decoding';
import { isZip, readZip, ZipTail } from './zip-files';

/** Options for reading reports. */
export interface ReadingOptions {
  /** Stops reading, which then throws the signal's reason. Nothing is saved. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** A monotonic clock in milliseconds, such as performance.now. */
  now?: () => number;
  /** Rows that earlier reports couldn't count, to be looked for. */
  awaited?: readonly AwaitedRow[];
}

/** Reads and checks one or more earnings reports as one import. Throws a Problem if one isn't an earnings report. */
export async function readReports(sources: readonly ReportSource[], options: ReadingOptions = {}): Promise<EarningsImport> {
  const collector = await collectReports(sources, () => new RowCollector(options.awaited), options);
  const found = deduplicate(collector.collected());
  const wanted = growthMonths(found.months);
  if (wanted.earned.size === 0 || !sources.every(isReadAgain)) return found;
  const rows = await collectReports(sources, () => new GrowthRows(wanted), options);
  return { ...found, growth: rows.growth() };
}

/** Whether a source can be read a second time; a pipe can't. */
const isReadAgain = (source: ReportSource): boolean => !('pieces' in source) || source.slice !== undefined;

/**
 * Passes all rows of earnings reports to a taker. If a file's later amounts show that its earlier ones were read wrong,
 * everything is read again with a new taker.
 */
export async function collectReports<T extends RowTaker>(
  sources: readonly ReportSource[],
  begin: () => T,
  options: ReadingOptions = {},
): Promise<T> {
  if (sources.length === 0) throw badInput('Choose at least one earnings report.');
  let marks = new MarksOfFiles();
  for (let bytes: number | null = null; ;) {
    const taker = begin();
    const reading = new Reading(sources, options, taker, marks);
    for (const source of sources) await reading.read(source);
    if (bytes !== null && reading.bytes !== bytes)
      throw badInput('The reports changed while they were read, or can be read only once. Save them as files first.');
    const corrected = marks.corrected();
    if (!corrected) return taker;
    marks = corrected;
    bytes = reading.bytes;
  }
}

class Reading {
  bytes = 0;
  private readonly totalBytes: number | null;
  private readonly now: () => number;
  private readonly began: number;
  private reportedAt = -Infinity;

  constructor(
    sources: readonly ReportSource[],
    private readonly options: ReadingOptions,
    private readonly collector: RowTaker,
    private readonly marks: MarksOfFiles,
  ) {
    const sizes = sources.map(sizeOf);
    this.totalBytes = sizes.every((size) => size !== null) ? sum(sizes) : null;
    this.now = options.now ?? (() => 0);
    this.began = this.now();
    options.signal?.throwIfAborted();
  }

  async read(source: ReportSource): Promise<void> {
    if ('cells' in source) await this.readCells(source);
    else if ('text' in source) await this.readText(source.name, source.text);
    else await this.readBytes(source);
    this.tell(source.name, true);
  }

  private async readBytes(source: ByteSource): Promise<void> {
    const { name, size, slice } = source;
    if (size && slice && isZip(await readable(name, slice(0, 4)))) return this.readZip(name, { size, slice });
    const before = this.bytes;
    let taker: ByteTaker | null = null;
    let held: Uint8Array = new Uint8Array(0);
    const tail = new ZipTail();
    const zipped: Uint8Array[] = [];
    // Stays one piece behind, since only the next piece shows whether the previous one was the last.
    for await (const piece of piecesOf(source)) {
      this.options.signal?.throwIfAborted();
      this.bytes += piece.length;
      tail.push(piece);
      if (!taker && held.length < ENOUGH_TO_TELL) {
        held = joined(held, piece);
        continue;
      }
      taker ??= isZip(held) ? (bytes) => zipped.push(bytes) : this.textTaker(name);
      if (zipped.length > 0 && this.bytes - before > MAX_HELD)
        throw badInput(`The zip file "${name}" is too large to read from a pipe. Save it as a file first.`);
      taker(held, false);
      held = piece;
      this.tell(name, false);
    }
    if (zipped.length > 0 || isZip(held)) {
      const whole = blobSource(name, new Blob([...zipped, held] as Uint8Array<ArrayBuffer>[]));
      this.bytes = before;
      return this.readZip(name, whole);
    }
    tail.refuseZip(name);
    (taker ?? this.textTaker(name))(held, true);
  }

  private async readZip(name: string, { size, slice }: AnyBytes): Promise<void> {
    const before = this.bytes;
    let entry: ByteTaker | null = null;
    await readZip(
      name,
      { size, slice: (from, to) => readable(name, slice(from, to)) },
      {
        begin: (entryName) => {
          entry = this.textTaker(entryName);
        },
        data: (bytes, last) => entry!(bytes, last),
        passOver: (entryName) => this.collector.passOver(entryName),
        reached: (offset) => {
          this.options.signal?.throwIfAborted();
          this.bytes = before + offset;
          this.tell(name, false);
        },
        pause: async () => {
          await pause();
          this.options.signal?.throwIfAborted();
        },
      },
    );
    this.bytes = before + size;
  }

  private textTaker(name: string): ByteTaker {
    const file = new ReportFile(name, this.collector, this.marks);
    const text = (): ByteTaker => {
      const decoding = new TextDecoding();
      return (bytes, last) => {
        file.push(decoding.push(bytes, last), last);
        if (last) file.end();
      };
    };
    return fromEnough((bytes) => (isGzip(bytes) ? gunzipped(name, fromEnough(text)) : text()));
  }

  private async readText(name: string, text: string): Promise<void> {
    const file = new ReportFile(name, this.collector, this.marks);
    const lineFeeds = new LineFeeds();
    for (let position = 0, end = 0; position === 0 || position < text.length; position = end) {
      if (position > 0) await pause();
      this.options.signal?.throwIfAborted();
      end = endOfLetter(text, position + PIECE);
      const last = end >= text.length;
      const piece = text.slice(position, end);
      file.push(lineFeeds.push(bytesOf(position === 0 ? piece.replace(/^\uFEFF/, '') : piece), last), last);
      this.bytes += piece.length;
      this.tell(name, false);
    }
    file.end();
  }

  private async readCells({ name, cells }: CellSource): Promise<void> {
    const top = cells.slice(0, 10).map(headersIn);
    const first = cells.findIndex((row) => row.some((cell) => !isBlank(cell)));
    if (first < 0) throw badInput(`"${name}" is empty. Enter a range with its header row.`);
    const header = Math.max(...top) > 0 ? top.indexOf(Math.max(...top)) : first;
    const { columns, kind } = findReportColumns(cells[header]!, name, this.marks.next(false));
    this.collector.begin(name, cells[header]!, columns, kind);
    for (let index = header + 1; index < cells.length; index++) {
      if (index % ROWS_AT_ONCE === 0) {
        await pause();
        this.options.signal?.throwIfAborted();
        this.tell(name, false);
      }
      this.collector.add(cells[index]!, index + 1, false);
    }
    this.collector.end();
  }

  private tell(file: string, always: boolean): void {
    if (!this.options.onProgress) return;
    const now = this.now();
    if (!always && now - this.reportedAt < BETWEEN_TOLD_MS) return;
    this.reportedAt = now;
    this.options.onProgress({
      file,
      rows: this.collector.rows,
      bytes: this.bytes,
      totalBytes: this.totalBytes,
      elapsedMs: now - this.began,
    });
  }
}

/** Holds the first bytes until there are enough to detect what they are. */
function fromEnough(begin: (bytes: Uint8Array) => ByteTaker): ByteTaker {
  let held: Uint8Array = new Uint8Array(0);
  let taker: ByteTaker | null = null;
  return (bytes, last) => {
    if (taker) return taker(bytes, last);
    held = joined(held, bytes);
    if (held.length < ENOUGH_TO_TELL && !last) return;
    taker = begin(held);
    taker(held, last);
    held = new Uint8Array(0);
  };
}

/** The same position, or the next one if it's between the two halves of a letter. */
const endOfLetter = (text: string, position: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(position - 1)) ? position + 1 : position;

function sizeOf(source: ReportSource): number | null {
  if ('cells' in source) return 0;
  return 'text' in source ? source.text.length : (source.size ?? null);
}

/** Lets other work run, such as the message that stops reading. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const ENOUGH_TO_TELL = 1024;
const MAX_HELD = 2 ** 28;
const ROWS_AT_ONCE = 4096;
const BETWEEN_TOLD_MS = 100;
