const made = new Set<string>();

/** Notes a table this add-in has just made. */
export const noteMade = (tableId: string): void => void made.add(tableId);

/** Whether this add-in made a table itself: then it is known not to hold the workbook's own rules, and no one needs to look. */
export const isMadeByUs = (tableId: string): boolean => made.has(tableId);
