/** The names of the program's tables: those who read the workbook need no more of them. */
export const PROGRAM_TABLE_NAMES = ['CoopEligibility', 'CoopReadiness', 'CoopCpor', 'CoopFunding'] as const;
