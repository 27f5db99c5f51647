import { Problem } from '../domain/problem';

/** The answer to a question about the rules, or null if no rule covers it; for callers that can do without. */
export function ifCovered<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not covered') return null;
    throw thrown;
  }
}
