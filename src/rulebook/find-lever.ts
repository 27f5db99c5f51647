import { badInput, notCovered } from '../domain/problem';
import { historyOf } from './histories';
import { didYouMean, fold, listNames } from './names';
import { AREA_PREFIXES, ENGAGEMENT_ROLE, LEVERS, type Lever } from './rules/levers';
import type { ProgramId } from './rules/programs';

type Area = NonNullable<Lever['area']>;

const ROLE = fold(ENGAGEMENT_ROLE);

const PREFIXES: readonly { prefix: string; area: Area }[] = (Object.keys(AREA_PREFIXES) as Area[])
  .flatMap((area) => AREA_PREFIXES[area].flatMap((text) => ['', ROLE].map((role) => ({ prefix: fold(text) + role, area }))))
  .sort((a, b) => b.prefix.length - a.prefix.length);

const BY_SPELLING = new Map<string, Lever[]>();
for (const lever of LEVERS) {
  for (const spelling of new Set([lever.name, ...lever.aliases].map(fold))) {
    BY_SPELLING.set(spelling, [...(BY_SPELLING.get(spelling) ?? []), lever]);
  }
}

/** Reports may end an engagement with the partner's role: "M365 cust add new commerce CSP - indirect reseller". */
const withoutRole = (folded: string): string => (folded.endsWith(ROLE) ? folded.slice(0, -ROLE.length) : folded);

/** Every lever of the rulebook that a text may mean: several for a shortened name, none for an unknown one. */
export function leversNamed(text: string): readonly Lever[] {
  const folded = fold(text);
  const exact = BY_SPELLING.get(folded);
  if (exact) return exact;
  for (const { prefix, area } of PREFIXES) {
    if (!folded.startsWith(prefix)) continue;
    const rest = folded.slice(prefix.length);
    const found = (BY_SPELLING.get(rest) ?? BY_SPELLING.get(withoutRole(rest)))?.filter((lever) => lever.area === area);
    if (found?.length) return found;
  }
  return [];
}

/** Spellings of one lever give one key; an unknown lever is compared by its own text. */
export function leverKey(text: string): string {
  const [only, ...more] = leversNamed(text);
  return fold(only && more.length === 0 ? only.name : text);
}

/**
 * The lever a text names under a program. Throws "not covered" for a name that fits several, an unknown name, or a lever of
 * another program; `others` are levers that only the workbook's own rules know, by their exact (folded) name.
 */
export function findLever(text: string, program: ProgramId, others: readonly Lever[] = []): Lever {
  const folded = fold(text);
  if (folded === '') throw badInput('The lever is empty. Write its name as in the earnings report.');
  const ownLever = others.find((lever) => lever.program === program && fold(lever.name) === folded);
  if (ownLever) return ownLever;
  const found = leversNamed(text);
  const [first] = found;
  if (first === undefined) {
    throw notCovered(`No lever is called "${text.trim()}".${didYouMean(text, LEVERS)}`);
  }
  if (found.length > 1) {
    throw notCovered(
      `"${text.trim()}" fits ${found.length} levers. Write the full name, ${listNames(found.map((lever) => lever.name))}, ` +
        `or put the solution area first, such as "${found[0]!.area}: ${text.trim()}".`,
    );
  }
  if (first.program !== program && !historyOf('rate', program, first.name)) {
    throw notCovered(`The lever "${first.name}" belongs to ${first.program}, not to ${program}.`);
  }
  return first.program === program ? first : { ...first, program };
}
