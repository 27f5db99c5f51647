import type { WorkbookRules } from '../../cells/workbook-rules';
import { capOn, capText, type CapRule } from '../../domain/activities/caps';
import type { ActivityRequirements } from '../../domain/activities/requirements';
import { usableOf } from '../../domain/balance/balance';
import type { Day } from '../../domain/calendar/day';
import type { Fund } from '../../domain/funds/fund';
import { formatUsd } from '../../domain/money/money';
import { plural } from '../../domain/text/plural';
import { ifCovered } from '../../rulebook/if-covered';
import { requirementsOn } from '../../rulebook/requirements';
import { programNamed } from '../../rulebook/rules-on';
import type { ActivityId } from '../../rulebook/rules/activities';

/** An activity that takes little effort to claim. */
export interface EasyClaim {
  activity: ActivityId;
  /** What co-op pays of it at most, in a sentence. */
  cap: string;
  /** What proves it, in a sentence. */
  proof: string;
}

/** The least effort first: a bill from Microsoft, then a bill and few papers, then what others must see. */
const EASIEST_FIRST: readonly ActivityId[] = [
  'Microsoft AI Cloud Partner Program participation fee',
  'Microsoft exams and tuition',
  'Customer seminars and bootcamps',
  'Tradeshows and expositions',
  'Digital advertising',
];

/**
 * The activities to claim first from a fund: those of them that the guidebook of the day lists for the fund's program, and
 * that the plan doesn't have. None once the usage period is over, below the threshold, or for a program that no source knows.
 */
export function claimFirst(fund: Fund, planned: readonly (string | null)[], asOf: Day, book: WorkbookRules): EasyClaim[] {
  const program = programNamed(fund.program);
  if (program === null || asOf > fund.usageEnd || usableOf(fund) <= 0) return [];
  const day = asOf < fund.usageStart ? fund.usageStart : asOf;
  const rules = ifCovered(() => book.rulesOn(day));
  if (rules === null) return [];
  return EASIEST_FIRST.filter((activity) => !planned.includes(activity)).flatMap((activity) => {
    const requirements = ifCovered(() => requirementsOn(day, activity, program, rules));
    const cap = ifCovered(() => rules.cap(activity, program).value);
    if (!requirements?.isOpen || !requirements.isSourced || cap === null) return [];
    return [{ activity, cap: describeCap(cap, fund), proof: describeProof(requirements) }];
  });
}

function describeCap(cap: CapRule, fund: Fund): string {
  const most = capOn(cap, fund.earned);
  return most === null ? 'No cap of its own.' : `Co-op pays at most ${formatUsd(most)}, ${capText(cap)}.`;
}

function describeProof({ invoice, core, communication, metrics }: ActivityRequirements): string {
  const more = core.length + communication.length + metrics.length;
  return `Proof: ${invoice}${more === 0 ? '' : ` and ${plural(more, 'more item')}`}.`;
}
