/** What a workbook has for the formulas of a table to look at: Excel refuses one that names a table or column it doesn't have. */
export interface Around {
  /** Whether every table that names funds has the column Fund. */
  hasFund: boolean;
  /** Whether there is a list of programs. */
  hasList: boolean;
  earnings: Standing;
  funds: Standing;
  plan: Standing;
  expenses: Standing;
  claims: Standing;
  lines: Standing;
}

/** Whether a table is there; `partly` where someone took out a column that formulas need, so that what it had is not known. */
export type Standing = 'none' | 'partly' | 'whole';

/** A workbook with every table. */
export const ALL_AROUND: Around = {
  hasFund: true,
  hasList: true,
  earnings: 'whole',
  funds: 'whole',
  plan: 'whole',
  expenses: 'whole',
  claims: 'whole',
  lines: 'whole',
};

/** Every formula that a column has, whatever of the things it looks at there is, after those it had in earlier versions. */
export function everyFormula(
  formulaIn: (around: Around) => string | null,
  looksAt: readonly (keyof Around)[],
  earlier: readonly string[],
): string[] {
  const arounds = looksAt.reduce<Around[]>(
    (all, name) => all.flatMap((around) => states(name).map((state) => ({ ...around, [name]: state }))),
    [ALL_AROUND],
  );
  const formulas = arounds.map((around) => formulaIn(around)).filter((formula) => formula !== null);
  return [...new Set([...earlier, ...formulas])];
}

const states = (name: keyof Around): readonly (boolean | Standing)[] =>
  typeof ALL_AROUND[name] === 'boolean' ? [true, false] : ['whole', 'partly', 'none'];

/** A part of a formula over a table: an error where the table lacks a column, so that no figure is taken for all there is. */
export const over = (standing: Standing, whole: string, none: string): string =>
  standing === 'whole' ? whole : standing === 'none' ? none : 'NA()';
