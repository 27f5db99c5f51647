/** Control characters other than tab and line feed, which no cell keeps. */
export const NOT_IN_CELLS = /[\u0000-\u0008\u000B-\u001F\u007F]+/g;

/** A text from elsewhere without anything that moves a terminal's cursor, changes the writing direction, or breaks the line. */
export const printable = (text: string): string =>
  text.trim().replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]+/g, ' ');

/** A text from elsewhere for a sentence: printable, short, in quotation marks. */
export function quoted(text: string): string {
  const plain = printable(text);
  return `"${plain.length > LONGEST_QUOTED ? `${plain.slice(0, LONGEST_QUOTED)}…` : plain}"`;
}

const LONGEST_QUOTED = 40;
