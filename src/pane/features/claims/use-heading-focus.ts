import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to the heading of what was opened, so that reading and the Tab key go on from there. `opened` is what is opened, null where something within has the focus. */
export function useHeadingFocus(opened: string | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened !== null) heading.current?.focus();
  }, [opened]);
  return heading;
}
