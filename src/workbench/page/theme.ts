/** Light or dark, as a person chose it or as the system says. */
export type Theme = 'light' | 'dark';

const QUERY = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/i;

/** The theme this browser prefers. */
export function preferredTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Lets the pane see the workbench's theme. Excel on the web gives office.js no theme, so a pane asks the media query;
 * an iframe's media query always answers for the system, so the frame's own `matchMedia` is answered here.
 */
export class PaneTheme {
  private readonly lists = new Set<AnsweredList>();
  constructor(private theme: Theme) {}

  /** Answers the window's theme queries from now on; before the pane's own scripts ask. */
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
