import { sumOf } from '../../domain/money/money';
import Papa from 'papaparse';
import { LineCells, type Cells } from './line-cells';
import { joined, textOfBytes } from './text-decoding';

/** Receives the content of a file's text, in order. */
export interface RecordSink {
  /** A row, the line it begins on, and whether it's the last one and has no line break, as in an incomplete file. */
  row(cells: Cells, line: number, isUnended: boolean): void;
  /** A line with an unmatched quotation mark or longer than in any report, or the end of the file within quoted text. */
  broken(line: number, why: 'quotation mark' | 'length' | 'end'): void;
  /** The number of cells a row should have; 0 while the header is unknown. */
  width(): number;
}

/**
 * Splits bytes of UTF-8 into rows, piece by piece. Lines are split directly, with the same result as papaparse, which
 * parses what is odd: quoted text over several lines or with something after it, spaces before quotation marks, and the
 * end of the file. What papaparse doesn't have: correct line numbers after quoted text over several lines, and recovery
 * from an unclosed quotation mark, which would swallow all rows after it.
 */
export class Records {
  /** The bytes being read; between pieces, those of a row whose end is to come. */
  private bytes: Uint8Array = new Uint8Array(0);
  private line = 1;
  private brokenLines = 0;
  /** Whether the bytes are within a line that is skipped because it's too long. */
  private isSkipping = false;
  private readonly cells: LineCells;
  private readonly spaces: RegExp | null;
  private readonly parser: { parse(text: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]> };

  /** `hasSpaces` is for a file with spaces between its separators and quotation marks, which would belong to the cells. */
  constructor(
    delimiter: string,
    private readonly sink: RecordSink,
    hasSpaces = false,
  ) {
    this.spaces = hasSpaces ? spacesBeforeMarks(delimiter, 'g') : null;
    // Public, but the types don't include a constructor with settings.
    const Parser = Papa.Parser as unknown as new (config: object) => Records['parser'];
    this.cells = new LineCells(delimiter);
    this.parser = new Parser({ delimiter, newline: '\n' });
    this.looksLikeRow = (text) => text.split(delimiter).length === this.sink.width();
  }

  /** Takes the next bytes, which are whole letters with \n or \r\n as line breaks. */
  push(bytes: Uint8Array, last: boolean): void {
    // Completes the previous line first, since appending a whole piece to it would copy the piece.
    const end = this.bytes.length === 0 ? 0 : bytes.indexOf(LINE_FEED) + 1;
    if (end > 0) this.takeBytes(bytes.subarray(0, end), false);
    this.takeBytes(bytes.subarray(end), last);
  }

  private takeBytes(bytes: Uint8Array, last: boolean): void {
    this.bytes = joined(this.bytes, bytes);
    let position = this.isSkipping ? this.skipToNextLine(0) : 0;
    for (;;) {
      position = this.takePlainLines(position);
      const next = this.takeOdd(position, last);
      if (next === position) break;
      position = next;
    }
    this.bytes = this.bytes.slice(position);
  }

  /** Passes on the lines before the first one that is odd or without an end, and returns that line's start. */
  protected takePlainLines(from: number): number {
    const { bytes, cells } = this;
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    cells.within(bytes);
    for (let position = from; ;) {
      const next = position < end ? cells.take(position) : -1;
      if (next < 0 || (this.spaces && bytes.subarray(position, next).includes(QUOTATION_MARK))) return position;
      this.sink.row(cells.hasDoubledMarks ? cells.toArray() : cells, this.line++, false);
      position = next;
    }
  }

  /** Passes on rows that begin with an odd line or are the last, and returns where the next one begins. */
  private takeOdd(position: number, last: boolean): number {
    const { bytes } = this;
    const lineEnd = bytes.indexOf(LINE_FEED, position) + 1;
    if (lineEnd === 0 && !last && bytes.length - position < this.longest()) return position;
    if (this.brokenLines >= MAX_SEARCHED && lineEnd > 0) return this.takeLine(position, lineEnd);
    for (let window = lineEnd > 0 ? lineEnd - position : SMALLEST_WINDOW; position < bytes.length; window = wider(window)) {
      const end = Math.min(bytes.length, position + window);
      const isWhole = end === bytes.length;
      const { lines, isBroken, isAll } = this.take(position, end, isWhole && last);
      if (isAll) return bytes.length;
      if (isBroken) return this.skipBroken(this.afterLines(position, lines), 'quotation mark');
      if (lines > 0) return this.afterLines(position, lines);
      if (end - position >= this.longest())
        return this.skipBroken(position, bytes.subarray(position, end).includes(QUOTATION_MARK) ? 'quotation mark' : 'length');
      if (isWhole) break;
    }
    return position;
  }

  /** Passes on one line as a row, and returns where the next one begins. */
  private takeLine(position: number, end: number): number {
    const { lines, isBroken } = this.take(position, end, false);
    return isBroken || lines === 0 ? this.skipBroken(position, 'quotation mark') : end;
  }

  private afterLines(from: number, lines: number): number {
    let position = from;
    for (let n = 0; n < lines; n++) position = this.bytes.indexOf(LINE_FEED, position) + 1;
    return position;
  }

  private readonly looksLikeRow: (text: string) => boolean;

  /** Passes on the rows in some bytes up to a broken one, and returns how many lines they take, or that they take all. */
  private take(from: number, to: number, isEnd: boolean): { lines: number; isBroken: boolean; isAll: boolean } {
    const piece = this.textOf(from, to);
    const { data, errors, meta } = this.parser.parse(piece, 0, !isEnd);
    const isEnded = !isEnd || piece.endsWith('\n');
    // papaparse returns an empty row after a final line break, unless the break was in quoted text.
    const count = isEnd && isEnded && isEmptyRow(data.at(-1)!) ? data.length - 1 : data.length;
    const lines = occurrences(piece, '\n', isEnd ? piece.length : meta.cursor);
    const hasBreaks = lines !== (isEnded ? count : count - 1);
    if (!piece.includes('"') || (errors.length === 0 && !hasBreaks)) {
      for (let n = 0; n < count; n++) this.sink.row(data[n]!, this.line++, !isEnded && n === count - 1);
      return { lines, isBroken: false, isAll: isEnd };
    }
    const doubtful = new Set(errors.map(({ row }) => row));
    const start = this.line;
    for (let n = 0; n < count; n++) {
      const cells = data[n]!;
      const within = sumOf(cells, (cell) => occurrences(cell, '\n', cell.length));
      if (this.isBroken(cells, doubtful.has(n), within > 0)) return { lines: this.line - start, isBroken: true, isAll: false };
      const isUnended = !isEnded && n === count - 1;
      if (isUnended && errors.some(({ row, code }) => row === n && code === 'MissingQuotes')) this.sink.broken(this.line, 'end');
      else this.sink.row(cells, this.line, isUnended);
      this.line += 1 + within;
    }
    return { lines, isBroken: false, isAll: isEnd };
  }

  private textOf(from: number, to: number): string {
    const text = textOfBytes(this.bytes.subarray(from, to)).replaceAll('\r\n', '\n');
    return this.spaces ? text.replace(this.spaces, '$1"') : text;
  }

  /** Quoted text over several lines is fine, unless the row has the wrong length or the text has rows in it: then its end mark belongs to another text. */
  private isBroken(cells: readonly string[], isDoubtful: boolean, hasBreaks: boolean): boolean {
    const width = this.sink.width();
    if (width > 0 && cells.length !== width && (isDoubtful || hasBreaks)) return true;
    if (!hasBreaks) return false;
    if (isDoubtful) return true;
    return (
      width >= FEWEST_TELLING_CELLS && cells.some((cell) => cell.includes('\n') && cell.split('\n').slice(1, -1).some(this.looksLikeRow))
    );
  }

  private skipBroken(position: number, why: 'quotation mark' | 'length'): number {
    this.brokenLines++;
    this.sink.broken(this.line, why);
    return this.skipToNextLine(position);
  }

  private skipToNextLine(position: number): number {
    const end = this.bytes.indexOf(LINE_FEED, position);
    this.isSkipping = end < 0;
    if (end < 0) return this.bytes.length;
    this.line++;
    return end + 1;
  }

  /** The maximum length of a row. It's lower if many lines are broken, since each is searched this far for its end. */
  private longest(): number {
    return Math.max(SMALLEST_WINDOW, LONGEST_ROW / (1 + this.brokenLines));
  }
}

/** Whether quotation marks in a text only come after a separator and spaces, and never right after a separator. */
export const hasSpacesBeforeMarks = (text: string, delimiter: string): boolean =>
  spacesBeforeMarks(delimiter, '').test(text) && !text.includes(`${delimiter}"`);

const spacesBeforeMarks = (delimiter: string, flags: string): RegExp => new RegExp(`(^|\\n|\\${delimiter}) +"`, flags);

/** The cells of a row; those of a line that was quoted as a whole, which makes it one cell, are inside that cell. */
export function cellsOfLine(cells: Cells, delimiter: string): Cells {
  const line = cells.length === 1 ? cells.at(0) : null;
  if (typeof line !== 'string' || !line.includes(delimiter)) return cells;
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n' });
  return data.length === 1 && errors.length === 0 ? data[0]! : cells;
}

const isEmptyRow = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

/** First a line alone; if a row has more, a window that doubles. */
const wider = (window: number): number => (window < SMALLEST_WINDOW ? SMALLEST_WINDOW : window * 2);

const LINE_FEED = 10;
const QUOTATION_MARK = 34;
/** After so many broken lines, quoted text over several lines isn't searched for anymore, since each search takes time. */
const MAX_SEARCHED = 200;
const LONGEST_ROW = 2 ** 20;
const SMALLEST_WINDOW = 2 ** 14;
/** With fewer columns, a sentence with commas could pass for a row. */
const FEWEST_TELLING_CELLS = 4;

function occurrences(text: string, wanted: string, end: number): number {
  let count = 0;
  for (let position = text.indexOf(wanted); position >= 0 && position < end; position = text.indexOf(wanted, position + 1)) count++;
  return count;
}
