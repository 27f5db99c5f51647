/** The cells of a row by their position. */
export type Cells = readonly unknown[] | LineCells;

/** All cells of a row, to keep or to look through. */
export const allOf = (cells: Cells): readonly unknown[] => (cells instanceof LineCells ? cells.toArray() : cells);

/**
 * The cells of a line without quotation marks. Each is cut out when it is asked for: a report has sixty columns, and ten
 * of them are read. Filled again for each line, so no one may keep it.
 */
export class LineCells {
  length = 0;
  private text = '';
  /** Where each cell begins, and behind the last one where another would. */
  private readonly begins: number[] = [];
  /** How far the text was gone through, and its first separator from there on or -1: it may be far away, and is looked for once. */
  private reached = 0;
  private separator = -1;

  constructor(private readonly delimiter: string) {}

  /** Takes a line, which stands between two places of a text. */
  take(text: string, from: number, to: number): this {
    const { begins, delimiter } = this;
    let { separator } = this;
    if (text !== this.text || from < this.reached || (separator >= 0 && from > separator)) {
      this.text = text;
      separator = text.indexOf(delimiter, from);
    }
    let count = 1;
    begins[0] = from;
    while (separator >= 0 && separator < to) {
      begins[count++] = separator + 1;
      separator = text.indexOf(delimiter, separator + 1);
    }
    begins[count] = to + 1;
    this.length = count;
    this.reached = to;
    this.separator = separator;
    return this;
  }

  /** A cell's text, undefined behind the last one. */
  at(position: number): string | undefined {
    return position < this.length ? this.text.slice(this.begins[position], this.begins[position + 1]! - 1) : undefined;
  }

  /** All cells. */
  toArray(): string[] {
    return this.text.slice(this.begins[0], this.begins[this.length]! - 1).split(this.delimiter);
  }
}
