import { toExcelError } from '../excel-error';

/** How a batch waits. */
export interface BatchOptions {
  /** Waits until the person has left the cell they edit, where Excel can; else such a batch fails at once. */
  waitForEdit?: boolean;
}

/**
 * One conversation with Excel, and the only Excel.run of the add-in. Whatever Office.js throws comes out as a Trouble
 * with a sentence for a person.
 */
export async function inExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { waitForEdit = false }: BatchOptions = {},
): Promise<T> {
  try {
    return await (waitForEdit ? Excel.run({ delayForCellEdit: true }, batch) : Excel.run(batch));
  } catch (error) {
    throw toExcelError(error);
  }
}
