import type { Problem } from '../domain/problem';
import type { RuleUsed } from '../rulebook/rule';
import { problemOf } from './cell-error';
import { pageState } from './page-state';

/** How an answer was calculated: the arguments as read, the rules used, and the steps in plain sentences. */
export interface Trace {
  inputs: { name: string; given: unknown; read: string }[];
  rules: RuleUsed[];
  steps: string[];
}

const page = pageState<{ trace: Trace | null }>('trace', () => ({ trace: null }));

/** Whether steps are being recorded. */
export const isTracing = (): boolean => page.trace !== null;

/** Records a step, or several. The sentences are only made if steps are being recorded. */
export function step(text: () => string | string[]): void {
  if (page.trace) page.trace.steps.push(...[text()].flat());
}

/** Records how an argument was read, and gives that. */
export function noted<T>(read: T, name: string, given: unknown): T {
  noteInput(name, given, read ?? 'left out');
  return read;
}

/** Records how an argument was read. */
export function noteInput(name: string, given: unknown, read: unknown): void {
  if (page.trace) page.trace.inputs.push({ name, given, read: String(read) });
}

/** Records a rule that an answer uses on a day, once. */
export function noteRule(rule: RuleUsed['rule'], on: RuleUsed['on']): void {
  const isNoted = page.trace?.rules.some((used) => used.rule === rule && used.on === on);
  if (isNoted === false) page.trace!.rules.push({ rule, on });
}

/** Runs a COOP function and returns its result and trace. A cell error is returned as the Problem behind it. */
export function withTrace<T>(run: () => T): { result: T | Problem; trace: Trace } {
  const outer = page.trace;
  const trace: Trace = { inputs: [], rules: [], steps: [] };
  page.trace = trace;
  try {
    return { result: run(), trace };
  } catch (thrown) {
    return { result: problemOf(thrown), trace };
  } finally {
    page.trace = outer;
  }
}
