import { mkdirSync, readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../src/workbench/bundle';
import type { BehindClosedPane } from '../../src/workbench/page/closed-pane';
import type { WorkbenchDriver } from '../../src/workbench/page/driver';
import { PICTURE_MS, WorkbenchPage, type Look, type Opening } from './workbench-page';

export type { Look, Opening };

/** The title of one of the pane's screens. */
export type ScreenName = 'Today' | 'Funds' | 'Plan' | 'Claims' | 'Program' | 'Functions' | 'Explain' | 'Rules';

declare global {
  interface Window {
    workbench?: WorkbenchDriver;
  }
}

const SCREENS = `${ROOT}.cache/screens/`;
const KEY_DELAY_MS = 10;

/** What a screen shows while it is loaded and while it reads the workbook. A report that is being read is no such wait. */
const LOADING = /^(Loading|Reading the .*)$/;

/** Opens the workbench on the sample workbook, ready for its first formula, with an add-in that has just been installed. */
export async function openWorkbench(opening: Opening = {}): Promise<Workbench> {
  const workbench = new Workbench(await WorkbenchPage.take(opening));
  await workbench.pane.getByRole('tab', { selected: true }).waitFor();
  await workbench.still();
  return workbench;
}

/** Closes the workbench after a story, in which nothing may have gone wrong unnoticed but what the story `meant` to. */
export async function closeSound(workbench: Workbench | undefined, meant?: RegExp): Promise<void> {
  const { violations = [], strangers = [] } = workbench ?? {};
  const errors = (workbench?.errors ?? []).filter((error) => !meant?.test(error));
  const unknown = (await workbench?.unknownCalls()) ?? [];
  const unasked = (await workbench?.unaskedWrites()) ?? [];
  await workbench?.close();
  expect({ errors, violations, strangers, unknown, unasked }).toEqual({
    errors: [],
    violations: [],
    strangers: [],
    unknown: [],
    unasked: [],
  });
}

/** A person in front of the workbench: types, clicks, looks; and remembers all that went wrong meanwhile. */
export class Workbench {
  readonly errors: readonly string[];
  readonly strangers: readonly string[];
  readonly violations: readonly string[];
  readonly page: Page;

  constructor(private readonly seat: WorkbenchPage) {
    ({ errors: this.errors, strangers: this.strangers, violations: this.violations } = seat.faults);
    this.page = seat.page;
  }

  /** The task pane's own page. */
  get pane(): FrameLocator {
    return this.page.frameLocator('aside.pane iframe');
  }

  /** The pane of somebody else at the same workbook, once it is opened. */
  get otherPane(): FrameLocator {
    return this.page.frameLocator('aside.other-pane iframe');
  }

  /** Opens the pane of somebody else who has the workbook open, with a clock of its own where `instant` is given. */
  async openOtherPane(instant?: string): Promise<void> {
    await this.page.evaluate((instant) => window.workbench!.openAnotherPane(instant), instant);
    await this.otherPane.getByRole('tab').first().waitFor();
    await this.quiet();
  }

  /** Has the pane closed right before one of its coming messages, which still arrives or is lost with it. */
  async closePane(after: number, isLost: boolean): Promise<void> {
    await this.page.evaluate(([messages, lost]) => window.workbench!.closePane(messages, lost), [after, isLost] as const);
  }

  /** Opens the pane again, with a clock of its own where `instant` is given. */
  async reopenPane(instant?: string): Promise<void> {
    await this.page.evaluate((instant) => window.workbench!.reopenPane(instant), instant);
    await this.pane.getByRole('tab').first().waitFor();
  }

  /** Loads the pane's page again, on the screen it had or with another hash, and waits until it begins. */
  async reloadPane(hash?: string): Promise<void> {
    await this.pane.locator('html').evaluate((html, to) => {
      html.dataset['before'] = '';
      if (to !== undefined) location.hash = to;
      location.reload();
    }, hash);
    await this.pane.locator('html:not([data-before])').getByRole('tab', { selected: true }).waitFor();
    await this.ready();
  }

  /** Opens one of the pane's screens by its tab, or from the menu of those that have no room as tabs, and waits for it. */
  async screen(name: ScreenName): Promise<void> {
    const tab = this.pane.getByRole('tab', { name: new RegExp(`^${name}`) });
    const more = this.pane.getByRole('button', { name: 'More screens' });
    await tab.or(more).first().waitFor();
    if (await tab.isVisible()) {
      await tab.click();
    } else {
      await more.click();
      await this.pane.getByRole('menuitem', { name, exact: true }).click();
      // the focus follows to the tab a moment later
      await tab.and(this.pane.locator(':focus')).waitFor();
    }
    await this.shown(name);
  }

  /** Waits until a screen is there with all it reads first: what one screen asks of another comes a moment after the click. */
  async shown(name: ScreenName): Promise<void> {
    await this.pane.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
    await this.pane.locator('main').getByRole('progressbar', { name: LOADING }).waitFor({ state: 'detached' });
  }

  /** Waits until nothing in the pane moves: no animation, no change of what it shows, for some pictures in a row. */
  async still(): Promise<void> {
    await this.pane.locator('html').evaluate(async (html) => {
      let changes = 0;
      const observer = new MutationObserver(() => changes++);
      observer.observe(html, { subtree: true, childList: true, attributes: true, characterData: true });
      const isMoving = (): boolean =>
        html.ownerDocument
          .getAnimations()
          .some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity);
      const end = performance.now() + 5_000;
      for (let pictures = 0, seen = changes; pictures < 6 && performance.now() < end; pictures++) {
        await new Promise(requestAnimationFrame);
        if (isMoving() || changes !== seen) pictures = -1;
        seen = changes;
      }
      observer.disconnect();
    });
  }

  /** Shows everything in another look. */
  async dress(look: Look): Promise<void> {
    await this.seat.dress(look);
    await this.still();
  }

  /** Makes the pane so many pixels wide. */
  async widen(pixels: number): Promise<void> {
    await this.page.locator('aside.pane').evaluate((aside, px) => void ((aside as HTMLElement).style.width = `${px}px`), pixels);
    await this.still();
  }

  /** Waits until the workbook and the add-in answer; after a reload too. */
  ready(): Promise<void> {
    return this.seat.ready();
  }

  /** Types into a cell with the keyboard, as a person does, and ends with Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.click(address);
    await this.page.keyboard.type(text, { delay: KEY_DELAY_MS });
    await this.page.keyboard.press('Enter');
    // the cell below is selected once the text was taken
    await this.selected(address, false);
    await this.page.evaluate(() => window.workbench!.settle());
  }

  /** Clicks a cell, scrolled into view and on its own sheet. */
  async click(address: string): Promise<void> {
    const { x, y } = await this.page.evaluate((place) => window.workbench!.pointOf(place), address);
    await this.page.mouse.click(x, y);
    await this.selected(address, true);
  }

  /** Puts an input into a cell as typed text would, without the keyboard; waits for the calculation. */
  async set(address: string, input: string | number | boolean): Promise<void> {
    await this.page.evaluate(([place, value]) => window.workbench!.set(place, value), [address, input] as const);
  }

  /** Makes a table on a new sheet as a person does, from its header and rows; the header stands in the given row, counted from 1. */
  async makeTable(name: string, sheet: string, row: number, cells: (string | number)[][]): Promise<void> {
    await this.page.evaluate((made) => window.workbench!.makeTable(...made), [name, sheet, row, cells] as const);
  }

  /** Selects a range without the mouse. */
  async select(address: string): Promise<void> {
    await this.page.evaluate((place) => window.workbench!.select(place), address);
  }

  /** The values of a range: dates are serials, errors their text. */
  values(address: string): Promise<(string | number | boolean)[][]> {
    return this.page.evaluate((place) => window.workbench!.values(place), address);
  }

  /** What the cells of a range show. */
  text(address: string): Promise<string[][]> {
    return this.page.evaluate((place) => window.workbench!.text(place), address);
  }

  /** The formulas of a range; a value where there is none. */
  formulas(address: string): Promise<(string | number | boolean)[][]> {
    return this.page.evaluate((place) => window.workbench!.formulas(place), address);
  }

  /** The address of the selected range, with its sheet. */
  selection(): Promise<string> {
    return this.page.evaluate(() => window.workbench!.selection());
  }

  /** Presses a button of the ribbon by its label. */
  async ribbon(label: string): Promise<void> {
    await this.page.locator('header.ribbon').getByRole('button', { name: label, exact: true }).click();
  }

  /** Switches one of the hard cases of the Try menu: 'Cell-edit mode', 'Protect sheet', 'No permission'. */
  async attempt(name: string, on: boolean): Promise<void> {
    await this.page.evaluate(([trial, value]) => window.workbench!.attempt(trial, value), [name, on] as const);
    await this.ready();
  }

  /** Begins again with a workbook that counts its days from 1904. */
  async countFrom1904(): Promise<void> {
    await this.seat.replaceWorkbook(() => this.page.evaluate(() => window.workbench!.attempt('1904 dates', true)));
  }

  /** What an action costs on the wire between the add-in and the workbook, once all is quiet again, and what each message asked for. */
  async roundTrips(action: () => Promise<unknown>): Promise<{ roundTrips: number; bytes: number; requests: string[][] }> {
    await this.quiet();
    const before = await this.page.evaluate(() => window.workbench!.traffic());
    await action();
    await this.quiet();
    const after = await this.page.evaluate(() => window.workbench!.traffic());
    return {
      roundTrips: after.roundTrips - before.roundTrips,
      bytes: after.bytes - before.bytes,
      requests: after.requests.slice(before.requests.length),
    };
  }

  /** Lets time pass for the panes that have a clock of their own. */
  async pass(ms: number): Promise<void> {
    await this.page.evaluate((time) => window.workbench!.pass(time), ms);
  }

  /** Opens the workbook again with its pane closed. */
  async beginClosed(behind: BehindClosedPane): Promise<void> {
    await this.seat.replaceWorkbook(() => this.page.evaluate((told) => window.workbench!.beginClosed(told), behind));
  }

  /** Plays that somebody asks an add-in for what `act` does. */
  async asked<T>(act: () => Promise<T>): Promise<T> {
    await this.page.evaluate(() => window.workbench!.ask());
    const done = await act();
    await this.page.evaluate(() => window.workbench!.leaveAlone());
    return done;
  }

  /** Hides rows of a sheet, such as "3:14", or shows them again. */
  async hideRows(sheet: string, rows: string, isHidden = true): Promise<void> {
    const hide = (_: unknown, [name, address, hidden]: readonly [string, string, boolean]): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).getRange(address).rowHidden = hidden;
        await context.sync();
      });
    await this.asked(() => this.pane.locator('html').evaluate(hide, [sheet, rows, isHidden] as const));
  }

  /** Whatever was asked for in the panes is done: what they write from now on, nobody has asked for. */
  async leaveAlone(): Promise<void> {
    await this.quiet();
    await this.page.evaluate(() => window.workbench!.leaveAlone());
  }

  /** The calls of requests that wrote though nobody had asked for anything. */
  unaskedWrites(): Promise<readonly string[][]> {
    return this.page.evaluate(() => window.workbench!.unaskedWrites());
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
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await this.seat.replaceWorkbook(() => this.page.locator('header.ribbon input[type=file]').setInputFiles({ name, mimeType, buffer }));
  }

  /** A picture under .cache/screens/, for people to look at: SCREENS=1 takes them. */
  async screenshot(name: string): Promise<void> {
    if (!process.env['SCREENS']) return;
    mkdirSync(SCREENS, { recursive: true });
    // the grid draws few pictures in tests, and this one is to show what is there
    await this.page.waitForTimeout(5 * PICTURE_MS);
    await this.page.screenshot({ path: `${SCREENS}${name}.png` });
  }

  async close(): Promise<void> {
    await WorkbenchPage.giveBack(this.seat);
  }

  /**
   * Nothing left to calculate and no message between add-in and workbook, for longer than the add-in waits before it follows
   * the sheet. The page counts the time itself, in steps: where it is slow, the add-in's own waits are as late.
   */
  async quiet(forMs = 400): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      const STEP_MS = 50;
      let before = -1;
      for (let still = 0; still < wanted; still += STEP_MS) {
        await new Promise((resolve) => setTimeout(resolve, STEP_MS));
        await window.workbench!.settle();
        const now = window.workbench!.traffic().roundTrips;
        if (now !== before) still = 0;
        before = now;
      }
    }, forMs);
  }

  /** Waits until a cell is the selected one, or no longer is. */
  private async selected(address: string, isWanted: boolean): Promise<void> {
    const cell = address.slice(address.lastIndexOf('!') + 1);
    await this.page.waitForFunction(([place, wanted]) => window.workbench!.selection().endsWith(`!${place}`) === wanted, [
      cell,
      isWanted,
    ] as const);
  }
}
