/**
 * What Excel does by itself, and what no one could try yet. Where it is unknown the default is the side that is harder on
 * an add-in; tests switch to the other one and expect the same of the product.
 */
export class Habits {
  /** AutoCorrect's "Fill formulas in tables to create calculated columns". On by default, also for an add-in's writes (office-js issues 2093, 5909, 6745). */
  fillsColumns = true;
  /** Whether a cell written blank takes the formula written next to it in its column, as until 2021 (office-js issue 1916). */
  fillsBlanks = true;
  /** A write directly below a table makes it longer: documented for add-ins. */
  growsDown = true;
  /** A write directly to the right of a table makes it wider: so for people, unknown for add-ins. */
  growsRight = true;
  /** A leading apostrophe stays in a cell that is formatted as text, as a part of the text. */
  keepsApostrophe = true;
  /** Inserted cells take the data validation of the row above along; their format they take in any case. */
  inheritsValidation = false;
  /** `Table.resize` works while the totals row shows or the header row does not. */
  resizesWithTotals = false;
}
