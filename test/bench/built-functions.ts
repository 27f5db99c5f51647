import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/** The build that is measured: DIST_DIR's, as with the tests, else that of npm run build. */
export const DIST = process.env['DIST_DIR']
  ? `${resolve(process.env['DIST_DIR'])}/`
  : fileURLToPath(new URL('../../dist/', import.meta.url));

/** A function of the built add-in, as Excel calls it. */
export type BuiltFunction = (...values: unknown[]) => unknown;

/** A built script, read. */
export const builtScript = (name: string): string => readFileSync(`${DIST}${name}`, 'utf8');

/** Loads a built script into a page of its own that has just enough of Office to register functions; returns what they registered. */
export function loadInNewPage(script: vm.Script): Map<string, BuiltFunction> {
  const page = vm.runInContext('globalThis', vm.createContext(vm.constants.DONT_CONTEXTIFY)) as object;
  const functions = new Map<string, BuiltFunction>();
  Object.assign(page, office(functions));
  script.runInContext(page);
  return functions;
}

/** The built functions in this realm, past their first wait for the workbook, so that they answer at once. */
export async function readyFunctions(): Promise<Map<string, BuiltFunction>> {
  const functions = new Map<string, BuiltFunction>();
  Object.assign(globalThis, office(functions));
  for (const name of ['functions.js', 'main.js']) new vm.Script(builtScript(name), { filename: name }).runInThisContext();
  await functions.get('PERIOD')!('2024-03-10');
  return functions;
}

/** Excel with an empty workbook of the 1900 date system, as far as the start of the runtime asks it. */
function office(functions: Map<string, BuiltFunction>) {
  const nothing = () => undefined;
  const nobody = { isNullObject: true, load: nothing };
  const context = {
    workbook: { functions: { year: () => ({ value: 1900, load: nothing }) }, tables: { getItemOrNullObject: () => nobody } },
    sync: () => Promise.resolve(),
  };
  const script = { src: 'https://localhost/functions.js', tagName: 'SCRIPT' };
  const page = {
    CustomFunctions: {
      associate: (given: Record<string, BuiltFunction>) => Object.entries(given).forEach(([id, run]) => functions.set(id, run)),
      Error: class extends Error {},
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
    },
    Excel: { run: (first: unknown, second?: unknown) => ((second ?? first) as (given: unknown) => Promise<unknown>)(context) },
    Office: {
      HostType: { Excel: 'Excel' },
      actions: { associate: nothing },
      context: { requirements: { isSetSupported: () => true } },
      onReady: (run: (info: { host: string }) => unknown) => Promise.resolve(run({ host: 'Excel' })),
    },
    document: {
      currentScript: script,
      baseURI: 'https://localhost/',
      getElementById: () => null,
      getElementsByTagName: () => [script],
      createElement: () => ({ setAttribute: nothing }),
      head: { appendChild: nothing },
    },
    location: { href: 'https://localhost/taskpane.html' },
  };
  return { ...page, self: page, window: page };
}
