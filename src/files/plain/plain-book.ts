import { Book } from './book';
import type { PlainBook, PlainBookOptions } from './contract';
import { renderBook } from './render-book';

/** A book that no formula refers to yet. */
export function plainBook(options: PlainBookOptions): Book & PlainBook {
  const book = new Book(options);
  return Object.assign(book, { rendered: () => renderBook(book) });
}
