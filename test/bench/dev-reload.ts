import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { ROOT } from '../../src/workbench/bundle';
import { launchBrowser } from '../support/browser';
import { median, printTable } from './measure';

const RUNS = 3;

/** How long a change of a file takes until it is seen in the workbench that npm run dev has open. */
export async function benchDevReload(): Promise<void> {
  const dev = fork(`${ROOT}src/workbench/dev.ts`, {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, PORT: '0' },
    silent: true,
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    dev.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /https:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    dev.once('exit', () => reject(new Error(said)));
  });
  const server = await launchBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(url);
    await page.frameLocator('.pane-page iframe').getByRole('tab').first().waitFor({ timeout: 120_000 });
    printTable('npm run dev: change to seen, seconds', [
      ['a file of the pane', await seconds(page, 'src/pane/main.tsx', true)],
      ['a file of the workbench', await seconds(page, 'src/workbench/page/main.tsx', false)],
    ]);
  } finally {
    await browser.close();
    await server.close();
    dev.kill();
  }
}

/** Has a file say something of itself in its page, and waits for it; the file is as before afterwards. */
async function seconds(page: Page, path: string, isPane: boolean): Promise<string> {
  const before = readFileSync(`${ROOT}${path}`, 'utf8');
  const times: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const mark = `${path}-${run}`;
      const begun = performance.now();
      writeFileSync(`${ROOT}${path}`, `${before}\ndocument.documentElement.dataset['seen'] = ${JSON.stringify(mark)};\n`);
      const place = isPane ? page.frameLocator('.pane-page iframe') : page;
      await place.locator(`html[data-seen="${mark}"]`).waitFor({ state: 'attached', timeout: 60_000 });
      times.push((performance.now() - begun) / 1000);
    }
  } finally {
    writeFileSync(`${ROOT}${path}`, before);
  }
  return median(times).toFixed(1);
}
