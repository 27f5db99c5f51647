import type { FunctionsWindow } from '../office/function-bridge';
import { frameName, type HostIdentity } from '../office/app-context';
import { keepToProfile, type HostProfile } from '../office/host-profiles';
import type { OfficeHost } from '../office/office-host';
import { PaneTheme } from './theme';
import type { Theme } from './theme';

/** What Excel on the web allows the frame of an add-in. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** The add-in's page in its iframe, unmodified: what it says goes to the host, what the host says to it. */
export class AddInFrame {
  /** A fresh conversation for every load: office.js caches document settings in the session under it. */
  readonly identity: HostIdentity = { conversationId: crypto.randomUUID(), controlId: 'pane', hostUrl: location.origin };
  private readonly frame = document.createElement('iframe');
  private readonly theme: PaneTheme;
  private host: OfficeHost | null = null;

  constructor(title: string, theme: Theme, private readonly profile: HostProfile) {
    this.theme = new PaneTheme(theme);
    this.frame.title = title;
    this.frame.name = frameName(this.identity, profile);
    this.frame.setAttribute('sandbox', SANDBOX);
  }

  /** The window whose `CustomFunctions` hold the add-in's functions. */
  get window(): (Window & FunctionsWindow) | null {
    return this.frame.contentWindow;
  }

  readonly send = (text: string): void => this.frame.contentWindow?.postMessage(text, location.origin);

  /** Loads the add-in's page. */
  load(slot: HTMLElement, page: string, host: OfficeHost): void {
    addEventListener('message', this.receive);
    this.frame.src = page;
    slot.replaceChildren(this.frame);
    this.host = host;
  }

  setTheme(theme: Theme): void {
    this.theme.set(theme);
  }

  dispose(): void {
    removeEventListener('message', this.receive);
    this.frame.remove();
  }

  private isKnown = false;

  private readonly receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin) return;
    // the first message comes from office.js, before the pane itself begins
    if (!this.isKnown && this.window) {
      this.theme.answer(this.window);
      keepToProfile(this.window, this.profile);
    }
    this.isKnown = true;
    this.host?.receive(event.data);
  };
}
