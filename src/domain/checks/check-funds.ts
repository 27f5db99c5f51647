import { formatDay } from '../calendar/day';
import { earningHalfFor } from '../calendar/deadlines';
import type { Finding } from '../finding';
import { blocking, note, warning } from '../new-finding';
import { formatUsd } from '../money/money';
import { lastDay } from '../calendar/half';
import { capOn, capText } from '../activities/caps';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { applyThreshold } from '../earnings/threshold';

/** Whether a cost fits what remains of a fund, whether that fits what was earned, and whether co-op pays for everyone who travels. */
export function checkFunds(activity: PlannedActivity, { cap }: ActivityRules): Finding[] {
  const { earned, remaining, attendees } = activity;
  const findings: Finding[] = [];
  if (earned !== null && remaining !== null && remaining > earned) {
    findings.push(warning(`${formatUsd(remaining)} remaining is more than the ${formatUsd(earned)} earned.`, 'funds'));
  }
  if (cap.kind === 'travel' && (attendees ?? 0) > cap.people) {
    findings.push(warning(`co-op pays for ${cap.people} attendees per conference, not for ${attendees}.`, 'attendees'));
  }
  return [...findings, ...checkRemaining(activity)];
}

/** Whether a cost fits what remains of a fund. */
export function checkRemaining({ cost, remaining }: PlannedActivity): Finding[] {
  if (cost === null || remaining === null || cost <= remaining) return [];
  return [blocking(`${formatUsd(cost)} is ${formatUsd(cost - remaining)} more than the ${formatUsd(remaining)} remaining.`, 'funds')];
}

/** Whether earnings reach the threshold. The day isn't known, so the wording fits before and after the end of the half. */
export function checkThreshold({ earned, half, start }: PlannedActivity, { threshold }: ActivityRules): Finding[] {
  if (earned === null || !threshold) return [];
  const { status, shortfall } = applyThreshold(earned, threshold);
  if (status === 'usable') return [];
  if (status === 'usable (exactly at threshold)') {
    return [
      warning(
        `${formatUsd(earned)} of co-op earned is exactly the threshold. Sources differ on whether it must be reached or exceeded.`,
        'threshold',
      ),
    ];
  }
  const must = threshold.comparison === 'meet' ? 'reach' : 'exceed';
  return [
    blocking(
      `${formatUsd(earned)} of co-op earned doesn't ${must} the threshold of ${formatUsd(threshold.amount)}. It's ${formatUsd(shortfall)} below. ` +
        `Unless that's earned by ${formatDay(lastDay(half ?? earningHalfFor(start)))}, the co-op is paid as rebate and can't be claimed.`,
      'threshold',
    ),
  ];
}

/** Whether a cost is within its cap, and what can't be checked. The finding names the tighter of the cap and the earnings. */
export function checkCap({ name, cost, earned, attendees }: PlannedActivity, { cap }: ActivityRules): Finding[] {
  if (cost === null) return [];
  if (earned === null && (cap.kind === 'share' || cap.kind === 'greater')) {
    if (cap.kind === 'greater' && cost <= cap.amount) return [];
    return [note(`co-op pays ${capText(cap, attendees)} for "${name}" in a usage period. Enter the co-op earned to check it.`, 'cap')];
  }
  const limit = capOn(cap, earned ?? 0, attendees) ?? Infinity;
  const funds = earned === null ? Infinity : Math.max(earned, 0);
  const bound = Math.min(limit, funds);
  if (cost <= bound) return [];
  const over = `${formatUsd(cost)} is ${formatUsd(cost - bound)} more than co-op can pay`;
  if (bound === funds) return [blocking(`${over}: ${formatUsd(funds)}, all co-op earned.`, 'cap')];
  const most = `${formatUsd(limit)}, ${capText(cap, attendees)}`;
  return cap.kind === 'travel'
    ? [warning(`${over} for travel to one conference: ${most}. Only registration can be added.`, 'cap')]
    : [blocking(`${over} for "${name}" in a usage period: ${most}.`, 'cap')];
}
