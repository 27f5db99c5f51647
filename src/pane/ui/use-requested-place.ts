import type { Place } from '../../planner/navigation';
import { useObservable } from './use-observable';
import { usePlanner } from './use-planner';

/** The place a screen should open, or null; the screen calls `navigation.opened` once it has. */
export function useRequestedPlace(screen: Place['screen']): Place | null {
  const place = useObservable(usePlanner().navigation);
  return place?.screen === screen ? place : null;
}
