// Replaces trace.ts in functions.js: cells don't wait for sentences that only Explain shows.

/** Never, since cells don't record steps. */
export const isTracing = (): boolean => false;

/** Does nothing. */
export function step(_text: () => string): void {}

/** Does nothing. */
export function noteInput(_name: string, _given: unknown, _read: unknown): void {}

/** Does nothing. */
export function noteRule(_rule: unknown, _on: unknown): void {}
