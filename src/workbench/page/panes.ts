import { EVENT } from '../office/event-targets';
import { OfficeHost } from '../office/office-host';
import type { Manifest } from './manifest';
import { AddInFrame } from './add-in-frame';
import { PaneClock } from './pane-clock';
import type { Theme } from './theme';

/** Time passes in steps. In each, a pane receives what another did in the previous step. */
const STEP_MS = 1000;

/** An add-in's page and its host. */
interface Pane {
  addIn: AddInFrame;
  host: OfficeHost;
}

/** The pane of the workbook. Tests can also close and reopen it, and open the pane of someone else in the same workbook. */
export class Panes {
  private main: Pane;
  private readonly others: Pane[] = [];
  private readonly unaskedBefore: string[][] = [];

  constructor(
    private readonly manifest: Manifest,
    private readonly slot: HTMLElement,
    private theme: Theme,
    first: Pane,
  ) {
    this.main = first;
    first.addIn.load(slot, manifest.pane, first.host);
  }

  /** The page whose functions the cells call. */
  get window(): AddInFrame['window'] {
    return this.main.addIn.window;
  }

  /** Messages of all panes so far. */
  get traffic(): { roundTrips: number; bytes: number; requests: string[][] } {
    const all = [this.main, ...this.others].flatMap(({ host }) => host.traffic.all());
    return {
      roundTrips: all.reduce((sum, { batches }) => sum + batches, 0),
      bytes: all.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0),
      requests: all
        .flatMap(({ requests, turns }) => requests.map((calls, index) => ({ calls, turn: turns[index]! })))
        .sort((a, b) => a.turn - b.turn)
        .map(({ calls }) => calls),
    };
  }

  /** What panes wrote without a user action. */
  get unaskedWrites(): readonly string[][] {
    return [this.main, ...this.others].flatMap(({ host }) => host.unaskedWrites).concat(this.unaskedBefore);
  }

  /** Records a user action in all panes, for a ribbon button or a test. */
  asked(): void {
    for (const { addIn } of [this.main, ...this.others]) addIn.clicks.happened();
  }

  /** Ends all user actions: what is written from now on wasn't requested. */
  leaveAlone(): void {
    for (const { addIn } of [this.main, ...this.others]) addIn.clicks.leaveAlone();
  }

  /** Lets time pass for all panes with their own clock, step by step, and calls `settle` after each step. */
  async pass(ms: number, settle: () => Promise<unknown>): Promise<void> {
    for (let left = ms; left > 0; left -= STEP_MS) {
      for (const { addIn } of [this.main, ...this.others]) addIn.clock?.pass(Math.min(left, STEP_MS));
      await settle();
      // Lets messages between the pages arrive.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** Moves the pane's clock forward, as after its machine was asleep. */
  wakeAt(instant: string): void {
    this.main.addIn.clock?.wakeAt(instant);
  }

  /** Sets whether the pane's page reports that it's hidden. */
  setHidden(saysHidden: boolean): void {
    this.main.addIn.setHidden(saysHidden);
  }

  /** Tells the add-in that its pane was opened or closed. */
  tellShown(isShown: boolean): void {
    const state = JSON.stringify({ visibility: isShown ? 'Visible' : 'Hidden' });
    this.main.host.fireRichApi([[65536, EVENT.visibilityChanged, '', state, 0, false]]);
  }

  /** Closes the pane permanently, as when its browser tab is closed: it receives no more messages. */
  close(): void {
    this.main.addIn.dispose();
    this.main.host.dispose();
  }

  /**
   * Closes the pane right before one of its upcoming messages; `after` is the number of messages to let pass. The message
   * still arrives, or is lost with the pane.
   */
  closeDuring(after: number, isLost: boolean): void {
    this.main.host.meanwhile(() => {
      this.close();
      return Promise.resolve(isLost ? 'lost' : null);
    }, after);
  }

  /** Reopens the closed pane; `instant` gives it its own clock, starting then. */
  reopen(instant?: string): void {
    this.unaskedBefore.push(...this.main.host.unaskedWrites);
    this.main = this.open(this.slot, instant);
  }

  /** Opens the pane of someone else who has the workbook open; `instant` gives it its own clock, starting then. */
  openAnother(instant?: string): void {
    const aside = document.createElement('aside');
    aside.className = 'other-pane';
    document.body.append(aside);
    this.others.push(this.open(aside, instant));
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    for (const { addIn } of [this.main, ...this.others]) addIn.setTheme(theme);
  }

  dispose(): void {
    for (const { addIn, host } of [this.main, ...this.others]) {
      addIn.dispose();
      host.dispose();
    }
    for (const aside of document.querySelectorAll('.other-pane')) aside.remove();
  }

  private open(slot: HTMLElement, instant?: string): Pane {
    const addIn = new AddInFrame(
      this.manifest.displayName,
      this.theme,
      this.main.host.profile,
      instant === undefined ? null : new PaneClock(instant),
    );
    const host = new OfficeHost(this.main.host.api, addIn.identity, addIn.send, this.main.host.profile);
    host.saveFile = this.main.host.saveFile;
    addIn.load(slot, this.manifest.pane, host);
    return { addIn, host };
  }
}
