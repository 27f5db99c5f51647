import { isError, valueOf } from '../grid/cell-value';
import type { Workbench } from '../workbench';

/** What the status bar shows. */
export interface SessionStatus {
  /** The selected cell's error, with the message that Excel's error card would show. */
  error: { code: string; message: string } | null;
  /** The traffic of the last action that caused any. */
  roundTrips: number;
  bytes: number;
  /** The add-in's calls that the workbench doesn't support. */
  unknown: string[];
}

/** The current status. */
export function statusOf({ workbook, functions, stats, unknownCalls }: Workbench, namespace: string): SessionStatus {
  const last = stats
    .all()
    .filter(({ batches }) => batches > 0)
    .at(-1);
  const { sheet, row, column } = workbook.sheets.selection;
  // Not cells.read(), which would flush what a batch is still writing.
  const value = workbook.cells.value(sheet, row, column) || valueOf(workbook.cells.spills(sheet)?.[row]?.[column]);
  const ours = workbook.cells.formulaOf(sheet, row, column)?.toUpperCase().includes(`${namespace}.`);
  const message = ours ? functions.messageAt({ sheetId: sheet.getSheetId(), row, column }) : '';
  return {
    error: isError(value) ? { code: value, message } : null,
    roundTrips: last?.batches ?? 0,
    bytes: last ? last.bytesIn + last.bytesOut : 0,
    unknown: unknownCalls,
  };
}
