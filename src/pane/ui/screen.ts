import { useSyncExternalStore } from 'react';

/** The pane's screens, in the order of its tabs. */
export const SCREENS = ['today', 'funds', 'plan', 'claims', 'functions', 'explain', 'rules'] as const;

/** The name of a screen, as it is in the address. */
export type Screen = (typeof SCREENS)[number];

/**
 * The screen asked for, or null where no one has asked for one yet. It is in the hash, where the ribbon's Explain can
 * set it before the pane has loaded.
 */
export const useScreen = (): Screen | null => useSyncExternalStore(subscribe, current);

/** Shows a screen. */
export function showScreen(screen: Screen): void {
  // office.js takes history.replaceState away; this leaves no trace in the history either.
  location.replace(`#${screen}`);
}

function current(): Screen | null {
  const named = location.hash.slice(1);
  return SCREENS.find((screen) => screen === named) ?? null;
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
