import { LineCells, type Cells } from './line-cells';

/**
 * Caches what the cells of a column mean, by their bytes. Texts repeat, so a million cells are compared with a handful of
 * known ones, and only those not seen before become text.
 */
export class KnownCells<T> {
  private slots = new Int32Array(FEWEST_SLOTS).fill(NONE);
  private readonly begins: number[] = [];
  private readonly hashes: number[] = [];
  private readonly meanings: T[] = [];
  /** The bytes of all known cells, one after the other. */
  private bytes = new Uint8Array(FEWEST_BYTES);
  private used = 0;
  /** The previous cell, since many columns repeat a text for many rows. */
  private last = NONE;

  /** `read` is asked again for a cell that was forgotten because there are more than `most`. */
  constructor(
    private readonly read: (cell: unknown) => T,
    private readonly most: number,
  ) {}

  /** What a cell means. */
  at(cells: Cells, position: number): T {
    if (!(cells instanceof LineCells)) return this.read(cells[position]);
    if (position >= cells.length) return this.read(undefined);
    const begin = cells.begins[position]!;
    const end = cells.ends[position]!;
    return this.within(cells.bytes, begin, end) ?? this.learn(cells.bytes, begin, end, this.read(cells.at(position)));
  }

  /** What the bytes between two positions mean, if known. */
  private within(bytes: Uint8Array, begin: number, end: number): T | undefined {
    if (this.last !== NONE && this.isSame(this.last, bytes, begin, end)) return this.meanings[this.last];
    const hash = hashOf(bytes, begin, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known === NONE) return undefined;
      if (this.hashes[known] === hash && this.isSame(known, bytes, begin, end)) {
        this.last = known;
        return this.meanings[known];
      }
    }
  }

  private isSame(known: number, bytes: Uint8Array, begin: number, end: number): boolean {
    const start = this.begins[known]!;
    const length = end - begin;
    if ((this.begins[known + 1] ?? this.used) - start !== length) return false;
    for (let place = 0; place < length; place++) if (this.bytes[start + place] !== bytes[begin + place]) return false;
    return true;
  }

  private learn(bytes: Uint8Array, begin: number, end: number, meaning: T): T {
    if (end - begin > LONGEST) return meaning;
    if (this.meanings.length >= this.most) this.forget();
    if (this.used + end - begin > this.bytes.length) this.bytes = widened(this.bytes);
    this.bytes.set(bytes.subarray(begin, end), this.used);
    this.begins.push(this.used);
    this.hashes.push(hashOf(bytes, begin, end));
    this.used += end - begin;
    this.last = this.meanings.push(meaning) - 1;
    if (this.meanings.length * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2).fill(NONE);
      for (let known = 0; known < this.last; known++) this.place(known);
    }
    this.place(this.last);
    return meaning;
  }

  private place(known: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes[known]! & mask;
    while (this.slots[slot] !== NONE) slot = (slot + 1) & mask;
    this.slots[slot] = known;
  }

  private forget(): void {
    this.slots.fill(NONE);
    this.begins.length = this.hashes.length = this.meanings.length = this.used = 0;
    this.last = NONE;
  }
}

const NONE = -1;
const FEWEST_SLOTS = 256;
const FEWEST_BYTES = 4096;
/** Longer texts are rarely repeated. At most half as many as the bytes there are at first. */
const LONGEST = 1024;

function widened(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(bytes.length * 2);
  wide.set(bytes);
  return wide;
}

/** A hash of some of the bytes: of all in short texts, and of every second or fourth in longer ones. */
function hashOf(bytes: Uint8Array, begin: number, end: number): number {
  const step = end - begin < 32 ? 1 : end - begin < 64 ? 2 : 4;
  let hash = end - begin;
  for (let position = end - 1; position >= begin; position -= step) hash = Math.imul(hash ^ bytes[position]!, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
