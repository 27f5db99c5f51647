/** What became of a cell with one of our functions. */
export interface CopiedCell {
  sheet: string;
  cell: string;
  /** Its formula as people know it. */
  from: string;
  to: 'formula' | 'value';
  why: string;
}

/** What became of a formula that is in no cell: of a name, a table's column, a conditional format, or a validation. */
export interface CopiedFormula {
  /** Such as: Name Deadline. */
  where: string;
  from: string;
  to: 'formula' | 'removed';
  why: string;
}
