/** The groups that the rates of the packs differ by, as in the full names of their levers. */
export const LEVER_GROUPS = ['innovate and balance countries', 'scale countries', '7% tier', '10% tier', '12% tier'] as const;
