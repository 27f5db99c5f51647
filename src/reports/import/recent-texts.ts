/** A copy of a text. A parser's substring would keep the whole piece of text in memory. */
export const copyOf = (text: string): string => text.split('').join('');

/**
 * Caches the values of a column's texts. Texts repeat, so nearly all are found by a few letters and one comparison; a Map
 * alone would hash every letter of every cell in a million rows.
 */
export class RecentTexts {
  private readonly texts: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);
  private readonly results = new Int32Array(SLOTS);
  private readonly known = new Map<string, { text: string; result: number }>();

  constructor(
    private readonly read: (text: string) => number,
    private readonly most: number,
    /** What to do when there are more different texts than are stored; by default they are discarded. */
    private readonly whenFull: () => void = () => this.known.clear(),
  ) {}

  /** The value of a cell's text. */
  at(cell: string): number {
    const { length } = cell;
    const letters =
      length > 9 ? cell.charCodeAt(6) * 131 + cell.charCodeAt(8) * 31 + cell.charCodeAt(9) * 7 : cell.charCodeAt(length >> 1) * 31;
    const slot = (letters + cell.charCodeAt(length - 1) * 3 + length) & (SLOTS - 1);
    if (this.texts[slot] === cell) return this.results[slot]!;
    let known = this.known.get(cell);
    if (!known) {
      if (this.known.size >= this.most) this.whenFull();
      const text = copyOf(cell);
      known = { text, result: this.read(text) };
      this.known.set(text, known);
    }
    this.texts[slot] = known.text;
    this.results[slot] = known.result;
    return known.result;
  }
}

const SLOTS = 1024;
