/** Light or dark, from the system or chosen by the user. */
export type Theme = 'light' | 'dark';

const QUERY = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/i;

/** The theme this browser prefers. */
export function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Gives the pane the workbench's theme. Excel on the web passes no theme to office.js, so a pane uses a media query. In an
 * iframe that always has the system's theme, so this replaces the frame's `matchMedia`.
 */
export class PaneTheme {
  private readonly lists = new Set<AnsweredList>();
  constructor(private theme: Theme) {}

  /** Answers the window's theme queries from now on. Call it before the pane's own scripts run. */
  answer(window: Window): void {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query): MediaQueryList => {
      const scheme = QUERY.exec(query)?.[1]?.toLowerCase();
      if (!scheme) return real(query);
      const list = new AnsweredList(query, scheme === 'dark' ? 'dark' : 'light', this.theme);
      this.lists.add(list);
      return list;
    };
  }

  set(theme: Theme): void {
    this.theme = theme;
    for (const list of this.lists) list.changeTo(theme);
  }
}

class AnsweredList extends EventTarget {
  onchange: ((event: Event) => void) | null = null;
  constructor(
    readonly media: string,
    private readonly scheme: Theme,
    private theme: Theme,
  ) {
    super();
  }
  get matches(): boolean {
    return this.scheme === this.theme;
  }
  changeTo(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    const event = Object.assign(new Event('change'), { matches: this.matches, media: this.media });
    this.onchange?.(event);
    this.dispatchEvent(event);
  }
  addListener(listener: (event: Event) => void): void {
    this.addEventListener('change', listener);
  }
  removeListener(listener: (event: Event) => void): void {
    this.removeEventListener('change', listener);
  }
}
