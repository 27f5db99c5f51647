import type { EarningRow } from '../../domain/earnings/earning';
import { dayOfSerial } from '../../domain/calendar/day';
import type { Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { partnerKey } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { dayReader } from './cell-reading';
import type { OverlappingRows, ReportKind } from './earnings-import';
import { deduplicate } from './deduplicate';
import { CollectingTaker } from './collecting-taker';
import type { Cells } from './line-cells';
import { collectReports, type ReadingOptions } from './read-reports';
import { furtherColumns, type ReportColumns } from './report-columns';
import type { ReportSource } from './report-source';
import { isInUsd, usdMicrosAt } from './row-amount';
import { idAt } from './row-text';
import { NOT_IN_CELLS } from './shown-text';

/** More would slow down the workbook and could exhaust the pane's memory. */
export const MAX_SINGLE_ROWS = 50_000;

/**
 * Reads reports again and passes their rows on in batches: those an import counts, drops, or sets aside, but no blank or total
 * rows. Rows without earning IDs that another file has, too, stay out, since formulas over the rows would add them.
 */
export async function readSingleRows(
  sources: readonly ReportSource[],
  take: (rows: EarningRow[]) => void,
  options: ReadingOptions = {},
): Promise<void> {
  const taker = await collectReports(sources, () => new SingleRows(), options);
  const { files, overlapping } = deduplicate(taker.collector.collected());
  const overlaps = new Set(overlapping.map(scopeOf));
  taker.files.forEach((rows, index) => {
    // A file with the same rows as another counts only once.
    const { sameAs, name } = files[index]!;
    if (sameAs !== null) return;
    const isOver = ({ earned, ...row }: EarningRow): boolean =>
      comparableEarningId(row.earningId) === '' && overlaps.has(scopeOf({ ...row, month: earned.slice(0, 7), file: name }));
    const kept = overlaps.size === 0 ? rows : rows.filter((row) => !isOver(row));
    for (let start = 0; start < kept.length; start += ROWS_AT_ONCE)
      take(kept.slice(start, start + ROWS_AT_ONCE).map((row) => ({ ...row, file: name })));
  });
}

const scopeOf = ({ file, month, partnerId, program, earningType }: Omit<OverlappingRows, 'rows' | 'month'> & { month: string }): string =>
  JSON.stringify([file, month, partnerKey(partnerId), programKey(program), typeKey(earningType)]);

const ROWS_AT_ONCE = 2_000;

/** Keeps each row. */
class SingleRows extends CollectingTaker {
  readonly files: EarningRow[][] = [];
  private readonly dayAt = dayReader();
  private columns: ReportColumns | null = null;
  private further: Record<keyof typeof FURTHER, number> | null = null;

  override begin(name: string, header: readonly unknown[], columns: ReportColumns, kind: ReportKind): void {
    super.begin(name, header, columns, kind);
    this.columns = columns;
    this.further = furtherColumns(header, FURTHER);
    this.files.push([]);
  }

  add(cells: Cells, line: number, isUnended: boolean): boolean {
    const before = this.collector.rows;
    const isRead = this.collector.add(cells, line, isUnended);
    if (this.collector.rows > before) this.keep(cells, line);
    return isRead;
  }

  override setAside(line: number, reason: string): void {
    super.setAside(line, reason);
    this.keep([], line);
  }

  private keep(cells: Cells, line: number): void {
    if (this.rows > MAX_SINGLE_ROWS * 2) throw outOfRange(`Up to ${MAX_SINGLE_ROWS.toLocaleString('en-US')} single rows are kept.`);
    const columns = this.columns!;
    const further = this.further!;
    const text = (column: number): string => (column < 0 ? '' : idAt(cells.at(column)).slice(0, LONGEST_CELL).replace(NOT_IN_CELLS, ' '));
    const day = this.dayAt(cells, columns.date, columns.marks.dates);
    this.files.at(-1)!.push({
      earningId: text(columns.earningId),
      partnerId: text(columns.partnerId),
      program: text(columns.program),
      engagement: text(columns.engagement),
      lever: text(columns.lever),
      earningType: text(columns.type),
      reasonCode: text(columns.reason),
      earned: day > 0 ? dayOfSerial(day) : text(columns.date),
      amount: this.amountOf(cells, text),
      calculated: text(columns.calculated),
      transactionId: text(further.transactionId),
      customer: text(further.customer),
      paymentId: text(further.paymentId),
      paymentStatus: text(further.paymentStatus),
      file: '',
      line,
    });
  }

  /** An amount in another currency keeps its currency code; a bare number would look like US dollars. */
  private amountOf(cells: Cells, text: (column: number) => string): Micros | string {
    const { amount, currency, rate } = this.columns!;
    const named = currency < 0 && rate < 0 ? 'USD' : text(currency);
    const micros = usdMicrosAt(cells, this.columns!);
    if (!isInUsd(cells, this.columns!)) return `${text(amount)} ${named}`.trim();
    return micros === null || Number.isNaN(micros) ? text(amount) : micros;
  }
}

/** Columns beyond those an import needs, by their folded names. */
const FURTHER = {
  transactionId: ['transactionid'],
  customer: ['customername', 'customer'],
  paymentId: ['paymentid'],
  paymentStatus: ['paymentstatus'],
};

/** The longest text of a cell in Excel. */
const LONGEST_CELL = 32_767;
