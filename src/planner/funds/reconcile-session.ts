import { contextSettled } from '../../cells/context';
import { fundKey, nameOfFund, type FundId } from '../../domain/funds/fund';
import { formatAmount } from '../../domain/money/money';
import type { Progress } from '../../reports/import/progress';
import { readFundInWorker } from '../../reports/import/read-in-worker';
import type { ReadingOptions } from '../../reports/import/read-reports';
import type { CellSource, TextSource } from '../../reports/import/report-source';
import type { FileSource } from '../../reports/import/serve-import';
import {
  readAmount,
  readForeign,
  readPasted,
  SHOWN_AMOUNTS,
  type ForeignAmount,
  type PartnerCenterAmounts,
  type ShownAmount,
} from '../../reports/reconcile/amounts';
import type { FundQuery, FundEvidence } from '../../reports/reconcile/evidence';
import type { PossibleCause } from '../../reports/reconcile/cause';
import { isExplained } from '../../storage/excel-error';
import { ROWS_TABLE } from '../../storage/funds/rows-table';
import type { Workbook } from '../../storage/workbook';
import { Observable } from '../observable';
import type { Planner } from '../planner';
import { describeHiddenRows } from './hidden-rows';

/** The state of comparing a fund. */
export interface ReconcileState {
  /** The three amounts as typed. */
  typed: Readonly<Record<ShownAmount, string>>;
  /** Why what was pasted was not taken. */
  refused: string | null;
  /** The report that is being read. */
  reading: { names: readonly string[]; progress: Progress | null } | null;
  /** Why a report could not be read. */
  trouble: string | null;
  /** Evidence from the rows of a report; null while only the tables are known. */
  evidence: FundEvidence | null;
  /** What to say about hidden rows of the selected cells; null if the evidence isn't from cells or no rows are hidden. */
  hiddenRows: string | null;
  /** Evidence from the table CoopEarningRows; null if the workbook has none, undefined while that isn't known. */
  inWorkbook: FundEvidence | null | undefined;
  /** IDs of the causes a person selected; null until one is selected or cleared. */
  chosen: ReadonlySet<string> | null;
}

/** How a fund's rows are read; the worker's way, or a test's. */
export type ReadFund = (
  sources: readonly (FileSource | TextSource)[],
  fund: FundQuery,
  options: Omit<ReadingOptions, 'now'>,
) => Promise<FundEvidence>;

/** What a comparison needs of the workbook. */
type Comparable = Pick<Workbook, 'selectedReport'> & { tables: Pick<Workbook['tables'], 'read'> };

/** The comparison of one fund: what was typed, and what was read again for it. It outlives the screen. */
export class ReconcileSession extends Observable<ReconcileState> {
  private running = new AbortController();
  private looks = 0;

  constructor(
    private readonly fund: FundQuery,
    private readonly workbook: Comparable,
    private readonly read: ReadFund = readFundInWorker,
  ) {
    super(BEGUN);
  }

  /** Takes what is in a field. */
  readonly type = (what: ShownAmount, text: string): void => {
    const { typed, chosen } = this.current();
    // claimed and remaining don't change the difference, unless earned is blank and they replace it
    this.say({ typed: { ...typed, [what]: text }, refused: null, chosen: what === 'earned' || typed.earned.trim() === '' ? null : chosen });
  };

  /** Takes what is pasted into a field if it is more than one amount; false leaves it to the field. */
  readonly paste = (text: string): boolean => {
    if (!('problem' in readAmount(text)) || !/[\t\r\n|:]/.test(text.trim())) return false;
    const pasted = readPasted(text);
    if ('problem' in pasted) {
      this.say({ refused: pasted.problem });
      return true;
    }
    const typed = { ...this.current().typed };
    for (const what of SHOWN_AMOUNTS) {
      const cents = pasted.amounts[what];
      if (cents !== undefined) typed[what] = formatAmount(cents);
    }
    this.say({ typed, refused: null, chosen: null });
    return true;
  };

  /** Selects or clears a cause. Only one cause of a kind can be selected, and a whole other amount excludes all others. */
  readonly choose = (cause: PossibleCause, isChosen: boolean, all: readonly PossibleCause[], now: ReadonlySet<string>): void => {
    const chosen = new Set(now);
    if (isChosen) {
      for (const other of all) if (other.kind === cause.kind || other.isWhole || cause.isWhole) chosen.delete(other.id);
      chosen.add(cause.id);
    } else {
      chosen.delete(cause.id);
    }
    this.say({ chosen });
  };

  /** Reads report files for their rows. */
  readonly readFiles = (files: readonly File[]): Promise<void> =>
    this.reading(
      files.map(({ name }) => name),
      async (options) => ({
        evidence: await this.read(
          files.map((file) => ({ name: file.name, file })),
          this.fund,
          options,
        ),
        hiddenRows: null,
      }),
    );

  /** Reads the table or the cells selected in the workbook, here and not in the worker: their days depend on the workbook's date system. */
  readonly readSelection = (): Promise<void> =>
    this.reading(['The selected cells'], async (options) => {
      const selected = await this.workbook.selectedReport();
      options.signal?.throwIfAborted();
      return { evidence: await this.evidenceIn(selected, options), hiddenRows: describeHiddenRows(selected) };
    });

  /** Reads the fund's rows from the table CoopEarningRows, if the workbook has it. */
  readonly readWorkbook = async (): Promise<void> => {
    const look = ++this.looks;
    try {
      const [rows = null] = await this.workbook.tables.read([{ name: ROWS_TABLE, formulasIn: [] }]);
      const inWorkbook = rows && (await this.evidenceIn({ name: ROWS_TABLE, cells: [rows.header, ...rows.values].map((row) => [...row]) }));
      if (look === this.looks) this.say({ inWorkbook });
    } catch (error) {
      if (look !== this.looks) return;
      if (!isExplained(error)) console.error(error);
      this.say({ inWorkbook: null, trouble: error instanceof Error ? error.message : `The table ${ROWS_TABLE} couldn't be read.` });
    }
  };

  /** Stops reading; what was known before stays. */
  readonly cancel = (): void => {
    this.running.abort(new Error('Stopped.'));
    this.say({ reading: null });
  };

  private async evidenceIn(report: CellSource, options: Omit<ReadingOptions, 'now'> = {}): Promise<FundEvidence> {
    const { readFundEvidence } = await import(/* webpackChunkName: "read-cells" */ '../../reports/reconcile/rows');
    return readFundEvidence([report], this.fund, { ...options, now: () => performance.now() });
  }

  private async reading(
    names: readonly string[],
    read: (options: Omit<ReadingOptions, 'now'>) => Promise<Pick<ReconcileState, 'hiddenRows'> & { evidence: FundEvidence }>,
  ): Promise<void> {
    this.running.abort(new Error('Another report is read.'));
    const running = (this.running = new AbortController());
    const isGone = (): boolean => running.signal.aborted;
    this.say({ reading: { names, progress: null }, trouble: null });
    const onProgress = (progress: Progress): void => {
      if (!isGone()) this.say({ reading: { names, progress } });
    };
    try {
      await contextSettled();
      const found = await read({ signal: running.signal, onProgress });
      if (!isGone()) this.say({ ...found, reading: null, chosen: null });
    } catch (error) {
      if (isGone()) return;
      if (!isExplained(error)) console.error(error);
      this.say({ reading: null, trouble: error instanceof Error ? error.message : "The report couldn't be read." });
    }
  }

  private say(change: Partial<ReconcileState>): void {
    this.set({ ...this.current(), ...change });
  }
}

/** The open comparisons, by the key of their fund; switching screens loses none. */
class Comparisons extends Observable<ReadonlyMap<string, ReconcileSession>> {
  constructor(private readonly workbook: Comparable) {
    super(new Map());
  }

  /** Begins the comparison of a fund, or gives it up. */
  readonly toggle = (fund: FundId): void => {
    const sessions = new Map(this.current());
    const key = fundKey(fund);
    if (!sessions.delete(key)) sessions.set(key, new ReconcileSession(nameOfFund(fund), this.workbook));
    this.set(sessions);
  };
}

/** The comparisons of a pane; `planner.session` keeps them. */
export const comparisonsOf = ({ workbook }: Pick<Planner, 'workbook'>): Comparisons => new Comparisons(workbook);

const BEGUN: ReconcileState = {
  typed: { earned: '', claimed: '', remaining: '' },
  refused: null,
  reading: null,
  trouble: null,
  evidence: null,
  hiddenRows: null,
  inWorkbook: undefined,
  chosen: null,
};

/** The amounts as read, and for each field that can't be read why; what was earned may be in another currency. */
export function amountsIn(typed: ReconcileState['typed']): {
  amounts: PartnerCenterAmounts;
  problems: Partial<Record<ShownAmount, string>>;
  foreign: ForeignAmount | null;
} {
  const foreign = readForeign(typed.earned);
  const amounts: PartnerCenterAmounts = { earned: null, claimed: null, remaining: null };
  const problems: Partial<Record<ShownAmount, string>> = {};
  for (const what of SHOWN_AMOUNTS) {
    const read = readAmount(typed[what]);
    if (what === 'earned' && foreign) continue;
    if ('problem' in read) problems[what] = read.problem;
    else amounts[what] = read.cents;
  }
  return { amounts, problems, foreign };
}
