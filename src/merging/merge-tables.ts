import { compareText } from '../domain/text/compare';
import { list } from '../domain/text/list';
import { changedBy } from '../records/changed-by';
import type { Columns, RecordTable } from '../records/record-table';
import { isSameCell, isSameValue, type MergedColumn, type SideCell, type Value } from './cell-value';
import { findColumns, type Reference } from './find-columns';
import { inputsOf, MERGED_TABLES, STAMPS, type MergedTable } from './merged-tables';
import { cellOf, foldId, rowsOf, type ColumnPlaces, type SideRow, type SideRows, type SideTable } from './side';

/** What became of a cell or a row. */
type ChangeKind = 'theirs' | 'mine' | 'both-same' | 'conflict' | 'new' | 'deleted';

/** The cells of a row by the headers in mine. */
export type RowValues = Readonly<Record<string, Value>>;

/** A cell or a row that isn't the same in all versions. A row has no column, and its values are rows, null where there is none. */
export interface Change {
  table: string;
  /** Null for a new row that has no ID yet. */
  id: string | null;
  column: string | null;
  base: Value | RowValues;
  mine: Value | RowValues;
  theirs: Value | RowValues;
  /** What a merge leaves: mine in a conflict, and a row that was deleted there, since that is only offered. */
  result: Value | RowValues;
  kind: ChangeKind;
}

/** What can't be merged without a person, and why. `row` is its number in the returned sheet. */
interface Refusal {
  table: string;
  id: string | null;
  row: number | null;
  why: string;
  /** For a row without an ID: the row of mine that it may be, and its cells that differ. */
  offer?: { id: string; values: RowValues };
}

/** The versions of a workbook's tables, by our names for them. Where there is no base, the two others are compared. */
export interface Versions {
  base: ReadonlyMap<string, SideTable> | null;
  mine: ReadonlyMap<string, SideTable>;
  theirs: ReadonlyMap<string, SideTable>;
  /** Whether the base has only the rows that were sent. */
  isPart?: boolean;
  /** What is added to the days of each version, which may be counted from 1904. */
  daysLater?: { base: number; mine: number; theirs: number };
}

/** What differs between the versions, by table, ID, and column. */
export interface Merge {
  changes: Change[];
  refused: Refusal[];
  /** Where the columns of mine are, by table. */
  places: ReadonlyMap<string, ColumnPlaces>;
}

/** Compares the versions of all tables. Nothing is changed. */
export function mergeTables(versions: Versions): Merge {
  const merged = MERGED_TABLES.map((each) => new TableMerge(each, versions));
  const byPlace = (a: Change | Refusal, b: Change | Refusal): number =>
    compareText(a.table, b.table) || compareText(a.id ?? '', b.id ?? '');
  return {
    changes: merged.flatMap(({ changes }) => changes).sort((a, b) => byPlace(a, b) || compareText(a.column ?? '', b.column ?? '')),
    refused: merged.flatMap(({ refused }) => refused).sort((a, b) => byPlace(a, b) || (a.row ?? 0) - (b.row ?? 0)),
    places: new Map(merged.map(({ name, places }) => [name, places])),
  };
}

const NO_ROWS: SideRows = { byId: new Map(), unnamed: [], doubled: new Map() };

/** The merge of one table. */
class TableMerge {
  readonly changes: Change[] = [];
  readonly refused: Refusal[] = [];
  readonly name: string;
  places: ColumnPlaces = new Map();
  private readonly table: RecordTable<Columns>;
  private readonly key: string;
  private columns: readonly MergedColumn[] = [];
  private theirPlaces: ColumnPlaces = new Map();
  private basePlaces: ColumnPlaces | null = null;
  private mine: SideRows = NO_ROWS;
  private theirs: SideRows = NO_ROWS;
  private base: SideRows | null = null;
  private header: readonly string[] = [];

  constructor(
    private readonly merged: MergedTable,
    private readonly versions: Versions,
  ) {
    this.table = merged.table;
    this.name = merged.table.design.name;
    this.key = merged.table.key!;
    const theirs = versions.theirs.get(this.name);
    const mine = versions.mine.get(this.name);
    const base = versions.base?.get(this.name);
    if (!theirs) {
      if (base && base.rows.length > 0) this.refuse(null, null, 'The copy no longer has this table, so nothing is known of its rows.');
      return;
    }
    if (!this.read(base, mine, theirs)) return;
    this.refuseDoubled();
    for (const id of this.ids()) this.mergeRow(id);
    for (const row of this.theirs.unnamed) this.offerRow(row);
  }

  /** Reads the rows of each version; false where that can't be done. */
  private read(base: SideTable | undefined, mine: SideTable | undefined, theirs: SideTable): boolean {
    const { daysLater = { base: 0, mine: 0, theirs: 0 } } = this.versions;
    const computed = this.table.design.columns.flatMap(({ name, formula }) => (formula === undefined ? [] : [name]));
    this.columns = [...inputsOf(this.table), ...ownColumns(this.table, base ?? mine, theirs)];
    const sought = { key: this.key, columns: this.columns, computed };
    const read = (side: SideTable, places: ColumnPlaces, later: number): SideRows => rowsOf(side, this.key, places, this.columns, later);
    const inBase = base ? findColumns(base, sought, null, daysLater.base) : null;
    if (base && inBase!.has(this.key)) {
      this.basePlaces = inBase;
      this.base = read(base, inBase!, daysLater.base);
    } else if (this.versions.base) this.base = NO_ROWS;
    const fromBase = base && this.basePlaces ? referenceOf(base, this.basePlaces, this.base!) : null;
    if (mine) {
      this.places = findColumns(mine, sought, fromBase, daysLater.mine);
      if (!this.places.has(this.key)) return this.refuse(null, null, `This workbook's table has no column "${this.key}".`);
      this.mine = read(mine, this.places, daysLater.mine);
    }
    this.header = mine?.header ?? [];
    const reference = mine ? referenceOf(mine, this.places, this.mine) : null;
    const known =
      fromBase && reference
        ? { ...fromBase, columnIds: fromBase.columnIds.size ? fromBase.columnIds : reference.columnIds }
        : (fromBase ?? reference);
    this.theirPlaces = findColumns(theirs, sought, known, daysLater.theirs);
    if (!this.theirPlaces.has(this.key))
      return this.refuse(null, null, `The copy's table has no column "${this.key}", so its rows can't be matched.`);
    this.theirs = read(theirs, this.theirPlaces, daysLater.theirs);
    this.refuseColumns(theirs, known);
    return true;
  }

  private refuse(id: string | null, row: number | null, why: string, offer?: Refusal['offer']): false {
    this.refused.push({ table: this.name, id, row, why, ...(offer && { offer }) });
    return false;
  }

  /** Says which columns the copy lost, and which only it has. */
  private refuseColumns(theirs: SideTable, known: Reference | null): void {
    const lost = this.columns.filter(
      ({ name }) => !this.theirPlaces.has(name) && (this.basePlaces ?? this.places).has(name) && hasValues(known, name),
    );
    for (const { name } of lost) this.refuse(null, null, `The copy no longer has the column "${this.headerOf(name)}". Mine stays.`);
    const placed = new Set(this.theirPlaces.values());
    theirs.header.forEach((name, place) => {
      const holds = theirs.rows.some(({ cells }) => cells[place]?.formula === null && String(cells[place]?.value ?? '').trim() !== '');
      if (!placed.has(place) && holds && !STAMPS.includes(name.trim()))
        this.refuse(null, null, `The column "${name}" is only in the copy, so it isn't merged.`);
    });
    for (const { name } of this.columns) {
      if (!this.theirPlaces.has(name) || this.places.has(name)) continue;
      const isHeld = [...this.theirs.byId.values(), ...this.theirs.unnamed].some((row) => cellOf(row, name).value !== null);
      if (isHeld) this.refuse(null, null, `This workbook doesn't have the column "${name}", so what the copy has in it isn't merged.`);
    }
  }

  private refuseDoubled(): void {
    for (const [id, rows] of this.theirs.doubled)
      for (const { row } of rows) this.refuse(id, row, `The ID ${id} is in ${rowList(rows)} of the copy. Nothing of these rows is merged.`);
    for (const [id, rows] of this.mine.doubled)
      if (!this.theirs.doubled.has(id))
        this.refuse(
          id,
          this.theirs.byId.get(id)?.row ?? null,
          `The ID ${id} is in ${rowList(rows)} of this workbook. Nothing of these rows is merged.`,
        );
  }

  private ids(): string[] {
    const all = new Set([...(this.base?.byId.keys() ?? []), ...this.mine.byId.keys(), ...this.theirs.byId.keys()]);
    const isDoubled = (id: string): boolean =>
      this.mine.doubled.has(id) || this.theirs.doubled.has(id) || Boolean(this.base?.doubled.has(id));
    return [...all].filter((id) => !isDoubled(id));
  }

  private mergeRow(id: string): void {
    const base = this.base?.byId.get(id) ?? null;
    const mine = this.mine.byId.get(id) ?? null;
    const theirs = this.theirs.byId.get(id) ?? null;
    if (mine && theirs) return this.mergeCells(base, mine, theirs);
    const named = (mine ?? base ?? theirs)!.id;
    const row = (kind: ChangeKind): void => {
      const values = { base: this.values(base), mine: this.values(mine), theirs: this.values(theirs) };
      this.changes.push({
        table: this.name,
        id: named,
        column: null,
        ...values,
        result: kind === 'new' ? values.theirs : values.mine,
        kind,
      });
    };
    if (!base) {
      if (theirs) row('new');
      // a row that was never sent isn't missing there
      else if (!this.versions.isPart) row('mine');
      return;
    }
    const isChanged = (side: SideRow | null, places: ColumnPlaces): boolean => side === null || this.isChanged(base, side, places);
    const by = changedBy(isChanged(mine, this.places), isChanged(theirs, this.theirPlaces), () => !mine && !theirs);
    if (by === 'theirs') row('deleted');
    else if (by !== 'no one') row(by);
  }

  private isChanged(base: SideRow, side: SideRow, places: ColumnPlaces): boolean {
    return this.columns.some(
      (column) =>
        this.basePlaces!.has(column.name) &&
        places.has(column.name) &&
        !isSameCell(column, cellOf(base, column.name), cellOf(side, column.name)),
    );
  }

  private mergeCells(base: SideRow | null, mine: SideRow, theirs: SideRow): void {
    for (const column of this.columns) {
      if (!this.places.has(column.name) || !this.theirPlaces.has(column.name)) continue;
      const isKnown = this.base !== null && (base === null || this.basePlaces!.has(column.name));
      const [was, here, there] = [base, mine, theirs].map((row) => cellOf(row, column.name)) as [SideCell, SideCell, SideCell];
      const isSame = (): boolean => isSameCell(column, here, there);
      const by = isKnown
        ? changedBy(!isSameCell(column, was, here), !isSameCell(column, was, there), isSame)
        : changedBy(!isSame(), !isSame(), isSame);
      if (by === 'no one') continue;
      this.changes.push({
        table: this.name,
        id: mine.id,
        column: this.headerOf(column.name),
        base: isKnown ? was.value : null,
        mine: here.value,
        theirs: there.value,
        result: by === 'theirs' ? there.value : here.value,
        kind: by,
      });
    }
  }

  /** A row of the copy without an ID: new, unless mine has one of the same name. */
  private offerRow(row: SideRow): void {
    const named = this.merged.named.filter((name) => this.theirPlaces.has(name));
    const isNamed = (other: SideRow): boolean =>
      named.every((name) => isSameValue(cellOf(row, name).value, cellOf(other, name).value)) &&
      named.some((name) => cellOf(row, name).value !== null);
    const isEqual = (other: SideRow): boolean =>
      this.columns.every(
        (column) => !this.theirPlaces.has(column.name) || isSameCell(column, cellOf(row, column.name), cellOf(other, column.name)),
      );
    const candidates = [...this.mine.unnamed, ...[...this.mine.byId].flatMap(([id, mine]) => (this.theirs.byId.has(id) ? [] : [mine]))];
    if (candidates.some(isEqual)) return;
    const alike = candidates.find(isNamed);
    const values = this.values(row)!;
    if (alike) {
      const mine = alike.id === '' ? `row ${alike.row} of this workbook` : alike.id;
      this.refuse(
        null,
        row.row,
        `The row has no ID. It has the ${list(
          named.map((name) => name.toLowerCase()),
          'and',
        )} of ${mine}, and may be the same.`,
        { id: alike.id, values },
      );
      return;
    }
    this.changes.push({ table: this.name, id: null, column: null, base: null, mine: null, theirs: values, result: values, kind: 'new' });
  }

  /** A row's values by the headers in mine, blank ones too, and what it has in columns that mine lacks. */
  private values(row: SideRow | null): RowValues | null {
    if (!row) return null;
    const shown = this.columns.filter(({ name }) => this.places.has(name) || cellOf(row, name).value !== null);
    return Object.fromEntries([
      [this.headerOf(this.key), row.id || null],
      ...shown.map(({ name }) => [this.headerOf(name), cellOf(row, name).value] as const),
    ]);
  }

  private headerOf(name: string): string {
    const place = this.places.get(name);
    return place === undefined ? name : this.header[place]!.trim();
  }
}

const rowList = (rows: readonly SideRow[]): string =>
  `rows ${list(
    rows.map(({ row }) => String(row)),
    'and',
  )}`;

const hasValues = (known: Reference | null, name: string): boolean =>
  known !== null && [...known.rows.values()].some((row) => cellOf(row, name).value !== null);

/** People's own columns that aren't formulas, by their headers in the base or in mine. */
function ownColumns(table: RecordTable<Columns>, known: SideTable | undefined, theirs: SideTable): MergedColumn[] {
  const ours = new Set(table.design.columns.map(({ name }) => foldId(name)));
  const isEntered = (side: SideTable, place: number): boolean => side.rows.every(({ cells }) => (cells[place]?.formula ?? null) === null);
  return (known?.header ?? []).flatMap((header, place) => {
    const name = header.trim();
    const there = theirs.header.findIndex((other) => foldId(other) === foldId(name));
    const isOwn = name !== '' && !ours.has(foldId(name)) && isEntered(known!, place) && (there < 0 || isEntered(theirs, there));
    return isOwn ? [{ name, kind: null, isSummed: false }] : [];
  });
}

function referenceOf(side: SideTable, places: ColumnPlaces, { byId }: SideRows): Reference {
  const byPlace = [...places].sort(([, a], [, b]) => a - b);
  return {
    order: byPlace.map(([name]) => name),
    columnIds: new Map(byPlace.flatMap(([name, place]) => (side.columnIds[place] ? [[name, side.columnIds[place]] as const] : []))),
    rows: byId,
  };
}
