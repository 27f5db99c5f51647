import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { ProfileName } from '../../src/workbench/office/host-profiles';
import { bookFile, type BookName } from './books';
import type { WorkbenchOfRun } from './global-setup';
import { handedOn } from './later';

/** In which colors everything shows. */
export interface Look {
  theme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
}

/** How a workbench is opened. */
export interface Opening extends Look {
  width?: number;
  height?: number;
  /** The Excel to play; the lowest supported unless said. */
  excel?: ProfileName;
  /** The time zone of the machine; UTC unless said. */
  timeZone?: string;
  /** The workbook that is open; the worked examples unless said. */
  book?: BookName;
}

/** What went wrong in a page beside what a story looks at. */
export interface Faults {
  /** Console errors and uncaught exceptions, of the page and the pane. */
  readonly errors: string[];
  /** Requests to anything but this machine. */
  readonly strangers: string[];
  /** What the pages' content security policy stopped. */
  readonly violations: string[];
}

/** SLOW=4 plays a machine four times slower, to which the add-in's lazy pieces come late: races show there. */
const SLOW = Number(process.env['SLOW'] ?? 0);
const LATE_MS = 700;
/** LATE=1 plays an Excel in which every answer of a function comes late. */
const LATE = process.env['LATE'] === '1';
/** The grid asks for the next picture with each one it draws. Pictures cost a tenth of a story, so its page gets few of them. */
export const PICTURE_MS = 100;
/** A page that holds more than this from its former stories is not used again. */
const MAX_HEAP = 500e6;

/** Where the workbench and the browser of this run are, as soon as they are there. */
export const workbenchOfRun = (): Promise<WorkbenchOfRun> => handedOn(inject('workbench'));

/** One browser for all the stories of a process, which ends with it. */
let connected: Promise<Browser> | undefined;
/** The page of the last story. */
let spare: WorkbenchPage | null = null;

/**
 * A browser page with the workbench in it. To load the grid engine takes longer than most stories: the next story gets the
 * page with another workbook, another add-in and empty storage. A page that a story left other than it found it is closed.
 */
export class WorkbenchPage {
  faults: Faults = noFaults();
  private looked: unknown;
  private paneWidth = '';

  private constructor(
    private readonly excel: ProfileName | undefined,
    private readonly timeZone: string | undefined,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** The last story's page where that will do, else a new one. */
  static async take(opening: Opening): Promise<WorkbenchPage> {
    const last = spare;
    spare = null;
    if (last && last.excel === opening.excel && last.timeZone === opening.timeZone && (await last.isAsItWas())) {
      await last.begin(opening);
      return last;
    }
    await last?.close();
    return WorkbenchPage.open(opening);
  }

  /** Gives a page back after a story. */
  static async giveBack(page: WorkbenchPage): Promise<void> {
    await spare?.close();
    spare = page;
  }

  /** Shows everything in another look. */
  async dress({ theme = 'light', forcedColors = 'none' }: Look): Promise<void> {
    const { page } = this;
    await page.emulateMedia({ colorScheme: theme, forcedColors });
    if (theme !== (await page.evaluate(() => document.documentElement.dataset['theme'])))
      await page
        .locator('header.ribbon')
        .getByRole('button', { name: theme === 'dark' ? 'Dark' : 'Light', exact: true })
        // not by the mouse, which would close what is open in the pane
        .evaluate((button) => (button as HTMLElement).click());
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Has another workbook take the place of this one, gives unsaved changes up, and waits until it and the add-in answer. */
  async replaceWorkbook(act: () => Promise<unknown>): Promise<void> {
    const before = await this.page.evaluateHandle(() => window.workbench);
    await act();
    await this.page.waitForFunction((old) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')];
      buttons.find(({ textContent }) => textContent === 'Continue without saving')?.click();
      return window.workbench !== undefined && window.workbench !== old;
    }, before);
    await before.dispose();
    await this.ready();
  }

  /** Waits until the workbook and the add-in answer. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.workbench?.isReady === true, null, { timeout: 60_000 });
    await this.page.evaluate(async (isLate) => {
      if (isLate) window.workbench!.attempt('Late answers', true);
      await window.workbench!.settle();
    }, LATE);
  }

  private static async open(opening: Opening): Promise<WorkbenchPage> {
    const { url, browser } = await workbenchOfRun();
    connected ??= chromium.connect(browser);
    const context = await (
      await connected
    ).newContext({
      ignoreHTTPSErrors: true,
      viewport: viewportOf(opening),
      // an eighth of a story's time goes into animations
      reducedMotion: SLOW ? 'no-preference' : 'reduce',
      timezoneId: opening.timeZone ?? 'UTC',
    });
    const page = await context.newPage();
    const opened = new WorkbenchPage(opening.excel, opening.timeZone, context, page);
    await opened.watch();
    await page.addInitScript((ms) => {
      if (window !== top) return;
      window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), ms);
      window.cancelAnimationFrame = (id) => clearTimeout(id);
    }, PICTURE_MS);
    if (SLOW) await opened.slowDown();
    await page.goto(opening.excel ? `${url}?bare&excel=${opening.excel}` : `${url}?bare`);
    await opened.ready();
    opened.paneWidth = await page.locator('aside.pane').evaluate((aside) => (aside as HTMLElement).style.width);
    await opened.dress(opening);
    if (opening.book) await opened.openBook(opening.book);
    opened.looked = await opened.look();
    return opened;
  }

  /** Whether the page is as it was when its last story began, but for the workbook. */
  private async isAsItWas(): Promise<boolean> {
    return JSON.stringify(await this.look()) === JSON.stringify(this.looked) && (await this.heap()) <= MAX_HEAP;
  }

  /** Begins again for another story. */
  private async begin(opening: Opening): Promise<void> {
    const { page } = this;
    await page.mouse.move(0, 0);
    await page.setViewportSize(viewportOf(opening));
    await this.dress(opening);
    await page.evaluate((width) => {
      localStorage.clear();
      sessionStorage.clear();
      document.querySelector<HTMLElement>('aside.pane')!.style.width = width;
    }, this.paneWidth);
    if (opening.book) await this.openBook(opening.book);
    else await this.replaceWorkbook(() => page.getByRole('button', { name: 'New sample', exact: true }).click());
    this.looked = await this.look();
    this.faults = noFaults();
  }

  private openBook(name: BookName): Promise<void> {
    return this.replaceWorkbook(() => this.page.locator('header.ribbon input[type=file]').setInputFiles(bookFile(name)));
  }

  /** What of the page outlives a workbook. */
  private look(): Promise<unknown> {
    return this.page.evaluate(() => {
      const aside = document.querySelector<HTMLElement>('aside.pane');
      return [
        document.documentElement.dataset['theme'],
        innerWidth,
        innerHeight,
        aside?.hidden,
        document.querySelectorAll('dialog[open]').length,
      ];
    });
  }

  private heap(): Promise<number> {
    return this.page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
  }

  private async watch(): Promise<void> {
    const { page, context } = this;
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.faults.errors.push(String(error)));
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost') this.faults.strangers.push(request.url());
    });
    await page.exposeFunction('reportViolation', (text: string) => this.faults.violations.push(text));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
      });
    });
  }

  private async slowDown(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
    await this.context.route('**/chunks/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue().catch(() => undefined);
    });
  }
}

const viewportOf = ({ width = 1000, height = 860 }: Opening) => ({ width, height });
const noFaults = (): Faults => ({ errors: [], strangers: [], violations: [] });
