/** Rules that a workbook can use at a click. No source we trust verifies them, so they are never in force by themselves. */
export interface RulePack {
  name: string;
  /** What it has and leaves out. */
  about: string;
  /** Rows of CoopRules as CSV, header first; no field has a comma. */
  csv: string;
}
