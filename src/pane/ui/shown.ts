// The shared runtime's page lives on while its pane is closed, and begins without one where cells ask for answers. Two say
// whether the pane is seen: Excel (Office.addin, SharedRuntime 1.1, and office.js when it is ready) and the page itself. On
// which hosts a page behind a closed pane says `hidden`, or has no size, is not documented. So whoever spoke last is
// believed, and a person who does something in the pane has it in front of them, whatever the others say.

let isSeen = false;
let wasPageSeen = false;
const listeners = new Set<() => void>();

/** Whether the pane is open, as far as anybody says. */
export const shown = {
  current: (): boolean => isSeen,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Begins to follow whether the pane is shown; `began` is what office.js says of it when it is ready, if it does. */
export function followShown(began: unknown): void {
  wasPageSeen = isPageSeen();
  isSeen = began === Office.VisibilityMode.taskpane || (began !== Office.VisibilityMode.hidden && wasPageSeen);
  document.addEventListener('visibilitychange', lookAtPage);
  addEventListener('resize', lookAtPage);
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
  const isPageSeenNow = isPageSeen();
  if (isPageSeenNow !== wasPageSeen) say((wasPageSeen = isPageSeenNow));
}

function say(isSeenNow: boolean): void {
  if (isSeenNow === isSeen) return;
  isSeen = isSeenNow;
  for (const listener of [...listeners]) listener();
}

/** A frame that is not laid out has no width. */
const isPageSeen = (): boolean => document.visibilityState === 'visible' && innerWidth > 0;
