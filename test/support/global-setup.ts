import { existsSync, rmSync } from 'node:fs';
import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { bundlePage, ROOT } from '../../src/workbench/bundle';
import { serveWorkbench } from '../../src/workbench/serve';
import type { WorkbenchServer } from '../../src/workbench/serve';
import { launchBrowser, tryBrowser } from './browser';
import { built } from './built';
import { handOn } from './later';
import { makeBooks } from './make-books';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file from which stories learn where the workbench and its browser are, once these are there. */
    workbench: string;
  }
}

/** The address of the served workbench, and where the browser of this run listens. */
export interface WorkbenchOfRun {
  url: string;
  browser: string;
}

const file = `${ROOT}.cache/workbench-${process.pid}.json`;
let starting: Promise<WorkbenchOfRun> | undefined;
let server: WorkbenchServer | undefined;
let browser: BrowserServer | undefined;
let isOver = false;

/** One server and one browser for the whole run of browser tests, which start while others run. */
export function setup(project: TestProject): void {
  starting = start(project);
  void handOn(file, starting);
  project.provide('workbench', file);
}

async function start(project: TestProject): Promise<WorkbenchOfRun> {
  await built();
  if (!existsSync(`${ROOT}dist/manifest.xml`)) throw new Error('The browser tests need the built add-in: npm run build');
  // another folder than dist/, while somebody else is building there
  const distDir = `${process.env['DIST_DIR'] ?? `${ROOT}dist`}/`;
  [browser] = await Promise.all([launchBrowser(), bundlePage(), makeBooks(distDir)]);
  server = await serveWorkbench({ port: 0, distDir });
  await tryBrowser(browser, server.url);
  browser.on('close', () => {
    if (isOver) return;
    console.error('The browser ended in the middle of the run, so the stories that follow are not run.');
    void project.vitest.cancelCurrentRun('test-failure');
  });
  return { url: server.url, browser: browser.wsEndpoint() };
}

/** Stops both. */
export async function teardown(): Promise<void> {
  isOver = true;
  await starting?.catch(() => undefined);
  await browser?.close();
  await server?.close();
  rmSync(file, { force: true });
}
