import { PIECE, type AnyBytes } from './report-source';

/** What is thrown where bytes that a zip speaks of are not there, or are others than it says. */
export class ZipDamage extends Error {}

/** Looks at bytes from place to place, which mostly goes on from the one before: they are read a slice at a time. */
export class ByteWindow {
  readonly size: number;
  private from = 0;
  private held: Uint8Array = new Uint8Array(0);

  /** `reading` is told from where a slice is about to be read, and stops it by throwing. */
  constructor(
    private readonly bytes: AnyBytes,
    private readonly reading: (from: number) => void,
  ) {
    this.size = bytes.size;
  }

  /** So many bytes from a place on. No file may make us ask for more than a slice or two. */
  async at(from: number, length: number): Promise<Uint8Array> {
    if (from < 0 || length > this.size - from) throw new ZipDamage();
    if (from < this.from || from + length > this.from + this.held.length) {
      this.reading(from);
      const to = Math.min(this.size, from + Math.max(length, PIECE));
      this.held = await this.bytes.slice(from, to);
      this.from = from;
      if (this.held.length !== to - from) throw new ZipDamage();
    }
    return this.held.subarray(from - this.from, from - this.from + length);
  }
}
