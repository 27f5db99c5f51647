/** A COOP function as Excel calls it. */
export type CoopFunction = (...values: unknown[]) => unknown;

const functions = new Map<string, CoopFunction>();

/** The very functions that answer cells, by id (`SPLIT`). None is listed by hand. */
export const COOP_FUNCTIONS: ReadonlyMap<string, CoopFunction> = functions;

/**
 * functions.js hands its functions over as it loads: the build writes that call (webpack.config.js). Were they imported
 * from here, webpack could no longer merge them into one, and cells would wait longer for their first answer.
 */
export function handOver(id: string, run: CoopFunction): void {
  functions.set(id, run);
}
