import { pageState } from '../cells/page-state';

/** A COOP function as Excel calls it. */
export type CoopFunction = (...values: unknown[]) => unknown;

const functions = pageState('functions', () => new Map<string, CoopFunction>());

/** The very functions that answer cells, by id (`SPLIT`). None is listed by hand. */
export const COOP_FUNCTIONS: ReadonlyMap<string, CoopFunction> = functions;

/** functions.js hands its functions over as it loads: the build writes that call (webpack.config.js). */
export function handOver(given: Readonly<Record<string, CoopFunction>>): void {
  for (const id in given) functions.set(id, given[id]!);
}
