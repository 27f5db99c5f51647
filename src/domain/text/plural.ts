const RULES = /* @__PURE__ */ new Intl.PluralRules('en-US');

/** A count with its noun: 1 row, 1,204 rows. The plural defaults to the noun with an s. */
export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count.toLocaleString('en-US')} ${pick(count, noun, nouns)}`;

/** The word that goes with a count: pick(1, 'is', 'are') is "is". */
export const pick = (count: number, singular: string, other: string): string => (RULES.select(count) === 'one' ? singular : other);
