/** The table with a workbook's own rules. */
export const RULES_TABLE = 'CoopRules';
