import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserServer } from 'playwright-core';

/** A Chromium that can be started: its program and the arguments it needs besides ours. */
export interface Found {
  executablePath: string;
  args: string[];
}

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

/** Starts the browser that findBrowser finds, for tests to connect to. */
export async function launchBrowser(): Promise<BrowserServer> {
  const { executablePath, args } = await findBrowser();
  return chromium.launchServer({ executablePath, headless: true, args: [...ARGS, ...args] });
}

/** CHROME_PATH, else an installed Chrome, Edge or Chromium, else the one that comes from npm. */
export async function findBrowser(installed: readonly string[] = installedPaths()): Promise<Found> {
  const named = process.env['CHROME_PATH'];
  if (named) return { executablePath: named, args: [] };
  const executablePath = installed.find((path) => existsSync(path));
  return executablePath ? { executablePath, args: [] } : browserFromNpm();
}

/** @sparticuz/chromium is made for AWS; told it runs there, it also unpacks the system libraries a bare Linux lacks. */
async function browserFromNpm(): Promise<Found> {
  if (process.platform !== 'linux') throw new Error('No Chrome, Edge or Chromium found: install one, or name it in CHROME_PATH.');
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // its own arguments would switch web security off and run all in one process; the two below are what a container needs
  return { executablePath: await packed.executablePath(), args: ['--no-sandbox', '--no-zygote'] };
}

function installedPaths(): string[] {
  const env = (name: string) => process.env[name] ?? '';
  switch (process.platform) {
    case 'darwin':
      return ['', env('HOME')].flatMap((home) =>
        ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
      );
    case 'win32':
      return [env('ProgramFiles'), env('ProgramFiles(x86)'), env('LOCALAPPDATA')].flatMap((folder) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'].map(
          (name) => join(folder, name),
        ),
      );
    default:
      return env('PATH').split(':').flatMap((folder) =>
        ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium', 'chromium-browser'].map(
          (name) => join(folder, name),
        ),
      );
  }
}
