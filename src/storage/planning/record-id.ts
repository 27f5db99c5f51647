/** What an ID names: an activity, a claim, an expense, a line of a claim, a proof, an exchange rate, a row of the program's tables. */
export type IdPrefix = 'A' | 'C' | 'E' | 'L' | 'P' | 'R' | 'G';

/** A new ID, such as A-7K2M9Q: short enough to read aloud, without characters that are easily confused. */
export function newId(prefix: IdPrefix): string {
  const picks = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `${prefix}-${Array.from(picks, (pick) => SIGNS[pick % SIGNS.length]).join('')}`;
}

const LENGTH = 6;
/** 32 characters, so that random bytes pick each equally often. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
