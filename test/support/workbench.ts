import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import type { WorkbenchDriver } from '../../src/workbench/page/driver';

/** How a workbench is opened. */
export interface Opening {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
}

/** The title of one of the pane's screens. */
export type ScreenName = 'Today' | 'Funds' | 'Plan' | 'Claims' | 'Functions' | 'Explain' | 'Rules';

declare global {
  interface Window {
    workbench?: WorkbenchDriver;
  }
}

const SCREENS = `${ROOT}.cache/screens/`;
const KEY_DELAY_MS = 10;

/** Opens the workbench of this test run in a fresh browser context, ready for its first formula. */
export async function openWorkbench(opening: Opening = {}): Promise<Workbench> {
  const { url, browser } = inject('workbench');
  const connected = await chromium.connect(browser);
  return Workbench.open(connected, url, opening);
}

/** A person in front of the workbench: types, clicks, looks; and remembers all that went wrong meanwhile. */
export class Workbench {
  /** Console errors and uncaught exceptions, of the page and the pane. */
  readonly errors: string[] = [];
  /** Requests to anything but this machine. */
  readonly strangers: string[] = [];
  /** What the pages' content security policy stopped. */
  readonly violations: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, url: string, { width = 1400, height = 860, theme = 'light', forcedColors = 'none' }: Opening = {}): Promise<Workbench> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, colorScheme: theme, forcedColors });
    const page = await context.newPage();
    const workbench = new Workbench(browser, context, page);
    await workbench.watch();
    await page.goto(url);
    await workbench.ready();
    return workbench;
  }

  /** The task pane's own page. */
  get pane(): FrameLocator {
    return this.page.frameLocator('aside.pane iframe');
  }

  /** The pane of somebody else at the same workbook, once it is opened. */
  get otherPane(): FrameLocator {
    return this.page.frameLocator('aside.other-pane iframe');
  }

  /** Opens the pane of somebody else who has the workbook open. */
  async openOtherPane(): Promise<void> {
    await this.page.evaluate(() => window.workbench!.openAnotherPane());
    await this.otherPane.getByRole('tab').first().waitFor();
    await this.quiet();
  }

  /** Has the pane closed right before one of its coming messages, which still arrives or is lost with it. */
  async closePane(after: number, isLost: boolean): Promise<void> {
    await this.page.evaluate(([messages, lost]) => window.workbench!.closePane(messages, lost), [after, isLost] as const);
  }

  /** Opens the pane again after it was closed. */
  async reopenPane(): Promise<void> {
    await this.page.evaluate(() => window.workbench!.reopenPane());
    await this.pane.getByRole('tab').first().waitFor();
  }

  /** Opens one of the pane's screens by its tab, or from the menu of those that have no room as tabs. */
  async screen(name: ScreenName): Promise<void> {
    const tab = this.pane.getByRole('tab', { name: new RegExp(`^${name}`) });
    const more = this.pane.getByRole('button', { name: 'More screens' });
    await tab.or(more).first().waitFor();
    if (!(await tab.isVisible())) {
      await more.click();
      await this.pane.getByRole('menuitem', { name, exact: true }).click();
      // the focus follows to the tab a moment later
      await tab.and(this.pane.locator(':focus')).waitFor();
      return;
    }
    await tab.click();
  }

  /** Waits until the workbook and the add-in answer; after a reload or another workbook too. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.workbench?.isReady === true, null, { timeout: 60_000 });
    await this.page.evaluate(() => window.workbench!.settle());
  }

  /** Types into a cell with the keyboard, as a person does, and ends with Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.click(address);
    await this.page.keyboard.type(text, { delay: KEY_DELAY_MS });
    await this.page.waitForTimeout(80);
    await this.page.keyboard.press('Enter');
    await this.page.evaluate(() => window.workbench!.settle());
  }

  /** Clicks a cell, scrolled into view and on its own sheet. */
  async click(address: string): Promise<void> {
    const { x, y } = await this.page.evaluate((at) => window.workbench!.pointOf(at), address);
    await this.page.mouse.click(x, y);
    await this.page.waitForTimeout(60);
  }

  /** Puts an input into a cell as typed text would, without the keyboard; waits for the calculation. */
  async set(address: string, input: string | number | boolean): Promise<void> {
    await this.page.evaluate(([at, value]) => window.workbench!.set(at, value), [address, input] as const);
  }

  /** Selects a range without the mouse. */
  async select(address: string): Promise<void> {
    await this.page.evaluate((at) => window.workbench!.select(at), address);
  }

  /** The values of a range: dates are serials, errors their text. */
  values(address: string): Promise<(string | number | boolean)[][]> {
    return this.page.evaluate((at) => window.workbench!.values(at), address);
  }

  /** What the cells of a range show. */
  text(address: string): Promise<string[][]> {
    return this.page.evaluate((at) => window.workbench!.text(at), address);
  }

  /** The formulas of a range; a value where there is none. */
  formulas(address: string): Promise<(string | number | boolean)[][]> {
    return this.page.evaluate((at) => window.workbench!.formulas(at), address);
  }

  /** The address of the selected range, with its sheet. */
  selection(): Promise<string> {
    return this.page.evaluate(() => window.workbench!.selection());
  }

  /** Presses a button of the ribbon by its label. */
  async ribbon(label: string): Promise<void> {
    await this.page.locator('header.ribbon').getByRole('button', { name: label, exact: true }).click();
  }

  /** Switches one of the hard cases of the Try menu: '1904 dates', 'Cell-edit mode', 'Protect sheet', … */
  async attempt(name: string, on: boolean): Promise<void> {
    await this.page.evaluate(([trial, value]) => window.workbench!.attempt(trial, value), [name, on] as const);
    await this.discardChanges();
    await this.ready();
  }

  /** What an action costs on the wire between the add-in and the workbook, once all is quiet again. */
  async roundTrips(action: () => Promise<unknown>): Promise<{ roundTrips: number; bytes: number }> {
    const before = await this.page.evaluate(() => window.workbench!.traffic());
    await action();
    await this.quiet();
    const after = await this.page.evaluate(() => window.workbench!.traffic());
    return { roundTrips: after.roundTrips - before.roundTrips, bytes: after.bytes - before.bytes };
  }

  /** Calls of the add-in that the workbench does not know. */
  unknownCalls(): Promise<string[]> {
    return this.page.evaluate(() => window.workbench!.unknownCalls());
  }

  /** Presses Save .xlsx and takes what is downloaded. */
  async saveFile(): Promise<Buffer> {
    const arriving = this.page.waitForEvent('download');
    await this.ribbon('Save .xlsx');
    const download = await arriving;
    const path = `${ROOT}.cache/downloads/${download.suggestedFilename()}`;
    await download.saveAs(path);
    return readFileSync(path);
  }

  /** Opens a file with Open .xlsx, and waits for its workbook. */
  async openFile(name: string, buffer: Buffer): Promise<void> {
    const before = await this.page.evaluateHandle(() => window.workbench);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await this.page.locator('header.ribbon input[type=file]').setInputFiles({ name, mimeType, buffer });
    await this.discardChanges();
    await this.page.waitForFunction((old) => window.workbench !== old, before);
    await this.ready();
  }

  /** A picture under .cache/screens/. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENS, { recursive: true });
    await this.page.screenshot({ path: `${SCREENS}${name}.png` });
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
  }

  /** No message between add-in and workbook for a moment, and nothing left to calculate. */
  async quiet(forMs = 300): Promise<void> {
    let last = -1;
    for (let now = await this.count(); now !== last; now = await this.count()) {
      last = now;
      await this.page.waitForTimeout(forMs);
    }
    await this.page.evaluate(() => window.workbench!.settle());
  }

  /** Answers the question that a changed workbook asks before another takes its place. */
  private async discardChanges(): Promise<void> {
    await this.page.waitForTimeout(100);
    const goOn = this.page.getByRole('button', { name: 'Go on without saving' });
    if (await goOn.isVisible()) await goOn.click();
  }

  private count(): Promise<number> {
    return this.page.evaluate(() => window.workbench!.traffic().roundTrips);
  }

  private async watch(): Promise<void> {
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost') this.strangers.push(request.url());
    });
    await this.page.exposeFunction('reportViolation', (text: string) => this.violations.push(text));
    await this.page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
      });
    });
  }
}
