import { useSyncExternalStore } from 'react';
import { SCREENS, type ScreenName } from './screens';

/** The requested screen, or Today. It is in the hash, where the ribbon's Explain can set it before the pane has loaded. */
export const useScreen = (): ScreenName => useSyncExternalStore(subscribe, current);

/** Shows a screen. */
export function showScreen(screen: ScreenName): void {
  // office.js removes history.replaceState; this adds no history entry either.
  location.replace(`#${screen}`);
}

function current(): ScreenName {
  const named = location.hash.slice(1);
  return SCREENS.find(({ name }) => name === named)?.name ?? 'today';
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
