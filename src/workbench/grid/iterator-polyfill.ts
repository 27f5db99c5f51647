/**
 * Adds the ES2025 iterator helpers (`map.keys().some(…)`) that Univer 0.25 uses and Node 20 doesn't have.
 * Import this before any file of Univer.
 */
const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as Record<string, unknown>;

function add(name: string, value: (this: Iterable<unknown>, ...rest: never[]) => unknown): void {
  if (!(name in prototype)) Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}

for (const name of ['some', 'every', 'find', 'map', 'filter', 'forEach', 'reduce', 'flatMap'] as const) {
  add(name, function helper(...rest) {
    const list = [...this] as unknown as Record<string, (...args: never[]) => unknown>;
    return list[name]!(...rest);
  });
}
add('toArray', function toArray() {
  return [...this];
});

export {};
