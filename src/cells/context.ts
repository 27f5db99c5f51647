import { badInput } from '../domain/problem';
import type { OwnRule } from '../rulebook/own-rule';
import { dateFormOfHost, type DateForm } from './date-form';
import { pageState } from './page-state';

/** All that an answer may depend on besides its arguments: the workbook's date system and the rules its owner added. */
export interface WorkbookContext {
  dateSystem: 1900 | 1904;
  ownRules: readonly OwnRule[];
}

/** The context of this page. main.js provides it, functions.js answers by it. */
interface PageContext {
  context: WorkbookContext | null;
  dateForm: DateForm;
  failure: string | null;
  settled: Promise<void>;
  settle: () => void;
}

const page = pageState<PageContext>('context', () => ({ context: null, dateForm: 'serial', failure: null, ...waiting() }));

/** Gives answers the workbook they stand in; calling again replaces it. The caller recalculates what was answered before. */
export function provideContext(context: WorkbookContext): void {
  Object.assign(page, { context: { ...context }, dateForm: dateFormOfHost(), failure: null });
  page.settle();
  for (const follow of followers()) follow();
}

/** Calls back whenever the workbook's rules or its date system were read again; the answer ends that. */
export function onContextChange(follow: () => void): () => void {
  followers().add(follow);
  return () => followers().delete(follow);
}

const followers = (): Set<() => void> => pageState('followers', () => new Set<() => void>());

/** Ends the wait of every answer with a sentence when the workbook could not be read. A context that is already there stays. */
export function failContext(message: string): void {
  if (page.context) return;
  page.failure = message;
  page.settle();
}

/**
 * Forgets the context, so that answers wait again, as in a page that has just begun.
 * @internal Tests begin again with it.
 */
export function forgetContext(): void {
  Object.assign(page, { context: null, failure: null, ...waiting() });
}

/** Resolves when answers can be given, or can be refused with a reason. */
export const contextSettled = (): Promise<void> => page.settled;

/** The context, or null while the workbook is still being read. Throws the Problem that ended the wait. */
export function currentContext(): WorkbookContext | null {
  if (page.failure !== null) throw badInput(page.failure);
  return page.context;
}

/** How far the workbook's serial days lie behind those of the 1900 system: the only place that knows of 1904. */
export const serialShift = (): number => (page.context?.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);

/** The shape in which this host shows a day as a date. */
export const dateForm = (): DateForm => (page.context ? page.dateForm : 'serial');

function waiting(): Pick<PageContext, 'settled' | 'settle'> {
  let settle!: () => void;
  return { settled: new Promise<void>((resolve) => (settle = resolve)), settle };
}

const DAYS_FROM_1900_TO_1904 = 1462;
