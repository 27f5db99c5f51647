/** A worked example: a formula, its result, and an optional note. */
export interface Example {
  formula: string;
  /** Rows of cells, as Excel shows them. */
  gives: string[][];
  note?: string;
}

/**
 * Reads the text of an `@example` line, such as `=COOP.SPLIT(1500) → 900 | 600`: cells are separated by ` | `, rows by
 * ` // `, and an optional note follows on the next lines. Throws, naming the file, if it doesn't have that form.
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
