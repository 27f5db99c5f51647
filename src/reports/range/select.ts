import type { Cents, Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';
import type { EarningKind } from './earning-kinds';
import { dropRepeats } from './duplicates';
import { TROUBLE, type ReportRows } from './rows';

/** The earnings to select. */
export interface Wanted {
  /** The index in the report's partners; `null` is any. */
  partner: number | null;
  /** The index in the report's programs; `null` is any, 'none' a program without rows. */
  program: number | null | 'none';
  kinds: readonly EarningKind[];
  /** First and last day to select, as serials of the 1900 system. */
  from: number;
  to: number;
  /** Rows of later days are ignored. */
  asOf?: number;
  /** Rebates and rollovers are both selected, separately. */
  apart?: boolean;
  /** Which of the selected rows to keep, without their duplicates. */
  only?: (row: number) => boolean;
}

/** The rows that count and those that might. Numbers are indexes in the ReportRows' columns. */
export interface Selected {
  counted: Int32Array;
  /** For each row that counts, how many of its duplicates were dropped. */
  dropped: Int32Array;
  /** Rows that could match but have an unreadable cell. */
  unreadable: number[];
  /** Rows of one earning that differ, without calculation dates that show the latest. */
  disputed: number[];
  /** Rows that could match but are in a currency other than USD, without a US dollar amount. */
  foreign: number[];
}

/** All earnings: everything but claims, which are payments. */
export const ALL_KINDS: readonly EarningKind[] = ['co-op', 'rebate', 'rollover', 'other'];

/** The kinds of earnings that cells ask for by a word. */
export const KINDS_ASKED = {
  'co-op': ['co-op'],
  rebate: ['rebate'],
  rollover: ['rollover'],
  all: ALL_KINDS,
} as const satisfies Record<string, readonly EarningKind[]>;

/** Their words, the first for a blank. */
export const TYPES_ASKED = Object.keys(KINDS_ASKED) as (keyof typeof KINDS_ASKED)[];

/** Selects rows: first all that match, on any day; then without duplicates; then those within the days. */
export function select(rows: ReportRows, wanted: Wanted): Selected {
  const { partner, program, type, day, trouble } = rows;
  const { from, to, asOf = Infinity, only } = wanted;
  const unreadable: number[] = [];
  const foreign: number[] = [];
  const candidates = new Int32Array(rows.count);
  const isWantedType = Uint8Array.from(rows.types, ({ kind }) => (wanted.kinds.includes(kind) ? 1 : 0));
  const wantsRollover = wanted.kinds.includes('rollover');
  const wantsRebate = wanted.kinds.includes('rebate');
  /** With an unreadable reason, a rebate may be a rollover. That doesn't matter if both are added up. */
  const ignored = wantsRollover === wantsRebate && !wanted.apart ? ~TROUBLE.reason : ~0;
  let count = 0;

  for (let row = 0; row < rows.count; row++) {
    const itsTrouble = trouble[row]! & ignored;
    if (itsTrouble & TROUBLE.later) continue;
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
    if (!only || only(row)) (itsTrouble & TROUBLE.currency ? foreign : unreadable).push(row);
  }

  const { counted: unique, dropped, disputed } = dropRepeats(rows, candidates.subarray(0, count));
  const inside = (row: number): boolean => day[row]! >= from && day[row]! <= to && (!only || only(row));
  let inRange = 0;
  for (let index = 0; index < unique.length; index++) {
    const row = unique[index]!;
    if (inside(row)) unique[inRange++] = row;
  }
  return { counted: unique.subarray(0, inRange), dropped, unreadable, disputed: disputed.filter(inside), foreign };
}

/** Adds an amount in the same unit, cents or millionths. The sum must stay exact at every step. */
export function plus(sum: number, amount: number): number {
  const more = sum + amount;
  if (!Number.isSafeInteger(more)) throw outOfRange('The amounts add up to more than can be kept to the cent.');
  return more;
}

/** Adds up figures of funds, which are already rounded. */
export const addUp = (figures: readonly Cents[]): Cents => figures.reduce(plus, 0);

/** The unrounded sums of rows by Partner ID, by its index. For one program and half, each is a fund's figure, to be rounded once. */
export function sumsByPartner(rows: ReportRows, positions: Int32Array): Micros[] {
  const sums = rows.partners.map(() => 0);
  for (const row of positions) sums[rows.partner[row]!] = plus(sums[rows.partner[row]!]!, rows.micros[row]!);
  return sums;
}

/** The Partner IDs with rows of a program, on any day. */
export function partnersIn(rows: ReportRows, program: number | 'none'): number[] {
  const found = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.program[row] === program && rows.partner[row]! >= 0) found.add(rows.partner[row]!);
  }
  return [...found];
}
