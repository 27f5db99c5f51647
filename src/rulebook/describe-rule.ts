import type { DeadlineRule, MonthDay } from '../domain/calendar/deadlines';
import { capText, type CapRule } from '../domain/activities/caps';
import { formatDay, type Day } from '../domain/calendar/day';
import { formatShare, formatUsd } from '../domain/money/money';
import type { ThresholdRule } from '../domain/earnings/threshold';
import type { Rule, RuleInForce, Standing, Topic } from './rule';
import type { ActivityValue } from './rules/activities';
import { isGrowthLever, type RateValue } from './rules/levers';
import type { PaymentValue } from './rules/payment';
import type { RetentionValue } from './rules/retention';
import type { SplitValue } from './rules/split';
import { sourceOf } from './source-id';

/** A rule's value, subject, first day, source, and standing: readable in one cell. */
export function describeRule(rule: RuleInForce<unknown>): string {
  const about = [rule.subject, rule.program === 'all' ? 'all programs' : rule.program].filter(Boolean).join(', ');
  const sentences = [
    `${ruleText(rule)} (${about}, from ${formatDay(rule.from)}).`,
    rule.note,
    `Source: ${citation(rule)}.`,
    `Standing: ${STANDING[rule.standing]}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** What a rule says, without its source. The capability route is in explain-rule.ts: COOP.SOURCE isn't asked for it. */
export function ruleText(rule: RuleInForce<unknown>): string {
  switch (rule.topic as Exclude<Topic, 'capability'>) {
    case 'split': {
      const { coopShare } = rule.value as SplitValue;
      return coopShare === 0 ? 'All rebate, no co-op' : `${formatShare(coopShare)} of an earning is co-op; the rest is rebate`;
    }
    case 'rate':
      return `${formatShare((rule.value as RateValue).rate)} of ${isGrowthLever(rule.subject ?? '') ? 'growth' : 'revenue'} is earned`;
    case 'threshold': {
      const { amount, comparison } = rule.value as ThresholdRule;
      return `Co-op of one Partner ID and half must ${comparison} ${formatUsd(amount)}; otherwise it converts to rebate`;
    }
    case 'deadline': {
      const { claim, resolution, claimOpens } = rule.value as DeadlineRule;
      return (
        `Used January to June: claims open ${dated(claimOpens[2])}, close ${dated(claim[2])}, are resolved by ${dated(resolution[2])}. ` +
        `Used July to December: claims open ${dated(claimOpens[1])}, close ${dated(claim[1])}, are resolved by ${dated(resolution[1])}`
      );
    }
    case 'cap':
      return sentenceOn(rule.value as CapRule);
    case 'activity': {
      const { category, preApproval } = rule.value as ActivityValue;
      return `Category ${category}; pre-approval: ${preApproval}`;
    }
    case 'payment': {
      const { approvedBy, paidFrom, paidTo, rebateDays } = rule.value as PaymentValue;
      return (
        `A claim approved by day ${approvedBy} of a month is paid from day ${paidFrom} to ${paidTo} of that month; later ones, the next month; ` +
        `a rebate is paid ${rebateDays} days after the last day of its month`
      );
    }
    case 'retention':
      return `Keep original proof of execution for ${(rule.value as RetentionValue).monthsAfterClaimDeadline} months after the claim deadline`;
  }
}

/** A rule's source: publisher, title, and date of the document. */
export function citation(rule: Rule<unknown>): string {
  if (rule.cited) return rule.cited;
  const { publisher, title, date } = sourceOf(rule.source);
  return `${publisher}, ${title} (${date})`;
}

/** A standing in words. */
export const STANDING: Record<Standing, string> = {
  published: 'published by Microsoft',
  distributor: 'from a distributor',
  assumed: 'assumed; no source states it',
  workbook: "this workbook's own",
  reported: 'reported, not verified',
};

function sentenceOn(cap: CapRule): string {
  switch (cap.kind) {
    case 'none':
      return 'Up to the remaining co-op earned';
    case 'amount':
      return `At most ${formatUsd(cap.amount)} in a usage period`;
    default:
      return `At most ${capText(cap)}`;
  }
}

/** Feb 15, of every year. */
const dated = (monthDay: MonthDay): string => formatDay(`2001-${monthDay}` as Day).replace(', 2001', '');
