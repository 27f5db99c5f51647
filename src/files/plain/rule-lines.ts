import type { DeadlineRule, MonthDay } from '../../domain/calendar/deadlines';
import type { CapRule } from '../../domain/activities/caps';
import { dollars } from '../../domain/money/money';
import type { ThresholdRule } from '../../domain/earnings/threshold';
import type { RuleInForce } from '../../rulebook/rule';
import { mayUse, type ActivityValue } from '../../rulebook/rules/activities';
import type { RateValue } from '../../rulebook/rules/levers';
import type { PaymentValue } from '../../rulebook/rules/payment';
import { PROGRAMS } from '../../rulebook/rules/programs';
import type { SplitValue } from '../../rulebook/rules/split';
import type { PlainFormat } from './contract';

/** One value of a rule, on a row of its own. */
export interface RuleLine {
  id: string;
  what: string;
  /** A day of every year is written mm-dd. */
  value: number | string;
  format?: PlainFormat;
}

const line = (id: string, what: string, value: number | string, format?: PlainFormat): RuleLine => ({
  id,
  what,
  value,
  ...(format && { format }),
});

/** The values of a rule that formulas use. */
export function linesOf(rule: RuleInForce<unknown>): RuleLine[] {
  switch (rule.topic) {
    case 'split':
      return [line('share', 'Co-op share of an earning', (rule.value as SplitValue).coopShare, 'percent')];
    case 'rate':
      return [line('rate', 'Earning rate', (rule.value as RateValue).rate, 'percent')];
    case 'threshold': {
      const { amount, comparison } = rule.value as ThresholdRule;
      return [
        line('amount', 'Co-op threshold in USD', dollars(amount), 'amount'),
        line('comparison', 'Co-op must "meet" or "exceed" it', comparison),
      ];
    }
    case 'deadline':
      return deadlineLines(rule.value as DeadlineRule);
    case 'cap':
      return capLines(rule.value as CapRule);
    case 'activity': {
      const value = rule.value as ActivityValue;
      return [
        line('category', 'Category', value.category),
        line('programs', 'Programs that can use it', programsThatMay(value)),
        line('preApproval', 'Approval by Microsoft before it starts', value.preApproval),
      ];
    }
    case 'payment': {
      const { approvedBy, paidFrom, paidTo, rebateDays, rebateDayOfSecondMonth } = rule.value as PaymentValue;
      return [
        line('approvedBy', 'Day of the month by which a claim is approved to be paid in that month', approvedBy),
        line('paidFrom', 'First pay day of the month', paidFrom),
        line('paidTo', 'Last pay day of the month', paidTo),
        line('rebateDays', 'Days from the end of a month to its rebate', rebateDays),
        line('rebateDayOfSecondMonth', 'Day of the second month after, as other sources read it', rebateDayOfSecondMonth),
      ];
    }
    case 'retention':
    case 'capability':
      return [];
  }
}

function deadlineLines({ claimOpens, claim, resolution, retentionMonths, advisedDays }: DeadlineRule): RuleLine[] {
  const yearly = (id: string, what: string, days: Record<1 | 2, MonthDay>): RuleLine[] => [
    line(`${id}2`, `${what}, used January to June`, days[2], 'day of every year'),
    line(`${id}1`, `${what}, used July to December`, days[1], 'day of every year'),
  ];
  return [
    ...yearly('opens', 'Claims open', claimOpens),
    ...yearly('claim', 'Claim deadline', claim),
    ...yearly('resolution', 'Resolution deadline', resolution),
    line('retentionMonths', 'Months to keep proof after the claim deadline', retentionMonths),
    line('advisedDays', 'Days after an activity in which to claim, as advised', advisedDays),
  ];
}

/** A cap's values: nothing is limited by what it doesn't name. No cap is all of the co-op earned. */
function capLines(cap: CapRule): RuleLine[] {
  const share = (value: number): RuleLine => line('share', 'Share of the co-op earned', value, 'percent');
  const amount = (cents: number): RuleLine => line('amount', 'Amount in USD', dollars(cents), 'amount');
  switch (cap.kind) {
    case 'none':
      return [share(1)];
    case 'share':
      return [share(cap.share)];
    case 'amount':
      return [amount(cap.amount)];
    case 'greater':
      return [share(cap.share), amount(cap.amount)];
    case 'travel':
      return [
        line('perPerson', 'Travel per person in USD', dollars(cap.perPerson), 'amount'),
        line('people', 'People at most', cap.people),
        line('total', 'Travel in all in USD', dollars(cap.total), 'amount'),
      ];
  }
}

/** "all", or the names of programs. */
function programsThatMay(value: ActivityValue): string {
  const names = PROGRAMS.map(({ name }) => name);
  const may = names.filter((name) => mayUse(value, name));
  return may.length === names.length ? 'all' : may.join('; ');
}
