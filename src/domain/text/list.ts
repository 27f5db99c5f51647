// marked pure, so that a bundle that doesn't use one omits it
const AND = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'conjunction' });
const OR = /* @__PURE__ */ new Intl.ListFormat('en-US', { type: 'disjunction' });

/** Words as one phrase: A, B, and C. */
export const list = (words: readonly string[], joint: 'and' | 'or'): string => (joint === 'and' ? AND.format(words) : anyOf(words));

/** Any one of some words: A, B, or C. */
export const anyOf = (words: readonly string[]): string => OR.format(words);
