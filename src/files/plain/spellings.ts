import type { OwnRule } from '../../rulebook/own-rule';
import { ownRulebook } from '../../rulebook/own-rule';
import { activityMeant } from '../../rulebook/find-activity';
import { leversNamed } from '../../rulebook/find-lever';
import { fold } from '../../rulebook/names';
import { ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import { AREA_PREFIXES, ENGAGEMENT_ROLE, LEVERS } from '../../rulebook/rules/levers';
import { PROGRAMS } from '../../rulebook/rules/programs';
import { CATEGORIES } from '../../rulebook/rules/requirements';

/** What names are of. */
export type NameKind = 'program' | 'lever' | 'activity';

/** Names of a kind in a fixed order, and the folded spellings of each. */
export interface Names {
  names: readonly string[];
  /** A folded spelling and the position of its name. */
  spellings: readonly (readonly [folded: string, name: number])[];
}

/** The names that a workbook with these rules of its own knows. */
export function namesOf(kind: NameKind, ownRules: readonly OwnRule[]): Names {
  const rulebook = ownRulebook(ownRules);
  switch (kind) {
    case 'program':
      return listed(
        PROGRAMS.map(({ name }) => name),
        PROGRAMS.flatMap(({ name, aliases }) => [name, ...aliases].map((text) => [text, name] as const)),
      );
    case 'activity': {
      const names = [...ACTIVITY_NAMES.map(({ name }) => name as string), ...rulebook.activities];
      const texts = [...ACTIVITY_NAMES.flatMap(({ name, aliases }) => [name, ...aliases]), ...rulebook.activities];
      const candidates = ['', ...CATEGORIES].flatMap((category) => texts.map((text) => category + text));
      return listed(
        names,
        candidates.map((text) => [text, activityMeant(text, rulebook.activities)] as const),
      );
    }
    case 'lever': {
      const ownLevers = [...new Set(rulebook.levers.map(({ name }) => name))];
      const names = [...new Set([...LEVERS.map(({ name }) => name), ...ownLevers])];
      const roles = ['', ENGAGEMENT_ROLE];
      const before = ['', ...Object.values(AREA_PREFIXES).flatMap((texts) => texts.flatMap((text) => roles.map((role) => text + role)))];
      const texts = LEVERS.flatMap(({ name, aliases }) => [name, ...aliases]);
      const candidates = before.flatMap((prefix) => texts.flatMap((text) => roles.map((role) => prefix + text + role)));
      return listed(names, [
        ...ownLevers.map((name) => [name, name] as const),
        ...candidates.map((text) => [text, onlyLever(text)] as const),
      ]);
    }
  }
}

function onlyLever(text: string): string | undefined {
  const [only, ...more] = leversNamed(text);
  return more.length === 0 ? only?.name : undefined;
}

/** The first name of a spelling counts. */
function listed(names: readonly string[], texts: readonly (readonly [text: string, name: string | undefined])[]): Names {
  const byFold = new Map<string, number>();
  for (const [text, name] of texts) {
    const folded = fold(text);
    if (name !== undefined && !byFold.has(folded)) byFold.set(folded, names.indexOf(name) + 1);
  }
  return { names, spellings: [...byFold] };
}

/** Characters that are folded away, as far as names have them. Wildcards are among them, so MATCH finds none. */
const FOLDED = [' ', '\u00a0', '-', '\u2013', '\u2014', '_', '(', ')', '/', ':', '.', ',', "'", '*', '?', '~', '+'];

/** A text in a formula, folded. MATCH knows no case. */
export const foldedText = (text: string): string =>
  FOLDED.reduce((folded, letter) => `SUBSTITUTE(${folded},"${letter}","")`, `SUBSTITUTE(${text},"&","and")`);
