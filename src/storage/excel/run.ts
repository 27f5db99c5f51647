import { toExcelError } from '../excel-error';

/** Options for a batch. */
export interface BatchOptions {
  /** Waits until the user has finished editing a cell, if Excel supports it; otherwise, the batch fails immediately. */
  waitForEdit?: boolean;
}

/** Runs a batch with the add-in's only Excel.run. What Office.js throws becomes an ExcelError with a sentence for the user. */
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
