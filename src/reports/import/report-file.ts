import { badInput } from '../../domain/problem';
import { isBlank } from '../range/columns';
import type { MarksOfFiles } from './amount-marks';
import type { RowTaker } from './collect-rows';
import { allOf, type Cells } from './line-cells';
import { cellsOfLine, hasSpacesBeforeMarks, Records } from './records';
import { DOWNLOAD_INSTEAD, findReportColumns, headersIn, isRowInCell, rowsInCells } from './report-columns';
import { BROKEN_OFF } from './row-trouble';
import { joined, textOfBytes } from './text-decoding';

/** Reads one file: finds its separator and its header in the first lines, then passes on its rows. */
export class ReportFile {
  private head: Uint8Array = new Uint8Array(0);
  private records: Records | null = null;
  private isBegun = false;
  private width = 0;
  /** The index of the header among rows with data. */
  private headerAt = 0;
  private delimiter = ',';
  private rowsMet = 0;

  constructor(
    private readonly name: string,
    private readonly collector: RowTaker,
    private readonly marks: MarksOfFiles,
  ) {}

  /** Takes the next bytes of the file, as `Records` does. */
  push(bytes: Uint8Array, last: boolean): void {
    if (this.records) {
      this.records.push(bytes, last);
      return;
    }
    this.head = joined(this.head, bytes);
    if (this.head.length >= LONGEST_HEAD || last) {
      this.records = this.begin();
      this.records.push(this.head, last);
      this.head = new Uint8Array(0);
    }
    if (last && !this.isBegun) throw this.noReport();
  }

  /** Ends the file. */
  end(): void {
    if (!this.isBegun) throw this.noReport();
    this.collector.end();
  }

  private begin(): Records {
    const head = textOfBytes(this.head);
    if (head.trim() === '') throw badInput(`"${this.name}" is empty; ${DOWNLOAD_INSTEAD}`);
    const { delimiter, headerAt, found } = dialectOf(this.head);
    if (found === 0 && head.includes('\0')) throw this.noReport();
    const top = head.trimStart().split('\n', 1)[0]!;
    if (found === 0 && /^[^<[{]/.test(top) && isRowInCell(top)) throw rowsInCells(this.name);
    if (found === 0 && /^\s*<(?:!doctype\s+html|html)\b/i.test(head))
      throw badInput(`"${this.name}" is a web page, usually from an expired sign-in; ${DOWNLOAD_INSTEAD}`);
    this.headerAt = headerAt;
    this.delimiter = delimiter;
    return new Records(
      delimiter,
      {
        row: (cells, line, isUnended) => this.row(cellsOfLine(cells, delimiter), line, isUnended),
        broken: (line, why) => {
          if (this.isBegun) this.collector.setAside(line, BROKEN[why]);
        },
        width: () => this.width,
      },
      hasSpacesBeforeMarks(head, delimiter),
    );
  }

  private row(row: Cells, line: number, isUnended: boolean): void {
    if (this.isBegun) {
      const isOneCell = row.length === 1 && this.width > 1 && String(row.at(0)).includes(this.delimiter);
      if (isOneCell) this.collector.setAside(line, BROKEN['quotation mark']);
      else this.collector.add(row, line, isUnended);
      return;
    }
    const cells = allOf(row);
    // A zip or workbook with a damaged beginning may contain a readable report and other, hidden data.
    if (cells.some((cell) => String(cell).includes('\0')))
      throw badInput(`"${this.name}" is damaged or isn't text: it has bytes above its rows that no report has. Download it again.`);
    if (cells.every(isBlank) || this.rowsMet++ < this.headerAt) return;
    // Files with semicolons usually have decimal commas, so the point in 1.234 may separate thousands.
    const { columns, kind } = findReportColumns(cells, this.name, this.marks.next(this.delimiter === ';'));
    this.width = cells.length;
    this.isBegun = true;
    this.collector.begin(this.name, cells, columns, kind);
  }

  private noReport(): Error {
    return badInput(`"${this.name}" isn't an earnings report: it isn't CSV or TSV text; ${DOWNLOAD_INSTEAD}`);
  }
}

const BROKEN = {
  'quotation mark': "A quotation mark in this line has no match, so its cells can't be identified.",
  length: 'This line is longer than any row of a report.',
  end: BROKEN_OFF,
};
/** Longer than a header with all columns and some lines above it. */
const LONGEST_HEAD = 2 ** 16;
/** The header and some rows. */
const SHORTEST_HEAD = 2 ** 12;
const MAX_LINES_ABOVE = 10;
const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The separator and the position of the header that match the most known columns. */
function dialectOf(head: Uint8Array): { delimiter: string; headerAt: number; found: number } {
  let best = { delimiter: ',', headerAt: 0, found: 0 };
  const bytes = head.subarray(0, LONGEST_HEAD);
  const text = textOfBytes(bytes);
  for (const delimiter of DELIMITERS) {
    const rows = topOf(bytes, delimiter, hasSpacesBeforeMarks(text, delimiter)).filter((cells) => !cells.every(isBlank));
    rows.forEach((cells, headerAt) => {
      const found = headersIn(cells);
      if (found > best.found) best = { delimiter, headerAt, found };
    });
  }
  return best;
}

/** The rows at the top. Reads only as much of the head as needed, since it's read for each separator. */
function topOf(bytes: Uint8Array, delimiter: string, hasSpaces: boolean): (readonly unknown[])[] {
  const rows: (readonly unknown[])[] = [];
  const records = new Records(
    delimiter,
    {
      row: (cells) => rows.push(allOf(cellsOfLine(cells, delimiter))),
      broken: () => undefined,
      width: () => 0,
    },
    hasSpaces,
  );
  for (
    let position = 0, piece = SHORTEST_HEAD;
    position < bytes.length && rows.length < MAX_LINES_ABOVE;
    position += piece, piece = position
  ) {
    records.push(bytes.subarray(position, position + piece), position + piece >= bytes.length);
  }
  return rows.slice(0, MAX_LINES_ABOVE);
}
