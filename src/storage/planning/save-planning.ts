import type { Activity } from '../../domain/activities/activity';
import { utcDayOf } from '../../domain/calendar/day';
import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import type { Claim, HistoryEntry, HistoryEvent } from '../../domain/claims/claim';
import { CLAIM_LINES, CLAIMS, PROOF, writtenClaim, writtenLine, writtenProof } from './claims-table';
import { EXPENSES, writtenExpense } from './expenses-table';
import { HISTORY, writtenEntry } from './history-table';
import { mergeRows, type CellsByColumn, type RowConflict, type RowDone, type RowEdit } from '../../records/merge-rows';
import { AS_OF_TABLE } from './as-of-table';
import { ACTIVITY_LIST, LISTS_ASKED, offeringOwn } from '../funds/name-lists';
import { PLANNING_TABLES, type StoredRecord } from './planning-tables';
import { nameEdits, PARTNERS, type NameToSave } from './partners-table';
import { PLAN, withOneSum, withSums, writtenActivity } from './plan-table';
import { FUNDS_FOR_PLAN } from '../funds/funds-table';
import { newId, type IdPrefix } from './record-id';
import { tableQuery, type Columns, type StoredRow, type RecordTable } from '../../records/record-table';
import { SETTINGS, writtenSettings, type PlanSettings } from './settings-table';
import { stampSheetEdits } from './change-stamps';
import { RATES, writtenRate } from './rates-table';
import { aroundIn, tableBeside, withTablesNeeded } from './required-tables';
import {
  afterwards,
  isChange,
  type TablesByName,
  type TableCells,
  type TableQuery,
  type NewCell,
  type TableChange,
} from '../../records/table';

/** One record to save; a null base means it is new. */
type RecordChange<T> = { value: T; base: StoredRecord<T> | null } | { remove: StoredRecord<T> };

/** What is to be saved. */
export interface PlanningEdits {
  activities: readonly RecordChange<Activity>[];
  claims: readonly RecordChange<Claim>[];
  rates: readonly RecordChange<ExchangeRate>[];
  history: readonly HistoryEvent[];
  /** Who saves, for the history; '' if no one entered a name. */
  who: string;
  /** What people changed in the sheet since its rows were last saved; recorded with this save. */
  inSheet: readonly HistoryEntry[];
  /** The settings as read, the rows they are in, and the new settings. */
  settings: { was: PlanSettings; rows: readonly StoredRow[]; now: PlanSettings } | null;
  /** Names and groups for Partner IDs, and the table of names as read. */
  partners: { names: readonly NameToSave[]; read: TableCells | null } | null;
  /** Rows of other tables, each with its design. */
  rows?: readonly { table: RecordTable<Columns>; edits: readonly RowEdit[] }[];
  /** UTC, as written to rows and history. */
  at: string;
}

/** The changes of a save. If any row is gone, nothing is written. */
export interface SavePlan {
  changes: TableChange[];
  conflicts: readonly RowConflict[];
  /** The IDs and tables of rows that no longer exist. */
  gone: readonly { id: string; table: string }[];
  done: readonly RowDone[];
  /** Rows whose changes in the sheet are all in the history after the save. */
  noted: readonly string[];
  ids: ReadonlyMap<string, string>;
  /** The tables after the save. */
  after: TablesByName;
}

/** The records to save. */
type RecordEdits = Pick<PlanningEdits, 'activities' | 'claims' | 'rates'>;

type Edits = Map<string, RowEdit[]>;

/** The tables with columns for when and where a row was last saved. */
const STAMPED: ReadonlySet<string> = new Set([PLAN.design.name, CLAIMS.design.name]);

/** The tables a save must read; with every formula if it removes rows from them, so that it can restore them after a failure. */
export function askedToSave({ activities, claims, rates, rows = [] }: RecordEdits & Pick<PlanningEdits, 'rows'>): TableQuery[] {
  const removes = (changes: readonly RecordChange<unknown>[]): boolean => changes.some((change) => 'remove' in change);
  const isLost = (change: RecordChange<Activity>): boolean =>
    'remove' in change ||
    (change.base?.value.expenses.some((was) => !change.value.expenses.some((expense) => expense.id === was.id)) ?? false);
  const reduced = new Map<RecordTable<Columns>, boolean>([
    [PLAN, removes(activities)],
    [EXPENSES, activities.some(isLost)],
    [CLAIMS, removes(claims)],
    [RATES, removes(rates)],
  ]);
  return [
    ...PLANNING_TABLES.map((table) => (reduced.get(table) ? table.design.name : tableQuery(table))),
    ...rows.map(({ table }) => table.design.name),
    FUNDS_FOR_PLAN,
    ...LISTS_ASKED,
    AS_OF_TABLE,
  ];
}

/** The tables that a save creates if missing: those it has rows for. */
export function tablesMade({ activities, claims, rates }: RecordEdits): ReadonlySet<string> {
  const kept = <T>(changes: readonly RecordChange<T>[]): T[] => changes.flatMap((change) => ('value' in change ? [change.value] : []));
  const [plans, submitted] = [kept(activities), kept(claims)];
  const made = [
    plans.length > 0 && PLAN,
    plans.some(({ expenses }) => expenses.length > 0) && EXPENSES,
    kept(rates).length > 0 && RATES,
    submitted.length > 0 && CLAIMS,
    submitted.some(({ lines }) => lines.length > 0) && CLAIM_LINES,
  ];
  return new Set(made.flatMap((table) => (table ? [table.design.name] : [])));
}

/**
 * Plans a save against the current tables. Parts are written before the records they belong to: a save above 2.5 MB takes
 * several requests, and the next read reports parts that belong to nothing.
 */
export function planSave(
  now: TablesByName,
  { activities, claims, rates, history, who, inSheet, settings, partners, rows = [], at: time }: PlanningEdits,
): SavePlan {
  const edits: Edits = new Map();
  const ids = new Map<string, string>();
  const idFor = idGiver(ids);
  const hasExpenses =
    now.get(EXPENSES.design.name) != null || activities.some((change) => 'value' in change && change.value.expenses.length > 0);
  for (const change of activities)
    editRecord(
      edits,
      ids,
      idFor,
      PLAN,
      'A',
      change,
      (activity, was) => writtenActivity(was === 'read' ? activity : withSums(activity, was), hasExpenses),
      [partTable(EXPENSES, 'E', ({ expenses }) => expenses, writtenExpense)],
    );
  for (const change of claims)
    editRecord(
      edits,
      ids,
      idFor,
      CLAIMS,
      'C',
      change,
      (claim) => writtenClaim({ ...claim, activityId: ids.get(claim.activityId) ?? claim.activityId }),
      [partTable(CLAIM_LINES, 'L', ({ lines }) => lines, writtenLine), partTable(PROOF, 'P', ({ proof }) => proof, writtenProof)],
    );
  for (const change of rates) editRecord(edits, ids, idFor, RATES, 'R', change, writtenRate, []);
  if (settings) edits.set(SETTINGS.design.name, settingEdits(settings, now.get(SETTINGS.design.name) != null));
  if (partners) edits.set(PARTNERS.design.name, nameEdits(partners.names, partners.read));

  for (const { table, edits: itsEdits } of rows) edits.set(table.design.name, [...itsEdits]);

  const stamp: CellsByColumn = { Changed: time, 'Changed in': 'pane' };
  const around = aroundIn(now, tablesMade({ activities, claims, rates }));
  const tables: readonly RecordTable<Columns>[] = [...PLANNING_TABLES, ...rows.map(({ table }) => table)];
  const merged = tables
    .filter((table) => table.design.name !== HISTORY.design.name)
    .map((table) => {
      const hasStamp = STAMPED.has(table.design.name);
      return mergeRows(
        tableBeside(table, around),
        now.get(table.design.name) ?? null,
        edits.get(table.design.name) ?? [],
        hasStamp ? stamp : {},
      );
    });
  const conflicts = merged.flatMap((merge) => merge.conflicts);
  const wentBy = new Map([...ids].map(([before, given]) => [given, before]));
  const gone = merged.flatMap((merge) => merge.gone.map((id) => ({ id: wentBy.get(id) ?? id, table: merge.change.design.name })));
  if (gone.length > 0) return { changes: [], conflicts, gone, done: [], noted: [], ids: new Map(), after: now };

  const recorded = conflicts.map(({ subject, column, theirs, ours, where }): HistoryEntry => ({
    at: time,
    subject,
    what: column,
    from: theirs,
    to: ours,
    where,
    note: CONFLICT_NOTE[where],
    who,
  }));
  const saved = merged.flatMap((merge) => merge.done.flatMap(({ did, table, id }) => (did === 'set' && STAMPED.has(table) ? [id] : [])));
  const isWritten = history.length > 0 || merged.some(({ change }) => isChange(change));
  const stamped = merged.map(({ change }) =>
    isWritten && STAMPED.has(change.design.name)
      ? stampSheetEdits(now.get(change.design.name) ?? null, 'ID', change, inSheet)
      : { change, ids: [] },
  );
  const noted = new Set([...saved, ...stamped.flatMap(({ ids: stampedIds }) => stampedIds)]);
  const isRecorded = ({ subject, what }: HistoryEntry): boolean =>
    recorded.some((entry) => entry.subject === subject && entry.what === what);
  const seen = inSheet.filter((entry) => noted.has(entry.subject) && !isRecorded(entry));
  const entries = [...seen, ...recorded, ...history.map((entry) => ({ ...entry, subject: ids.get(entry.subject) ?? entry.subject, who }))];
  const planned = [
    ...stamped
      .map(({ change }) => change)
      .filter(isChange)
      .map((change) => withSumsOf(now, change)),
    ...appended(now, entries),
  ];
  if (planned.length > 0) planned.push(...offeringOwn(now.get(ACTIVITY_LIST.name) ?? null));
  const changes = withTablesNeeded(now, planned, utcDayOf(time)!);
  return { changes, conflicts, gone, done: merged.flatMap((merge) => merge.done), noted: [...noted], ids, after: afterwards(now, changes) };
}

/** A change of the plan with one formula for each column; any other change is returned as it is. */
export const withSumsOf = (now: TablesByName, change: TableChange): TableChange =>
  change.design.name === PLAN.design.name ? withOneSum(change, now.get(PLAN.design.name) ?? null) : change;

/** Rows to add to the end of the history, which is never changed otherwise. */
export function appended(now: TablesByName, entries: readonly HistoryEntry[]): TableChange[] {
  const edits = entries.map((entry): RowEdit => ({ id: '', subject: entry.subject, base: null, was: null, now: writtenEntry(entry) }));
  return edits.length === 0 ? [] : [mergeRows(HISTORY, now.get(HISTORY.design.name) ?? null, edits).change];
}

/** A part of an activity or a claim, and its row for a parent's ID. */
interface Part {
  id: string;
  written: (parent: string) => CellsByColumn;
}

interface PartTable<T> {
  table: RecordTable<Columns>;
  prefix: IdPrefix;
  partsOf: (value: T) => readonly Part[];
}

const partTable = <T, P extends { id: string }>(
  table: RecordTable<Columns>,
  prefix: IdPrefix,
  parts: (value: T) => readonly P[],
  written: (parent: string) => (part: P) => CellsByColumn,
): PartTable<T> => ({
  table,
  prefix,
  partsOf: (value) => parts(value).map((part) => ({ id: part.id, written: (parent) => written(parent)(part) })),
});

function idGiver(ids: Map<string, string>): (prefix: IdPrefix, id: string, base: StoredRow | null) => string {
  return (prefix, id, base) => {
    if (id !== '' && !id.startsWith('#')) return id;
    // new, or a row that had no ID of its own
    const given = newId(prefix);
    if (base !== null || id !== '') ids.set(id, given);
    return given;
  };
}

function editRecord<T extends { id: string }>(
  edits: Edits,
  ids: Map<string, string>,
  idFor: ReturnType<typeof idGiver>,
  table: RecordTable<Columns>,
  prefix: IdPrefix,
  change: RecordChange<T>,
  written: (value: T, was: T | null | 'read') => CellsByColumn,
  partTables: readonly PartTable<T>[],
): void {
  const base = 'remove' in change ? change.remove : change.base;
  const value = 'remove' in change ? null : change.value;
  const id = value === null ? base!.value.id : (ids.get(value.id) ?? idFor(prefix, value.id, base?.base.row ?? null));
  const put = (target: RecordTable<Columns>, edit: RowEdit): void =>
    void edits.set(target.design.name, [...(edits.get(target.design.name) ?? []), edit]);
  const named = (cells: CellsByColumn, rowId: string): CellsByColumn => ({ ...cells, ID: rowId });
  put(table, {
    id,
    subject: id,
    base: base?.base.row ?? null,
    was: base && named(unstamped(written(base.value, 'read')), base.base.row.id),
    now: value && named(unstamped(written(value, base?.value ?? null)), id),
  });
  for (const { table: target, prefix: partPrefix, partsOf } of partTables) {
    const before = new Map((base ? partsOf(base.value) : []).map((part) => [part.id, part]));
    for (const part of value ? partsOf(value) : []) {
      const was = before.get(part.id);
      before.delete(part.id);
      const row = was && base!.base.parts.get(part.id);
      const partId = idFor(partPrefix, part.id, row ?? null);
      put(target, {
        id: partId,
        subject: id,
        base: row ?? null,
        was: row ? named(was.written(String(row.cells[parentColumn(target)])), row.id) : null,
        now: named(part.written(id), partId),
        isPart: true,
      });
    }
    for (const [partId, was] of before) {
      const row = base!.base.parts.get(partId);
      if (row) put(target, { id: partId, subject: id, base: row, was: named(was.written(id), row.id), now: null, isPart: true });
    }
  }
}

/** The column with the ID of the record that a part belongs to. */
const parentColumn = (table: RecordTable<Columns>): string =>
  table.design.columns.find(({ name }) => name === 'Activity ID' || name === 'Claim ID')!.name;
const unstamped = ({ Changed: _at, 'Changed in': _where, ...cells }: CellsByColumn): CellsByColumn => cells;

/** A new table gets all its rows, so that people see what they can set. */
function settingEdits({ was, rows, now }: NonNullable<PlanningEdits['settings']>, isThere: boolean): RowEdit[] {
  const before = isThere ? writtenSettings(was) : new Map<string, NewCell>();
  const after = writtenSettings(now);
  for (const name of before.keys()) if (!after.has(name)) after.set(name, '');
  return [...after]
    .filter(([name, value]) => before.get(name) !== value)
    .map(([name, value]): RowEdit => {
      const base = rows.find(({ id }) => id.toLowerCase() === name.toLowerCase()) ?? null;
      const had = before.get(name);
      return {
        id: name,
        subject: 'Settings',
        base,
        isPart: true,
        was: base && had !== undefined ? { Setting: base.id, Value: had } : null,
        now: { Setting: base?.id ?? name, Value: value },
      };
    });
}

const CONFLICT_NOTE = {
  sheet: 'Changed in the sheet while the pane was changing it; the pane came last and was kept.',
  pane: 'Changed in another pane while this one was changing it; this one came last and was kept.',
};
