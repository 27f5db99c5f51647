const LISTS = {
  and: new Intl.ListFormat('en-US', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-US', { type: 'disjunction' }),
};

/** Words as one phrase of a sentence: A, B, and C. */
export const list = (words: readonly string[], joint: 'and' | 'or'): string => LISTS[joint].format(words);
