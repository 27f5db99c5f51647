import type { PlainBook, PlainBookOptions, PlainName, PlainSheet } from './contract';

/** A book that no formula refers to yet. */
export const plainBook = (options: PlainBookOptions): Book => new Book(options);

/** The rules and workings that the formulas of one copy share. */
export class Book implements PlainBook {
  constructor(readonly options: PlainBookOptions) {}

  rendered(): { sheets: PlainSheet[]; names: PlainName[] } {
    return { sheets: [], names: [] };
  }
}
