import { badInput } from '../../domain/problem';
import type { EarningColumns } from './earnings-import';

/** One row's reading of an earning. */
export interface Reading {
  hashA: number;
  hashB: number;
  day: number;
  cents: number;
  calculated: number;
  key: number;
  rows: number;
  file: number;
  line: number;
}

/**
 * All earnings read so far, found by their hash. Typed arrays and not objects: a million earnings take 40 MB, and none
 * of it is the garbage collector's work.
 */
export class EarningTable {
  private columns = roomFor(1024);
  private count = 0;
  /** First reading of the earning in each slot, or -1. */
  private slots = new Int32Array(4096).fill(NONE);
  private earnings = 0;

  /** Adds a row. The same earning with the same day and amount is one more row of that reading; else it is another reading. */
  add(reading: Reading): void {
    const { hashA, hashB, day, cents } = reading;
    const mask = this.slots.length - 1;
    let slot = hashA & mask;
    let at = this.slots[slot]!;
    while (at !== NONE && (this.columns.hashA[at] !== hashA || this.columns.hashB[at] !== hashB)) {
      slot = (slot + 1) & mask;
      at = this.slots[slot]!;
    }
    if (at === NONE) {
      this.slots[slot] = this.append(reading);
      if (++this.earnings * 2 > this.slots.length) this.widen();
      return;
    }
    for (let readings = 1; ; readings++) {
      const { columns } = this;
      if (columns.day[at] === day && columns.cents[at] === cents) {
        columns.rows[at]! += reading.rows;
        if (reading.calculated > columns.calculated[at]!) columns.calculated[at] = reading.calculated;
        return;
      }
      if (readings > MOST_READINGS) throw notAnEarningId(reading);
      const next = columns.next[at]!;
      if (next === NONE) {
        const added = this.append(reading);
        this.columns.next[at] = added;
        return;
      }
      at = next;
    }
  }

  /** Everything added, as plain columns. */
  toColumns(): EarningColumns {
    const { count, columns } = this;
    return {
      hashA: columns.hashA.slice(0, count), hashB: columns.hashB.slice(0, count), day: columns.day.slice(0, count),
      cents: columns.cents.slice(0, count), calculated: columns.calculated.slice(0, count), key: columns.key.slice(0, count),
      rows: columns.rows.slice(0, count), file: columns.file.slice(0, count), line: columns.line.slice(0, count),
      next: columns.next.slice(0, count),
    };
  }

  private append(reading: Reading): number {
    if (this.count === this.columns.day.length) this.columns = grown(this.columns, Math.ceil(this.count * GROWTH));
    const at = this.count++;
    const { columns } = this;
    columns.hashA[at] = reading.hashA;
    columns.hashB[at] = reading.hashB;
    columns.day[at] = reading.day;
    columns.cents[at] = reading.cents;
    columns.calculated[at] = reading.calculated;
    columns.key[at] = reading.key;
    columns.rows[at] = reading.rows;
    columns.file[at] = reading.file;
    columns.line[at] = reading.line;
    columns.next[at] = NONE;
    return at;
  }

  private widen(): void {
    const wide = new Int32Array(this.slots.length * 2).fill(NONE);
    for (const first of this.slots) {
      if (first === NONE) continue;
      let slot = this.columns.hashA[first]! & (wide.length - 1);
      while (wide[slot] !== NONE) slot = (slot + 1) & (wide.length - 1);
      wide[slot] = first;
    }
    this.slots = wide;
  }
}

const NONE = -1;
const GROWTH = 1.4;
/** One earning is calculated anew now and then; a column of the same word in every row would cost the square of their number. */
const MOST_READINGS = 1000;

function roomFor(count: number): EarningColumns {
  return {
    hashA: new Int32Array(count), hashB: new Int32Array(count), day: new Uint16Array(count), cents: new Float64Array(count),
    calculated: new Uint32Array(count), key: new Int32Array(count), rows: new Uint32Array(count), file: new Uint16Array(count),
    line: new Uint32Array(count), next: new Int32Array(count),
  };
}

/** Column by column, so that at most one of them exists twice at a time. */
function grown(columns: EarningColumns, count: number): EarningColumns {
  const wider = roomFor(0);
  for (const name of Object.keys(columns) as (keyof EarningColumns)[]) {
    const old = columns[name];
    const wide = new (old.constructor as new (count: number) => typeof old)(count);
    wide.set(old);
    (wider as unknown as Record<string, unknown>)[name] = wide;
    (columns as unknown as Record<string, unknown>)[name] = null;
  }
  return wider;
}

function notAnEarningId({ line }: Reading): Error {
  return badInput(
    `Line ${line}: more than ${MOST_READINGS.toLocaleString('en-US')} rows have the earning ID of this one, with other dates or amounts, ` +
      'so the column earningId does not hold earning IDs; without that column every row counts.',
  );
}
