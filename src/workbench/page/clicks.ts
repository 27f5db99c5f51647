/** Shorter than most waits of an add-in; the page counts them itself, so that a slow machine gives as many. */
const TICK_MS = 50;
/** How long a user action may take: a large report is read again before it is written. */
const TICKS = 600;

const ACTIVATES = new Set(['Enter', ' ']);

/**
 * What a person does in a pane. What its add-in writes for some time after a click was asked for; what it writes else, or
 * in the pane of someone who did nothing, was not. Typing, moving the focus and choosing a date ask for no writing.
 */
export class Clicks {
  private ticksLeft = 0;
  private readonly timer = setInterval(() => (this.ticksLeft = Math.max(0, this.ticksLeft - 1)), TICK_MS);

  /** Whether something was done that may still be at work. */
  readonly areFresh = (): boolean => this.ticksLeft > 0;

  /** Something was done, here or with a button of the ribbon. */
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
