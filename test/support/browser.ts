import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserServer } from 'playwright-core';
import { browserFromNpm, type Found } from './npm-browser';

/** Nothing a browser does on its own may leave the machine; a container has no sandbox for root. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.env['CI'] || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Starts a browser, the one findBrowser finds unless another is given, for tests to connect to. */
export async function launchBrowser(found?: Found): Promise<BrowserServer> {
  const { executablePath, args, env } = found ?? (await findBrowser());
  try {
    return await chromium.launchServer({
      executablePath,
      headless: true,
      args: [...ARGS, ...args],
      ...(env && { env: { ...process.env, ...env } }),
    });
  } catch (error) {
    throw new Error(`The browser ${executablePath} does not start: ${whatIsMissing(String(error))}`, { cause: error });
  }
}

/** Opens an https page in a browser, since one that lacks a library may start all the same and die there. */
export async function tryBrowser(server: BrowserServer, url: string): Promise<void> {
  let words = '';
  server.process().stderr?.on('data', (piece: Buffer) => (words = `${words}${piece.toString()}`.slice(-LAST_WORDS)));
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    await (await browser.newPage({ ignoreHTTPSErrors: true })).goto(url, { waitUntil: 'commit' });
    await browser.close();
  } catch (error) {
    throw new Error(`The browser ${server.process().spawnfile} does not open ${url}: ${whatIsMissing(words || String(error))}`, {
      cause: error,
    });
  }
}

/** What a browser's last words say it lacks. */
export function whatIsMissing(words: string): string {
  const library = /(\S+\.so[.\d]*): cannot open shared object file/.exec(words)?.[1];
  if (library) return `it needs ${library}, which this system does not have. Install it, or name another browser in CHROME_PATH.`;
  if (/ENOENT|executable doesn't exist/i.test(words)) return 'there is no such program. Name another one in CHROME_PATH.';
  if (/EACCES/.test(words)) return 'it is not a program that may be run. Name another one in CHROME_PATH.';
  return 'it ended at once. Name another one in CHROME_PATH; its own words are below.';
}

/** CHROME_PATH, else an installed Chrome, Edge or Chromium, else the one that comes from npm. */
async function findBrowser(installed: readonly string[] = installedPaths()): Promise<Found> {
  const named = process.env['CHROME_PATH'];
  if (named) return { executablePath: named, args: [] };
  const executablePath = installed.find((path) => existsSync(path));
  return executablePath ? { executablePath, args: [] } : browserFromNpm();
}

const LAST_WORDS = 4_000;

function installedPaths(): string[] {
  const env = (name: string) => process.env[name] ?? '';
  switch (process.platform) {
    case 'darwin':
      return ['', env('HOME')].flatMap((home) =>
        ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
      );
    case 'win32':
      return [env('ProgramFiles'), env('ProgramFiles(x86)'), env('LOCALAPPDATA')].flatMap((folder) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'].map((name) =>
          join(folder, name),
        ),
      );
    default:
      return env('PATH')
        .split(':')
        .flatMap((folder) =>
          ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium', 'chromium-browser'].map((name) =>
            join(folder, name),
          ),
        );
  }
}
