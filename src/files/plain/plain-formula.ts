import type { Call, Plain } from './contract';
import type { Book } from './plain-book';

/** The formula that takes the place of a call. */
export function plainFormula(call: Call, book: Book): Plain {
  return { why: `COOP.${call.name} has no formula of Excel alone for ${book.options.dateSystem}.` };
}
