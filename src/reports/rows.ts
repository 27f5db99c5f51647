import { isErrorCell, plainValue, rangeOf } from '../cells/cell-value';
import { dayOfCell } from '../cells/serial';
import { noteInput } from '../cells/working';
import { serialOf, utcDayOf } from '../domain/day';
import { centsOf, centsOfNumber } from '../domain/money';
import { programNamed } from '../rulebook/rules-on';
import type { ProgramId } from '../rulebook/rules/programs';
import { findColumns, isBlank, type Columns } from './columns';
import { BLANK, Directory } from './directory';
import { foldType, isRollover, kindOfType, type EarningKind } from './earning-kinds';
import { comparableId } from './partner-ids';

/** A Partner ID of a report: as first printed, and for comparing. A total row's label is not present. */
export interface ReportPartner {
  shown: string;
  comparable: string;
  present: boolean;
}

/** A program of a report: one of ours, or a name only the report knows. */
export interface ReportProgram {
  shown: string;
  key: string;
  known: ProgramId | null;
}

/** An earning type of a report and what it counts as. */
export interface ReportType {
  shown: string;
  kind: EarningKind;
}

/** Why a row cannot be counted, as bits: the cell that is unreadable, or an amount in another currency than USD. */
export const TROUBLE = {
  partner: 1,
  program: 2,
  type: 4,
  date: 8,
  amount: 16,
  earningId: 32,
  reason: 64,
  currency: 128,
} as const;

/**
 * A report as columns of numbers, one entry a row that holds anything: a million row objects would cost more than
 * reading them. `partner`, `program` and `type` are positions in the lists of the same name, below 0 where unreadable.
 */
export interface ReportRows {
  cells: readonly (readonly unknown[])[];
  columns: Columns;
  count: number;
  /** Position of the row within the range, from 0. */
  position: Int32Array;
  partner: Int32Array;
  program: Int32Array;
  type: Int32Array;
  /** The earning's day as a serial of the 1900 system; 0 where unreadable. */
  day: Int32Array;
  cents: Float64Array;
  trouble: Uint8Array;
  partners: readonly ReportPartner[];
  programs: readonly ReportProgram[];
  types: readonly ReportType[];
}

/** Reads a report from a range with its header row. Rows without ID, program, type and date are left out: blanks and totals. */
export function readRows(report: unknown): ReportRows {
  const cells = rangeOf(report);
  const columns = findColumns(cells);
  const room = cells.length - columns.header - 1;
  const position = new Int32Array(room);
  const partner = new Int32Array(room);
  const program = new Int32Array(room);
  const type = new Int32Array(room);
  const day = new Int32Array(room);
  const cents = new Float64Array(room);
  const trouble = new Uint8Array(room);

  const partners = new Directory<ReportPartner>(comparableId, (shown, comparable) => ({ shown, comparable, present: false }));
  const programs = new Directory<ReportProgram>(programKey, describeProgram);
  const types = new Directory<ReportType>(foldType, (shown) => ({ shown, kind: kindOfType(shown) }));
  const rollovers = new Map<number, number>();
  const dayAt = dayReader();
  const { partnerId, program: programAt, type: typeAt, date, amount, currency, earningId, reason } = columns;

  let count = 0;
  for (let at = columns.header + 1; at < cells.length; at++) {
    const row = cells[at]!;
    const itsPartner = partners.at(row[partnerId]);
    const itsProgram = programs.at(row[programAt]);
    let itsType = types.at(row[typeAt]);
    const itsDay = dayAt(row[date]);
    if (itsProgram === BLANK && itsType === BLANK && (itsPartner === BLANK || itsDay === BLANK)) {
      if (itsPartner === BLANK && itsDay === BLANK) continue;
      if (isLabel(row[itsPartner === BLANK ? date : partnerId])) continue;
    }

    if (itsPartner >= 0) partners.entries[itsPartner]!.present = true;
    let its = (itsPartner < 0 ? TROUBLE.partner : 0) | (itsProgram < 0 ? TROUBLE.program : 0) | (itsDay <= 0 ? TROUBLE.date : 0);
    if (itsType < 0) {
      its |= TROUBLE.type;
    } else if (reason >= 0 && types.entries[itsType]!.kind === 'rebate') {
      const given = row[reason];
      if (typeof given === 'string') {
        if (given !== '' && isRollover(given)) itsType = rolloverOf(itsType);
      } else if (given !== null && isErrorCell(plainValue(given))) {
        its |= TROUBLE.reason;
      }
    }
    if (earningId >= 0 && typeof row[earningId] === 'object' && isErrorCell(plainValue(row[earningId]))) its |= TROUBLE.earningId;
    const itsCents = centsAt(row[amount]);
    if (itsCents === null) its |= TROUBLE.amount;
    if (currency >= 0) its |= currencyTrouble(row[currency]);

    position[count] = at;
    partner[count] = itsPartner;
    program[count] = itsProgram;
    type[count] = itsType;
    day[count] = itsDay > 0 ? itsDay : 0;
    cents[count] = itsCents ?? 0;
    trouble[count] = its;
    count++;
  }
  noteInput('report', report, `${count} ${count === 1 ? 'row' : 'rows'} below the header in row ${columns.header + 1} of the range`);
  return {
    cells, columns, count, position, partner, program, type, day, cents, trouble,
    partners: partners.entries, programs: programs.entries, types: types.entries,
  };

  function rolloverOf(rebate: number): number {
    let at = rollovers.get(rebate);
    if (at === undefined) {
      at = types.add({ shown: types.entries[rebate]!.shown, kind: 'rollover' });
      rollovers.set(rebate, at);
    }
    return at;
  }
}

/** Spellings of one program fold to one key; a program we do not know is compared by the report's own text. */
export function programKey(text: string): string {
  return programNamed(text) ?? text.toLowerCase().replace(/[\s\-_\u2010-\u2015]/g, '');
}

function describeProgram(text: string, key: string): ReportProgram {
  const known = programNamed(text);
  return { shown: known ?? text, key, known };
}

/** "Total" in the first column is a table's total row, not a Partner ID or a date; those have digits. */
function isLabel(cell: unknown): boolean {
  const plain = plainValue(cell);
  return typeof plain === 'string' && !/\d/.test(plain);
}

/** Reads earning dates; the texts of a column repeat, so each is taken apart once. */
function dayReader(): (cell: unknown) => number {
  const known = new Map<string | number, number>();
  return function dayAt(cell: unknown): number {
    if (typeof cell !== 'number' && typeof cell !== 'string') {
      const plain = plainValue(cell);
      return plain === null ? BLANK : isErrorCell(plain) || typeof plain === 'boolean' ? 0 : dayAt(plain);
    }
    let day = known.get(cell);
    if (day === undefined) {
      day = typeof cell === 'string' ? dayOfText(cell.trim()) : dayOfNumber(cell);
      known.set(cell, day);
    }
    return day;
  };
}

function dayOfNumber(cell: number): number {
  if (cell === 0) return BLANK;
  const day = dayOfCell(cell);
  return day === null ? 0 : serialOf(day);
}

/** CoopEarnings may hold months as text; "2024-10" is October's first day. */
function dayOfText(text: string): number {
  if (text === '') return BLANK;
  const day = utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  return day !== null && day >= '2000-01-01' && day <= '2099-12-31' ? serialOf(day) : 0;
}

/** An amount as cells hold it, null where unreadable; a blank cell is 0, since that is how Excel may send it. */
function centsAt(cell: unknown): number | null {
  const plain = typeof cell === 'number' ? cell : plainValue(cell);
  if (typeof plain === 'number') {
    if (!Number.isFinite(plain)) return null;
    const cents = centsOfNumber(plain);
    return Number.isSafeInteger(cents) ? cents : null;
  }
  if (isBlank(plain)) return 0;
  if (typeof plain !== 'string') return null;
  const cents = centsOf(plain.trim());
  return cents !== null && Number.isSafeInteger(cents) ? cents : null;
}

function currencyTrouble(cell: unknown): number {
  const plain = plainValue(cell);
  if (isErrorCell(plain)) return TROUBLE.amount;
  return typeof plain === 'string' && plain.trim().toUpperCase() === 'USD' ? 0 : TROUBLE.currency;
}
