import { isSameFormula } from '../../records/formula-spelling';
import { columnsOf, type TableCells, type TableChange } from '../../records/table';
import { FORMER_CLAIMS, FORMER_FUNDS, FORMER_PLAN } from '../former-formulas';

/** For columns that version 1.0.0 had: what they mean now, and what they meant there. */
const MEANINGS = {
  CoopFunds: {
    former: FORMER_FUNDS,
    columns: {
      Status: ['follows the as-of date: building up, usable, lapsing, lapsed, or closed', 'whether the threshold was reached'],
      Usable: ['shows only what can be used on the as-of date', 'everything above the threshold'],
      Converted: ['is blank until all months of the half are known', 'everything below the threshold so far'],
      Planned: ["adds up the co-op share of planned activities that aren't claimed", 'the budgets of all activities that count'],
    },
  },
  CoopPlan: {
    former: FORMER_PLAN,
    columns: {
      Left: ['also counts claims, and is blank once an activity is done or claimed', 'usable funds less all budgets'],
      Check: ["leaves out the fund's money once an activity is done or claimed", 'every activity against the money left'],
      'Claim by': ['is blank once an activity is claimed', 'the date for every activity'],
      'Last safe day': ['is blank once an activity is done or claimed', 'the date for every activity'],
    },
  },
  CoopClaims: {
    former: FORMER_CLAIMS,
    columns: { 'Keep proof until': ["follows the activity's last day", 'the date for the fiscal half of the fund'] },
  },
} as const;

/**
 * One message on columns that mean something else than in version 1.0.0, whose formulas these changes replace; null if
 * there are none. The former formulas are then gone, so a later change has none to name.
 */
export function describeChangedMeanings(changes: readonly TableChange[], before: readonly (TableCells | null)[]): string | null {
  const sentences = changes.flatMap((change, n) => {
    const cells = before[n];
    const meanings = MEANINGS[change.design.name as keyof typeof MEANINGS] as (typeof MEANINGS)['CoopFunds'] | undefined;
    if (!cells || !meanings) return [];
    const index = columnsOf(cells.header, Object.keys(meanings.columns));
    return Object.entries(meanings.columns).flatMap(([column, [now, was]]) => {
      const former = meanings.former[column] ?? [];
      const isReplaced = [...change.set].some(([row, written]) => {
        const cell = written[index[column]!];
        const held = String(cells.formulas[row]?.[index[column]!] ?? '');
        return typeof cell === 'object' && cell !== null && former.some((formula) => isSameFormula(formula, held));
      });
      return isReplaced ? [`${column} in ${change.design.name} now ${now} (was: ${was}).`] : [];
    });
  });
  return sentences.length === 0
    ? null
    : ['This workbook is from version 1.0.0, and some columns mean something else now.', ...sentences].join(' ');
}
