import { pick, plural } from '../text/plural';
import { formatMonth, formatDay, addDays, addMonths, type Day } from '../calendar/day';
import { describeFund, nameOfFund, type FundId } from '../funds/fund';
import { formatUsd, type Cents } from '../money/money';
import { firstDay, labelOf, lastDay } from '../calendar/half';
import { compareText } from '../text/compare';
import type { ToDo } from './to-do-item';

/** What is known of a fund's earnings, besides what can be spent of it. */
export interface FundEarnings extends FundId {
  claimDeadline: Day;
  coop: Cents;
  /** What the co-op still lacks to reach the threshold; null where no threshold is known. */
  shortfall: Cents | null;
  /** What it will lack when its half ends, at the pace so far; null where that cannot be said. */
  expectedShortfall: Cents | null;
  /** Rows of its report that could not be counted. */
  skipped: number;
  /** No threshold is known for its program in its half, and the user can give one. */
  wantsThreshold: boolean;
}

/** What the earnings reports of the workbook say. */
export interface EarningsNow {
  funds: readonly FundEarnings[];
  /** The first day of the newest month that was brought in; null where no report was. */
  newestMonth: Day | null;
  /** Rows of the table of earnings that no one can read. */
  unread: number;
}

/** What funds want done where they are earned: nothing of it is money that is lost, since co-op below its threshold is paid as rebate. */
export function toDoForEarnings({ funds, newestMonth, unread }: EarningsNow, asOf: Day): ToDo[] {
  const open = funds.filter(({ claimDeadline }) => asOf <= claimDeadline);
  return [
    ...open.filter((fund) => isShort(fund) && asOf >= watchedFrom(fund) && asOf <= lastDay(fund.half)).map(earnMore),
    ...(newestMonth !== null && asOf >= staleFrom(newestMonth) ? [bringInNewer(newestMonth, open)] : []),
    ...open.filter(({ skipped }) => skipped > 0).map(complete),
    ...open.filter(({ wantsThreshold, coop }) => wantsThreshold && coop > 0).map(giveThreshold),
    ...(unread > 0 ? [repairEarnings(unread)] : []),
  ];
}

/** The days after `asOf` on which earnings begin to want something, with what it is. */
export function earningDaysAhead(
  funds: readonly Pick<FundEarnings, 'half' | 'coop' | 'shortfall'>[],
  newestMonth: Day | null,
  asOf: Day,
): { day: Day; what: string }[] {
  const short = funds.filter(({ coop, shortfall }) => coop > 0 && (shortfall ?? 0) > 0);
  const days = [
    ...short.map((fund) => ({
      day: watchedFrom(fund),
      what: `${labelOf(fund.half)} has ${WATCHED_DAYS} days left to reach its threshold`,
    })),
  ];
  if (newestMonth !== null) days.push({ day: staleFrom(newestMonth), what: 'a newer earnings report is due' });
  return days.filter(({ day }) => day > asOf);
}

/** Two months before its end a half is far enough to be judged, and something can still be earned. */
const WATCHED_DAYS = 60;

const watchedFrom = ({ half }: Pick<FundId, 'half'>): Day => addDays(lastDay(half), -WATCHED_DAYS);

/** Reports follow their months: one is missed a whole month after it ended. */
const staleFrom = (newestMonth: Day): Day => addMonths(newestMonth, 2);

const isShort = ({ coop, shortfall, expectedShortfall }: FundEarnings): boolean =>
  coop > 0 && (shortfall ?? 0) > 0 && expectedShortfall !== 0;

const inFunds = (due: Day | null, what: string, why: string, fund?: FundId): ToDo => ({
  due,
  what,
  why,
  atRisk: 0,
  opens: { screen: 'funds', ...(fund && { fund: nameOfFund(fund) }) },
});

function earnMore(fund: FundEarnings): ToDo {
  const { coop, half } = fund;
  const shortfall = fund.shortfall!;
  const end = lastDay(half);
  const pace =
    fund.expectedShortfall === null
      ? ''
      : ` At the current pace you'll be ${formatUsd(fund.expectedShortfall)} short on ${formatDay(end)}.`;
  return inFunds(
    end,
    `Earn ${formatUsd(shortfall)} more co-op`,
    `${describeFund(fund)}: ${formatUsd(coop)} so far, ${formatUsd(shortfall)} below the threshold.${pace} Co-op below the threshold is paid as rebate and can't be claimed.`,
    fund,
  );
}

function bringInNewer(newestMonth: Day, funds: readonly FundEarnings[]): ToDo {
  const hanging = funds.filter(
    (fund) => (fund.shortfall ?? 0) > 0 && firstDay(fund.half) <= newestMonth && addMonths(newestMonth, 1) <= lastDay(fund.half),
  );
  const [first] = [...hanging].sort((a, b) => compareText(a.partnerId, b.partnerId));
  const others = hanging.length - 1;
  const more = others === 0 ? '' : ` and ${plural(others, 'other fund')}`;
  const why = first
    ? ` Newer earnings decide whether the threshold is reached: ${describeFund(first)}${more}.`
    : ` Earnings and reversals after ${formatMonth(newestMonth)} aren't included.`;
  return inFunds(
    null,
    'Bring in a newer earnings report',
    `The newest earnings in this workbook are for ${formatMonth(newestMonth)}.${why}`,
  );
}

const complete = (fund: FundEarnings): ToDo =>
  inFunds(
    null,
    `Complete the earnings: ${plural(fund.skipped, 'row')} left out`,
    `${describeFund(fund)}: ${plural(fund.skipped, 'report row')} couldn't be counted, so its amounts are incomplete. Bring in the report again to see which and why.`,
    fund,
  );

const giveThreshold = (fund: FundEarnings): ToDo =>
  inFunds(
    null,
    `Enter the threshold for ${fund.program}`,
    `${describeFund(fund)}: no threshold is known, so all of it counts as usable until you enter one on the Rules screen.`,
    fund,
  );

const repairEarnings = (count: number): ToDo =>
  inFunds(
    null,
    `Repair ${plural(count, 'row')} of CoopEarnings`,
    `${pick(count, 'Its', 'Their')} month or amount is missing or is text, or the month has no known deadlines, so no fund counts ${pick(count, 'it', 'them')}.`,
  );
