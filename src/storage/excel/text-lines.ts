import { sumOf } from '../../domain/money/money';

/** A generous width in the sheet's font, since a row that is too high hides nothing. */
const POINTS_A_CHARACTER = 6;

/** The height of a line of text, in points. */
export const LINE_POINTS = 15;

/** The height of a title, in points: its descenders need more than a line. */
export const TITLE_POINTS = 21;

/** How many lines a text takes in a width in points. Excel fits rows to wrapped text by itself in some places and not in others. */
export const lineCount = (text: string, width: number): number =>
  sumOf(text.split('\n'), (part) => Math.max(1, Math.ceil((part.length * POINTS_A_CHARACTER) / width)));
