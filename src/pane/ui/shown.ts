import { Observable } from '../../planner/observable';

// The shared runtime's page stays while its pane is closed, and starts without one when cells need answers. Two sources report
// whether the pane is visible: Excel (Office.addin, SharedRuntime 1.1, and office.js when it is ready) and the page itself. On
// which hosts a page behind a closed pane is `hidden`, or has no size, isn't documented. So the latest report
// counts, and if someone does something in the pane, it is visible, whatever the others report.

/** Whether the pane is open, as far as is known. */
export class Shown extends Observable<boolean> {
  /** What the page reports, once it does. Frames of a hidden page are ignored. */
  #isPageSeen: boolean | null = null;
  #isOnScreen: boolean | null = null;

  /** `began` is what office.js reports about the pane when it is ready, if anything. */
  constructor(began: unknown) {
    super(began === Office.VisibilityMode.taskpane);
    // a page's first report only matters if nothing else was reported
    if (began === Office.VisibilityMode.hidden) this.#isPageSeen = document.visibilityState === 'visible';
    new IntersectionObserver((entries) => {
      this.#isOnScreen = entries.at(-1)!.isIntersecting;
      this.#lookAtPage();
    }).observe(document.documentElement);
    document.addEventListener('visibilitychange', () => this.#lookAtPage());
    for (const type of ['pointermove', 'pointerdown', 'keydown']) addEventListener(type, () => this.#say(true), true);
    if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
    Office.addin
      .onVisibilityModeChanged(({ visibilityMode }) => this.#say(visibilityMode === Office.VisibilityMode.taskpane))
      .catch(() => {
        // the page's own reports are enough
      });
  }

  /** Resolves when the pane is shown for the first time. */
  readonly once = (): Promise<void> => {
    if (this.current()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  };

  #lookAtPage(): void {
    if (this.#isOnScreen === null) return;
    const before = this.#isPageSeen;
    this.#isPageSeen = this.#isOnScreen && document.visibilityState === 'visible';
    if (this.#isPageSeen !== before) this.#say(this.#isPageSeen);
  }

  #say(isSeen: boolean): void {
    if (isSeen !== this.current()) this.set(isSeen);
  }
}
