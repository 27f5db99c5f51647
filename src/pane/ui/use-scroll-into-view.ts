import { useEffect, useRef, type RefObject } from 'react';

/** Scrolls to a message that must be read, since its form may be long and its button far below. */
export function useScrollIntoView(notice: { intent: string } | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice !== null && notice.intent !== 'success') place.current?.scrollIntoView({ block: 'nearest' });
  }, [notice]);
  return place;
}
