import { isErrorCell, plainValue } from '../../cells/cell-value';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { finestOf } from '../finest-amount';
import { instantOf } from '../../cells/instant';
import type { ReportRows } from './rows';

/** Rows without duplicates. Numbers are indexes in the ReportRows' columns. */
export interface WithoutRepeats {
  /** One row for each earning. */
  counted: Int32Array;
  /** For each row that counts, how many of its duplicates were dropped. */
  dropped: Int32Array;
  /** Rows of one earning that differ, without calculation dates that show the latest. */
  disputed: number[];
}

/**
 * Drops duplicate earnings, such as from overlapping downloads. An earning is identified by earningId, Partner ID, program
 * and type. A row with the same date and amount is a duplicate. Otherwise, the latest calculation wins, and of amounts that
 * are equal to the cent, the exact one. A row without earningId always counts.
 *
 * It has its own hash table, since a Map of a million texts takes as long as everything else (npm run bench).
 */
export function dropRepeats(rows: ReportRows, candidates: Int32Array): WithoutRepeats {
  const { cells, position, partner, program, type, day, micros } = rows;
  const idColumn = rows.columns.earningId;
  const dropped = new Int32Array(rows.count);
  if (idColumn < 0) return { counted: candidates, dropped, disputed: [] };

  const size = 2 ** Math.ceil(Math.log2(candidates.length * 2 + 2));
  /** For each earning, its first row plus 1, with the top bits of its hash in the remaining bits; 0 is a free slot. */
  const slots = new Int32Array(size);
  const rowBits = 2 ** (32 - Math.clz32(rows.count)) - 1;
  /** Chains an earning's rows after its first, each plus 1. */
  let next: Int32Array | null = null;
  const differing = new Set<number>();
  /** Overwrites candidates that were processed. With a million rows, every additional array means earlier garbage collection. */
  const unique = candidates;
  let count = 0;

  for (let c = 0; c < candidates.length; c++) {
    const row = candidates[c]!;
    const id = idOf(cells[position[row]!]![idColumn]);
    if (id === '') {
      unique[count++] = row;
      continue;
    }
    const hash = mix(hashOf(id), partner[row]!, program[row]!, type[row]!);
    let slotIndex = hash & (size - 1);
    let slot = slots[slotIndex]!;
    while (slot !== 0 && (((slot ^ hash) & ~rowBits) !== 0 || !isSameEarning(rows, (slot & rowBits) - 1, row, id))) {
      slotIndex = (slotIndex + 1) & (size - 1);
      slot = slots[slotIndex]!;
    }
    if (slot === 0) {
      slots[slotIndex] = (hash & ~rowBits) | (row + 1);
      unique[count++] = row;
      continue;
    }
    const first = (slot & rowBits) - 1;
    next ??= new Int32Array(rows.count);
    next[row] = next[first]!;
    next[first] = row + 1;
    dropped[first]!++;
    if (day[first] !== day[row] || micros[first] !== micros[row]) differing.add(first);
  }
  if (differing.size === 0) return { counted: unique.subarray(0, count), dropped, disputed: [] };

  const disputed: number[] = [];
  const settled: number[] = [];
  for (const row of unique.subarray(0, count)) {
    if (!differing.has(row)) {
      settled.push(row);
      continue;
    }
    const chain = chainOf(row, next!);
    const latest = latestOf(chain, rows);
    dropped[row] = 0;
    dropped[latest[0]!] = chain.length - latest.length;
    if (latest.length === 1) settled.push(latest[0]!);
    else disputed.push(...latest);
  }
  return { counted: Int32Array.from(settled), dropped, disputed };
}

/**
 * The row that counts for an earning with different rows, or all candidates if that can't be decided: those with the same
 * latest calculation, or all rows if one has no calculation date. Duplicates of a reading count as its latest.
 */
function latestOf(chain: readonly number[], rows: ReportRows): number[] {
  const readings = new Map<string, { row: number; calculated: number | null }>();
  for (const row of chain) {
    const calculated = rows.columns.calculated < 0 ? null : instantOf(rows.cells[rows.position[row]!]![rows.columns.calculated]);
    const reading = `${rows.day[row]} ${rows.micros[row]}`;
    const known = readings.get(reading);
    if (!known) readings.set(reading, { row, calculated });
    else if (calculated !== null && (known.calculated === null || calculated > known.calculated)) known.calculated = calculated;
  }
  const all = [...readings.values()];
  const last = all.some(({ calculated }) => calculated === null)
    ? null
    : all.reduce((latest, { calculated }) => Math.max(latest, calculated!), -Infinity);
  const latest = all.filter(({ calculated }) => last === null || calculated === last).map(({ row }) => row);
  const finest = latest[finestOf(latest.map((row) => rows.micros[row]!))];
  return finest !== undefined && latest.every((row) => rows.day[row] === rows.day[finest]) ? [finest] : latest;
}

function isSameEarning({ cells, columns, position, partner, program, type }: ReportRows, a: number, b: number, idOfB: string): boolean {
  return (
    partner[a] === partner[b] && program[a] === program[b] && type[a] === type[b] && idOf(cells[position[a]!]![columns.earningId]) === idOfB
  );
}

/** What identifies a row's earning. */
export const earningKeyOf = ({ cells, columns, position, partner, program, type }: ReportRows, row: number): string =>
  `${partner[row]} ${program[row]} ${type[row]} ${idOf(cells[position[row]!]![columns.earningId])}`;

function chainOf(first: number, next: Int32Array): number[] {
  const chain: number[] = [];
  for (let row = first; row >= 0; row = next[row]! - 1) chain.push(row);
  return chain.sort((a, b) => a - b);
}

function idOf(cell: unknown): string {
  if (typeof cell === 'string') return comparableEarningId(cell);
  const plain = plainValue(cell);
  return plain === null || plain === 0 || isErrorCell(plain) ? '' : comparableEarningId(String(plain));
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < id.length; position++) hash = Math.imul(hash ^ id.charCodeAt(position), 0x01000193);
  return hash;
}

function mix(hash: number, partner: number, program: number, type: number): number {
  let mixed = Math.imul(hash ^ (partner + Math.imul(program, 31) + Math.imul(type, 1009)), 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x85ebca6b);
}
