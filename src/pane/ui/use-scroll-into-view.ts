import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls to a message that must be read, as its form may be long and its button far below it. */
export function useScrollIntoView(told: { intent: string } | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told !== null && told.intent !== 'success') place.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  return place;
}
