/** The cell with the formula. */
export interface Caller {
  sheetId: string;
  row: number;
  column: number;
}

type Answer = { state: 'waiting'; callers: Map<string, Caller> } | { state: 'answered'; value: unknown };

/** The answer of a call that is still waiting. */
export const BUSY = Symbol('busy');

/**
 * Answers of functions that return a promise. As in Excel, the cell shows #BUSY! meanwhile and calculation continues.
 * Univer's own async functions block it, so an add-in that reads cells before it answers would wait for itself. When a
 * promise settles, the cells that asked recalculate and find the answer here.
 */
export class PendingAnswers {
  private readonly answers = new Map<string, Answer>();
  private arrived = new Map<string, Caller>();
  private waiters: (() => void)[] = [];

  /** `recalculate` gets the cells whose answers have arrived. */
  constructor(private readonly recalculate: (cells: Iterable<Caller>) => void) {}

  /** How many calls have not been answered yet. */
  get waiting(): number {
    const unsettled = [...this.answers.values()].filter(({ state }) => state === 'waiting');
    return this.arrived.size + unsettled.length;
  }

  /** The answer of a call: the result of `call`, or of its promise once settled; otherwise BUSY. */
  ask(keyOf: () => string, caller: Caller, call: () => unknown): unknown {
    // A large range makes an expensive key, so there is none unless some answer is waiting or has just arrived.
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

  /** Call when results are in the cells: an answer is used once, and later calls ask again. */
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
    // Answers that waited for the same thing arrive together, so one calculation delivers them all.
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

/** The reason that a promise was rejected. */
export class Rejection {
  constructor(readonly reason: unknown) {}
}

/** Whether an answer is a promise. It may come from the page's own realm, where instanceof doesn't work. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
