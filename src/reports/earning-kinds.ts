/**
 * What an earning counts as. `rollover` is co-op moved or converted to rebate, told by its reason; `claim` is a payment
 * and counts as nothing; `other` is every type without co-op meaning, such as fees.
 */
export type EarningKind = 'co-op' | 'rebate' | 'rollover' | 'other' | 'claim';

/** The kind an earning type stands for, before its reason is looked at. Case, spaces and hyphens do not matter. */
export function kindOfType(type: string): EarningKind {
  return KINDS.get(fold(type)) ?? 'other';
}

/** Whether a reason code turns a rebate into a rollover. */
export const isRollover = (reason: string): boolean => fold(reason) === 'cooprollover';

/** Two spellings of one earning type fold to the same text. */
export const foldType = (type: string): string => fold(type);

const KINDS: ReadonlyMap<string, EarningKind> = new Map([
  ['coop', 'co-op'],
  ['adjustmentcoop', 'co-op'],
  ['rebate', 'rebate'],
  ['indirectrebate', 'rebate'],
  ['adjustmentrebate', 'rebate'],
  ['claim', 'claim'],
]);

/** Partner Center writes hyphens and en dashes for the same thing. */
const fold = (text: string): string => text.toLowerCase().replace(/[\s\-_\u2010-\u2015]/g, '');
