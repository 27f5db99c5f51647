import { pick, plural } from '../domain/text/plural';
import { dayOfSerial } from '../domain/calendar/day';
import { list } from '../domain/text/list';
import { serialShift } from '../cells/context';
import type { TableCells, TableDesign, CellContent } from '../records/table';

/** An earlier row, as displayed cells. */
export interface FormerRow {
  /** Counted from 1 below the header. */
  row: number;
  cells: readonly string[];
}

/** A table that may have part of a failed change. */
export interface UnrestoredTable {
  name: string;
  /** For a new table, the sheet it was created on; all of it should be removed. Null if the table existed. */
  madeOn: string | null;
  header: readonly string[];
  /** Its changed or removed rows, as they were before. */
  rows: readonly FormerRow[];
  /** How many rows were added at most. */
  added: number;
}

/** What couldn't be restored after a failure, and a function to try again. */
export interface Unrestored {
  id: number;
  tables: readonly UnrestoredTable[];
  /** Our blank sheets that Excel didn't delete. */
  sheets: readonly string[];
  /** If someone has changed the tables since, does nothing unless `evenIfChanged`. */
  putBack: (evenIfChanged?: boolean) => Promise<'put back' | 'changed since'>;
}

/** Everything that couldn't be restored, until it is, or the user dismisses it. */
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

/** The only instance: storage writes to it, the pane shows it. */
export const unrestored = new UnrestoredBoard();

/** A row of a table as displayed, with our date columns as dates. */
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
