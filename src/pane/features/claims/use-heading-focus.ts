import { useEffect, useRef, type RefObject } from 'react';

/** Focuses the heading of what was opened, so that reading and the Tab key continue from there. `opened` is null if something inside has the focus. */
export function useHeadingFocus(opened: string | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened !== null) heading.current?.focus();
  }, [opened]);
  return heading;
}
