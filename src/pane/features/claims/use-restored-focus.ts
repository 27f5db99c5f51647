import { useEffect, useRef, type FocusEventHandler } from 'react';

/** How many places are remembered: the focused element may be removed together with its surroundings. */
const REMEMBERED = 8;

/**
 * Keeps the focus in a screen whose buttons disappear once pressed, such as Save: it returns to where it was before,
 * without scrolling away from what people look at. Attach the handler to an element around all of them.
 */
export function useRestoredFocus(): FocusEventHandler {
  const places = useRef<HTMLElement[]>([]);
  useEffect(() => {
    const had = places.current;
    const last = had.at(-1);
    if (!last || last.isConnected || last.ownerDocument.activeElement !== last.ownerDocument.body) return;
    places.current = had.filter(({ isConnected }) => isConnected);
    places.current.at(-1)?.focus({ preventScroll: true });
  });
  return ({ target }) => {
    if (target instanceof HTMLElement)
      places.current = [...places.current.filter((element) => element !== target), target].slice(-REMEMBERED);
  };
}
