/** Keeps the latest results of a pure function, since a column of formulas asks for the same few texts, days, and lists. */
export function memoize<K, V extends NonNullable<unknown>>(compute: (key: K) => V, most = 2000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
