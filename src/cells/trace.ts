import type { Problem } from '../domain/problem';
import type { Rule } from '../rulebook/rule';
import { problemOf } from './cell-error';
import { pageState } from './page-state';

/** What an answer was made of: the arguments as read, the rules taken, and the steps in plain sentences. */
export interface Trace {
  inputs: { name: string; given: unknown; read: string }[];
  rules: Rule<unknown>[];
  steps: string[];
}

const page = pageState<{ working: Trace | null }>('working', () => ({ working: null }));

/** Whether somebody is asking how an answer comes about. */
export const isTracing = (): boolean => page.working !== null;

/** Notes one step of an answer. The sentence is only made when somebody asks. */
export function step(text: () => string): void {
  if (page.working) page.working.steps.push(text());
}

/** Notes how an argument was read. */
export function noteInput(name: string, given: unknown, read: unknown): void {
  if (page.working) page.working.inputs.push({ name, given, read: String(read) });
}

/** Notes a rule an answer took, once. */
export function noteRule(rule: Rule<unknown>): void {
  if (page.working && !page.working.rules.includes(rule)) page.working.rules.push(rule);
}

/** Runs a COOP function and writes down its working. A cell error comes back as the Problem behind it. */
export function withTrace<T>(run: () => T): { result: T | Problem; working: Trace } {
  const outer = page.working;
  const working: Trace = { inputs: [], rules: [], steps: [] };
  page.working = working;
  try {
    return { result: run(), working };
  } catch (thrown) {
    return { result: problemOf(thrown), working };
  } finally {
    page.working = outer;
  }
}
