/** A text in a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A call of one of Excel's functions. */
export const call = (name: string, ...args: readonly (string | number)[]): string => `${name}(${args.join(',')})`;

/** IF, with constants decided at once. */
export const when = (condition: string, yes: string, no: string): string => (yes === no ? yes : call('IF', condition, yes, no));

/** An error in a formula. */
export const VALUE_ERROR = '#VALUE!';
export const NUM_ERROR = '#NUM!';
export const NOT_COVERED = 'NA()';

/** NUMBERVALUE came with Excel 2013, so files have it with this prefix. It reads a point as the decimal mark in every culture. */
export const numberOf = (text: string): string => `_xlfn.NUMBERVALUE(${text},".","_")`;

/** Whether a text has one of several parts; its beginning and end are written as |. */
export const hasAny = (text: string, parts: readonly string[]): string =>
  `SUMPRODUCT(--ISNUMBER(SEARCH({${parts.map(quoted).join(',')}},"|"&TRIM(${text})&"|")))`;
