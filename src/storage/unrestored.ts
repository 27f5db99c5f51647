import { pick, plural } from '../domain/text/plural';
import { dayOfSerial } from '../domain/calendar/day';
import { list } from '../domain/text/list';
import { serialShift } from '../cells/context';
import type { TableCells, TableDesign, CellContent } from '../records/table';

/** A row as it stood, cell by cell, as people read it. */
export interface FormerRow {
  /** Counted from 1 below the header. */
  row: number;
  cells: readonly string[];
}

/** A table that may hold a part of what was being written. */
export interface UnrestoredTable {
  name: string;
  /** The sheet it was made on, where it was not there before: all of it is to go. */
  madeOn: string | null;
  header: readonly string[];
  /** Its rows that were changed or taken out, as they stood before. */
  rows: readonly FormerRow[];
  /** How many rows were added at most. */
  added: number;
}

/** What could not be put back after a failure, and the way to try that again. */
export interface Unrestored {
  id: number;
  tables: readonly UnrestoredTable[];
  /** Blank sheets of ours that Excel did not let go. */
  sheets: readonly string[];
  /** Where someone has changed the tables since, nothing is done unless that is asked for. */
  putBack: (evenIfChanged?: boolean) => Promise<'put back' | 'changed since'>;
}

/** All that could not be put back, until it is, or someone says to leave it. */
class UnrestoredBoard {
  private all: readonly Unrestored[] = [];
  private last = 0;
  private readonly listeners = new Set<() => void>();

  readonly current = (): readonly Unrestored[] => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly add = (result: Omit<Unrestored, 'id'>): void => {
    const id = ++this.last;
    const putBack: Unrestored['putBack'] = async (evenIfChanged) => {
      const outcome = await result.putBack(evenIfChanged);
      if (outcome === 'put back') this.leave(id);
      return outcome;
    };
    this.show([...this.all, { ...result, id, putBack }]);
  };

  /** Forgets one of them. */
  readonly leave = (id: number): void => this.show(this.all.filter((result) => result.id !== id));

  private show(all: readonly Unrestored[]): void {
    this.all = all;
    for (const listener of this.listeners) listener();
  }
}

/** The one board: storage writes it, the pane shows it. */
export const unrestored = new UnrestoredBoard();

/** A row of a table as people read it; days of ours as days. */
export function formerRow(cells: TableCells, design: TableDesign, row: number): FormerRow {
  const shown = (cell: CellContent, column: number): string => {
    const format = design.columns.find(({ name }) => name === cells.header[column])?.format;
    if (typeof cell !== 'number') return String(cell);
    if (format === 'yyyy-mm-dd' || format === 'yyyy-mm') return dayOfSerial(cell + serialShift()).slice(0, format.length);
    return String(cell);
  };
  return { row: row + 1, cells: cells.values[row]!.map(shown) };
}

/** Where to look: the tables, and their rows by number. */
export function describePlaces({ tables, sheets }: Pick<Unrestored, 'tables' | 'sheets'>): string {
  const parts = tables.map(({ name, madeOn, rows, added }) => {
    if (madeOn !== null) return `the new table ${name}`;
    const numbers = rows.map(({ row }) => String(row));
    const shown = numbers.length > MAX_NUMBERS ? [...numbers.slice(0, MAX_NUMBERS), `${numbers.length - MAX_NUMBERS} more`] : numbers;
    const ofRows = numbers.length === 0 ? '' : `${pick(numbers.length, 'row', 'rows')} ${list(shown, 'and')} of `;
    const more = added === 0 ? '' : ` and ${added === 1 ? 'a row' : `up to ${plural(added, 'row')}`} added to it`;
    return `${ofRows}${name}${more}`;
  });
  const blank = sheets.map((name) => `the blank sheet ${name}`);
  return list([...parts, ...blank], 'and');
}

const MAX_NUMBERS = 12;
