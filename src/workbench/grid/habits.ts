/**
 * Excel's automatic behavior. Some of it hasn't been verified: there, the default is what is harder for an add-in, and
 * tests also run with the opposite and expect the same result.
 */
export class Habits {
  /** AutoCorrect's "Fill formulas in tables to create calculated columns". On by default, and also for an add-in's writes (office-js issues 2093, 5909, 6745). */
  fillsColumns = true;
  /** Whether a cell written blank is filled with a formula written to its column, as until 2021 (office-js issue 1916). */
  fillsBlanks = true;
  /** A write directly below a table extends it; documented for add-ins. */
  growsDown = true;
  /** A write directly to the right of a table extends it; true for people, unknown for add-ins. */
  growsRight = true;
  /** A leading apostrophe stays part of the text in a cell that is formatted as text. */
  keepsApostrophe = true;
  /** Inserted cells inherit the data validation of the row above. They always inherit its format. */
  inheritsValidation = false;
  /** `Table.resize` works while the totals row shows or the header row doesn't. */
  resizesWithTotals = false;
}
