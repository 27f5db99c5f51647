import { cleanText } from '../domain/text/clean-text';

/** Excel's way to keep zeros in a CSV, ="0012", without its wrapping; and without spaces around and marks no one sees. */
export function bareText(cell: string): string {
  const text = cleanText(cell).trim();
  return text.charCodeAt(0) === EQUALS && text.length > 2 && text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).trim() : text;
}

const EQUALS = 61;
