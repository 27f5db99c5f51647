/**
 * Whether a text means "no value": NULL, N/A, -, (blank), #N/A, \\N, 0, the GUID of zeros. Databases and spreadsheets
 * write such words for blank cells, and all rows with one would look like the same earning.
 */
export const isNoValue = (text: string): boolean => WORDS.test(text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, ''));

const WORDS = /^(?:0*|n(?:|a|an|il|one|ull|ot(?:applicable|available))|undefined|blank)$/;
