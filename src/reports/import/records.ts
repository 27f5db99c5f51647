import { sumOf } from '../../domain/money/money';
import Papa from 'papaparse';
import { LineCells, type Cells } from './line-cells';

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
 * Splits text into rows, piece by piece. Lines without quotation marks are split directly, with the same result as
 * papaparse, which parses the others. What papaparse doesn't have: correct line numbers after quoted text over several
 * lines, and recovery from an unclosed quotation mark, which would swallow all rows after it.
 */
export class Records {
  private text = '';
  private line = 1;
  private brokenLines = 0;
  /** Whether the text is within a line that is skipped because it's too long. */
  private isSkipping = false;
  private readonly lineCells: LineCells;
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
    this.lineCells = new LineCells(delimiter);
    this.parser = new Parser({ delimiter, newline: '\n' });
    this.looksLikeRow = (text) => text.split(delimiter).length === this.sink.width();
  }

  /** Takes the next piece of text, with \n or \r\n as line breaks. */
  push(text: string, last: boolean): void {
    // Completes the previous line first, since appending a whole piece to it would copy the piece.
    const end = this.text === '' ? 0 : text.indexOf('\n') + 1;
    if (end > 0) this.takeLines(text.slice(0, end), false);
    this.takeLines(end > 0 ? text.slice(end) : text, last);
  }

  private takeLines(text: string, last: boolean): void {
    this.text += text;
    if (this.text.includes('"')) this.text = this.withoutSpaces(this.text.replaceAll('\r\n', '\n'));
    let position = this.isSkipping ? this.skipToNextLine(0) : 0;
    for (;;) {
      position = this.takePlainLines(position);
      const next = this.takeRows(position, last);
      if (next === position) break;
      position = next;
    }
    this.text = this.text.slice(position);
  }

  private withoutSpaces(text: string): string {
    return this.spaces ? text.replace(this.spaces, '$1"') : text;
  }

  /** Passes on the lines before the first one with a quotation mark or without an end, and returns that line's start. */
  private takePlainLines(position: number): number {
    const { text, lineCells } = this;
    const mark = text.indexOf('"', position);
    for (;;) {
      const end = text.indexOf('\n', position);
      if (end < 0 || (mark >= 0 && mark < end)) return position;
      const hasReturn = end > position && text.charCodeAt(end - 1) === CARRIAGE_RETURN;
      this.sink.row(lineCells.take(text, position, hasReturn ? end - 1 : end), this.line++, false);
      position = end + 1;
    }
  }

  /** Passes on rows that begin with a line with a quotation mark or are the last, and returns where the next one begins. */
  private takeRows(position: number, last: boolean): number {
    const { text } = this;
    const lineEnd = text.indexOf('\n', position);
    if (this.brokenLines >= MAX_SEARCHED && lineEnd >= 0) return this.takeLine(position, lineEnd + 1);
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

  /** Passes on one line as a row, and returns where the next one begins. */
  private takeLine(position: number, end: number): number {
    const { consumed, isBroken } = this.take(this.text.slice(position, end), false);
    return isBroken || consumed === 0 ? this.skipBroken(position, 'quotation mark') : position + consumed;
  }

  /** The length of the next lines with quotation marks, up to about SMALLEST_WINDOW. */
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

  /** Passes on a text's rows up to a broken one, and returns the length of the text they take. */
  private take(piece: string, isEnd: boolean): { consumed: number; isBroken: boolean } {
    const { data, errors, meta } = this.parser.parse(piece, 0, !isEnd);
    const consumed = isEnd ? piece.length : meta.cursor;
    const isEnded = !isEnd || piece.endsWith('\n');
    // papaparse returns an empty row after a final line break, unless the break was in quoted text.
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
    const end = this.text.indexOf('\n', position);
    this.isSkipping = end < 0;
    if (end < 0) return this.text.length;
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

const CARRIAGE_RETURN = 13;
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

function offsetOfLine(text: string, lines: number): number {
  let position = 0;
  for (let n = 0; n < lines; n++) position = text.indexOf('\n', position) + 1;
  return position;
}
