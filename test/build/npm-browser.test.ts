import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserServer } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import { localCertificate } from '../../src/workbench/certificate';
import { launchBrowser, whatIsMissing } from '../support/browser';
import { browserFromNpm, UNPACKED } from '../support/npm-browser';

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the browser that npm brings', () => {
  let server: Server;
  let started: BrowserServer;
  beforeAll(async () => {
    server = createServer(await localCertificate(`${ROOT}.cache/certificate`), (_request, response) => response.end('<h1>Secure</h1>'));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    started = await launchBrowser(await browserFromNpm());
  });
  afterAll(async () => {
    await started?.close();
    server?.close();
  });

  it('opens an https page, and loads no library but its own and those Node.js can’t do without', async () => {
    const browser = await chromium.connect(started.wsEndpoint());
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(`https://localhost:${(server.address() as AddressInfo).port}/`);
    expect(await page.getByRole('heading').textContent()).toBe('Secure');
    const loaded = processesOf(`${UNPACKED}chromium`).map(librariesOf);
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.flat()).toContain(`${UNPACKED}lib/libsqlite3.so.0`);
    // glibc, and libgcc_s, which comes with it
    const ofNode = new Set(librariesOf('self'));
    expect(loaded.flat().filter((path) => !path.startsWith(UNPACKED) && !ofNode.has(path))).toEqual([]);
  });
});

describe('a browser that does not start', () => {
  it.each([
    ['/no/such/browser', 'The browser /no/such/browser does not start: there is no such program. Name another one in CHROME_PATH.'],
    ['/etc/passwd', 'The browser /etc/passwd does not start: it is not a program that may be run. Name another one in CHROME_PATH.'],
  ])('is told in one sentence: %s', async (executablePath, sentence) => {
    await expect(launchBrowser({ executablePath, args: [] })).rejects.toThrow(sentence);
  });

  it('names the library it lacks', () => {
    const words =
      'crypto/nss_util.cc:177] Error initializing NSS with a persistent database: libsqlite3.so.0: cannot open shared object file: No such file';
    expect(whatIsMissing(words)).toBe(
      'it needs libsqlite3.so.0, which this system does not have. Install it, or name another browser in CHROME_PATH.',
    );
  });
});

const processesOf = (program: string): string[] => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && programOf(pid) === program);

function programOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    // ended meanwhile, or somebody else's
    return null;
  }
}

function librariesOf(pid: string): string[] {
  const maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
  return [...new Set(maps.split('\n').flatMap((line) => /\s(\/\S+\.so\S*)$/.exec(line)?.[1] ?? []))];
}
