import { DAYS_FROM_1900_TO_1904 } from '../domain/calendar/day';
import { badInput } from '../domain/problem';
import type { OwnRule, UnusedRule } from '../rulebook/own-rule';
import { dateFormOfHost, type DateForm } from './date-form';
import { pageState } from './page-state';

/** What answers depend on other than arguments: the workbook's date system and its own rules. */
export interface WorkbookContext {
  dateSystem: 1900 | 1904;
  ownRules: readonly OwnRule[];
  /** Rows of its own rules that can't be used; a cell that one could touch has no answer. */
  unused?: readonly UnusedRule[];
}

/** The page's context, which main.js provides and functions.js uses. */
interface PageContext {
  context: WorkbookContext | null;
  dateForm: DateForm;
  failure: string | null;
  settled: Promise<void>;
  settle: () => void;
}

const page = pageState<PageContext>('context', () => ({ context: null, dateForm: 'serial', failure: null, ...waiting() }));

/** Provides or replaces the workbook's context. The caller recalculates cells that were answered before. */
export function provideContext(context: WorkbookContext): void {
  Object.assign(page, { context: { ...context }, dateForm: dateFormOfHost(), failure: null });
  page.settle();
  for (const follow of followers()) follow();
}

/** Calls back whenever the workbook's rules or date system were read again; returns a function that unsubscribes. */
export function onContextChange(follow: () => void): () => void {
  followers().add(follow);
  return () => followers().delete(follow);
}

const followers = (): Set<() => void> => pageState('followers', () => new Set<() => void>());

/** Answers all waiting cells with a sentence, since the workbook couldn't be read. A context that's already loaded stays. */
export function failContext(message: string): void {
  if (page.context) return;
  page.failure = message;
  page.settle();
}

/**
 * Removes the context, so that answers wait as in a new page.
 * @internal For tests.
 */
export function forgetContext(): void {
  Object.assign(page, { context: null, failure: null, ...waiting() });
}

/** Resolves when cells can be answered, either with a result or with the reason for a failure. */
export const contextSettled = (): Promise<void> => page.settled;

/** The context, or null while the workbook is still being read. Throws a Problem if it couldn't be read. */
export function currentContext(): WorkbookContext | null {
  if (page.failure !== null) throw badInput(page.failure);
  return page.context;
}

/** The workbook's own rules; none while the workbook is still being read. */
export const ownRulesNow = (): readonly OwnRule[] => page.context?.ownRules ?? [];

/** What to add to the workbook's serials for the 1900 system. Only this depends on the 1904 system. */
export const serialShift = (): number => (page.context?.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);

/** The form in which this host shows a day as a date. */
export const dateForm = (): DateForm => (page.context ? page.dateForm : 'serial');

function waiting(): Pick<PageContext, 'settled' | 'settle'> {
  let settle!: () => void;
  return { settled: new Promise<void>((resolve) => (settle = resolve)), settle };
}
