// marked pure, so that a bundle that doesn't use one omits it
const AND = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'conjunction' });
const OR = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'disjunction' });

/** Words as one phrase: A, B, and C. */
export const list = (words: readonly string[], joint: 'and' | 'or'): string => (joint === 'and' ? AND : OR).format(words);
