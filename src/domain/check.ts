import type { Day } from './day';
import { formatUsd, type Cents } from './money';
import { claimable, type CapRule } from './plan';
import { compareHalves, deadline, firstDay, halfOf, labelOf, lastDay, nextHalf, type DeadlineRule, type Half } from './period';
import { applyThreshold, type ThresholdRule } from './threshold';

/** Advice about a plan: what makes it fail, what may, and what is good to know. */
export interface Finding {
  level: 'blocking' | 'warning' | 'note';
  message: string;
}

/** One activity as it is planned. Null is what nobody said. */
export interface PlannedActivity {
  name: string;
  program: string;
  start: Day;
  end: Day;
  cost: Cents | null;
  /** Co-op earned in the half before, and what is left of it. */
  earned: Cents | null;
  remaining: Cents | null;
  /** The half whose co-op is to pay. */
  half: Half | null;
  attendees: number | null;
}

/** What the rules of its days say. */
export interface ActivityRules {
  /** What the guidebook says of the activity, null where it does not list it. */
  sheet: { isOpen: boolean; preApproval: 'none' | 'optional creative review' | 'required'; isSourced: boolean } | null;
  cap: CapRule;
  /** Null where no rule is known. */
  threshold: ThresholdRule | null;
  deadlines: DeadlineRule;
}

/** Looks at a planned activity: blocking findings first, then warnings, then notes. */
export function checkActivity(plan: PlannedActivity, rules: ActivityRules): Finding[] {
  const findings = [...checkGuidebook(plan, rules), ...checkDays(plan, rules), ...checkMoney(plan, rules)];
  const order = ['blocking', 'warning', 'note'];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** Compares what is claimed with its invoice: a difference is asked about, but only the funds remaining limit a claim. */
export function checkInvoice(claimed: Cents, invoiced: Cents): Finding[] {
  if (claimed === invoiced) return [];
  const difference = formatUsd(Math.abs(claimed - invoiced));
  return [warning(`${formatUsd(claimed)} claimed differs by ${difference} from the ${formatUsd(invoiced)} of the invoice.`)];
}

function checkGuidebook({ name, program, start }: PlannedActivity, { sheet }: ActivityRules): Finding[] {
  if (!sheet) return [blocking(`the guidebook of ${start} does not list "${name}".`)];
  if (!sheet.isOpen) return [blocking(`${program} may not use co-op for "${name}".`)];
  return [
    ...(sheet.preApproval === 'required' ? [warning('Microsoft must approve it before it starts.')] : []),
    ...(sheet.preApproval === 'optional creative review'
      ? [note('Microsoft reviews creative material beforehand if asked; it does not have to.')]
      : []),
    ...(sheet.isSourced ? [] : [note('its requirements are not in our sources: check the guidebook.')]),
  ];
}

function checkDays({ start, end, half }: PlannedActivity, { deadlines }: ActivityRules): Finding[] {
  const usage = halfOf(start);
  const fund = nextHalf(usage, -1);
  if (compareHalves(usage, halfOf(end)) !== 0) {
    return [blocking(`${start} to ${end} lies in two usage periods; split it at ${lastDay(usage)}.`)];
  }
  if (half && compareHalves(half, fund) !== 0) {
    const meant = nextHalf(half);
    const period = `${firstDay(meant)} to ${lastDay(meant)}`;
    return [blocking(`co-op earned in ${labelOf(half)} is used from ${period}; this activity uses that of ${labelOf(fund)}.`)];
  }
  const [claim, resolution] = [deadline(fund, 'claim', deadlines), deadline(fund, 'resolution', deadlines)];
  return [note(`claim it by ${claim}, and have open claims approved by ${resolution}.`)];
}

function checkMoney({ name, cost, earned, remaining, attendees }: PlannedActivity, { cap, threshold }: ActivityRules): Finding[] {
  const findings: Finding[] = [];
  if (earned !== null && threshold) {
    const { status } = applyThreshold(earned, threshold);
    if (status === 'converted') {
      const must = threshold.comparison === 'meet' ? 'reach' : 'exceed';
      findings.push(
        blocking(
          `${formatUsd(earned)} of co-op earned does not ${must} the threshold of ${formatUsd(threshold.amount)}: ` +
            'it is paid as rebate, and nothing can be claimed.',
        ),
      );
    } else if (status !== 'usable') {
      findings.push(
        warning(
          `${formatUsd(earned)} of co-op earned is exactly the threshold; ` +
            'sources differ on whether it must be reached or exceeded.',
        ),
      );
    }
  }
  if (earned !== null && remaining !== null && remaining > earned) {
    findings.push(warning(`${formatUsd(remaining)} remaining is more than the ${formatUsd(earned)} earned.`));
  }
  if (cost === null) return findings;
  if (remaining !== null && cost > remaining) {
    findings.push(blocking(`${formatUsd(cost)} is ${formatUsd(cost - remaining)} more than the ${formatUsd(remaining)} remaining.`));
  }
  if (earned === null) {
    if (cap.kind === 'amount' && cost > cap.amount) {
      findings.push(blocking(`co-op pays at most ${formatUsd(cap.amount)} of "${name}" in a usage period.`));
    }
    return findings;
  }
  const most = claimable(cap, Math.max(earned, 0), attendees);
  if (cost > most) {
    const over = `${formatUsd(cost)} is ${formatUsd(cost - most)} more than co-op may pay`;
    findings.push(
      cap.kind === 'travel'
        ? warning(`${over} for travel to one conference, ${formatUsd(most)}; only registration may come on top.`)
        : blocking(`${over} for "${name}" in a usage period, ${formatUsd(most)}.`),
    );
  }
  return findings;
}

const blocking = (message: string): Finding => ({ level: 'blocking', message });
const warning = (message: string): Finding => ({ level: 'warning', message });
const note = (message: string): Finding => ({ level: 'note', message });
