import { useSyncExternalStore } from 'react';
import type { FundId } from '../../domain/funds/fund';
import { showScreen } from './screen';

/** Something another screen is to open: an activity or a claim by its ID, or a fund. An activity in Claims is one to begin a claim on. */
export interface Place {
  screen: 'plan' | 'claims' | 'funds';
  id?: string;
  fund?: FundId;
  /** What is to be written about it, where that is not the thing itself: a request for the creative review of an activity. */
  what?: 'review';
}

let asked: Place | null = null;
const listeners = new Set<() => void>();

/** Opens an activity in Plan, a claim in Claims or a fund in Funds: that screen finds what is asked with `useAskedPlace`. */
export function openPlace(place: Place): void {
  tell(place);
  showScreen(place.screen);
}

/** What a screen is asked to open, or null; it says `placeOpened` once it has, so that coming back opens nothing again. */
export const useRequestedPlace = (screen: Place['screen']): Place | null =>
  useSyncExternalStore(subscribe, () => (asked?.screen === screen ? asked : null));

/** Ends the asking. */
export function placeOpened(): void {
  if (asked !== null) tell(null);
}

function tell(place: Place | null): void {
  asked = place;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
