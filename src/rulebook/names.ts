import { memoize } from '../domain/memoize';
import { anyOf } from '../domain/text/list';

/** A name without what people type differently: case, spaces, hyphens, dashes, underscores, other punctuation, "&" for "and". */
export function fold(text: string): string {
  return text
    .replace(/[™®©]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many letters must change to make one text the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Longer texts are cut, so that a pasted page doesn't take seconds. */
const LONGEST_COMPARED = 120;

function likeness(text: string, name: string): number {
  const longest = Math.max(text.length, name.length) || 1;
  const held = text.length > 2 && (name.includes(text) || text.includes(name));
  return held ? 1 - Math.abs(text.length - name.length) / longest / 10 : 1 - editDistance(text, name) / longest;
}

/** A name and the other ways it is written. */
export interface KnownName<N extends string = string> {
  name: N;
  aliases: readonly string[];
}

/** Each name by all its spellings, folded. */
export const bySpelling = <N extends string>(names: readonly KnownName<N>[]): ReadonlyMap<string, N> =>
  new Map(names.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling): [string, N] => [fold(spelling), name])));

const MAX_ANSWERS_KEPT = 200;

/** Ranks names by similarity to a folded text. A wrong name usually fills a whole column, so the last answers are kept. */
const rankedBy = memoize((names: readonly KnownName[]) =>
  memoize(
    (folded: string) =>
      names
        .map(({ name, aliases }) => ({
          name,
          like: Math.max(...[name, ...aliases].map((spelling) => likeness(folded, fold(spelling)))),
        }))
        .filter(({ like }) => like > LEAST_LIKENESS)
        .sort((a, b) => b.like - a.like)
        .map(({ name }) => name),
    MAX_ANSWERS_KEPT,
  ),
);

/** A name less like a text is another name, not the same one misspelled. */
const LEAST_LIKENESS = 0.7;

/** The names so close to a text that they may be meant, best first. */
export const closeNames = (text: string, names: readonly KnownName[]): string[] =>
  rankedBy(names)(fold(text).slice(0, LONGEST_COMPARED)).slice(0, 3);

/** Asks, at the end of a sentence about a name that isn't known, for one that may be meant; nothing if none is close. */
export function didYouMean(text: string, names: readonly KnownName[]): string {
  const close = closeNames(text, names);
  return close.length > 0 ? ` Did you mean ${listNames(close)}?` : '';
}

/** Names for a sentence: "A", "B" or "C". */
export function listNames(names: readonly string[]): string {
  return anyOf(names.map((name) => `"${name}"`));
}
