/** What became of a cell with one of our functions. */
export interface CopiedCell {
  sheet: string;
  cell: string;
  /** Its formula as people know it. */
  from: string;
  to: 'formula' | 'value';
  why: string;
}
