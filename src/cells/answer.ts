import { cellRules, type WorkbookRules } from './workbook-rules';
import { cellError } from './cell-error';
import { contextSettled } from './context';
import { layOut, presentable, type Cell } from './lay-out';

export type { WorkbookRules as Book } from './workbook-rules';

/**
 * Answers a cell: immediately if the workbook's context is loaded, otherwise with a promise, which Excel shows as #BUSY!.
 * A Problem becomes the cell's error; numbers that Excel can't store are refused.
 */
export function answer<T>(compute: (book: WorkbookRules) => T): T {
  let book: WorkbookRules | null;
  try {
    book = cellRules();
    if (book) return shown(compute(book));
  } catch (thrown) {
    throw cellError(thrown);
  }
  return contextSettled().then(() => answer(compute)) as T;
}

function shown<T>(result: T): T {
  return (Array.isArray(result) ? layOut(result as Cell[][]) : presentable(result as Cell)) as T;
}
