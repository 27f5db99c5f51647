import { contextSettled } from '../../../cells/context';
import { Problem } from '../../../domain/problem';
import type { EarningsImport } from '../../../reports/import/earnings-import';
import { readInWorker } from '../../../reports/import/read-in-worker';
import type { Progress } from '../../../reports/import/progress';
import type { ReadingOptions } from '../../../reports/import/read-reports';
import type { CellSource, TextSource } from '../../../reports/import/report-source';
import type { FileSource } from '../../../reports/import/serve-import';
import type { TakeBack } from '../../../storage/tables';
import { Trouble, troubleOf } from '../../../storage/trouble';
import { previewReport, writeReport, type ReportToWrite, type Written } from '../../../storage/write-report';
import type { Workbook } from '../../../storage/workbook';

/** What was read, without the single earnings: they are many, and not needed any more. */
export type Found = Omit<EarningsImport, 'gathered'>;

/** Where bringing in a report stands. */
export type ImportState =
  | { step: 'choosing'; trouble: string | null }
  | { step: 'reading'; names: readonly string[]; progress: Progress | null }
  | { step: 'preview'; found: Found; news: Written; isWriting: boolean; trouble: string | null }
  | { step: 'written'; news: Written; takeBack: TakeBack | null; isBusy: boolean; asks: 'evenIfChanged' | null; trouble: string | null }
  | { step: 'taken back' };

/** How reports are read; the worker's way, or a test's. */
export type ReadReports = (sources: readonly (FileSource | TextSource)[], options: Omit<ReadingOptions, 'now'>) => Promise<EarningsImport>;

/**
 * One report on its way into the workbook: read, looked at, written, taken back. It outlives the screen, so that going to
 * another tab and back loses nothing.
 */
export class ImportSession {
  private state: ImportState = CHOOSING;
  private readonly listeners = new Set<() => void>();
  private running = new AbortController();

  constructor(
    private readonly workbook: Pick<Workbook, 'tables' | 'selectedReport'>,
    private readonly read: ReadReports = readInWorker,
  ) {}

  readonly current = (): ImportState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads files that were dragged or chosen. */
  readonly readFiles = (files: readonly File[]): Promise<void> =>
    this.reading(files.map(({ name }) => name), (options) => this.read(files.map((file) => ({ name: file.name, file })), options));

  /** Reads text that was pasted. */
  readonly readText = (text: string): Promise<void> => {
    const name = 'Pasted text';
    return this.reading([name], (options) => this.read([{ name, text }], options));
  };

  /** Reads the table or the cells selected in the workbook, here and not in the worker: their days hang on the workbook's date system. */
  readonly readSelection = (): Promise<void> =>
    this.reading(['The selected cells'], async (options) => {
      const selected: CellSource = await this.workbook.selectedReport();
      options.signal?.throwIfAborted();
      const { readReports } = await import(/* webpackChunkName: "read-cells" */ '../../../reports/import/read-reports');
      return readReports([selected], { ...options, now: () => performance.now() });
    });

  /** Stops reading. Nothing was written. */
  readonly cancel = (): void => {
    this.running.abort(new Error('Stopped.'));
    this.say(CHOOSING);
  };

  /** Back to the choice of a report. Nothing is written, and what was written stays. */
  readonly startOver = (): void => this.cancel();

  /** Offers the choice of a report, unless one is being read or waits to be written. */
  readonly begin = (): void => {
    if (this.state.step === 'written' || this.state.step === 'taken back') this.say(CHOOSING);
  };

  /** Writes what was read. */
  readonly write = async (): Promise<void> => {
    const { state } = this;
    if (state.step !== 'preview' || state.isWriting) return;
    this.say({ ...state, isWriting: true, trouble: null });
    try {
      const { takeBack, ...news } = await writeReport(this.workbook.tables, toWrite(state.found));
      this.say({ step: 'written', news, takeBack, isBusy: false, asks: null, trouble: null });
    } catch (error) {
      this.say({ ...state, isWriting: false, trouble: troubleOf(error).message });
    }
  };

  /** Takes back what was written; asks first if people have worked in the tables since. */
  readonly takeBack = async (evenIfChanged = false): Promise<void> => {
    const { state } = this;
    if (state.step !== 'written' || !state.takeBack || state.isBusy) return;
    this.say({ ...state, isBusy: true, trouble: null });
    try {
      const outcome = await state.takeBack(evenIfChanged);
      this.say(outcome === 'taken back' ? { step: 'taken back' } : { ...state, asks: 'evenIfChanged' });
    } catch (error) {
      this.say({ ...state, trouble: troubleOf(error).message });
    }
  };

  private async reading(names: readonly string[], read: (options: Omit<ReadingOptions, 'now'>) => Promise<EarningsImport>): Promise<void> {
    this.running.abort(new Error('Another report is read.'));
    const running = (this.running = new AbortController());
    const isGone = (): boolean => running.signal.aborted;
    this.say({ step: 'reading', names, progress: null });
    const onProgress = (progress: Progress): void => {
      if (!isGone()) this.say({ step: 'reading', names, progress });
    };
    try {
      // The tables hold serials, whose meaning is the workbook's date system.
      await contextSettled();
      const { gathered: _, ...found } = await read({ signal: running.signal, onProgress });
      if (isGone()) return;
      const news = await previewReport(this.workbook.tables, toWrite(found));
      if (!isGone()) this.say({ step: 'preview', found, news, isWriting: false, trouble: null });
    } catch (error) {
      if (!isGone()) this.say({ step: 'choosing', trouble: sentenceOf(error) });
    }
  }

  private say(state: ImportState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const CHOOSING: ImportState = { step: 'choosing', trouble: null };

/** What of an import goes into the workbook. */
export function toWrite({ months, skipped, asOf, files }: Found): ReportToWrite {
  return {
    months: months.filter(({ counted }) => counted > 0).map(({ kind, ...row }) => ({ ...row, isRollover: kind === 'rollover' })),
    skipped,
    asOf,
    source: files.filter(({ sameAs }) => sameAs === null).map(({ name }) => name).join(', '),
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem || error instanceof Trouble) return error.message;
  console.error(error);
  return `The report could not be read. ${error instanceof Error ? error.message : ''}`;
}
