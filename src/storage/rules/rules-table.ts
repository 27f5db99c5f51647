/** The table in which a workbook keeps rules of its own. */
export const RULES_TABLE = 'CoopRules';
