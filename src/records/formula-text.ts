/** A formula that escapes *, ? and ~ in a text, so that MATCH and SUMIFS don't take them as wildcards. */
export const literal = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;
