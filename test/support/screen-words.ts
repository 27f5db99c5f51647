import type { Place } from './read-screen';

// What the words on a screen say, read by their written form: "$1,787.90" is 178790, "Feb 15, 2026" is 2026-02-15.

type Value = string | number | null;
/** A value that only the screen shows, so that nothing else can be held against it. */
export const ANY = Symbol('any');

/**
 * A sentence that a screen may show, and what it is to say: the values in its braces in their order, or whether it may be
 * shown as it is. `read` are the values that it shows.
 */
export type Known<F> = readonly [words: string, values: (facts: F, read: readonly Value[]) => readonly (Value | typeof ANY)[] | boolean];

const PARTS: Readonly<Record<string, readonly [form: string, read: (text: string) => Value]>> = {
  usd: ['-?\\$[\\d,]+\\.\\d\\d', centsOf],
  // in its own currency
  own: ['-?(?:[A-Z]{3} |\\$)-?[\\d,]+\\.\\d\\d', ownOf],
  day: ['[A-Z][a-z]{2} \\d{1,2}, \\d{4}', dayOf],
  n: ['\\d+', Number],
  // as in a box
  number: ['\\d+\\.\\d\\d', centsOf],
  month: ['[A-Z][a-z]{2} \\d{4}', (text) => text],
  half: ['FY\\d\\d H[12]', (text) => text],
  fund: [
    'FY\\d\\d H[12](?: · | co-op of Microsoft Commerce Incentives, Partner ID )\\d{7}',
    (text) => `${text.slice(-7)} ${text.slice(0, 7)}`,
  ],
  activity: ['Activity A-\\d{6}', (text) => text.slice(-8)],
  claim: ['Claim C-\\d{6}', (text) => text.slice(-8)],
  any: ['.+', (text) => text],
};

function centsOf(text: string): number {
  const amount = Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
  return text.includes('-') ? -amount + 0 : amount;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function dayOf(text: string): string {
  const [, month, day, year] = /^(\w{3}) (\d+), (\d{4})$/.exec(text)!;
  return `${year!}-${String(MONTHS.indexOf(month!) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
function ownOf(text: string): Value {
  return inCurrency(centsOf(text), text.startsWith('$') || text.startsWith('-$') ? 'USD' : /[A-Z]{3}/.exec(text)![0]);
}
/** An amount in its own currency, as {own} reads it. */
export const inCurrency = (cents: number | null, currency: string): string | null => (cents === null ? null : `${currency} ${cents}`);

const compiled = new Map<string, { form: RegExp; parts: string[] }>();
function formOf(words: string): { form: RegExp; parts: string[] } {
  let known = compiled.get(words);
  if (!known) {
    const parts = [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const literal = words.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^$()[\]\\|]/g, '\\$&'));
    const form = literal.map((piece, n) => piece + (n < parts.length ? `(${PARTS[parts[n]!]![0]})` : '')).join('');
    compiled.set(words, (known = { form: new RegExp(`^${form}$`), parts }));
  }
  return known;
}

/** The sentences of a line, each about one thing, and the amounts of a list such as "Cost $9.00, your share $2.00, EUR 7.40". */
const sentencesIn = (line: string): string[] => line.split(END_OF_SENTENCE).flatMap((sentence) => sentence.split(NEXT_AMOUNT));
const END_OF_SENTENCE = /(?<=[.?!])(?<!vs\.) (?=["$A-Z\d-])|(?<=\b(?:[Bb]locked|Warning|Note|yet):) /;
const NEXT_AMOUNT = /(?<=^[^;]*\.\d\d), (?=(?:your share |Budget )\$|[A-Z]{3} -?\d)/;

/** What a sentence says, by the first words that it fits; null if none do. */
function readBy<F>(sentence: string, known: readonly Known<F>[]): { held: Known<F>; values: Value[] } | null {
  for (const held of known) {
    const { form, parts } = formOf(held[0]);
    const match = form.exec(sentence);
    if (match) return { held, values: match.slice(1).map((text, n) => PARTS[parts[n]!]![1](text)) };
  }
  return null;
}

/** A label with a value, a number, or a day. Other words say nothing that could differ. */
const saysSomething = (sentence: string): boolean => /\d|^Status: /.test(sentence);

/** What is wrong with the words of a place: those that aren't known, and those that say something else than they are to. */
export function faultsIn<F>({ lines }: Pick<Place, 'lines'>, known: readonly Known<F>[], facts: F, seen?: Set<string>): string[] {
  return lines.flatMap(sentencesIn).flatMap((sentence) => {
    const found = readBy(sentence, known);
    if (!found) return saysSomething(sentence) ? [`not known: ${sentence}`] : [];
    const { held, values } = found;
    seen?.add(held[0]);
    const wanted = held[1](facts, values);
    if (typeof wanted === 'boolean') return wanted ? [] : [`not to be shown: ${sentence}`];
    const isHeld = wanted.length === values.length && wanted.every((value, n) => value === ANY || value === values[n]);
    return isHeld ? [] : [`${sentence} is to say ${wanted.map(String).join(', ')}`];
  });
}

/** Whether a line is these words. */
export const fits = (words: string, line: string): boolean => formOf(words).form.test(line);

/** All values of a kind in a text, in their order. */
export const readAll = (part: string, text: string): Value[] => {
  const [form, read] = PARTS[part]!;
  return [...text.matchAll(new RegExp(form, 'g'))].map(([found]) => read(found));
};
