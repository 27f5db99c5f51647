import type { Stage } from '../calendar/deadlines';
import type { Cents } from '../money/money';
import { outOfRange } from '../problem';
import { applyThreshold, type ThresholdRule } from './threshold';

/** What is to be said of a half's co-op on a day, in a word or two. */
type StandingStatus = Stage | 'nothing accrued' | 'accruing' | 'report incomplete' | 'usable' | 'converted' | 'lapsed';

/** Where a half's co-op stands on a day. The amounts add up to what accrued, less what was claimed; at most one isn't zero. */
export interface Standing {
  status: StandingStatus;
  /** Nothing is decided: the half isn't over, or its report isn't complete and the threshold not reached. */
  accruing: Cents;
  /** Can be claimed on the day. */
  claimable: Cents;
  /** Is paid as rebate. */
  converted: Cents;
  /** Could have been claimed, and no longer can be. */
  lapsed: Cents;
}

const NOTHING = { accruing: 0, claimable: 0, converted: 0, lapsed: 0 };

/** Where accrued co-op stands, as if nothing had been claimed. A report is complete if it has the half's last month. */
export function standingOf(accrued: Cents, stage: Stage, isComplete: boolean, rule: ThresholdRule): Standing {
  if (stage === 'not begun') return { ...NOTHING, status: stage, accruing: accrued };
  if (stage === 'earning') return { ...NOTHING, status: accrued === 0 ? 'nothing accrued' : 'accruing', accruing: accrued };
  const { usable } = applyThreshold(accrued, rule);
  if (usable === 0) {
    if (!isComplete) return { ...NOTHING, status: 'report incomplete', accruing: accrued };
    return { ...NOTHING, status: accrued === 0 ? 'nothing accrued' : 'converted', converted: accrued };
  }
  switch (stage) {
    case 'usage':
      return { ...NOTHING, status: 'usable', claimable: usable };
    case 'claim only':
      return { ...NOTHING, status: stage, claimable: usable };
    case 'resolution only':
      return { ...NOTHING, status: stage, lapsed: usable };
    case 'closed':
      return { ...NOTHING, status: 'lapsed', lapsed: usable };
  }
}

/** The same, less what was claimed. Throws "out of range" if more was claimed than is usable, as after a later correction of the earnings. */
export function lessClaimed(standing: Standing, claimed: Cents): Standing {
  const { claimable, lapsed, status } = standing;
  const usable = claimable + lapsed;
  if (claimed < 0) throw outOfRange('claimed is below zero.');
  if (claimed > usable) {
    throw outOfRange(`claimed, ${claimed / 100}, is more than the ${usable / 100} usable. Were earnings corrected after the claim?`);
  }
  const left = { ...standing, claimable: Math.max(claimable - claimed, 0), lapsed: Math.max(lapsed - claimed, 0) };
  return { ...left, status: status === 'lapsed' && left.lapsed === 0 ? 'closed' : status };
}
