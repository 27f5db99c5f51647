/** What a workbook has for formulas to refer to. Excel refuses a formula that names a missing table or column. */
export interface Around {
  /** Whether every table that names funds has the column Fund. */
  hasFund: boolean;
  /** Whether there is a list of programs. */
  hasList: boolean;
  earnings: Standing;
  funds: Standing;
  plan: Standing;
  expenses: Standing;
  rates: Standing;
  claims: Standing;
  lines: Standing;
}

/** Whether a table exists; `partly` if someone deleted a column that formulas need, so that its content is unknown. */
export type Standing = 'none' | 'partly' | 'whole';

/** A workbook with every table. */
export const ALL_AROUND: Around = {
  hasFund: true,
  hasList: true,
  earnings: 'whole',
  funds: 'whole',
  plan: 'whole',
  expenses: 'whole',
  rates: 'whole',
  claims: 'whole',
  lines: 'whole',
};

/** Every formula a column can have, for all combinations of what it refers to, after those of earlier versions. */
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

/** A part of a formula over a table. It's an error if the table lacks a column, so that no partial figure looks complete. */
export const over = (standing: Standing, whole: string, none: string): string =>
  standing === 'whole' ? whole : standing === 'none' ? none : 'NA()';
