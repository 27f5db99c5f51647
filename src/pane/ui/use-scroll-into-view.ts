import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls to a message that must be read, since its form may be long and its button far below. */
export function useScrollIntoView(told: { intent: string } | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told !== null && told.intent !== 'success') place.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  return place;
}
