import { describe, expect, it } from 'vitest';
import { derived, Observable } from '../../src/planner/observable';

class Count extends Observable<{ n: number }> {
  readonly add = (): void => this.set({ n: this.current().n + 1 });
}

describe('an observable', () => {
  it('gives the same object until it changes', () => {
    const count = new Count({ n: 0 });
    const before = count.current();
    expect(count.current()).toBe(before);
    count.add();
    expect(count.current()).toEqual({ n: 1 });
  });

  it('tells all who follow it, after it has changed, until they stop', () => {
    const count = new Count({ n: 0 });
    const seen: string[] = [];
    const stop = count.subscribe(() => seen.push(`a ${count.current().n}`));
    count.subscribe(() => seen.push(`b ${count.current().n}`));
    count.add();
    stop();
    count.add();
    expect(seen).toEqual(['a 1', 'b 1', 'b 2']);
  });

  it('lets a listener stop while it is told', () => {
    const count = new Count({ n: 0 });
    let calls = 0;
    const stop = count.subscribe(() => {
      calls++;
      stop();
    });
    count.add();
    count.add();
    expect(calls).toBe(1);
  });

  it('keeps its listeners apart from those of another', () => {
    const [first, other] = [new Count({ n: 0 }), new Count({ n: 0 })];
    let calls = 0;
    first.subscribe(() => calls++);
    other.add();
    expect(calls).toBe(0);
  });
});

describe('what follows from one', () => {
  it('is worked out once for each value, and only when someone looks', () => {
    const count = new Count({ n: 1 });
    const worked: number[] = [];
    const twice = derived(count, ({ n }) => {
      worked.push(n);
      return { double: n * 2 };
    });
    expect(worked).toEqual([]);
    expect(twice.current()).toBe(twice.current());
    count.add();
    count.add();
    expect(twice.current()).toEqual({ double: 6 });
    expect(worked).toEqual([1, 3]);
  });

  it('tells of the changes of what it follows from', () => {
    const count = new Count({ n: 0 });
    const seen: boolean[] = [];
    const isOdd = derived(count, ({ n }) => n % 2 === 1);
    isOdd.subscribe(() => seen.push(isOdd.current()));
    count.add();
    count.add();
    expect(seen).toEqual([true, false]);
  });
});
