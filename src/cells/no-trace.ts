// Stands in for trace.ts where functions.js is built: cells don't wait for sentences that only Explain shows.

/** Never: no one asks cells for their steps. */
export const isTracing = (): boolean => false;

/** Notes nothing. */
export function step(_text: () => string): void {}

/** Notes nothing. */
export function noteInput(_name: string, _given: unknown, _read: unknown): void {}

/** Notes nothing. */
export function noteRule(_rule: unknown): void {}
