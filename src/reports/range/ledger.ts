import { dayOfSerial } from '../../domain/calendar/day';
import { centsOfMicros, type Cents } from '../../domain/money/money';
import { compareHalves, halfOf, type Half } from '../../domain/calendar/half';
import { compareIds } from '../../domain/earnings/partner-id';
import { compareNames } from '../../domain/text/compare';
import { daysOf } from './question';
import type { ReportPartner, ReportProgram, ReportRows } from './rows';
import { plus, type Selected } from './select';

/** A report's sums for a Partner ID, program and fiscal half. */
export interface LedgerEntry {
  partner: ReportPartner;
  program: ReportProgram;
  half: Half;
  /** Rebate without rollovers. */
  rebate: Cents;
  coop: Cents;
  /** Earnings that count, of every type; claims don't count. */
  counted: number;
  repeats: number;
  /** Rows that can't be counted: a cell can't be read, the latest of two readings is unknown, or the amount isn't in USD. */
  skipped: number;
}

/** A report's entries, and the number of rows that can't be assigned to one. */
export interface Ledger {
  entries: LedgerEntry[];
  unplaced: number;
}

/** Adds up selected rows by Partner ID, program and half, sorted in that order: IDs by number, programs A to Z, oldest half first. */
export function ledgerOf(rows: ReportRows, { counted, dropped, unreadable, disputed, foreign }: Selected): Ledger {
  const { partner, program, type, day, micros } = rows;
  /** Amounts are millionths until everything is added up. */
  const byKey = new Map<number, LedgerEntry>();
  const halves: HalfDays[] = [];
  let unplaced = 0;

  for (let index = 0; index < counted.length; index++) {
    const row = counted[index]!;
    const entry = entryOf(row);
    entry.counted++;
    entry.repeats += dropped[row]!;
    const { kind } = rows.types[type[row]!]!;
    if (kind === 'co-op') entry.coop = plus(entry.coop, micros[row]!);
    else if (kind === 'rebate') entry.rebate = plus(entry.rebate, micros[row]!);
  }
  for (const row of disputed) {
    const entry = entryOf(row);
    entry.skipped++;
    entry.repeats += dropped[row]!;
  }
  for (const row of [...unreadable, ...foreign]) {
    if (partner[row]! < 0 || program[row]! < 0 || day[row] === 0) unplaced++;
    else entryOf(row).skipped++;
  }
  const entries = [...byKey.values()].map((entry) => ({ ...entry, rebate: centsOfMicros(entry.rebate), coop: centsOfMicros(entry.coop) }));
  return { entries: entries.sort(inOrder), unplaced };

  function entryOf(row: number): LedgerEntry {
    const halfIndex = halfAt(day[row]!);
    const key = (halfIndex * rows.programs.length + program[row]!) * rows.partners.length + partner[row]!;
    let entry = byKey.get(key);
    if (!entry) {
      entry = {
        partner: rows.partners[partner[row]!]!,
        program: rows.programs[program[row]!]!,
        half: halves[halfIndex]!.half,
        rebate: 0,
        coop: 0,
        counted: 0,
        repeats: 0,
        skipped: 0,
      };
      byKey.set(key, entry);
    }
    return entry;
  }

  /** A report has few halves, so searching them is faster than calculating each day's half. */
  function halfAt(serial: number): number {
    for (let index = 0; index < halves.length; index++) {
      if (serial >= halves[index]!.from && serial <= halves[index]!.to) return index;
    }
    const half = halfOf(dayOfSerial(serial));
    return halves.push({ half, ...daysOf(half) }) - 1;
  }
}

/** A half with its first and last day as serials. */
interface HalfDays {
  half: Half;
  from: number;
  to: number;
}

function inOrder(a: LedgerEntry, b: LedgerEntry): number {
  return (
    compareIds(a.partner.comparable, b.partner.comparable) ||
    compareNames(a.program.shown, b.program.shown) ||
    compareHalves(a.half, b.half)
  );
}
