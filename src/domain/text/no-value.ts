/**
 * Whether a text only says that there is nothing: NULL, N/A, -, (blank), #N/A, \\N, 0, the GUID of zeros. Databases and
 * spreadsheets write such words where a cell is blank, and all rows that have one would be taken for the same earning.
 */
export const isNoValue = (text: string): boolean => WORDS.test(text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, ''));

const WORDS = /^(?:0*|n(?:|a|an|il|one|ull|ot(?:applicable|available))|undefined|blank)$/;
