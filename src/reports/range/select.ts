import type { Cents, Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';
import type { EarningKind } from './earning-kinds';
import { dropRepeats } from './duplicates';
import { TROUBLE, type ReportRows } from './rows';

/** The earnings to select. Omitted means any. */
export interface Wanted {
  /** Position in the report's partners; `null` is any. */
  partner: number | null;
  /** Position in the report's programs; `null` is any, 'none' a program without a row. */
  program: number | null | 'none';
  kinds: readonly EarningKind[];
  /** First and last day to select, as serials of the 1900 system. */
  from: number;
  to: number;
  /** Rows of later days are ignored. */
  asOf?: number;
  /** Rebates and rollovers are both selected, separately. */
  apart?: boolean;
}

/** The rows that answer, and those that might have. Numbers are positions in the ReportRows' columns. */
export interface Selected {
  counted: Int32Array;
  /** For each row counted, how many repeats of it were dropped. */
  dropped: Int32Array;
  /** Rows that could match, but have a cell that cannot be read. */
  unreadable: number[];
  /** Rows of one earning that differ, with nothing to tell the latest by. */
  disputed: number[];
  /** Rows that could match, in another currency than USD and without a US dollar amount. */
  foreign: number[];
}

/** Every earning, which is everything but claims: a claim is a payment. */
export const ALL_KINDS: readonly EarningKind[] = ['co-op', 'rebate', 'rollover', 'other'];

/** Picks the rows that answer a question: first all that match whatever their day, then without repeats, then those of the days asked for. */
export function select(rows: ReportRows, wanted: Wanted): Selected {
  const { partner, program, type, day, trouble } = rows;
  const { from, to, asOf = Infinity } = wanted;
  const unreadable: number[] = [];
  const foreign: number[] = [];
  const candidates = new Int32Array(rows.count);
  const isWantedType = Uint8Array.from(rows.types, ({ kind }) => (wanted.kinds.includes(kind) ? 1 : 0));
  const wantsRollover = wanted.kinds.includes('rollover');
  const wantsRebate = wanted.kinds.includes('rebate');
  /** An unreadable reason leaves open whether a rebate is a rollover, which does not matter where both are added up. */
  const ignored = wantsRollover === wantsRebate && !wanted.apart ? ~TROUBLE.reason : ~0;
  let count = 0;

  for (let row = 0; row < rows.count; row++) {
    const itsTrouble = trouble[row]! & ignored;
    if (wanted.partner !== null && partner[row] !== wanted.partner && !(itsTrouble & TROUBLE.partner)) continue;
    if (wanted.program !== null && program[row] !== wanted.program && !(itsTrouble & TROUBLE.program)) continue;
    if (!(itsTrouble & TROUBLE.type) && !isWantedType[type[row]!]) {
      if (!(itsTrouble & TROUBLE.reason && wantsRollover)) continue;
    }
    const itsDay = day[row]!;
    if (itsTrouble === 0) {
      if (itsDay <= asOf) candidates[count++] = row;
      continue;
    }
    if (!(itsTrouble & TROUBLE.date) && (itsDay < from || itsDay > to || itsDay > asOf)) continue;
    (itsTrouble & TROUBLE.currency ? foreign : unreadable).push(row);
  }

  const { counted: unique, dropped, disputed } = dropRepeats(rows, candidates.subarray(0, count));
  const inside = (row: number): boolean => day[row]! >= from && day[row]! <= to;
  let inRange = 0;
  for (let index = 0; index < unique.length; index++) {
    const row = unique[index]!;
    if (inside(row)) unique[inRange++] = row;
  }
  return { counted: unique.subarray(0, inRange), dropped, unreadable, disputed: disputed.filter(inside), foreign };
}

/** One more amount in the same unit, cents or millionths. A sum must stay exact at every step, not only at the end. */
export function plus(sum: number, amount: number): number {
  const more = sum + amount;
  if (!Number.isSafeInteger(more)) throw outOfRange('The amounts add up to more than can be kept to the cent.');
  return more;
}

/** Figures of funds added up: each is rounded by itself, so nothing is rounded here. */
export const addUp = (figures: readonly Cents[]): Cents => figures.reduce(plus, 0);

/** The amounts of some rows for each Partner ID, by its position, exactly. Of one program and half each is a fund's, to be rounded once. */
export function sumsByPartner(rows: ReportRows, positions: Int32Array): Micros[] {
  const sums = rows.partners.map(() => 0);
  for (const row of positions) sums[rows.partner[row]!] = plus(sums[rows.partner[row]!]!, rows.micros[row]!);
  return sums;
}

/** The Partner IDs with any row of a program, whatever its day. */
export function partnersIn(rows: ReportRows, program: number | 'none'): number[] {
  const found = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.program[row] === program && rows.partner[row]! >= 0) found.add(rows.partner[row]!);
  }
  return [...found];
}
