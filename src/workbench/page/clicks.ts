/** Shorter than most waits of an add-in. The page counts ticks, not time, so that a slow machine allows as many. */
const TICK_MS = 50;
/** How long a user action may take: a large report is read again before it's written. */
const TICKS = 600;

const ACTIVATES = new Set(['Enter', ' ']);

/**
 * User actions in a pane. Anything the add-in writes for some time after a click was requested; anything else, or in a
 * pane whose user did nothing, wasn't. Typing, moving the focus and choosing a date don't request writing.
 */
export class Clicks {
  private ticksLeft = 0;
  private readonly timer = setInterval(() => (this.ticksLeft = Math.max(0, this.ticksLeft - 1)), TICK_MS);

  /** Whether the last action may still be running. */
  readonly areFresh = (): boolean => this.ticksLeft > 0;

  /** Records an action, in the pane or with a ribbon button. */
  happened(): void {
    this.ticksLeft = TICKS;
  }

  /** Ends the current action. */
  leaveAlone(): void {
    this.ticksLeft = 0;
  }

  /** Follows a page. Events from scripts don't count as a user's. */
  follow(page: Window): void {
    const see = (event: Event): void => {
      if (event.isTrusted && (event.type !== 'keydown' || ACTIVATES.has((event as KeyboardEvent).key))) this.happened();
    };
    for (const type of ['pointerdown', 'click', 'keydown', 'drop']) page.addEventListener(type, see, true);
  }

  dispose(): void {
    clearInterval(this.timer);
  }
}
