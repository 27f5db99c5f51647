// marked pure, so that a bundle without one of them leaves it out
const AND = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'conjunction' });
const OR = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'disjunction' });

/** Words as one phrase of a sentence: A, B, and C. */
export const list = (words: readonly string[], joint: 'and' | 'or'): string => (joint === 'and' ? AND : OR).format(words);
