/** The cell with the formula. */
export interface Caller {
  sheetId: string;
  row: number;
  column: number;
}

type Answer = { state: 'waiting'; callers: Map<string, Caller> } | { state: 'answered'; value: unknown };

/** Marks a cell whose answer is still to come. */
export const BUSY = Symbol('busy');

/**
 * Functions that answer with a promise. As in Excel the cell shows #BUSY! meanwhile, and everything else goes on:
 * Univer's own async functions block the calculation, and an add-in that reads cells before it can answer would
 * wait for itself. When a promise is settled, the cells that asked are calculated again and find the answer here.
 */
export class PendingAnswers {
  private readonly answers = new Map<string, Answer>();
  private arrived = new Map<string, Caller>();
  private waiters: (() => void)[] = [];

  /** `recalculate` gets the cells whose answers have arrived. */
  constructor(private readonly recalculate: (cells: Iterable<Caller>) => void) {}

  /** How many calls have not been answered yet. */
  get waiting(): number {
    let n = this.arrived.size;
    for (const answer of this.answers.values()) if (answer.state === 'waiting') n++;
    return n;
  }

  /** The answer of a call: the result of `call`, or of its promise once settled; otherwise BUSY. */
  ask(keyOf: () => string, caller: Caller, call: () => unknown): unknown {
    // A key is costly to make from a large range: made only where some answer is awaited or has just come.
    if (!this.answers.size) return this.begin(keyOf, caller, call);
    const key = keyOf();
    const known = this.answers.get(key);
    if (known?.state === 'answered') return known.value;
    if (known) {
      known.callers.set(placeOf(caller), caller);
      return BUSY;
    }
    return this.begin(() => key, caller, call);
  }

  /** Call when results are in the cells: awaited answers are used once, and later calls ask again. */
  resultsApplied(): void {
    if (this.answers.size && this.waiting === 0) this.answers.clear();
  }

  private begin(keyOf: () => string, caller: Caller, call: () => unknown): unknown {
    const value = call();
    if (!isPromise(value)) return value;
    const key = keyOf();
    const callers = new Map([[placeOf(caller), caller]]);
    this.answers.set(key, { state: 'waiting', callers });
    value.then(
      (result) => this.settle(key, callers, result),
      (reason: unknown) => this.settle(key, callers, new Rejection(reason)),
    );
    return BUSY;
  }

  /** Resolves at the next answer. */
  next(): Promise<void> {
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private settle(key: string, callers: Map<string, Caller>, value: unknown): void {
    this.answers.set(key, { state: 'answered', value });
    const isFirst = this.arrived.size === 0;
    for (const [place, caller] of callers) this.arrived.set(place, caller);
    // Answers mostly come together (the add-in waited for one thing): one calculation for all of them.
    if (isFirst) setTimeout(() => this.deliver());
  }

  private deliver(): void {
    const cells = this.arrived;
    this.arrived = new Map();
    this.recalculate(cells.values());
    for (const wake of this.waiters.splice(0)) wake();
  }
}

/** A cell as a key. */
export function placeOf(caller: Caller): string {
  return `${caller.sheetId}!${caller.row},${caller.column}`;
}

/** What a promise was rejected with. */
export class Rejection {
  constructor(readonly reason: unknown) {}
}

/** Whether an answer is still to come. The promise may be of the page's own realm. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
