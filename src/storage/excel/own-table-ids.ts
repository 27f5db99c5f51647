const made = new Set<string>();

/** Remembers a table that this add-in has just created, other than that of the workbook's own rules. */
export const noteMade = (tableId: string): void => void made.add(tableId);

/** Whether this add-in created a table that can't be the workbook's own rules. */
export const isMadeByUs = (tableId: string): boolean => made.has(tableId);
