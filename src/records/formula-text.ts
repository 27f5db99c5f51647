/** A formula for a text as MATCH and SUMIFS look for it: *, ? and ~ stand for themselves. */
export const literal = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;
