import { earningHalfFor } from '../calendar/deadlines';
import { blocking, note, warning, type Finding } from '../finding';
import { formatShare, formatUsd, type Cents } from '../money/money';
import { lastDay } from '../calendar/half';
import { capOn, type CapRule } from '../activities/caps';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { applyThreshold, type ThresholdRule } from '../earnings/threshold';

/** What there is to say about an activity's money: each bound it breaks, by name, and what cannot be checked. */
export function findingsOnMoney(plan: PlannedActivity, { cap, threshold }: ActivityRules): Finding[] {
  const { cost, earned, remaining, attendees } = plan;
  const findings: Finding[] = [];
  if (earned !== null && threshold) findings.push(...findingsOnThreshold(earned, threshold, plan));
  if (earned !== null && remaining !== null && remaining > earned) {
    findings.push(warning(`${formatUsd(remaining)} remaining is more than the ${formatUsd(earned)} earned.`, 'funds'));
  }
  if (cap.kind === 'travel' && attendees !== null && attendees > cap.people) {
    findings.push(warning(`co-op pays for ${cap.people} attendees of a conference, not for ${attendees}.`, 'attendees'));
  }
  if (cost === null) return findings;
  if (remaining !== null && cost > remaining) {
    findings.push(
      blocking(`${formatUsd(cost)} is ${formatUsd(cost - remaining)} more than the ${formatUsd(remaining)} remaining.`, 'funds'),
    );
  }
  return [...findings, ...findingsOnCap(cost, cap, plan)];
}

/** Nobody says what day it is, so the words hold before the half is over and after. */
function findingsOnThreshold(earned: Cents, threshold: ThresholdRule, { half, start }: PlannedActivity): Finding[] {
  const { status, shortfall } = applyThreshold(earned, threshold);
  if (status === 'usable') return [];
  if (status === 'usable (exactly at threshold)') {
    return [
      warning(
        `${formatUsd(earned)} of co-op earned is exactly the threshold; sources differ on whether it must be reached or exceeded.`,
        'threshold',
      ),
    ];
  }
  const must = threshold.comparison === 'meet' ? 'reach' : 'exceed';
  return [
    blocking(
      `${formatUsd(earned)} of co-op earned does not ${must} the threshold of ${formatUsd(threshold.amount)}, short by ${formatUsd(shortfall)}: ` +
        `unless that is earned by ${lastDay(half ?? earningHalfFor(start))}, it is paid as rebate, and nothing can be claimed.`,
      'threshold',
    ),
  ];
}

/** The tighter of the cap and what was earned is the bound that is named. */
function findingsOnCap(cost: Cents, cap: CapRule, { name, earned, attendees }: PlannedActivity): Finding[] {
  if (earned === null && (cap.kind === 'share' || cap.kind === 'greater')) {
    if (cap.kind === 'greater' && cost <= cap.amount) return [];
    return [note(`co-op pays ${capText(cap, attendees)} for "${name}" in a usage period; say what was earned to check it.`, 'cap')];
  }
  const limit = capOn(cap, earned ?? 0, attendees);
  const funds = earned === null ? null : Math.max(earned, 0);
  if (funds !== null && cost > funds && (limit === null || limit >= funds)) {
    return [
      blocking(
        `${formatUsd(cost)} is ${formatUsd(cost - funds)} more than co-op may pay: ${formatUsd(funds)}, all that was earned.`,
        'cap',
      ),
    ];
  }
  if (limit === null || cost <= limit) return [];
  const over = `${formatUsd(cost)} is ${formatUsd(cost - limit)} more than co-op may pay for`;
  const most = `${formatUsd(limit)}, ${capText(cap, attendees)}`;
  return cap.kind === 'travel'
    ? [warning(`${over} travel to one conference: ${most}. Only registration may come on top.`, 'cap')]
    : [blocking(`${over} "${name}" in a usage period: ${most}.`, 'cap')];
}

/** What a cap comes to, in words. */
export function capText(cap: CapRule, attendees: number | null): string {
  switch (cap.kind) {
    case 'none':
      return 'all that was earned';
    case 'amount':
      return 'the cap of this activity';
    case 'share':
      return `${formatShare(cap.share)} of the co-op earned`;
    case 'greater':
      return `${formatShare(cap.share)} of the co-op earned or ${formatUsd(cap.amount)}, whichever is more`;
    case 'travel':
      return `${formatUsd(cap.perPerson)} for each of ${Math.min(attendees ?? cap.people, cap.people)} attendees, ${formatUsd(cap.total)} in all`;
  }
}
