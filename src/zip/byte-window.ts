/** Bytes with random access. */
export interface AnyBytes {
  size: number;
  slice: (from: number, to: number) => Promise<Uint8Array>;
}

/** Thrown if bytes that a zip refers to are missing or differ. */
export class ZipDamage extends Error {}

/** Thrown for a zip that can't be read here, though it may be undamaged. */
export class UnreadableZip extends Error {
  constructor(readonly why: 'too many files' | 'multipart') {
    super(why);
  }
}

/** Reads bytes at any position, a slice at a time, since most reads continue from the one before. */
export class ByteWindow {
  readonly size: number;
  private from = 0;
  private held: Uint8Array = new Uint8Array(0);

  /** `reading` is called with the start of each slice, and stops reading by throwing. */
  constructor(
    private readonly bytes: AnyBytes,
    private readonly reading: (from: number) => void,
  ) {
    this.size = bytes.size;
  }

  /** A number of bytes from a position. No file can make us read more than a slice or two. */
  async at(from: number, length: number): Promise<Uint8Array> {
    if (from < 0 || length > this.size - from) throw new ZipDamage();
    if (from < this.from || from + length > this.from + this.held.length) {
      this.reading(from);
      const to = Math.min(this.size, from + Math.max(length, SLICE));
      this.held = await this.bytes.slice(from, to);
      this.from = from;
      if (this.held.length !== to - from) throw new ZipDamage();
    }
    return this.held.subarray(from - this.from, from - this.from + length);
  }
}

/** The number of bytes to read at once. */
const SLICE = 2 ** 18;
