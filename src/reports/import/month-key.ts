import { fold } from '../../rulebook/names';
import { comparableId } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';
import type { EarningKind } from '../range/earning-kinds';
import type { MonthKey } from './earnings-import';

/** What rows of one month are told apart by: two spellings of the same names give the same text. */
export function sameKey({ month, partnerId, program, engagement, lever, earningType, kind }: MonthKey): string {
  return JSON.stringify([
    month,
    comparableId(partnerId),
    programKey(program),
    foldName(engagement),
    foldName(lever),
    typeKey(earningType),
    kind,
  ]);
}

/** How much a key says of its earning: first whether it is a rollover, then its lever, then its engagement. */
export const specificity = (kind: EarningKind, hasLever: boolean, hasEngagement: boolean): number =>
  (kind === 'rollover' ? 4 : 0) + (hasLever ? 2 : 0) + (hasEngagement ? 1 : 0);

/** Levers and engagements come with hyphens and en dashes, and in any case (C23). A name of nothing but signs stays. */
export const foldName = (text: string): string => fold(text) || text;
