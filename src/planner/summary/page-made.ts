import type { TakeBack } from '../../storage/workbook';

/** The outcome of making a sheet: the sentence to show, and what restores the sheet; null if nothing was written. */
export interface PageMade {
  sentence: string;
  /** Omitted: a success if something was written. */
  intent?: 'success' | 'warning';
  /** What Undo takes back. Omitted: the page. */
  what?: string;
  sheet: string;
  takeBack: (() => ReturnType<TakeBack>) | null;
}

/** Nothing was written, for this reason. */
export const notMade = (sentence: string): PageMade => ({ sentence, sheet: '', takeBack: null });

/** Why no page is made while a column of amounts is missing. */
export const UNKNOWN_AMOUNTS =
  "a column of the plan or the claims is missing, so its amounts aren't known. Rename it back, or add it again.";
