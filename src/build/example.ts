/** A worked example: a formula, what its cells show, and a word on it. */
export interface Example {
  formula: string;
  /** Rows of cells, as a reader sees them. */
  gives: string[][];
  note?: string;
}

/**
 * Reads the text of an `@example` line: `=COOP.SPLIT(1500) → 900 | 600`, cells parted by ` | `, rows by ` // `,
 * then, on the lines below, an optional note. Throws a sentence naming the file when it is not of that form.
 */
export function readExample(file: string, text: string): Example {
  const [line = '', ...rest] = text.split(/\r?\n/).map((part) => part.trim());
  const arrow = line.indexOf(ARROW);
  const formula = line.slice(0, arrow).trim();
  if (arrow < 0 || !formula.startsWith('=')) {
    throw new Error(`${file}: an @example reads "=COOP.NAME(…) ${ARROW} what the cell shows", not "${line}".`);
  }
  const gives = line
    .slice(arrow + ARROW.length)
    .split(/\s\/\/(?:\s|$)/)
    .map((row) => row.split(/(?:^|\s)\|(?=\s|$)/).map((cell) => cell.trim()));
  const note = rest.join(' ').trim();
  return { formula, gives, ...(note ? { note } : {}) };
}

const ARROW = '→';
