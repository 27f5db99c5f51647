import type { FunctionsWindow } from '../office/function-bridge';
import { frameName, type HostIdentity } from '../office/app-context';
import { keepToProfile, type HostProfile } from '../office/host-profiles';
import type { OfficeHost } from '../office/office-host';
import { Clicks } from './clicks';
import type { PaneClock } from './pane-clock';
import { PaneTheme } from './theme';
import type { Theme } from './theme';

/** What Excel on the web allows an add-in's iframe to do. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** The add-in's page in an iframe, unmodified, with its messages to and from the host. */
export class AddInFrame {
  /** A new conversation for every load: office.js caches document settings by it in the session. */
  readonly identity: HostIdentity = { conversationId: crypto.randomUUID(), controlId: 'pane', hostUrl: location.origin };
  private readonly frame = document.createElement('iframe');
  private readonly theme: PaneTheme;
  private host: OfficeHost | null = null;
  /** User actions in the frame. */
  readonly clicks = new Clicks();
  /** Whether its page reports that it is hidden. */
  private saysHidden = false;

  constructor(
    title: string,
    theme: Theme,
    private readonly profile: HostProfile,
    /** The page's own clock; null for the machine's. */
    readonly clock: PaneClock | null = null,
  ) {
    this.theme = new PaneTheme(theme);
    this.frame.title = title;
    this.frame.name = frameName(this.identity, profile);
    this.frame.setAttribute('sandbox', SANDBOX);
  }

  /** The window whose `CustomFunctions` has the add-in's functions. */
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
    host.isAsked = this.clicks.areFresh;
  }

  /** Makes the page report that it is hidden, as in another browser tab or, on some hosts, in a closed pane. */
  setHidden(saysHidden: boolean): void {
    if (saysHidden === this.saysHidden) return;
    this.saysHidden = saysHidden;
    this.known?.dispatchEvent(new Event('visibilitychange'));
  }

  setTheme(theme: Theme): void {
    this.theme.set(theme);
  }

  dispose(): void {
    removeEventListener('message', this.receive);
    this.frame.remove();
    this.clicks.dispose();
  }

  /** The document of the last message; it's a new one after a reload. */
  private known: Document | null = null;

  private readonly receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin) return;
    // The first message comes from office.js, before the pane itself starts.
    const page = this.frame.contentWindow as (Window & typeof globalThis) | null;
    if (page && page.document !== this.known) this.begin(page);
    this.host?.receive(event.data);
  };

  private begin(page: Window & typeof globalThis): void {
    this.known = page.document;
    this.theme.answer(page);
    keepToProfile(page, this.profile);
    this.clock?.rule(page);
    this.clicks.follow(page);
    Object.defineProperty(page.document, 'visibilityState', { configurable: true, get: () => (this.saysHidden ? 'hidden' : 'visible') });
    Object.defineProperty(page.document, 'hidden', { configurable: true, get: () => this.saysHidden });
  }
}
