import { isErrorCell, plainValue, rangeOf } from '../../cells/cell-value';
import { noteInput } from '../../cells/trace';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { programNamed } from '../../rulebook/rules-on';
import type { ProgramId } from '../../rulebook/rules/programs';
import { instantOf } from '../../cells/instant';
import { SECONDS_A_DAY, serialOf, type Day } from '../../domain/calendar/day';
import { badInput } from '../../domain/problem';
import { findColumns, type Columns } from './columns';
import { BLANK, Dictionary } from './dictionary';
import { isRollover, kindOfType, type EarningKind } from './earning-kinds';
import { partnerKey } from '../../domain/earnings/partner-id';
import { PointMarks } from '../point-marks';
import { dayReader, microsAt } from './report-cells';
import { isTotalRow } from './total-row';

/** A Partner ID of a report, as first written and for comparison. A total row's label isn't `present`. */
export interface ReportPartner {
  shown: string;
  comparable: string;
  present: boolean;
}

/** A program of a report; `known` is null if it isn't in the rulebook. */
export interface ReportProgram {
  shown: string;
  key: string;
  known: ProgramId | null;
}

/** An earning type of a report and what it counts as. */
interface ReportType {
  shown: string;
  kind: EarningKind;
}

/** Why a row can't be counted, as bits: the unreadable cells, an amount in a currency other than USD, or too late a calculation. */
export const TROUBLE = {
  partner: 1,
  program: 2,
  type: 4,
  date: 8,
  amount: 16,
  earningId: 32,
  reason: 64,
  currency: 128,
  unknownCurrency: 256,
  calculated: 512,
  /** The row can be read, but it was calculated after the day by which it is to be known. */
  later: 1024,
} as const;

/**
 * A report as columns of numbers, with an entry per row with data, since creating a million row objects would take longer
 * than reading them. `partner`, `program` and `type` are indexes in the lists of the same name, below 0 if unreadable.
 */
export interface ReportRows {
  cells: readonly (readonly unknown[])[];
  columns: Columns;
  count: number;
  /** The row's index within the range. */
  position: Int32Array;
  partner: Int32Array;
  program: Int32Array;
  type: Int32Array;
  /** The earning's day as a serial of the 1900 system; 0 if unreadable. */
  day: Int32Array;
  micros: Float64Array;
  trouble: Uint16Array;
  partners: readonly ReportPartner[];
  programs: readonly ReportProgram[];
  types: readonly ReportType[];
}

/**
 * Reads a report from a range with its header row, as it was known by a day, if one is given. Leaves out blank and total rows.
 * A report without calculation dates is refused then, or all of it is known.
 */
export function readRows(report: unknown, knownBy: Day | null = null, undated: 'refuse' | 'all known' = 'refuse'): ReportRows {
  const cells = rangeOf(report);
  const columns = findColumns(cells);
  const isDated = columns.calculated >= 0;
  if (knownBy !== null && !isDated && undated === 'refuse') {
    throw badInput('The report has no column for the calculation date, so what was known by a day is not known.');
  }
  const knownUntil = knownBy === null || !isDated ? Infinity : (serialOf(knownBy) + 1) * SECONDS_A_DAY;
  const room = cells.length - columns.header - 1;
  const position = new Int32Array(room);
  const partner = new Int32Array(room);
  const program = new Int32Array(room);
  const type = new Int32Array(room);
  const day = new Int32Array(room);
  const micros = new Float64Array(room);
  const trouble = new Uint16Array(room);

  const partners = new Dictionary<ReportPartner>(partnerKey, (shown, comparable) => ({ shown, comparable, present: false }));
  const programs = new Dictionary<ReportProgram>(programKey, describeProgram);
  const types = new Dictionary<ReportType>(typeKey, (shown) => ({ shown, kind: kindOfType(shown) }));
  const rollovers = new Map<number, number>();
  const dayAt = dayReader();
  const marks = new PointMarks();
  const doubtful: number[] = [];
  const { partnerId, program: programAt, type: typeAt, date, amount, currency, earningId, reason } = columns;

  let count = 0;
  for (let rowIndex = columns.header + 1; rowIndex < cells.length; rowIndex++) {
    const row = cells[rowIndex]!;
    const itsPartner = partners.at(row[partnerId]);
    const itsProgram = programs.at(row[programAt]);
    let itsType = types.at(row[typeAt]);
    const itsDay = dayAt(row[date]);
    if (itsProgram === BLANK && itsType === BLANK && (itsPartner === BLANK || itsDay === BLANK)) {
      if (itsPartner === BLANK && itsDay === BLANK) continue;
      if (isLabel(row[itsPartner === BLANK ? date : partnerId])) continue;
    }

    if (itsDay <= 0 && isTotalRow(row)) continue;
    if (itsPartner >= 0) partners.entries[itsPartner]!.present = true;
    let itsTrouble = 0;
    if (itsPartner < 0) itsTrouble |= TROUBLE.partner;
    if (itsProgram < 0) itsTrouble |= TROUBLE.program;
    if (itsDay <= 0) itsTrouble |= TROUBLE.date;
    if (itsType < 0) {
      itsTrouble |= TROUBLE.type;
    } else if (reason >= 0 && types.entries[itsType]!.kind === 'rebate') {
      const given = plainValue(row[reason]);
      if (isErrorCell(given)) itsTrouble |= TROUBLE.reason;
      else if (typeof given === 'string' && isRollover(given)) itsType = rolloverOf(itsType);
    }
    if (earningId >= 0 && isErrorCell(plainValue(row[earningId]))) itsTrouble |= TROUBLE.earningId;
    const itsMicros = microsAt(row[amount]);
    if (itsMicros === null) itsTrouble |= TROUBLE.amount;
    if (typeof row[amount] === 'string' && marks.isDoubtful(row[amount], () => columns.amounts.map((index) => row[index])))
      doubtful.push(count);
    if (currency >= 0) itsTrouble |= currencyTrouble(row[currency]);
    if (knownUntil < Infinity) itsTrouble |= knowledgeTrouble(row[columns.calculated], knownUntil);

    position[count] = rowIndex;
    partner[count] = itsPartner;
    program[count] = itsProgram;
    type[count] = itsType;
    day[count] = itsDay > 0 ? itsDay : 0;
    micros[count] = itsMicros ?? 0;
    trouble[count] = itsTrouble;
    count++;
  }
  if (marks.meaning() !== 'decimal') for (const index of doubtful) trouble[index]! |= TROUBLE.amount;
  noteInput('report', report, `${count} rows with earnings, below the header in row ${columns.header + 1}`);
  return {
    cells,
    columns,
    count,
    position,
    partner,
    program,
    type,
    day,
    micros,
    trouble,
    partners: partners.entries,
    programs: programs.entries,
    types: types.entries,
  };

  function rolloverOf(rebate: number): number {
    let index = rollovers.get(rebate);
    if (index === undefined) {
      index = types.add({ shown: types.entries[rebate]!.shown, kind: 'rollover' });
      rollovers.set(rebate, index);
    }
    return index;
  }
}

function describeProgram(text: string, key: string): ReportProgram {
  const known = programNamed(text);
  return { shown: known ?? text, key, known };
}

/** Whether a cell is a total row's label, such as "Total". Partner IDs and dates have digits. */
function isLabel(cell: unknown): boolean {
  const plain = plainValue(cell);
  return typeof plain === 'string' && !/\d/.test(plain);
}

function knowledgeTrouble(calculated: unknown, knownUntil: number): number {
  const instant = instantOf(calculated);
  return instant === null ? TROUBLE.calculated : instant < knownUntil ? 0 : TROUBLE.later;
}

function currencyTrouble(cell: unknown): number {
  const plain = plainValue(cell);
  if (isErrorCell(plain)) return TROUBLE.unknownCurrency;
  return typeof plain === 'string' && plain.trim().toUpperCase() === 'USD' ? 0 : TROUBLE.currency;
}
