/** A value that others look at and follow. */
export interface Observed<T> {
  /** The value now; the same object until it changes. */
  readonly current: () => T;
  /** Calls back after each change, until what it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The one shape of everything that screens follow: a value, and those who want to know when it changes. */
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

  /** Replaces the value and tells everyone who follows it. */
  protected set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

/** What follows from another observable: worked out when someone looks, and once for each of its values. */
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
