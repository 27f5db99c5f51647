import { useSyncExternalStore } from 'react';

/** The pane's screens, in the order of its tabs. */
export const SCREENS = ['functions', 'funds', 'explain', 'rules'] as const;

/** The name of a screen, as it stands in the address. */
export type Screen = (typeof SCREENS)[number];

/** The screen shown. It stands in the hash, where the ribbon's Explain can set it before the pane has loaded. */
export const useScreen = (): Screen => useSyncExternalStore(subscribe, current);

/** Shows a screen. */
export function showScreen(screen: Screen): void {
  // office.js takes history.replaceState away; this leaves no trace in the history either.
  location.replace(`#${screen}`);
}

function current(): Screen {
  const named = location.hash.slice(1);
  return SCREENS.find((screen) => screen === named) ?? 'functions';
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
