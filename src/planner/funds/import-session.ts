import type { Day } from '../../domain/calendar/day';
import { sumOf } from '../../domain/money/money';
import { contextSettled } from '../../cells/context';
import { badInput, Problem } from '../../domain/problem';
import type { EarningsImport, ReportRate } from '../../reports/import/earnings-import';
import { readInWorker, readRowsInWorker } from '../../reports/import/read-in-worker';
import type { Progress } from '../../reports/import/progress';
import type { ReadingOptions } from '../../reports/import/read-reports';
import type { TextSource } from '../../reports/import/report-source';
import type { FileSource } from '../../reports/import/serve-import';
import { MAX_SINGLE_ROWS } from '../../reports/import/single-rows';
import type { EarningRow } from '../../domain/earnings/earning';
import { isExplained, toExcelError } from '../../storage/excel-error';
import { isOpen, SKIPPED_TABLE, uncountedIn } from '../../storage/funds/skipped-table';
import { ROWS_TABLE } from '../../storage/funds/rows-table';
import { previewReport, writeReport, type ReportToWrite, type Written } from '../../storage/funds/write-report';
import type { Workbook, TakeBack } from '../../storage/workbook';
import { isBlankTable } from '../../records/table';
import { Observable } from '../observable';
import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import { describeHiddenRows } from './hidden-rows';
import { compareFiles, type ComparedFiles, type FileToCompare } from './compare-files';
import { pick, plural } from '../../domain/text/plural';
import type { Planner } from '../planner';
import { reportRatesOf } from './report-rates';

/** The state of bringing in a report. */
export type ImportState =
  | { step: 'choosing'; trouble: string | null }
  | { step: 'reading'; names: readonly string[]; progress: Progress | null }
  | {
      step: 'preview';
      found: EarningsImport;
      /** What to say about hidden rows of the selected cells; null if there are none. */
      hiddenRows: string | null;
      news: Written;
      rows: RowsOffer;
      files: FilesComparison;
      isWriting: boolean;
      trouble: string | null;
    }
  | {
      step: 'written';
      news: Written;
      takeBack: TakeBack | null;
      isBusy: boolean;
      asks: 'evenIfChanged' | null;
      trouble: string | null;
    }
  | { step: 'taken back' };

/** Whether the individual rows can be kept too: their count, whether they are requested, or why they can't be kept. */
export type RowsOffer = { count: number; isAsked: boolean; why: null } | { count: number; isAsked: false; why: string };

/** The comparison of two files with each other: whether it's offered, and what it found. */
export type FilesComparison =
  { step: 'not offered' } | { step: 'offered'; trouble: string | null } | { step: 'reading' } | ({ step: 'compared' } & ComparedFiles);

/** Reads individual rows: the worker's function, or a test's. */
export type ReadRows = (sources: readonly (FileSource | TextSource)[]) => Promise<EarningRow[]>;

/** How reports are read; the worker's way, or a test's. */
export type ReadReports = (sources: readonly (FileSource | TextSource)[], options: Omit<ReadingOptions, 'now'>) => Promise<EarningsImport>;

/**
 * The import of one report: read, preview, write, take back. It outlives the screen, so that switching tabs loses
 * nothing.
 */
export class ImportSession extends Observable<ImportState> {
  /** Called once the workbook holds what was read, or no longer does. */
  onWritten: () => void = () => undefined;
  /** Called with the exchange rates of a report that was read. */
  onRates: (rates: readonly ReportRate[]) => void = () => undefined;
  private running = new AbortController();
  /** The sources of the preview, read again for individual rows; null if the source is cells of the workbook. */
  private sources: readonly (FileSource | TextSource)[] | null = null;
  /** The individual rows of the preview, if they were compared with those of the workbook. */
  private compared: EarningRow[] | null = null;

  constructor(
    private readonly workbook: Pick<Workbook, 'tables' | 'selectedReport'>,
    private readonly read: ReadReports = readInWorker,
    private readonly readRows: ReadRows = readRowsInWorker,
    /** The day screens show; null while it isn't known. */
    private readonly today: () => Day | null = () => null,
  ) {
    super(CHOOSING);
  }

  /** Reads files that were dragged or chosen. */
  readonly readFiles = (files: readonly File[]): Promise<void> => this.readingSources(files.map((file) => ({ name: file.name, file })));

  /** Reads text that was pasted. */
  readonly readText = (text: string): Promise<void> => this.readingSources([{ name: 'Pasted text', text }]);

  /** Reads the table or the cells selected in the workbook, here and not in the worker: their days depend on the workbook's date system. */
  readonly readSelection = (): Promise<void> =>
    this.reading(['The selected cells'], null, async (options) => {
      const selected = await this.workbook.selectedReport();
      options.signal?.throwIfAborted();
      const { readReports } = await import(/* webpackChunkName: "read-cells" */ '../../reports/import/read-reports');
      const found = await readReports([selected], { ...options, now: () => performance.now() });
      return { found, hiddenRows: describeHiddenRows(selected) };
    });

  /** Stops reading. Nothing was written. */
  readonly cancel = (): void => {
    this.running.abort(new Error('Stopped.'));
    this.set(CHOOSING);
  };

  /** Back to the choice of a report. Nothing is written, and what was written stays. */
  readonly startOver = (): void => this.cancel();

  /** Offers the choice of a report, unless one is being read or waits to be written. */
  readonly begin = (): void => {
    const { step } = this.current();
    if (step === 'written' || step === 'taken back') this.set(CHOOSING);
  };

  /** Asks for the single rows to be kept, or not. */
  readonly askForRows = (isAsked: boolean): void => {
    const state = this.current();
    if (state.step === 'preview' && !state.isWriting && state.rows.why === null) this.set({ ...state, rows: { ...state.rows, isAsked } });
  };

  /** Compares the two files of the preview with each other. Nothing is written. */
  readonly compareFiles = async (): Promise<void> => {
    const [first, second] = this.sources ?? [];
    if (!first || !second) return;
    const { signal } = this.running;
    const show = (files: FilesComparison): void => {
      const state = this.current();
      if (state.step === 'preview' && !signal.aborted) this.set({ ...state, files });
    };
    show({ step: 'reading' });
    try {
      const files = {
        step: 'compared',
        ...compareFiles(await this.fileToCompare(first, signal), await this.fileToCompare(second, signal)),
      } as const;
      show(files);
    } catch (error) {
      show({ step: 'offered', trouble: sentenceOf(error) });
    }
  };

  private async fileToCompare(source: FileSource | TextSource, signal: AbortSignal): Promise<FileToCompare> {
    const found = await this.read([source], { signal });
    const canHaveRows = hasIds(found) && rowsOffer(found, true).why === null;
    return { found, report: toWrite(found), rows: canHaveRows ? await this.readRows([source]) : null };
  }

  /** Writes what was read. */
  readonly write = async (): Promise<void> => {
    const state = this.current();
    if (state.step !== 'preview' || state.isWriting) return;
    this.set({ ...state, isWriting: true, trouble: null });
    try {
      const { takeBack, ...news } = await writeReport(this.workbook.tables, {
        ...this.report(state.found),
        ...(await this.rowsFor(state.rows)),
      });
      this.set({ step: 'written', news, takeBack, isBusy: false, asks: null, trouble: null });
      if (takeBack) this.onWritten();
    } catch (error) {
      this.set({ ...state, isWriting: false, trouble: error instanceof Problem ? error.message : toExcelError(error).message });
    }
  };

  /** Takes back what was written; asks first if people have worked in the tables since. */
  readonly takeBack = async (evenIfChanged = false): Promise<void> => {
    const state = this.current();
    if (state.step !== 'written' || !state.takeBack || state.isBusy) return;
    this.set({ ...state, isBusy: true, trouble: null });
    try {
      const outcome = await state.takeBack(evenIfChanged);
      this.set(outcome === 'taken back' ? { step: 'taken back' } : { ...state, asks: 'evenIfChanged' });
      if (outcome === 'taken back') this.onWritten();
    } catch (error) {
      this.set({ ...state, trouble: toExcelError(error).message });
    }
  };

  private readingSources(sources: readonly (FileSource | TextSource)[]): Promise<void> {
    return this.reading(
      sources.map(({ name }) => name),
      sources,
      async (options) => ({ found: await this.read(sources, options), hiddenRows: null }),
    );
  }

  /** The individual rows, read again only when needed: a large report isn't kept for rows that no one asks for. */
  private async rowsFor({ isAsked, count }: RowsOffer): Promise<{ rows?: EarningRow[] }> {
    if (!isAsked || !this.sources) return {};
    const rows = this.compared ?? (await this.readRows(this.sources));
    if (rows.length !== count) throw badInput('The report changed after it was read, so nothing was written. Bring it in again.');
    return { rows };
  }

  /** The report's rows, if the workbook has rows to compare them with by earning ID. */
  private async rowsToCompare(found: EarningsImport, sources: typeof this.sources): Promise<EarningRow[] | null> {
    if (!sources || !hasIds(found) || rowsOffer(found, true).why !== null) return null;
    const [kept = null] = await this.workbook.tables.read([{ name: ROWS_TABLE, formulasIn: [] }]);
    return kept && !isBlankTable(kept) ? this.readRows(sources) : null;
  }

  private report(found: EarningsImport): ReportToWrite {
    const on = this.today();
    return { ...toWrite(found), ...(on && { on }), ...(this.compared && { compared: this.compared }) };
  }

  private async reading(
    names: readonly string[],
    sources: typeof this.sources,
    read: (options: Omit<ReadingOptions, 'now'>) => Promise<{ found: EarningsImport; hiddenRows: string | null }>,
  ): Promise<void> {
    this.running.abort(new Error('Another report is read.'));
    const running = (this.running = new AbortController());
    const isGone = (): boolean => running.signal.aborted;
    this.set({ step: 'reading', names, progress: null });
    const onProgress = (progress: Progress): void => {
      if (!isGone()) this.set({ step: 'reading', names, progress });
    };
    try {
      // The tables hold serials, whose meaning is the workbook's date system.
      await contextSettled();
      const [skipped = null] = await this.workbook.tables.read([SKIPPED_TABLE]);
      if (isGone()) return;
      const { found, hiddenRows } = await read({ signal: running.signal, onProgress, awaited: uncountedIn(skipped).filter(isOpen) });
      if (isGone()) return;
      const compared = await this.rowsToCompare(found, sources);
      if (isGone()) return;
      this.compared = compared;
      const news = await previewReport(this.workbook.tables, this.report(found));
      if (isGone()) return;
      this.sources = sources;
      this.onRates(found.rates);
      const files: FilesComparison = areTwo(found, sources) ? { step: 'offered', trouble: null } : { step: 'not offered' };
      this.set({
        step: 'preview',
        found,
        hiddenRows,
        news,
        rows: rowsOffer(found, sources !== null),
        files,
        isWriting: false,
        trouble: null,
      });
    } catch (error) {
      if (!isGone()) this.set({ step: 'choosing', trouble: sentenceOf(error) });
    }
  }
}

const hasIds = ({ files }: EarningsImport): boolean => files.some(({ kind }) => kind !== 'summarized');

/** Whether two files with different rows were chosen. */
const areTwo = ({ files }: EarningsImport, sources: readonly unknown[] | null): boolean =>
  sources?.length === 2 && files.length === 2 && files.every(({ sameAs }) => sameAs === null);

/** The one import of a pane, which `planner.session` keeps; what it writes, the store reads. */
export function importOf({ workbook, store, session }: Pick<Planner, 'workbook' | 'store' | 'session'>): ImportSession {
  const importing = new ImportSession(workbook, readInWorker, readRowsInWorker, () => {
    const state = store.current();
    return state.step === 'read' ? state.asOf : null;
  });
  importing.onWritten = () => void store.readOwnChange();
  importing.onRates = session(reportRatesOf).found;
  return importing;
}

const CHOOSING: ImportState = { step: 'choosing', trouble: null };

/** What of an import goes into the workbook. */
export function toWrite({ months, quarantined, quarantinedRows, settled, asOf, files }: EarningsImport): ReportToWrite {
  const more = quarantinedRows - quarantined.length;
  return {
    months: months.filter(({ counted }) => counted > 0).map(({ kind, ...row }) => ({ ...row, isRollover: kind === 'rollover' })),
    skipped: more > 0 ? [...quarantined, notListed(more)] : quarantined,
    settled,
    asOf,
    source: files
      .filter(({ sameAs }) => sameAs === null)
      .map(({ name }) => name)
      .join(', '),
  };
}

/** One row for all rows that are only counted. */
const notListed = (rows: number): UncountedRow => ({
  file: '',
  line: 0,
  partnerId: '',
  program: '',
  half: '',
  earningType: '',
  micros: null,
  earningId: '',
  row: '',
  reason: `${plural(rows, 'more row')} of the report couldn't be counted and ${pick(rows, "isn't", "aren't")} listed.`,
});

function rowsOffer({ files, overlapping }: EarningsImport, isOutside: boolean): RowsOffer {
  const count = sumOf(files, ({ sameAs, rows }) => (sameAs === null ? rows : 0)) - sumOf(overlapping, ({ rows }) => rows);
  if (!isOutside) return { count, isAsked: false, why: "They're already in this workbook." };
  if (count > MAX_SINGLE_ROWS) {
    return {
      count,
      isAsked: false,
      why: `The limit is ${plural(MAX_SINGLE_ROWS, 'row')}, because more would slow down the workbook. Monthly amounts are exact either way.`,
    };
  }
  return { count, isAsked: false, why: null };
}

function sentenceOf(error: unknown): string {
  if (isExplained(error)) return error.message;
  console.error(error);
  return `The report couldn't be read. ${error instanceof Error ? error.message : ''}`;
}
