import Papa from 'papaparse';

/** Takes what a file's text holds, in its order. */
export interface RecordSink {
  /** A row, the line it begins on, and whether it is the last one and without a line break, as where a file breaks off. */
  row(cells: readonly string[], line: number, isUnended: boolean): void;
  /** A line with a quotation mark that belongs to nothing, or with more in it than any report has; or the file ends within a quoted text. */
  broken(line: number, why: 'quotation mark' | 'length' | 'end'): void;
  /** How many cells a row should have; 0 while the header is not known. */
  width(): number;
}

/**
 * Cuts text into rows, piece by piece, with papaparse's own parser. Around it stands what that does not do: true line
 * numbers where quoted text goes over several lines, and getting over a quotation mark that is never closed, which
 * would swallow all rows after it.
 */
export class Records {
  private text = '';
  private line = 1;
  private brokenLines = 0;
  /** Within a line too long for any report, whose end is still to come. */
  private isSkipping = false;
  private readonly parser: { parse(text: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]> };

  constructor(
    delimiter: string,
    private readonly sink: RecordSink,
  ) {
    // public, but missing from the types as a constructor with settings
    const Parser = Papa.Parser as unknown as new (config: object) => Records['parser'];
    this.parser = new Parser({ delimiter, newline: '\n' });
    this.looksLikeRow = (text) => text.split(delimiter).length === this.sink.width();
  }

  /** Takes the next piece of text, whose line breaks are \n alone. */
  push(text: string, last: boolean): void {
    this.text += text;
    let at = this.isSkipping ? this.skipToNextLine(0) : 0;
    let window = Infinity;
    while (at < this.text.length) {
      const end = Math.min(this.text.length, at + window);
      const isWhole = end === this.text.length;
      const piece = at === 0 && isWhole ? this.text : this.text.slice(at, end);
      const { consumed, isBroken } = this.take(piece, isWhole && last);
      at += consumed;
      if (isBroken) {
        at = this.skipBroken(at, 'quotation mark');
        window = SMALLEST_WINDOW;
      } else if (consumed > 0) {
        window *= 2;
      } else if (end - at >= this.longest()) {
        at = this.skipBroken(at, piece.includes('"') ? 'quotation mark' : 'length');
        window = SMALLEST_WINDOW;
      } else if (isWhole) {
        break;
      } else {
        window *= 2;
      }
    }
    this.text = this.text.slice(at);
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
      const within = hasBreaks ? cells.reduce((sum, cell) => sum + occurrences(cell, '\n', cell.length), 0) : 0;
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
    return width >= FEWEST_TELLING_CELLS && cells.some((cell) => cell.includes('\n') && cell.split('\n').slice(1, -1).some(this.looksLikeRow));
  }

  private skipBroken(at: number, why: 'quotation mark' | 'length'): number {
    this.brokenLines++;
    this.sink.broken(this.line, why);
    return this.skipToNextLine(at);
  }

  private skipToNextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
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

const LONGEST_ROW = 2 ** 20;
const SMALLEST_WINDOW = 2 ** 14;
/** With fewer columns, a sentence with commas could look like a row. */
const FEWEST_TELLING_CELLS = 4;

function occurrences(text: string, wanted: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0 && at < end; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

function offsetOfLine(text: string, lines: number): number {
  let at = 0;
  for (let n = 0; n < lines; n++) at = text.indexOf('\n', at) + 1;
  return at;
}
