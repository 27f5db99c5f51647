import { typeKey } from '../../rulebook/name-keys';

/**
 * What an earning counts as. `rollover` is co-op moved or converted to rebate, told by its reason; `claim` is a payment
 * and counts as nothing; `other` is every type without co-op meaning, such as fees.
 */
export type EarningKind = 'co-op' | 'rebate' | 'rollover' | 'other' | 'claim';

/** The kind an earning type stands for, before its reason is looked at. Case, spaces and hyphens do not matter. */
export function kindOfType(type: string): EarningKind {
  return KINDS.get(typeKey(type)) ?? 'other';
}

/** Whether a reason code turns a rebate into a rollover. */
export const isRollover = (reason: string): boolean => typeKey(reason) === 'cooprollover';

const KINDS: ReadonlyMap<string, EarningKind> = new Map([
  ['coop', 'co-op'],
  ['adjustmentcoop', 'co-op'],
  ['rebate', 'rebate'],
  ['indirectrebate', 'rebate'],
  ['adjustmentrebate', 'rebate'],
  ['claim', 'claim'],
]);
