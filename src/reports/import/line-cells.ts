/** The cells of a row by their position. */
export type Cells = readonly unknown[] | LineCells;

/** All cells of a row as an array that may be kept. */
export const allOf = (cells: Cells): readonly unknown[] => (cells instanceof LineCells ? cells.toArray() : cells);

/**
 * The cells of a line without quotation marks. Cells are only extracted on access, since a report has sixty columns and ten
 * are read. Reused for each line, so don't keep it.
 */
export class LineCells {
  length = 0;
  private text = '';
  /** The start of each cell, and where another one after the last would start. */
  private readonly begins: number[] = [];
  /** The position reached in the text, and the next separator from there, or -1. It may be far away, so the search isn't repeated. */
  private reached = 0;
  private separator = -1;

  constructor(private readonly delimiter: string) {}

  /** Takes the line between two positions of a text. */
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

  /** A cell's text; undefined after the last one. */
  at(position: number): string | undefined {
    return position < this.length ? this.text.slice(this.begins[position], this.begins[position + 1]! - 1) : undefined;
  }

  /** All cells. */
  toArray(): string[] {
    return this.text.slice(this.begins[0], this.begins[this.length]! - 1).split(this.delimiter);
  }
}
