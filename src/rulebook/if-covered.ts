import { Problem } from '../domain/problem';

/** The answer to a question, or null if it isn't covered by the rules or by what is reported; for callers that can do without. */
export function ifCovered<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not covered') return null;
    throw thrown;
  }
}
