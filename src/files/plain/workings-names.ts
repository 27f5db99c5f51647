/** Names that a copy gets begin alike, so that no name of the workbook is one of them. */
export const OWN_NAMES = 'CoopPlain_';

export const nameOf = (table: string, column: string): string => `${OWN_NAMES}${table}_${column}`;

/** The day of a rule that is asked for without a date. */
export const NEWEST = 99999;

/** What a history's number is multiplied by, so that a day can be added to it. */
export const PER_HISTORY = 100_000;
