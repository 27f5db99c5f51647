/**
 * A Partner ID for comparing: "MPN 01234567", 1234567 and "1234567 " are one ID. Excel turns IDs into numbers and drops
 * leading zeros; Partner Center's screens write MPN before them.
 */
export function comparableId(id: string): string {
  return id.toUpperCase().replace(/[\s\u200B\uFEFF]|MPN/g, '').replace(/^0+(?=.)/, '');
}

/** Orders comparable IDs by their number; IDs that are no number follow, A to Z. */
export function compareIds(a: string, b: string): number {
  const aIsNumber = DIGITS.test(a);
  if (aIsNumber !== DIGITS.test(b)) return aIsNumber ? -1 : 1;
  if (aIsNumber && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

const DIGITS = /^\d+$/;
