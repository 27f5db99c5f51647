/** A formula for a text as MATCH and SUMIFS look for it: *, ? and ~ stand for themselves. */
export const literal = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;

/** A formula for which cells hold a text and nothing else, whatever its case and length. */
export const isSame = (cells: string, text: string): string => `EXACT(UPPER(${cells}),UPPER(${text}))`;
