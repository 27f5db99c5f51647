import { typeKey } from '../../rulebook/name-keys';

/**
 * What an earning counts as. `rollover` is co-op that was moved or converted to rebate, identified by its reason. `claim` is
 * a payment and doesn't count. `other` is any type unrelated to co-op, such as fees.
 */
export type EarningKind = 'co-op' | 'rebate' | 'rollover' | 'other' | 'claim';

/** The kind of an earning type, regardless of its reason. Ignores case, spaces and hyphens. */
export function kindOfType(type: string): EarningKind {
  const key = typeKey(type);
  return KINDS.get(key) ?? (key.startsWith(ROLLOVER_OF) ? 'rollover' : 'other');
}

/** A rollover's type in a list of earnings that has no reasons. */
export const rolloverOf = (type: string): string => `Rollover (${type})`;

/** Whether an earning type is an adjustment of another. */
export const isAdjustment = (type: string): boolean => typeKey(type).startsWith('adjustment');

/** Whether a reason code turns a rebate into a rollover. */
export const isRollover = (reason: string): boolean => typeKey(reason) === 'cooprollover';

const ROLLOVER_OF = 'rollover(';

const KINDS: ReadonlyMap<string, EarningKind> = new Map([
  ['coop', 'co-op'],
  ['adjustmentcoop', 'co-op'],
  ['rebate', 'rebate'],
  ['indirectrebate', 'rebate'],
  ['adjustmentrebate', 'rebate'],
  ['claim', 'claim'],
]);
