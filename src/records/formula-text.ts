/** A formula that escapes *, ? and ~ in a text, so that MATCH and SUMIFS don't take them as wildcards. */
export const literal = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;

/** A text as a formula writes it. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Whether a formula looks at a column of its own row that the table lacks (-1): Excel refuses such a formula. */
export const looksAtMissing = (formula: string, columnIndex: Readonly<Record<string, number>>): boolean =>
  [...formula.matchAll(/\[@\[?([^\]]+)\]/g)].some(([, name]) => columnIndex[name!] === -1);
