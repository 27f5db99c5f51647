// Replaces trace.ts in functions.js: cells don't wait for sentences that only Explain shows.

/** Never, since cells don't record steps. */
export const isTracing = (): boolean => false;

/** Does nothing. */
export function step(_text: () => string | string[]): void {}

/** Does nothing. */
export function noteInput(_name: string, _given: unknown, _read: unknown): void {}

/** Gives what was read; the minimizer leaves nothing of the call. */
export const noted = <T>(read: T): T => read;

/** Does nothing. */
export function noteRule(_rule: unknown, _on: unknown): void {}
