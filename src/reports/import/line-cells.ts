import { textOfBytes } from './text-decoding';

/** The cells of a row by their position. */
export type Cells = readonly unknown[] | LineCells;

/** All cells of a row as an array that may be kept. */
export const allOf = (cells: Cells): readonly unknown[] => (cells instanceof LineCells ? cells.toArray() : cells);

/**
 * The cells of a line of UTF-8, found in its bytes. Cells only become text on access, since a report has sixty columns and
 * ten are read, most of them by their bytes. Reused for each line, so don't keep it.
 */
export class LineCells {
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  /** Whether a text has doubled quotation marks, so that its bytes aren't those of its text. */
  hasDoubledMarks = false;
  /** The positions of each cell's bytes, without quotation marks around them. */
  readonly begins: number[] = [];
  readonly ends: number[] = [];
  /** The same bytes as text, once a cell is asked for; null if a position in one isn't the same in the other. */
  private text: string | null = null;
  private isDecoded = false;
  private readonly separator: number;

  constructor(delimiter: string) {
    this.separator = delimiter.charCodeAt(0);
  }

  /** Bytes that the next lines are in. */
  within(bytes: Uint8Array): void {
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.isDecoded = false;
  }

  /**
   * Takes the line from a position on, which must have an end, and returns where the next one begins; -1 for a line with
   * a quoted text that doesn't end in it or that something follows. Elsewhere in a cell, a quotation mark is a letter.
   */
  take(from: number): number {
    const { bytes, begins, ends, separator } = this;
    this.hasDoubledMarks = false;
    let count = 0;
    for (let position = from; ; position++) {
      let byte = bytes[position]!;
      if (byte === QUOTATION_MARK) {
        begins[count] = ++position;
        position = this.endOfQuoted(position);
        if (position < 0) return -1;
        ends[count++] = position;
        byte = bytes[++position]!;
        if (byte === CARRIAGE_RETURN && bytes[position + 1] === LINE_FEED) byte = bytes[++position]!;
        if (byte !== separator && byte !== LINE_FEED) return -1;
      } else {
        begins[count] = position;
        while (byte !== separator && byte !== LINE_FEED) byte = bytes[++position]!;
        const hasReturn = byte === LINE_FEED && position > from && bytes[position - 1] === CARRIAGE_RETURN;
        ends[count++] = hasReturn ? position - 1 : position;
      }
      if (byte === LINE_FEED) {
        this.length = count;
        return position + 1;
      }
    }
  }

  /** A cell's text; undefined after the last one. */
  at(position: number): string | undefined {
    return position < this.length ? this.textOf(this.begins[position]!, this.ends[position]!) : undefined;
  }

  /** The byte at a place in a cell, from its end if below 0; NaN if it has none there. */
  byteAt(position: number, place: number): number {
    if (position >= this.length) return NaN;
    const begin = this.begins[position]!;
    const end = this.ends[position]!;
    const index = place < 0 ? end + place : begin + place;
    return index >= begin && index < end ? this.bytes[index]! : NaN;
  }

  /** Whether a cell is missing or has no text. */
  isEmpty(position: number): boolean {
    return position >= this.length || this.begins[position] === this.ends[position];
  }

  /** All cells. */
  toArray(): string[] {
    return Array.from({ length: this.length }, (_, position) => this.at(position)!);
  }

  /** The end of a quoted text that begins at a position; -1 if it isn't in this line. */
  private endOfQuoted(from: number): number {
    const { bytes } = this;
    for (let position = from; ; position++) {
      const byte = bytes[position];
      if (byte === LINE_FEED) return -1;
      if (byte !== QUOTATION_MARK) continue;
      if (bytes[position + 1] !== QUOTATION_MARK) return position;
      this.hasDoubledMarks = true;
      position++;
    }
  }

  private textOf(begin: number, end: number): string {
    if (!this.isDecoded) {
      const text = textOfBytes(this.bytes);
      this.text = text.length === this.bytes.length ? text : null;
      this.isDecoded = true;
    }
    const text = this.text?.slice(begin, end) ?? textOfBytes(this.bytes.subarray(begin, end));
    const isQuoted = begin > 0 && this.bytes[begin - 1] === QUOTATION_MARK;
    return isQuoted && this.hasDoubledMarks ? text.replaceAll('""', '"') : text;
  }
}

const QUOTATION_MARK = 34;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
