import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import type { FunctionsWindow } from '../office/function-bridge';
import { frameName, type HostIdentity } from '../office/app-context';
import { keepToProfile, type HostProfile } from '../office/host-profiles';

/** The add-in's page without a browser: a separate JavaScript realm in which office.js runs unmodified. */
export interface OfficePage {
  /** Its window, with Excel, Office and CustomFunctions. */
  window: FunctionsWindow & { Office: typeof Office; Excel: typeof Excel } & Record<string, unknown>;
  /** Runs a script of the add-in in the page. */
  run: (name: string) => void;
  /** Delivers a message from the host. */
  deliver: (text: string) => void;
  /** Resolves when office.js is ready. */
  ready: () => Promise<unknown>;
}

const ORIGIN = 'https://localhost';
const OFFICE_PATH = '/officejs/';
const OFFICE_BASE = ORIGIN + OFFICE_PATH;
const READY_WITHIN_MS = 10_000;

/** Globals that the page provides, not JavaScript itself. */
const PLATFORM = [
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'queueMicrotask',
  'structuredClone',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'performance',
  'crypto',
  'atob',
  'btoa',
  'Blob',
  'AbortController',
  'Event',
  'EventTarget',
  'MessageChannel',
  'fetch',
] as const;

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: unknown) => void values.set(key, String(value)),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

/** The part of an <a> element that office.js uses to parse an address. */
function anchor() {
  let url = new URL(ORIGIN);
  return {
    set href(value: string) {
      url = new URL(value, ORIGIN);
    },
    get href() {
      return url.href;
    },
    get protocol() {
      return url.protocol;
    },
    get hostname() {
      return url.hostname;
    },
    get port() {
      return url.port;
    },
  };
}

interface ScriptElement {
  src?: string;
  onload?: (event: object) => void;
  onerror?: (event: object) => void;
}

/** Runs a script in a realm. The compiled script is kept in V8's cache, since office.js is 3 MB. */
function runScript(file: string, context: vm.Context, cacheDir?: string): void {
  const cache = cacheDir && join(cacheDir, `${file.replace(/\W+/g, '_').slice(-80)}.${process.versions.v8}.cache`);
  const cachedData = cache && existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new vm.Script(readFileSync(file, 'utf8'), { filename: file, cachedData });
  script.runInContext(context);
  if (!cache || (cachedData && !script.cachedDataRejected)) return;
  try {
    mkdirSync(cacheDir, { recursive: true });
    // Another process may be writing the same file.
    const draft = `${cache}.${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, cache);
  } catch {
    // The folder isn't writable; the next start compiles again.
  }
}

/**
 * Loads office.js and its Excel part into a new realm and connects it to a host. Each workbook has its own realm, as it has
 * its own page in Excel; only plain data crosses between realms.
 */
export function openOfficePage(options: {
  officeDir: string;
  addInDir: string;
  identity: HostIdentity;
  profile: HostProfile;
  /** Whether office.js refuses members beyond the profile; by default it leaves that to the host. */
  checks: boolean;
  receive: (text: string) => void;
  cacheDir?: string;
}): OfficePage {
  // Without the sandbox object's interceptors, which make access to globals a hundred times slower.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const window = vm.runInContext('globalThis', context) as Record<string, unknown>;
  const define = (values: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(values)) {
      Object.defineProperty(window, key, { value, writable: true, configurable: true, enumerable: true });
    }
  };
  const listeners = new Set<(event: { data: string; origin: string; source: unknown }) => void>();
  const failures: unknown[] = [];
  const runAddIn = (address: string) => {
    const { document } = window as { document: { currentScript: object | null } };
    // webpack's chunks are next to the running script.
    document.currentScript = { src: address, tagName: 'SCRIPT' };
    try {
      runScript(join(options.addInDir, new URL(address).pathname), context);
    } finally {
      document.currentScript = null;
    }
  };
  const load = (element: ScriptElement) => {
    if (!element.src) return element;
    queueMicrotask(() => {
      const address = new URL(element.src!, `${ORIGIN}/`);
      try {
        if (address.href.startsWith(OFFICE_BASE))
          runScript(join(options.officeDir, address.pathname.slice(OFFICE_PATH.length)), context, options.cacheDir);
        else runAddIn(address.href);
        element.onload?.({ type: 'load' });
      } catch (reason) {
        failures.push(reason);
        element.onerror?.({ type: 'error', reason });
      }
    });
    return element;
  };
  const nothing = () => undefined;
  const head = { appendChild: load, insertBefore: load };
  const tags: Record<string, unknown[]> = { script: [{ src: `${OFFICE_BASE}office.js`, getAttribute: () => null }], head: [head] };
  // A macrotask for each message, as with postMessage: microtasks would reorder replies and events.
  const receive = (text: string) => {
    // The first message comes from office.js, which then waits for the answer.
    if (!isKept) keepToProfile(window, options.profile, options.checks);
    isKept = true;
    options.receive(text);
  };
  let isKept = false;
  const parent = { postMessage: (text: string) => void setImmediate(receive, text) };
  define(Object.fromEntries(PLATFORM.map((name) => [name, (globalThis as Record<string, unknown>)[name]])));
  define({
    window,
    self: window,
    parent,
    top: parent,
    opener: null,
    name: frameName(options.identity, options.profile),
    history: {},
    external: {},
    open: nothing,
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Node', language: 'en-US', languages: ['en-US'] },
    location: {
      href: `${ORIGIN}/taskpane.html`,
      origin: ORIGIN,
      hostname: 'localhost',
      host: 'localhost',
      protocol: 'https:',
      port: '',
      search: '',
      hash: '',
      pathname: '/taskpane.html',
    },
    addEventListener: (type: string, listener: never) => void (type === 'message' && listeners.add(listener)),
    removeEventListener: (_type: string, listener: never) => void listeners.delete(listener),
    document: {
      domain: 'localhost',
      URL: `${ORIGIN}/taskpane.html`,
      readyState: 'complete',
      cookie: '',
      head,
      currentScript: null,
      body: { appendChild: nothing, removeChild: nothing },
      hasFocus: () => true,
      addEventListener: nothing,
      removeEventListener: nothing,
      querySelectorAll: () => [],
      querySelector: () => null,
      getElementById: () => null,
      getElementsByTagName: (tag: string) => tags[tag.toLowerCase()] ?? [],
      createElement: (tag: string) => (tag === 'a' ? anchor() : { setAttribute: nothing, style: {} }),
    },
  });
  runScript(join(options.officeDir, 'office.js'), context, options.cacheDir);
  return {
    window: window as OfficePage['window'],
    run: (name) => runAddIn(`${ORIGIN}/${name}`),
    deliver: (text) => void setImmediate(() => listeners.forEach((listener) => listener({ data: text, origin: ORIGIN, source: parent }))),
    ready: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('office.js did not become ready', { cause: failures[0] })), READY_WITHIN_MS);
      });
      try {
        return await Promise.race([(window.Office as typeof Office).onReady(), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** The page's simulated origin. */
export const PAGE_ORIGIN = ORIGIN;
