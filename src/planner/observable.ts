/** A value that others read and subscribe to. */
export interface Observed<T> {
  /** The value now; the same object until it changes. */
  readonly current: () => T;
  /** Calls back after each change; returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The base of everything that screens follow: a value and its listeners. */
export class Observable<T> implements Observed<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  readonly current = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Replaces the value and notifies the listeners. */
  protected set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

/** A value derived from another observable: computed when it is read, once for each value of the source. */
export function derived<S, T>(source: Observed<S>, work: (value: S) => T): Observed<T> {
  let last: { from: S; value: T } | null = null;
  return {
    subscribe: source.subscribe,
    current: () => {
      const from = source.current();
      if (last?.from !== from) last = { from, value: work(from) };
      return last.value;
    },
  };
}
