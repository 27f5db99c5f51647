import { OfficeHost } from '../office/office-host';
import type { Manifest } from './manifest';
import { AddInFrame } from './add-in-frame';
import type { Theme } from './theme';

/** An add-in's page and what answers it. */
interface Pane {
  addIn: AddInFrame;
  host: OfficeHost;
}

/** The pane of the workbook; for tests also closed and opened again, and beside that of somebody else at the same workbook. */
export class Panes {
  private main: Pane;
  private readonly others: Pane[] = [];

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
      requests: all.flatMap(({ requests }) => requests),
    };
  }

  /** Closes the pane for good, as when its browser tab is closed: nothing it is told arrives any more. */
  close(): void {
    this.main.addIn.dispose();
    this.main.host.dispose();
  }

  /**
   * Closes the pane right before one of its coming messages; `after` is how many are to go before it. The message
   * still reaches the workbook, or is lost with the pane.
   */
  closeDuring(after: number, isLost: boolean): void {
    this.main.host.meanwhile(() => {
      this.close();
      return Promise.resolve(isLost ? 'lost' : null);
    }, after);
  }

  /** Opens the pane again after it was closed. */
  reopen(): void {
    this.main = this.open(this.slot);
  }

  /** Opens the pane of somebody else who has the workbook open. */
  openAnother(): void {
    const aside = document.createElement('aside');
    aside.className = 'other-pane';
    document.body.append(aside);
    this.others.push(this.open(aside));
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

  private open(slot: HTMLElement): Pane {
    const addIn = new AddInFrame(this.manifest.displayName, this.theme, this.main.host.profile);
    const host = new OfficeHost(this.main.host.api, addIn.identity, addIn.send, this.main.host.profile);
    host.saveFile = this.main.host.saveFile;
    addIn.load(slot, this.manifest.pane, host);
    return { addIn, host };
  }
}
