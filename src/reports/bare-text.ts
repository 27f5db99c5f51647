import { cleanText } from '../domain/text/clean-text';

/** A text without Excel's wrapping for leading zeros in a CSV, ="0012", surrounding spaces, and invisible characters. */
export function bareText(cell: string): string {
  const text = cleanText(cell).trim();
  return text.charCodeAt(0) === EQUALS && text.length > 2 && text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).trim() : text;
}

const EQUALS = 61;
