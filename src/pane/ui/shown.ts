import { Observable } from '../../planner/observable';

// The shared runtime's page lives on while its pane is closed, and begins without one where cells ask for answers. Two say
// whether the pane is seen: Excel (Office.addin, SharedRuntime 1.1, and office.js when it is ready) and the page itself. On
// which hosts a page behind a closed pane is `hidden`, or has no place on the screen, is not documented. So whichever spoke
// last is believed, and a person who does something in the pane has it in front of them, whatever the others say.

/** Whether the pane is open, as far as is known. */
export class Shown extends Observable<boolean> {
  /** What the page says, once it does: no frame of a page that is hidden is looked at. */
  #isPageSeen: boolean | null = null;
  #isOnScreen: boolean | null = null;

  /** `began` is what office.js says of the pane when it is ready, if it does. */
  constructor(began: unknown) {
    super(began === Office.VisibilityMode.taskpane);
    // what a page says at first is news only to those who were told nothing
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
        // the page itself tells, then
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
