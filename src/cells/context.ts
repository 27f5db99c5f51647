import { badInput, type Problem } from '../domain/problem';
import type { OwnRule } from '../rulebook/own-rule';
import { bookOf, type Book } from './book';
import { dateFormOfHost, type DateForm } from './date-form';

/** All that an answer may depend on besides its arguments: the workbook's date system and the rules its owner added. */
export interface WorkbookContext {
  dateSystem: 1900 | 1904;
  ownRules: readonly OwnRule[];
}

/** The context as answers use it. */
interface Ready {
  book: Book;
  dateForm: DateForm;
}

let ready: Ready | null = null;
let failure: Problem | null = null;
let wake: () => void;
let woken = new Promise<void>((resolve) => (wake = resolve));

/** Gives answers the workbook they stand in; calling again replaces it. The caller recalculates what was answered before. */
export function provideContext(context: WorkbookContext): void {
  ready = { book: bookOf(context), dateForm: dateFormOfHost() };
  failure = null;
  wake();
}

/** Ends the wait of every answer with a sentence when the workbook could not be read. A context that is already there stays. */
export function failContext(message: string): void {
  if (ready) return;
  failure = badInput(message);
  wake();
}

/** Forgets the context, so that answers wait again. For a host that starts over, and for tests. */
export function forgetContext(): void {
  ready = null;
  failure = null;
  woken = new Promise<void>((resolve) => (wake = resolve));
}

/** Resolves when answers can be given, or can be refused with a reason. */
export const contextSettled = (): Promise<void> => woken;

/** The workbook, or null while it is still being read. Throws the Problem that ended the wait. */
export function currentBook(): Book | null {
  if (failure) throw failure;
  return ready && ready.book;
}

/** How far the workbook's serial days lie behind those of the 1900 system: the only place that knows of 1904. */
export const serialShift = (): number => (ready?.book.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);

/** The shape in which this host shows a day as a date. */
export const dateForm = (): DateForm => ready?.dateForm ?? 'serial';

const DAYS_FROM_1900_TO_1904 = 1462;
