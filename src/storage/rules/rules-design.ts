import type { TableDesign, Tones } from '../../records/table';
import { checkFormula } from './check-formula';
import { RULES_TABLE } from './rules-table';

/** What was found in a row, as long as it is still so. */
export const CHECK = 'Check';
/** What the row was when it was checked, and what was found. */
export const CHECKED = 'Checked';

const CHECK_TONES: Tones = { good: ['OK:'], attention: ['Warning:', 'Changed', 'OK when'], bad: ['Not used:'] };

/** The design of the table of own rules. */
export const RULES_DESIGN: TableDesign = {
  name: RULES_TABLE,
  sheet: 'Co-op rules',
  title: 'Rules of this workbook',
  hint: 'Each row is a rule that overrides the built-in one from its first day, to its last if it has one. Help in the pane, under Rules, lists what to write in Rule and Value. Rows with a Pack are reported, not verified.',
  columns: [
    { name: 'Rule', width: 80 },
    { name: 'Program', width: 190 },
    { name: 'Lever', width: 240, wraps: true },
    { name: 'From', width: 85, format: 'yyyy-mm-dd' },
    { name: 'Value', width: 80, format: '[<=1]0.00%;#,##0.00' },
    { name: 'Note', width: 260, wraps: true },
    { name: CHECK, width: 260, wraps: true, tones: CHECK_TONES, formula: checkFormula(), isLater: true },
    { name: 'To', width: 85, format: 'yyyy-mm-dd', isLater: true },
    { name: 'Grade', width: 90, isLater: true },
    { name: 'Source', width: 200, wraps: true, isLater: true },
    { name: 'Pack', width: 130, isLater: true },
    { name: 'Activity', width: 200, wraps: true, isLater: true },
    { name: 'Category', width: 130, isLater: true },
    { name: 'Expenses', width: 220, wraps: true, isLater: true },
    { name: 'Proof', width: 220, wraps: true, isLater: true },
    { name: CHECKED, width: 120, isLater: true },
  ],
};

const NAMES = RULES_DESIGN.columns.map(({ name }) => name);

/** Our name of a column, however a table or a file spells it; null for a column of one's own. */
export const ruleColumnNamed = (header: string): string | null =>
  NAMES.find((name) => name.toLowerCase() === header.trim().toLowerCase()) ?? null;
