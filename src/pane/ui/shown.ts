// The shared runtime's page lives on while its pane is closed, and begins without one where cells ask for answers. Two say
// whether the pane is seen: Excel (Office.addin, SharedRuntime 1.1, and office.js when it is ready) and the page itself. On
// which hosts a page behind a closed pane is `hidden`, or has no place on the screen, is not documented. So whichever spoke
// last is believed, and a person who does something in the pane has it in front of them, whatever the others say.

let isSeen = false;
/** What the page says, once it does: no frame of a page that is hidden is looked at. */
let isPageSeen: boolean | null = null;
let isOnScreen: boolean | null = null;
const listeners = new Set<() => void>();

/** Whether the pane is open, as far as is known. */
export const shown = {
  current: (): boolean => isSeen,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Begins to follow whether the pane is shown; `began` is what office.js says of it when it is ready, if it does. */
export function followShown(began: unknown): void {
  isSeen = began === Office.VisibilityMode.taskpane;
  // what a page says at first is news only to those who were told nothing
  if (began === Office.VisibilityMode.hidden) isPageSeen = document.visibilityState === 'visible';
  new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)!.isIntersecting;
    lookAtPage();
  }).observe(document.documentElement);
  document.addEventListener('visibilitychange', lookAtPage);
  for (const type of ['pointermove', 'pointerdown', 'keydown']) addEventListener(type, () => say(true), true);
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => say(visibilityMode === Office.VisibilityMode.taskpane))
    .catch(() => {
      // the page itself tells, then
    });
}

/** Resolves when the pane is shown for the first time. */
export function untilShown(): Promise<void> {
  if (isSeen) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = shown.subscribe(() => {
      stop();
      resolve();
    });
  });
}

function lookAtPage(): void {
  if (isOnScreen === null) return;
  const before = isPageSeen;
  isPageSeen = isOnScreen && document.visibilityState === 'visible';
  if (isPageSeen !== before) say(isPageSeen);
}

function say(isSeenNow: boolean): void {
  if (isSeenNow === isSeen) return;
  isSeen = isSeenNow;
  for (const listener of [...listeners]) listener();
}
