import type { TableCells } from '../../records/table';
import { ExcelError } from '../excel-error';

/** Someone else changed a table between its reading and its writing. `found` is how the tables stood just before we wrote. */
export class ConcurrentChange extends ExcelError {
  constructor(readonly found: ReadonlyMap<string, TableCells | null>) {
    super('busy', 'Someone else is changing these tables, so nothing was written. Wait a moment, then try again.');
  }
}

/** Someone else made a sheet that we were about to make: of ours there are blank sheets at most. */
export class SheetNameTaken extends ConcurrentChange {
  constructor() {
    super(new Map());
  }
}

/** Whether a sheet could not be made because there is one of its name by now. */
export const isSheetTaken = (error: unknown): boolean => isTaken(error) && !/^Table(Column\w*)?\./.test(locationOf(error));

/** Whether a table has got a column of that name by now. */
export const isColumnTaken = (error: unknown): boolean => isTaken(error) && /^TableColumn/.test(locationOf(error));

const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ItemAlreadyExists';
const locationOf = (error: unknown): string => String((error as { debugInfo?: { errorLocation?: unknown } }).debugInfo?.errorLocation);

/** Excel wrote into cells of a table that we did not. `found` is how the tables stood just before. */
export class ColumnFilled extends ExcelError {
  constructor(
    readonly found: ReadonlyMap<string, TableCells>,
    sentence: string,
  ) {
    super('unknown', sentence);
  }
}

/** Excel would have had to cut another table, or merged cells, in two. */
export class Blocked extends ExcelError {}

/** Whether rows could not come or go because of what is below or beside. */
export const isBlocked = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'InsertDeleteConflict';
