/** A COOP function as Excel calls it. */
export type CoopFunction = (...values: unknown[]) => unknown;

type Modules = (path: string) => Record<string, unknown>;

declare global {
  interface ImportMeta {
    /** webpack's way to a whole folder. */
    webpackContext?: (folder: string, options: { regExp: RegExp; mode: 'eager' }) => Modules & { keys(): string[] };
    /** vite's way, for the tests. */
    glob?: (pattern: string, options: { eager: true }) => Record<string, Record<string, unknown>>;
  }
}

/**
 * The very functions that answer cells, by id (`SPLIT`), taken from their folder so that none is listed by hand.
 * webpack and vite each replace their own line when they build.
 */
export const COOP_FUNCTIONS: ReadonlyMap<string, CoopFunction> = new Map(
  modules().map(([path, module]) => [
    path.replace(/^.*\/|\.ts$/g, '').toUpperCase(),
    Object.values(module).find((exported) => typeof exported === 'function') as CoopFunction,
  ]),
);

function modules(): [path: string, module: Record<string, unknown>][] {
  if (typeof import.meta.webpackContext === 'function') {
    const folder = import.meta.webpackContext('../functions', { regExp: /\.ts$/, mode: 'eager' });
    return folder.keys().map((path) => [path, folder(path)]);
  }
  return Object.entries(import.meta.glob!('../functions/*.ts', { eager: true }));
}
