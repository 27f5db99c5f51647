import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** The add-in's green, from almost black to almost white; 80 is the color of its icons. */
const BRAND: BrandVariants = {
  10: '#031915',
  20: '#05251f',
  30: '#073129',
  40: '#083c34',
  50: '#0a483e',
  60: '#0c5448',
  70: '#0d6052',
  80: '#0f6c5c',
  90: '#2b7d6f',
  100: '#468e81',
  110: '#629f94',
  120: '#7db0a7',
  130: '#99c1ba',
  140: '#b5d1cc',
  150: '#d0e2df',
  160: '#ecf3f2',
};

const LIGHT: Theme = createLightTheme(BRAND);
const DARK: Theme = {
  ...createDarkTheme(BRAND),
  // Fluent's default for dark is too faint with a green this deep.
  colorBrandForeground1: BRAND[120],
  colorBrandForeground2: BRAND[130],
  colorBrandForegroundLink: BRAND[120],
  colorBrandForegroundLinkHover: BRAND[130],
  colorBrandForegroundLinkPressed: BRAND[110],
  colorCompoundBrandForeground1: BRAND[120],
  colorCompoundBrandStroke: BRAND[110],
};

/**
 * Light or dark, as the system is set. Office's theme isn't available in Excel on the web (office-js issue 6134), and
 * high contrast needs no theme: Fluent supports forced-colors.
 */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => matchMedia(DARK_QUERY).matches) ? DARK : LIGHT;
}

/** Whether a theme is the dark one. */
export const isDark = (theme: Theme): boolean => theme === DARK;

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DARK_QUERY);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

const DARK_QUERY = '(prefers-color-scheme: dark)';
