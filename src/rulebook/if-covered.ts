import { Problem } from '../domain/problem';

/** What a question about the rules gives, or null where no rule covers it; for answers that go on without. */
export function ifCovered<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not covered') return null;
    throw thrown;
  }
}
