import type { Place } from '../../planner/navigation';
import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** What a screen is asked to open, or null; it calls `navigation.opened` once it has. */
export function useRequestedPlace(screen: Place['screen']): Place | null {
  const place = useObservable(usePlanner().navigation);
  return place?.screen === screen ? place : null;
}
