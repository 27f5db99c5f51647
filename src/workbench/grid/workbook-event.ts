import type { CellValue } from './cell-value';
import type { Area } from './a1';

/** Who changed something. */
export type Origin = 'addin' | 'person';

/** An Excel.DataChangeType. */
export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

/** A change in the workbook, by anyone. */
export type WorkbookEvent =
  | { kind: 'changed'; area: Area; changeType: ChangeType; origin: Origin; before?: CellValue; after?: CellValue }
  | { kind: 'selection'; area: Area }
  | { kind: 'activated'; sheetId: string; previousId?: string }
  | { kind: 'calculated'; sheetId: string }
  | { kind: 'sheetAdded'; sheetId: string }
  | { kind: 'sheetDeleted'; sheetId: string }
  | { kind: 'tableAdded'; tableId: string; sheetId: string }
  | { kind: 'tableDeleted'; tableId: string; sheetId: string };
