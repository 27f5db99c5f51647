import { workbookRules } from '../../cells/workbook-rules';
import { contextSettled, onContextChange } from '../../cells/context';
import { isUnfinished } from '../../cells/error-text';
import { UNDONE, type HistoryEntry, type HistoryEvent } from '../../domain/claims/claim';
import { formatDay, nowInUtc, utcDayOf, type Day } from '../../domain/calendar/day';
import { Problem } from '../../domain/problem';
import type { FundId } from '../../domain/funds/fund';
import { EARNINGS_TABLE } from '../../storage/funds/earnings-table';
import { CLAIMS } from '../../storage/planning/claims-table';
import { FUNDS_TABLE, type EnteredFund } from '../../storage/funds/funds-table';
import { enterFund } from '../../storage/funds/enter-fund';
import type { RowDone } from '../../records/merge-rows';
import { ALL_ASKED, readPlanning, type StoredRecord } from '../../storage/planning/planning-tables';
import { LISTS_ASKED } from '../../storage/funds/name-lists';
import { PLAN } from '../../storage/planning/plan-table';
import { designsBeside } from '../../storage/planning/required-tables';
import { FUNDS_FOR_PLAN } from '../../storage/funds/funds-table';
import { planReviewed, RESTATEMENTS_TABLE } from '../../storage/funds/restatements-table';
import { SKIPPED_TABLE } from '../../storage/funds/skipped-table';
import { askedToSave, planSave, tablesMade } from '../../storage/planning/save-planning';
import { PROGRAM_TABLE_NAMES } from '../../storage/program/program-names';
import type { Columns, RecordTable } from '../../records/record-table';
import { AS_OF_TABLE, SHEET_DAY_ASKED, sheetDayChanges, sheetDayIn } from '../../storage/planning/as-of-table';
import { RATES } from '../../storage/planning/rates-table';
import { nameOf, tablesByName, type TableQuery, type TablesByName } from '../../records/table';
import { planTodayFor, TODAY_TABLE, type TodayRow } from '../../storage/planning/today-table';
import { toExcelError } from '../../storage/excel-error';
import { askedToUndo, planUndo } from '../../storage/planning/undo-planning';
import { askedOnce, updating } from '../../storage/tables/update-tables';
import type { TakeBack, Workbook } from '../../storage/workbook';
import { Observable } from '../observable';
import { editsOf } from './to-edits';
import { CHANGED_SINCE, describeDeleted, FUND_IS_THERE, NOT_READ } from './save-messages';
import { AsOfDay } from './as-of-day';
import { MissingTables, describeMissing, describeNotWritten } from './missing-tables';
import { fundNamer, plannedFunds } from './funds-in-workbook';
import { restatedMoney } from './restated-money';
import type { Stored, PlanningChanges, PlanningRead, PlanningState, PlanningStore, Saved, UndoStep } from './planning-store';
import { SheetEdits } from './sheet-edits';

/** The planning store of a workbook, one for as long as the pane lives. */
export const openPlanning = (workbook: PlanningWorkbook): PlanningStore => new WorkbookPlanning(workbook);

/** What of the workbook the store needs. */
type PlanningWorkbook = Pick<Workbook, 'tables' | 'onTablesChange' | 'onCalculated'>;

/** A save that can be undone, with what it did. */
interface Undoable extends UndoStep {
  done: readonly RowDone[];
  /** The tables besides those of the plan. */
  others: readonly RecordTable<Columns>[];
  history: readonly HistoryEvent[];
}

class WorkbookPlanning extends Observable<PlanningState> implements PlanningStore {
  private tables: TablesByName = new Map();
  private readonly lookedFrom = new AsOfDay();
  readonly undoable: UndoStep[] = [];
  private readonly sheetEdits = new SheetEdits();
  private readonly lost = new MissingTables();
  /** The search for tables renamed while no pane was open; saves wait for it. */
  private looking: Promise<void> | null = null;
  private isOpen = false;
  /** Saves follow each other, so that each is merged with what the one before wrote. */
  private last: Promise<unknown> = Promise.resolve();
  private stopAwaiting: (() => void) | null = null;
  private reading = 0;
  private readsUnderWay = 0;
  private savedAt = -Infinity;
  private readonly ownChangeListeners: (() => void)[] = [];

  constructor(private readonly workbook: PlanningWorkbook) {
    super({ step: 'reading' });
  }

  readonly asOf = this.lookedFrom.asOf;

  readonly today = this.lookedFrom.today;

  readonly setAsOf = (day: Day): void => {
    this.lookedFrom.choose(day);
    this.refresh();
  };

  readonly lookAtClock = (): void => {
    if (this.lookedFrom.lookAtClock()) this.refresh();
  };

  readonly open = (): void => {
    if (this.isOpen) return;
    this.isOpen = true;
    onContextChange(this.refresh);
    this.savedAt = -Infinity;
    this.workbook.onTablesChange(ASKED.map(nameOf), (isOurs) => {
      const isKnown = isOurs && performance.now() - this.savedAt < ECHO_MS;
      this.savedAt = -Infinity;
      if (!isKnown) void this.readAgain();
    });
    void this.readAgain();
  };

  readonly readAgain = async (): Promise<void> => {
    const reading = ++this.reading;
    this.readsUnderWay++;
    try {
      const [found] = await Promise.all([this.workbook.tables.read(ASKED), contextSettled()]);
      // A save or a later read has newer data.
      if (reading !== this.reading) return;
      this.tables = this.lost.take(tablesByName(ASKED, found));
      this.awaitAnswers();
      this.show();
      this.looking ??= this.lookForRenamed();
    } catch (error) {
      if (reading === this.reading) this.set({ step: 'trouble', sentence: sentenceOf(error) });
    } finally {
      this.readsUnderWay--;
    }
  };

  readonly readOwnChange = async (): Promise<void> => {
    this.savedAt = performance.now();
    await this.readAgain();
    this.tellOwnChange();
  };

  readonly onOwnChange = (listener: () => void): void => void this.ownChangeListeners.push(listener);

  readonly useInWorkbook = (day: Day | null): Promise<Saved> =>
    this.inTurn(async () => {
      const { result, takeBack } = await this.workbook.tables.change(SHEET_DAY_ASKED, (found) => {
        const standing = tablesByName(SHEET_DAY_ASKED, found);
        return this.lost.unlessNeeded(standing, { changes: sheetDayChanges(standing, day) }, []);
      });
      if (result.lost.length > 0) return this.refused(describeNotWritten(result.lost));
      this.lookedFrom.choose(this.today());
      return this.changed(day === null ? 'The workbook follows today.' : `The workbook is as of ${formatDay(day)}.`, takeBack);
    });

  readonly enterFund = (entered: EnteredFund, said: string): Promise<Saved> =>
    this.inTurn(async () => {
      const { isThere, takeBack } = await enterFund(this.workbook.tables, entered);
      return isThere ? this.refused(FUND_IS_THERE) : this.changed(said, takeBack);
    });

  readonly reviewRestatement = (fund: FundId, said: string): Promise<Saved> =>
    this.inTurn(async () => {
      const who = this.yourName();
      const word = `Reviewed ${formatDay(this.today())}${who === '' ? '' : ` by ${who}`}`;
      const { takeBack } = await this.workbook.tables.change([RESTATEMENTS_TABLE], ([now = null]) => ({
        changes: [planReviewed(now, fund, word)],
        result: null,
      }));
      return this.changed(said, takeBack);
    });

  /** The outcome of a change that is undone table by table, once it is read. */
  private async changed(said: string, takeBack: TakeBack | null): Promise<Saved> {
    await this.readOwnChange();
    const undo = takeBack && this.tablesStep(said, takeBack);
    return { outcome: 'saved', conflicts: [], ids: new Map(), ...(undo && { undo }) };
  }

  private tablesStep(sentence: string, takeBack: TakeBack): UndoStep {
    const step: UndoStep = {
      sentence,
      run: () =>
        this.inTurn(async () => {
          if ((await takeBack()) === 'changed since') return this.refused(CHANGED_SINCE);
          this.undoable.splice(this.undoable.indexOf(step), 1);
          await this.readOwnChange();
          return { outcome: 'saved', conflicts: [], ids: new Map() };
        }),
    };
    return this.offer(step);
  }

  readonly writeToday = (list: readonly TodayRow[], asOf: Day, because: 'wish' | 'save'): Promise<Saved> =>
    this.inTurn(async () => {
      const { result: after, takeBack } = await this.workbook.tables.change([TODAY_TABLE], ([now = null]) =>
        planTodayFor(because, now, list, asOf),
      );
      this.tables = new Map([...this.tables, [TODAY_TABLE, after]]);
      if (takeBack) this.savedAt = performance.now();
      this.refresh();
      // a reading that is under way may have seen the table as it was
      if (takeBack && this.readsUnderWay > 0) void this.readAgain();
      return { outcome: 'saved', conflicts: [], ids: new Map() };
    });

  readonly beginAnew = (): Promise<void> => {
    this.lost.giveUp();
    return this.readAgain();
  };

  readonly save = (changes: PlanningChanges, said: string): Promise<Saved> =>
    this.inTurn(async () => {
      if (this.current().step !== 'read') await this.readAgain();
      const state = this.current();
      if (state.step !== 'read') return { outcome: 'trouble', sentence: state.step === 'trouble' ? state.sentence : NOT_READ, gone: [] };
      await this.looking;
      // people who look ahead save today; those who look back record what happened then
      const on = this.asOf() < this.today() ? this.asOf() : this.today();
      const edits = editsOf(changes, state.read, this.tables, on);
      const others = (edits.rows ?? []).map(({ table }) => table);
      const designs = (standing: TablesByName) => designsBeside(standing, tablesMade(edits));
      const asked = askedOnce(askedToSave(edits), this.tables, designs);
      const plan = updating(asked, designs, (standing) => {
        this.sheetEdits.look(standing, edits.at);
        const planned = planSave(standing, { ...edits, inSheet: this.sheetEdits.entries });
        return this.lost.unlessNeeded(standing, planned, [
          ...(edits.activities.length > 0 ? [PLAN.design.name] : []),
          ...(edits.claims.length > 0 ? [CLAIMS.design.name] : []),
          ...(edits.rates.length > 0 ? [RATES.design.name] : []),
          ...others.map(({ design }) => design.name),
        ]);
      });
      const { result } = await this.workbook.tables.change(asked, plan);
      const { lost, gone, conflicts, ids, done, noted, after } = result;
      if (lost.length > 0) return this.refused(describeNotWritten(lost));
      if (gone.length > 0) {
        await this.readAgain();
        return { outcome: 'trouble', sentence: describeDeleted(gone), gone: gone.map(({ id }) => id) };
      }
      const undo = done.length > 0 ? this.undoStep(said, done, edits.history, others) : undefined;
      this.keep(after, result.changes.length > 0, [...noted, ...done.map(({ id }) => id)]);
      if (result.changes.length > 0) this.tellOwnChange();
      return { outcome: 'saved', conflicts, ids, ...(undo && { undo }) };
    });

  private undoStep(sentence: string, done: readonly RowDone[], history: readonly HistoryEvent[], others: Undoable['others']): UndoStep {
    const step: Undoable = { sentence, done, history, others, run: () => this.takeBack(step) };
    return this.offer(step);
  }

  private offer(step: UndoStep): UndoStep {
    this.undoable.push(step);
    if (this.undoable.length > UNDO_STEPS) this.undoable.shift();
    return step;
  }

  private takeBack(step: Undoable): Promise<Saved> {
    return this.inTurn(async () => {
      const asked = [...askedToUndo(step.done, step.others), FUNDS_FOR_PLAN, ...LISTS_ASKED];
      const time = nowInUtc();
      const who = this.yourName();
      const history = step.history.map((entry): HistoryEntry => ({
        ...entry,
        at: time,
        from: entry.to,
        to: entry.from,
        note: UNDONE,
        who,
      }));
      const { result } = await this.workbook.tables.change(asked, (now) => {
        const standing = tablesByName(asked, now);
        return this.lost.unlessNeeded(
          standing,
          planUndo(standing, step.done, history, utcDayOf(time)!, step.others),
          step.done.map(({ table }) => table),
        );
      });
      if (result.lost.length > 0) return this.refused(`Nothing was undone. ${describeMissing(result.lost)}`);
      if (result.changedSince) return this.refused(CHANGED_SINCE);
      this.undoable.splice(this.undoable.indexOf(step), 1);
      this.keep(
        result.after,
        result.changes.length > 0,
        step.done.map(({ id }) => id),
      );
      if (result.changes.length > 0) this.tellOwnChange();
      return { outcome: 'saved', conflicts: [], ids: new Map() };
    });
  }

  private yourName(): string {
    const state = this.current();
    return state.step === 'read' ? state.read.settings.yourName : '';
  }

  private tellOwnChange(): void {
    for (const listener of this.ownChangeListeners) listener();
  }

  /** Shows the last data read again, with the current rules and day. */
  private readonly refresh = (): void => {
    if (this.current().step === 'read') this.show();
  };

  private async refused(sentence: string): Promise<Saved> {
    await this.readAgain();
    return { outcome: 'trouble', sentence, gone: [] };
  }

  private async lookForRenamed(): Promise<void> {
    const isFound = await this.lost.look(this.workbook.tables, () => this.tables);
    if (isFound) this.refresh();
  }

  /** Reads again when Excel is done with cells that were still being calculated; no change event reports that. */
  private awaitAnswers(): void {
    const isAwaited = [...this.tables.values()].some((table) => table?.values.some((row) => row.some(isUnfinished)));
    if (isAwaited) this.stopAwaiting ??= this.workbook.onCalculated(() => void this.readAgain());
    else {
      this.stopAwaiting?.();
      this.stopAwaiting = null;
    }
  }

  private inTurn(run: () => Promise<Saved>): Promise<Saved> {
    const turn = this.last.then(async (): Promise<Saved> => {
      try {
        await contextSettled();
        return await run();
      } catch (error) {
        return { outcome: 'trouble', sentence: sentenceOf(error), gone: [] };
      }
    });
    this.last = turn;
    return turn;
  }

  private keep(after: TablesByName, isWritten: boolean, saved: readonly string[]): void {
    this.reading++;
    if (isWritten) this.savedAt = performance.now();
    this.sheetEdits.saved(saved);
    this.tables = this.lost.take(new Map([...this.tables, ...after]));
    this.show();
  }

  private show(): void {
    const book = workbookRules();
    if (!book) return;
    const sheetDay = sheetDayIn(this.tables.get(AS_OF_TABLE) ?? null);
    this.lookedFrom.lookAtSheet(sheetDay);
    const asOf = this.asOf();
    const records = readPlanning(this.tables);
    this.sheetEdits.look(this.tables, nowInUtc());
    const { funds, details, earnings, troubles } = plannedFunds(
      this.tables.get(EARNINGS_TABLE) ?? null,
      this.tables.get(FUNDS_TABLE) ?? null,
      this.tables.get(SKIPPED_TABLE) ?? null,
      records.partnerNames,
      book,
      asOf,
    );
    const name = fundNamer(funds, records.partnerNames);
    const named = <T extends { fund: PlanningRead['activities'][number]['value']['fund'] }>(stored: StoredRecord<T>): Stored<T> => ({
      ...stored,
      value: { ...stored.value, fund: name(stored.value.fund) },
    });
    this.set({
      step: 'read',
      book,
      asOf,
      isToday: asOf === this.today(),
      sheetDay,
      read: {
        ...records,
        activities: records.activities.map(named),
        claims: records.claims.map(named),
        funds,
        fundDetails: details,
        earnings,
        restated: restatedMoney(this.tables.get(RESTATEMENTS_TABLE) ?? null),
        troubles: [...records.troubles, ...troubles],
        lost: this.lost.all,
        today: this.tables.get(TODAY_TABLE) ?? null,
        program: new Map(PROGRAM_TABLE_NAMES.flatMap((name) => (this.tables.get(name) ? [[name, this.tables.get(name)!]] : []))),
      },
    });
  }
}

/** The message of an error. A Problem, such as a workbook that was unreadable when the add-in started, has its own. */
const sentenceOf = (error: unknown): string => (error instanceof Problem ? error : toExcelError(error)).message;

/** The to-do list is read as well, since another pane may have written it. */
const ASKED: readonly TableQuery[] = [
  ...ALL_ASKED,
  { name: SKIPPED_TABLE, formulasIn: [] },
  { name: RESTATEMENTS_TABLE, formulasIn: [] },
  { name: TODAY_TABLE, formulasIn: [] },
  ...PROGRAM_TABLE_NAMES,
  AS_OF_TABLE,
];

const UNDO_STEPS = 20;
/** How long after a save Excel may report that same save, in milliseconds. A later report only costs one more read. */
const ECHO_MS = 1500;
