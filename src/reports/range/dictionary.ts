import { isErrorCell, plainValue } from '../../cells/cell-value';
import { cleanText } from '../../domain/text/clean-text';
import { isBlank } from './columns';

/** The cell was empty. */
export const BLANK = -1;
/** The cell has an error, or something other than text. */
export const UNREADABLE = -2;

const NO_CELL = {};

/**
 * Numbers the different texts of a column, so that a million cells are read as a handful of entries. Spellings with the
 * same `keyOf` are one entry, which `describe` makes from the first spelling.
 */
export class Dictionary<E> {
  readonly entries: E[] = [];
  private readonly byCell = new Map<unknown, number>();
  private readonly byKey = new Map<string, number>();
  /** The previous cell: most columns repeat a text many times, and comparing it takes half as long as a Map lookup. */
  private last: unknown = NO_CELL;
  private lastAt = UNREADABLE;

  constructor(
    private readonly keyOf: (text: string) => string,
    private readonly describe: (text: string, key: string) => E,
  ) {}

  /** The number of a cell's entry, or BLANK or UNREADABLE. */
  at(cell: unknown): number {
    if (cell === this.last) return this.lastAt;
    let index = this.byCell.get(cell);
    if (index === undefined) {
      index = this.learn(cell);
      if (typeof cell === 'object') return index;
      this.byCell.set(cell, index);
    }
    this.last = cell;
    this.lastAt = index;
    return index;
  }

  /** The number of an entry by its key, or undefined. */
  find(key: string): number | undefined {
    return this.byKey.get(key);
  }

  /** Adds an entry that no cell contains. */
  add(entry: E): number {
    return this.entries.push(entry) - 1;
  }

  private learn(cell: unknown): number {
    const plain = plainValue(cell);
    if (isBlank(plain)) return BLANK;
    if (isErrorCell(plain) || typeof plain === 'boolean') return UNREADABLE;
    const text = cleanText(String(plain)).trim();
    const key = this.keyOf(text);
    if (key === '') return UNREADABLE;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.add(this.describe(text, key));
    this.byKey.set(key, index);
    return index;
  }
}
