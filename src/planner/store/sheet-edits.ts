import type { HistoryEntry } from '../../domain/claims/claim';
import { CLAIMS } from '../../storage/planning/claims-table';
import { isSameInput, shownCell } from '../../records/merge-rows';
import { columnsOf, type TableCells, type TablesByName } from '../../records/table';
import { PLAN } from '../../storage/planning/plan-table';
import { readRecords, type Columns, type StoredRow, type RecordTable } from '../../records/record-table';

const FOLLOWED: readonly RecordTable<Columns>[] = [PLAN, CLAIMS];
/** Columns that every save writes; a change in them alone isn't an edit. */
const STAMP = ['ID', 'Changed', 'Changed in'];

/**
 * What people change in the sheet between two saves of a row. The sheet doesn't record who changed a cell and when, so the
 * pane keeps what it sees. The next save adds it to the history and gives the row a new stamp.
 */
export class SheetEdits {
  private readonly known = new Map<string, StoredRow>();
  private edits: HistoryEntry[] = [];

  /** Compares the tables with what was last seen; `time` is the time of the new edits. */
  look(tables: TablesByName, time: string): void {
    for (const table of FOLLOWED) {
      // a copied row has its ID a second time, and is another row
      const seen = new Set(['']);
      const found = tables.get(table.design.name);
      if (!found) continue;
      const standing = standingIn(table, found);
      for (const { base } of readRecords(table, found)) {
        if (!seen.has(base.id)) this.lookAt(table, { ...base, cells: standing(base) }, time);
        seen.add(base.id);
      }
    }
  }

  /** What was changed in the sheet and is not in the history yet, the oldest first. */
  get entries(): readonly HistoryEntry[] {
    return this.edits;
  }

  /** Rows that this pane saved or undid: their next contents aren't edits in the sheet. */
  saved(ids: Iterable<string>): void {
    for (const id of ids) {
      this.known.delete(id);
      this.drop(id);
    }
  }

  private drop(id: string): void {
    if (this.edits.length > 0) this.edits = this.edits.filter(({ subject }) => subject !== id);
  }

  private lookAt(table: RecordTable<Columns>, row: StoredRow, time: string): void {
    const before = this.known.get(row.id);
    const cells = { ...before?.cells, ...row.cells };
    this.known.set(row.id, { ...row, cells });
    if (!before) return;
    // another pane saved it: the changes are that pane's, and the edits it saw are in the history
    if (before.cells['Changed'] !== cells['Changed']) return this.drop(row.id);
    for (const [column, cell] of Object.entries(row.cells)) {
      const was = before.cells[column];
      if (was === undefined || STAMP.includes(column) || isSameInput(table, column, cell, was)) continue;
      const [from, to] = [shownCell(table, column, was), shownCell(table, column, cell)];
      // skip a number that became text, or the other way around, when a table was sorted
      if (from !== to) this.edits.push({ at: time, subject: row.id, what: column, from, to, where: 'sheet', note: '', who: '' });
    }
  }
}

/** A row's cells in the columns that the table has. A renamed column reads as blank, and renaming it edits no row. */
function standingIn({ design }: RecordTable<Columns>, { header }: TableCells): (row: StoredRow) => StoredRow['cells'] {
  const columnIndex = columnsOf(
    header,
    design.columns.map(({ name }) => name),
  );
  return ({ cells }) => Object.fromEntries(Object.entries(cells).filter(([column]) => columnIndex[column]! >= 0));
}
