import type { TableCells } from '../../records/table';
import { ExcelError } from '../excel-error';

/** Someone else changed a table after we read it. `found` has the tables as they were right before we wrote. */
export class ConcurrentChange extends ExcelError {
  constructor(readonly found: ReadonlyMap<string, TableCells | null>) {
    super('busy', 'Someone else is changing these tables, so nothing was written. Wait a moment, then try again.');
  }
}

/** Someone else created a sheet with the name of one we were creating. Of our own there are only blank sheets, if any. */
export class SheetNameTaken extends ConcurrentChange {
  constructor() {
    super(new Map());
  }
}

/** Whether a sheet couldn't be created because one with its name exists by now. */
export const isSheetTaken = (error: unknown): boolean => isTaken(error) && !/^Table(Column\w*)?\./.test(locationOf(error));

/** Whether a table has got a column of that name by now. */
export const isColumnTaken = (error: unknown): boolean => isTaken(error) && /^TableColumn/.test(locationOf(error));

const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ItemAlreadyExists';
const locationOf = (error: unknown): string => String((error as { debugInfo?: { errorLocation?: unknown } }).debugInfo?.errorLocation);

/** Excel changed cells of a table that we didn't write. `found` has the tables as they were before. */
export class ColumnFilled extends ExcelError {
  constructor(
    readonly found: ReadonlyMap<string, TableCells>,
    sentence: string,
  ) {
    super('unknown', sentence);
  }
}

/** The change would split another table or merged cells. */
export class Blocked extends ExcelError {}

/** Whether rows couldn't be added or removed because of what is below or next to them. */
export const isBlocked = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'InsertDeleteConflict';
