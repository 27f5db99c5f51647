import type { HistoryEntry } from '../../domain/claims/claim';
import { CLAIMS } from '../../storage/planning/claims-table';
import { isSameInput, shownCell } from '../../records/merge-rows';
import type { TablesByName } from '../../storage/planning/planning-tables';
import { PLAN } from '../../storage/planning/plan-table';
import { readRecords, type Columns, type StoredRow, type RecordTable } from '../../records/record-table';

const FOLLOWED: readonly RecordTable<Columns>[] = [PLAN, CLAIMS];
/** Said by whoever saves, and no edits by themselves. */
const STAMP = ['ID', 'Changed', 'Changed in'];

/**
 * What people change in the sheet between two savings of a row: nothing there says who changed a cell and when, so the
 * pane keeps what it sees. It goes into the history with whatever is saved next, which gives the row another stamp.
 */
export class SheetEdits {
  private readonly known = new Map<string, StoredRow>();
  private edits: HistoryEntry[] = [];

  /** Looks at the tables as they are; `time` is when. */
  look(tables: TablesByName, time: string): void {
    for (const table of FOLLOWED) {
      // a copied row has its ID a second time, and is another row
      const seen = new Set(['']);
      for (const { base } of readRecords(table, tables.get(table.design.name) ?? null)) {
        if (!seen.has(base.id)) this.lookAt(table, base, time);
        seen.add(base.id);
      }
    }
  }

  /** What was changed in the sheet and is not in the history yet, the oldest first. */
  get entries(): readonly HistoryEntry[] {
    return this.edits;
  }

  /** Rows that are saved, or taken back, by this pane: what is in them next was not changed in the sheet. */
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
    this.known.set(row.id, row);
    if (!before) return;
    // another pane saved it: what that changed is its own, and what it saw is in the history
    if (before.cells['Changed'] !== row.cells['Changed']) return this.drop(row.id);
    for (const [column, cell] of Object.entries(row.cells)) {
      const was = before.cells[column] ?? '';
      if (STAMP.includes(column) || isSameInput(table, column, cell, was)) continue;
      const [from, to] = [shownCell(table, column, was), shownCell(table, column, cell)];
      // a number that became text, or the other way round, when a table was sorted
      if (from !== to) this.edits.push({ at: time, subject: row.id, what: column, from, to, where: 'sheet', note: '', who: '' });
    }
  }
}
