import { SECONDS_A_DAY, serialOf } from '../../domain/calendar/day';
import { firstDay, lastDay } from '../../domain/calendar/half';
import { kindOfType } from '../range/earning-kinds';
import { dayReader, hundredthsAt } from '../import/cell-reading';
import type { ReportKind } from '../import/earnings-import';
import { CollectingTaker } from '../import/collecting-taker';
import type { Cells } from '../import/line-cells';
import { collectReports, type ReadingOptions } from '../import/read-reports';
import { furtherColumns, type ReportColumns } from '../import/report-columns';
import type { ReportSource } from '../import/report-source';
import { rateAt, usdMicrosAt } from '../import/row-amount';
import { earningIdAt, idAt, textOf } from '../import/row-text';
import { instantOf } from '../../cells/instant';
import { comparableId } from '../../domain/earnings/partner-id';
import type { FundQuery, FundEvidence, RowDetail } from './evidence';
import { ReportRates } from './rates';
import { evidenceOfRows } from './row-evidence';
import { programKey } from '../../rulebook/name-keys';

/** Reads reports again for what their rows show about a fund. */
export async function readFundEvidence(
  sources: readonly ReportSource[],
  asked: FundQuery,
  options: ReadingOptions = {},
): Promise<FundEvidence> {
  const rows = await collectReports(sources, () => new FundRows(asked), options);
  return evidenceOfRows(asked, rows.collector.collected(), rows);
}

/** Keeps details of the fund's rows. */
class FundRows extends CollectingTaker {
  /** Co-op rows of the fund, including the day before and after its half, and rows the Partner ID earned for others, by file and line. */
  readonly details = new Map<string, RowDetail>();
  /** Rows without an earning ID, which all count, by file. */
  readonly loose: RowDetail[][] = [];
  /** The rates of all rows, of any Partner ID. */
  readonly rates = new ReportRates();
  hasEarningIds = true;
  hasCurrencies = true;
  private readonly id: string;
  private readonly program: string;
  private readonly first: number;
  private readonly last: number;
  private readonly dayAt = dayReader();
  private readonly programs = new Map<unknown, boolean>();
  private columns: ReportColumns | null = null;
  private further = furtherColumns([], FURTHER);
  private name = '';

  constructor({ partnerId, program, half }: FundQuery) {
    super();
    this.id = comparableId(partnerId);
    this.program = programKey(program);
    this.first = serialOf(firstDay(half));
    this.last = serialOf(lastDay(half));
  }

  override begin(name: string, header: readonly unknown[], columns: ReportColumns, kind: ReportKind): void {
    super.begin(name, header, columns, kind);
    this.name = name;
    this.columns = columns;
    this.further = furtherColumns(header, FURTHER);
    this.loose.push([]);
    if (columns.earningId < 0) this.hasEarningIds = false;
    if (this.further.currency < 0 || this.further.ownAmount < 0) this.hasCurrencies = false;
  }

  add(cells: Cells, line: number, isUnended: boolean): boolean {
    if (!this.collector.add(cells, line, isUnended)) return false;
    const { currency, rate } = this.further;
    if (currency >= 0 && rate >= 0)
      this.rates.take(cells.at(currency), cells.at(rate), this.dayAt(cells, this.columns!.date, this.columns!.marks.dates));
    const detail = this.detailOf(cells, this.columns!, line);
    if (!detail) return true;
    const id = this.columns!.earningId < 0 ? '' : earningIdAt(cells.at(this.columns!.earningId));
    if (id === '') this.loose.at(-1)!.push(detail);
    else this.details.set(`${this.loose.length - 1} ${line}`, detail);
    return true;
  }

  private detailOf(cells: Cells, columns: ReportColumns, line: number): RowDetail | null {
    const day = this.dayAt(cells, columns.date, columns.marks.dates);
    if (day < this.first - 1 || day > this.last + 1 || !this.isProgram(cells.at(columns.program))) return null;
    const type = textAt(cells, columns.type);
    if (kindOfType(type) !== 'co-op') return null;
    const partner = textAt(cells, columns.partnerId);
    const earnedBy = textAt(cells, this.further.earnedBy);
    if (comparableId(partner) !== this.id && comparableId(earnedBy) !== this.id) return null;
    return {
      place: this.placeOf(cells, line),
      earningId: columns.earningId < 0 ? '' : idAt(cells.at(columns.earningId)).trim(),
      repeats: 0,
      day,
      partner,
      earnedBy,
      type,
      micros: usdMicrosAt(cells, columns)!,
      clock: (((instantOf(cells.at(columns.date)) ?? 0) % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY,
      reason: textAt(cells, columns.reason),
      calculated: columns.calculated < 0 ? null : instantOf(cells.at(columns.calculated)),
      currency: textAt(cells, this.further.currency).toUpperCase(),
      ownAmount: this.further.ownAmount < 0 ? null : hundredthsAt(cells.at(this.further.ownAmount)),
      rate: this.further.rate < 0 ? null : rateAt(cells.at(this.further.rate)),
      transactionRate: this.further.transactionRate < 0 ? null : rateAt(cells.at(this.further.transactionRate)),
    };
  }

  /** Where the row is in its report, which our own table of rows names in its columns. */
  private placeOf(cells: Cells, line: number): string {
    const { file, line: ownLine } = this.further;
    const [name, number] = [textAt(cells, file), textAt(cells, ownLine)];
    return name !== '' && number !== '' ? `${name}, line ${number}` : `${this.name}, line ${line}`;
  }

  private isProgram(cell: unknown): boolean {
    let isIt = this.programs.get(cell);
    if (isIt === undefined) {
      isIt = programKey(textAt([cell], 0)) === this.program;
      if (typeof cell === 'string') this.programs.set(cell, isIt);
    }
    return isIt;
  }
}

/** Columns that only a comparison needs, by their folded names. */
const FURTHER = {
  earnedBy: ['earningparticipantid'],
  currency: ['transactioncurrency'],
  ownAmount: ['earningamount'],
  rate: ['earningexchangerate'],
  transactionRate: ['transactionexchangerate'],
  file: ['file'],
  line: ['line'],
};

const textAt = (cells: Cells, column: number): string => (column < 0 ? '' : textOf([cells.at(column)]).trim());
