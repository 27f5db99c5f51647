/** Control characters other than tab and line feed, which cells can't contain. */
export const NOT_IN_CELLS = /[\u0000-\u0008\u000B-\u001F\u007F]+/g;

/** External text without characters that move a terminal's cursor, change the writing direction, or break the line. */
export const printable = (text: string): string =>
  text.trim().replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]+/g, ' ');

/** External text for a sentence: printable, short, and in quotation marks. */
export function quoted(text: string): string {
  const plain = printable(text);
  return `"${plain.length > LONGEST_QUOTED ? `${plain.slice(0, LONGEST_QUOTED)}…` : plain}"`;
}

const LONGEST_QUOTED = 40;
