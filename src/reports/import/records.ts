import { sumOf } from '../../domain/money/money';
import Papa from 'papaparse';
import { LineCells, type Cells } from './line-cells';

/** Receives the content of a file's text, in order. */
export interface RecordSink {
  /** A row, the line it begins on, and whether it is the last one without a line break, as in an incomplete file. */
  row(cells: Cells, line: number, isUnended: boolean): void;
  /** A line with a stray quotation mark or more content than any report has, or the end of the file within a quoted text. */
  broken(line: number, why: 'quotation mark' | 'length' | 'end'): void;
  /** How many cells a row should have; 0 while the header is unknown. */
  width(): number;
}

/**
 * Cuts text into rows, piece by piece. Lines without a quotation mark are split where they stand, as papaparse would do
 * it; those with one are papaparse's own parser's. Around it stands what that does not do: true line numbers where quoted
 * text goes over several lines, and getting over a quotation mark that is never closed, which would swallow all rows
 * after it.
 */
export class Records {
  private text = '';
  private line = 1;
  private brokenLines = 0;
  /** Inside a line too long for any report, before its end. */
  private isSkipping = false;
  private readonly lineCells: LineCells;
  private readonly parser: { parse(text: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]> };

  constructor(
    delimiter: string,
    private readonly sink: RecordSink,
  ) {
    // public, but missing from the types as a constructor with settings
    const Parser = Papa.Parser as unknown as new (config: object) => Records['parser'];
    this.lineCells = new LineCells(delimiter);
    this.parser = new Parser({ delimiter, newline: '\n' });
    this.looksLikeRow = (text) => text.split(delimiter).length === this.sink.width();
  }

  /** Takes the next piece of text, with line breaks \n or \r\n. */
  push(text: string, last: boolean): void {
    // the line begun before gets its end first: a whole piece put behind it would be copied
    const end = this.text === '' ? 0 : text.indexOf('\n') + 1;
    if (end > 0) this.takeLines(text.slice(0, end), false);
    this.takeLines(end > 0 ? text.slice(end) : text, last);
  }

  private takeLines(text: string, last: boolean): void {
    this.text += text;
    if (this.text.includes('"')) this.text = this.text.replaceAll('\r\n', '\n');
    let position = this.isSkipping ? this.skipToNextLine(0) : 0;
    for (;;) {
      position = this.takePlainLines(position);
      const next = this.takeRows(position, last);
      if (next === position) break;
      position = next;
    }
    this.text = this.text.slice(position);
  }

  /** Hands on the lines before the first one that has a quotation mark, or no end yet; says where that begins. */
  private takePlainLines(position: number): number {
    const { text, lineCells } = this;
    const mark = text.indexOf('"', position);
    for (;;) {
      const end = text.indexOf('\n', position);
      if (end < 0 || (mark >= 0 && mark < end)) return position;
      const isLong = end > position && text.charCodeAt(end - 1) === CARRIAGE_RETURN;
      this.sink.row(lineCells.take(text, position, isLong ? end - 1 : end), this.line++, false);
      position = end + 1;
    }
  }

  /** Hands on rows that begin with a line with a quotation mark, or are the last; says where the next one begins. */
  private takeRows(position: number, last: boolean): number {
    const { text } = this;
    for (let window = this.markedLines(position); position < text.length; window *= 2) {
      const end = Math.min(text.length, position + window);
      const isWhole = end === text.length;
      const piece = text.slice(position, end);
      const { consumed, isBroken } = this.take(piece, isWhole && last);
      if (isBroken) return this.skipBroken(position + consumed, 'quotation mark');
      if (consumed > 0) return position + consumed;
      if (piece.length >= this.longest()) return this.skipBroken(position, piece.includes('"') ? 'quotation mark' : 'length');
      if (isWhole) break;
    }
    return position;
  }

  /** The length of the lines from here on that all have a quotation mark, as far as one look should go. */
  private markedLines(position: number): number {
    const { text } = this;
    let end = position;
    while (end - position < SMALLEST_WINDOW) {
      const lineEnd = text.indexOf('\n', end);
      const mark = text.indexOf('"', end);
      if (mark < 0 || mark > lineEnd) break;
      end = lineEnd + 1;
    }
    return end > position ? end - position : SMALLEST_WINDOW;
  }

  private readonly looksLikeRow: (text: string) => boolean;

  /** Hands on the rows of a text up to one that is broken; says how much of the text they take. */
  private take(piece: string, isEnd: boolean): { consumed: number; isBroken: boolean } {
    const { data, errors, meta } = this.parser.parse(piece, 0, !isEnd);
    const consumed = isEnd ? piece.length : meta.cursor;
    const isEnded = !isEnd || piece.endsWith('\n');
    // after a last line break papaparse gives an empty row, unless a quoted text swallowed the break
    const count = isEnd && isEnded && isEmptyRow(data.at(-1)!) ? data.length - 1 : data.length;
    const breaks = piece.includes('"') ? occurrences(piece, '\n', consumed) : data.length;
    const hasBreaks = breaks !== (isEnded ? count : count - 1);
    if (!piece.includes('"') || (errors.length === 0 && !hasBreaks)) {
      for (let n = 0; n < count; n++) this.sink.row(data[n]!, this.line++, !isEnded && n === count - 1);
      return { consumed, isBroken: false };
    }
    const doubtful = new Set(errors.map(({ row }) => row));
    const start = this.line;
    for (let n = 0; n < count; n++) {
      const cells = data[n]!;
      const within = sumOf(cells, (cell) => occurrences(cell, '\n', cell.length));
      if (this.isBroken(cells, doubtful.has(n), within > 0)) {
        return { consumed: offsetOfLine(piece, this.line - start), isBroken: true };
      }
      const isUnended = !isEnded && n === count - 1;
      if (isUnended && errors.some(({ row, code }) => row === n && code === 'MissingQuotes')) this.sink.broken(this.line, 'end');
      else this.sink.row(cells, this.line, isUnended);
      this.line += 1 + within;
    }
    return { consumed, isBroken: false };
  }

  /** Quoted text over several lines is fine; but if it makes the row too short, too long, or holds rows itself, its end mark was another's. */
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
    const end = this.text.indexOf('\n', position);
    this.isSkipping = end < 0;
    if (end < 0) return this.text.length;
    this.line++;
    return end + 1;
  }

  /** The longest row waited for, less where many are broken: each is searched through so far for its end. */
  private longest(): number {
    return Math.max(SMALLEST_WINDOW, LONGEST_ROW / (1 + this.brokenLines));
  }
}

const isEmptyRow = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

const CARRIAGE_RETURN = 13;
const LONGEST_ROW = 2 ** 20;
const SMALLEST_WINDOW = 2 ** 14;
/** With fewer columns, a sentence with commas could pass for a row. */
const FEWEST_TELLING_CELLS = 4;

function occurrences(text: string, wanted: string, end: number): number {
  let count = 0;
  for (let position = text.indexOf(wanted); position >= 0 && position < end; position = text.indexOf(wanted, position + 1)) count++;
  return count;
}

function offsetOfLine(text: string, lines: number): number {
  let position = 0;
  for (let n = 0; n < lines; n++) position = text.indexOf('\n', position) + 1;
  return position;
}
