import { badInput } from '../../domain/problem';
import type { EarningColumns } from './earnings-import';

/** A row's reading of an earning. */
export interface Reading {
  hashA: number;
  hashB: number;
  day: number;
  micros: number;
  eligible: number;
  calculated: number;
  key: number;
  rows: number;
  file: number;
  line: number;
}

/**
 * All earnings read so far, by hash. In typed arrays instead of objects, a million earnings take 50 MB, without work for
 * the garbage collector.
 */
export class EarningTable {
  private hashA = new Int32Array(1024);
  private hashB = new Int32Array(1024);
  private day = new Uint32Array(1024);
  private micros = new Float64Array(1024);
  private eligible = new Float64Array(1024);
  private calculated = new Uint32Array(1024);
  private key = new Int32Array(1024);
  private rows = new Uint32Array(1024);
  private file = new Uint16Array(1024);
  private line = new Uint32Array(1024);
  private next = new Int32Array(1024);
  private count = 0;
  /** Pairs of an earning's first reading, or -1, and its hash, stored here to avoid a distant memory access. */
  private slots = new Int32Array(8192).fill(NONE);
  private earnings = 0;

  /** `specificity` ranks keys, since some rows of an earning may come from files with fewer columns. */
  constructor(private readonly specificity: (key: number) => number) {}

  /** Adds a row. For the same earning with the same day and amount, it adds to that reading; otherwise it's another reading. Returns whether it's another reading of an earning. */
  add(reading: Reading): boolean {
    const { hashA, hashB, day, micros } = reading;
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hashA << 1) & mask;
    let index = slots[slot]!;
    while (index !== NONE && (slots[slot + 1] !== hashA || this.hashB[index] !== hashB)) {
      slot = (slot + 2) & mask;
      index = slots[slot]!;
    }
    if (index === NONE) {
      slots[slot] = this.append(reading);
      slots[slot + 1] = hashA;
      if (++this.earnings * 4 > slots.length) this.widen();
      return false;
    }
    for (let readings = 1; ; readings++) {
      if (this.day[index] === day && this.micros[index] === micros) {
        this.rows[index]! += reading.rows;
        if (isKnown(reading.eligible) && (reading.calculated > this.calculated[index]! || !isKnown(this.eligible[index]!)))
          this.eligible[index] = reading.eligible;
        if (reading.calculated > this.calculated[index]!) this.calculated[index] = reading.calculated;
        if (reading.key !== this.key[index] && this.specificity(reading.key) > this.specificity(this.key[index]!))
          this.key[index] = reading.key;
        return false;
      }
      if (readings > MAX_READINGS) throw notAnEarningId(reading);
      const next = this.next[index]!;
      if (next === NONE) {
        const added = this.append(reading);
        this.next[index] = added;
        return true;
      }
      index = next;
    }
  }

  /** Everything added, as plain columns. */
  toColumns(): EarningColumns {
    const { count } = this;
    return {
      hashA: this.hashA.slice(0, count),
      hashB: this.hashB.slice(0, count),
      day: this.day.slice(0, count),
      micros: this.micros.slice(0, count),
      eligible: this.eligible.slice(0, count),
      calculated: this.calculated.slice(0, count),
      key: this.key.slice(0, count),
      rows: this.rows.slice(0, count),
      file: this.file.slice(0, count),
      line: this.line.slice(0, count),
      next: this.next.slice(0, count),
    };
  }

  private append(reading: Reading): number {
    if (this.count === this.day.length) this.grow(Math.ceil(this.count * GROWTH));
    const index = this.count++;
    this.hashA[index] = reading.hashA;
    this.hashB[index] = reading.hashB;
    this.day[index] = reading.day;
    this.micros[index] = reading.micros;
    this.eligible[index] = reading.eligible;
    this.calculated[index] = reading.calculated;
    this.key[index] = reading.key;
    this.rows[index] = reading.rows;
    this.file[index] = reading.file;
    this.line[index] = reading.line;
    this.next[index] = NONE;
    return index;
  }

  /** Grows column by column, so that only one of them exists twice at a time. */
  private grow(count: number): void {
    this.hashA = grown(this.hashA, count);
    this.hashB = grown(this.hashB, count);
    this.day = grown(this.day, count);
    this.micros = grown(this.micros, count);
    this.eligible = grown(this.eligible, count);
    this.calculated = grown(this.calculated, count);
    this.key = grown(this.key, count);
    this.rows = grown(this.rows, count);
    this.file = grown(this.file, count);
    this.line = grown(this.line, count);
    this.next = grown(this.next, count);
  }

  private widen(): void {
    const { slots } = this;
    const wide = new Int32Array(slots.length * 2).fill(NONE);
    for (let old = 0; old < slots.length; old += 2) {
      if (slots[old] === NONE) continue;
      let slot = (slots[old + 1]! << 1) & (wide.length - 1);
      while (wide[slot] !== NONE) slot = (slot + 2) & (wide.length - 1);
      wide[slot] = slots[old]!;
      wide[slot + 1] = slots[old + 1]!;
    }
    this.slots = wide;
  }
}

const isKnown = (eligible: number): boolean => !Number.isNaN(eligible);

const NONE = -1;
const GROWTH = 1.4;
/** Earnings are rarely recalculated, and a column with the same word in every row would take quadratic time. */
const MAX_READINGS = 1000;

function grown<A extends Int32Array | Uint32Array | Uint16Array | Float64Array>(column: A, count: number): A {
  const wide = new (column.constructor as new (count: number) => A)(count);
  wide.set(column);
  return wide;
}

function notAnEarningId({ line }: Reading): Error {
  return badInput(
    `Line ${line}: more than ${MAX_READINGS.toLocaleString('en-US')} rows have this row's earning ID with other dates or amounts, ` +
      "so the column earningId doesn't contain earning IDs. Without that column, every row counts.",
  );
}
