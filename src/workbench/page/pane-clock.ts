type Handler = (...args: unknown[]) => void;

/** A timer of the page. */
interface Timer {
  due: number;
  every: number | null;
  run: () => void;
  native: number;
}

/** A pane's own clock: its current time, and its timers, which run as that time passes. */
export class PaneClock {
  private ahead: number;
  private readonly timers = new Map<number, Timer>();
  private last = 0;
  private page: Pick<Window, 'setTimeout' | 'clearTimeout'> | null = null;

  /** Starts at `instant`, an ISO date and time. */
  constructor(instant: string) {
    this.ahead = Date.parse(instant) - Date.now();
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Replaces a page's clock and timers. Call it before the page's scripts use them. */
  rule(page: Window & typeof globalThis): void {
    const { Date: RealDate } = page;
    this.timers.clear();
    this.page = { setTimeout: page.setTimeout.bind(page), clearTimeout: page.clearTimeout.bind(page) };
    page.Date = new Proxy(RealDate, {
      construct: (target, args: unknown[], made: new () => object) =>
        Reflect.construct(target, args.length > 0 ? args : [this.now()], made) as object,
      apply: () => new RealDate(this.now()).toString(),
      get: (target, key) => (key === 'now' ? () => this.now() : (Reflect.get(target, key) as unknown)),
    });
    const start = (handler: unknown, ms: unknown, every: boolean, args: unknown[]): number => {
      const wait = Math.max(0, Number(ms) || 0);
      const id = ++this.last;
      const timer: Timer = {
        due: this.now() + wait,
        every: every ? Math.max(1, wait) : null,
        run: () => (handler as Handler)(...args),
        native: 0,
      };
      this.timers.set(id, timer);
      this.arm(id, timer);
      return id;
    };
    const end = (id: unknown): void => this.end(Number(id));
    Object.assign(page, {
      setTimeout: (handler: unknown, ms?: unknown, ...args: unknown[]) => start(handler, ms, false, args),
      setInterval: (handler: unknown, ms?: unknown, ...args: unknown[]) => start(handler, ms, true, args),
      clearTimeout: end,
      clearInterval: end,
    });
  }

  /** Moves to an instant, as after the machine was asleep: no timers run, and pending ones keep their remaining time. */
  wakeAt(instant: string): void {
    const jump = Date.parse(instant) - this.now();
    this.ahead += jump;
    for (const timer of this.timers.values()) timer.due += jump;
  }

  /** Lets time pass and runs the timers that are due, in order. */
  pass(ms: number): void {
    const end = this.now() + ms;
    for (;;) {
      const [id, next] = [...this.timers].reduce<[number, Timer | null]>(
        (first, timer) => (timer[1].due <= end && (!first[1] || timer[1].due < first[1].due) ? timer : first),
        [0, null],
      );
      if (!next) break;
      this.ahead += Math.max(0, next.due - this.now());
      this.fire(id, next);
    }
    this.ahead += Math.max(0, end - this.now());
    for (const [id, timer] of this.timers) this.arm(id, timer);
  }

  private fire(id: number, timer: Timer): void {
    if (timer.every === null) this.end(id);
    else timer.due += timer.every;
    timer.run();
  }

  /** Sets the page's real timer to the remaining time. */
  private arm(id: number, timer: Timer): void {
    this.page!.clearTimeout(timer.native);
    timer.native = this.page!.setTimeout(
      () => {
        this.fire(id, timer);
        if (this.timers.get(id) === timer) this.arm(id, timer);
      },
      Math.max(0, timer.due - this.now()),
    );
  }

  private end(id: number): void {
    const timer = this.timers.get(id);
    if (timer) this.page!.clearTimeout(timer.native);
    this.timers.delete(id);
  }
}
