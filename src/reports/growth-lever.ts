import { memoize } from '../domain/memoize';
import { leversNamed } from '../rulebook/find-lever';
import { isGrowthLever, type Lever } from '../rulebook/rules/levers';
import type { MonthRow } from './import/earnings-import';

type Names = Pick<MonthRow, 'lever' | 'engagement'>;

/** The lever of a row; its engagement settles a name that several solution areas have. Null if no single one is known. */
export const leverOfRow = ({ lever, engagement }: Names): Lever | null => leverNamed(`${lever}\n${engagement}`).only;

const leverNamed = memoize((names: string): { only: Lever | null } => {
  const [lever = '', engagement] = names.split('\n');
  const found = leversNamed(lever);
  const [first, ...more] = found.length > 1 ? leversNamed(`${engagement} ${lever}`) : found;
  return { only: first && more.length === 0 ? first : null };
});

/** The growth lever that a row of a month is of; null for any other. */
export function growthLeverOf(names: Names): string | null {
  const name = leverOfRow(names)?.name ?? names.lever;
  return isGrowthLever(name) ? name : null;
}
