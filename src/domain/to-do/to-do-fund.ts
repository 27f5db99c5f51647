import { list } from '../text/list';
import { pick, plural } from '../text/plural';
import { capitalized } from '../text/capitalized';
import { formatMonth, formatDay, addDays, addMonths, endOfMonth, type Day } from '../calendar/day';
import { describeFund, nameOfFund, type FundId } from '../funds/fund';
import { formatShare, formatUsd, type Cents } from '../money/money';
import { firstDay, labelOf, lastDay } from '../calendar/half';
import { compareText } from '../text/compare';
import type { ToDo } from './to-do-item';

/** Facts about a fund's earnings, in addition to what can be spent. */
export interface FundEarnings extends FundId {
  claimDeadline: Day;
  coop: Cents;
  threshold: Cents | null;
  /** The amount still missing to reach the threshold; null if no threshold is known. */
  shortfall: Cents | null;
  /** The co-op expected for its half at the current pace; null if unknown. */
  expected: Cents | null;
  /** The expected shortfall from the threshold; null if unknown. */
  expectedShortfall: Cents | null;
  /** What it takes to reach the threshold while its half is still earned; null if it is reached or no month is left. */
  push: ThresholdPush | null;
  /** The first days of months no report covers, in a half that is over and can reach its threshold only with them. */
  missing: readonly Day[];
  /** Rows of its report that couldn't be counted. */
  skipped: number;
  /** No threshold is known for its program in its half, and the user can give one. */
  wantsThreshold: boolean;
  /** What reports changed of its past that no one has reviewed; null for nothing. */
  restated: RestatedMoney | null;
}

/** How much a fund's amounts changed after they were reported, and since when: the earlier report's day, null if unknown. */
export interface RestatedMoney {
  coop: Cents;
  rebate: Cents;
  since: Day | null;
}

/** -$812.40 of co-op and +$54.00 of rebate since Nov 3, 2026 */
export function describeRestated({ coop, rebate, since }: RestatedMoney): string {
  const part = (cents: Cents, kind: string): string[] => (cents === 0 ? [] : [`${cents > 0 ? '+' : ''}${formatUsd(cents)} of ${kind}`]);
  return `${list([...part(coop, 'co-op'), ...part(rebate, 'rebate')], 'and')}${since ? ` since ${formatDay(since)}` : ''}`;
}

/** How a threshold can still be reached. */
export interface ThresholdPush {
  /** Months of the half that aren't fully reported. */
  months: number;
  /** Co-op in each of them. */
  perMonth: Cents;
  /** The same as revenue of a lever with a known rate and co-op share, or as growth if it pays on that; null if there is none. */
  revenue: { lever: string; perMonth: Cents; rate: number; coopShare: number; isGrowth: boolean } | null;
}

/** What the earnings reports of the workbook say. */
export interface EarningsNow {
  funds: readonly FundEarnings[];
  /** The first day of the latest imported month; null without a report. */
  newestMonth: Day | null;
  /** Rows of the earnings table that can't be read. */
  unread: number;
  /** Rows of reports that couldn't be counted and don't say which fund they belong to, the reason as a sentence. */
  unplaced: readonly { place: string; reason: string }[];
}

/** To-do items about earning a fund. No money is at risk in them, since co-op below the threshold is paid as rebate. */
export function toDoForEarnings({ funds, newestMonth, unread, unplaced }: EarningsNow, asOf: Day): ToDo[] {
  const open = funds.filter(({ claimDeadline }) => asOf <= claimDeadline);
  return [
    ...open.filter((fund) => isShort(fund) && isWatched(fund, asOf)).map(earnMore),
    ...(newestMonth !== null && asOf >= staleFrom(newestMonth) ? [bringInNewer(newestMonth, open)] : []),
    ...open.filter(({ skipped }) => skipped > 0).map(complete),
    ...open.flatMap((fund) => (fund.restated ? [reviewRestatement(fund, fund.restated)] : [])),
    ...open.filter(({ wantsThreshold, coop }) => wantsThreshold && coop > 0).map(giveThreshold),
    ...(unplaced.length > 0 ? [settleRows(unplaced)] : []),
    ...(unread > 0 ? [repairEarnings(unread)] : []),
  ];
}

/** The days after `asOf` when earnings need action, with the item. */
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

/** Two months before its end, a half can be judged and there is still time to earn. */
const WATCHED_DAYS = 60;

const watchedFrom = ({ half }: Pick<FundId, 'half'>): Day => addDays(lastDay(half), -WATCHED_DAYS);

/** Reports follow their months: one is overdue once the month after it is over, and is due by the end of the month that day is in. */
const staleFrom = (newestMonth: Day): Day => addMonths(newestMonth, 2);

const isShort = ({ coop, shortfall }: FundEarnings): boolean => coop > 0 && (shortfall ?? 0) > 0;

/** A half that falls behind is listed once two of its months are complete, since one shows no pace; any other in its last two months. */
const isWatched = (fund: FundEarnings, asOf: Day): boolean =>
  asOf <= lastDay(fund.half) &&
  (asOf >= watchedFrom(fund) || ((fund.expectedShortfall ?? 0) > 0 && (fund.push?.months ?? 0) <= MAX_MONTHS_LEFT));

const MAX_MONTHS_LEFT = 4;

const inFunds = (due: Day | null, what: string, why: string, fund?: FundId): ToDo => ({
  due,
  what,
  why,
  atRisk: 0,
  opens: { screen: 'funds', ...(fund && { fund: nameOfFund(fund) }) },
});

function earnMore(fund: FundEarnings): ToDo {
  const { coop, half, expectedShortfall, push } = fund;
  const shortfall = fund.shortfall!;
  const end = lastDay(half);
  const pace =
    expectedShortfall === null
      ? ''
      : ` At the current pace you'll ${expectedShortfall === 0 ? 'reach it' : `be ${formatUsd(expectedShortfall)} short`} on ${formatDay(end)}.`;
  return inFunds(
    end,
    `Earn ${formatUsd(shortfall)} more co-op`,
    `${describeFund(fund)}: ${formatUsd(coop)} so far, ${formatUsd(shortfall)} below the threshold.${push === null ? '' : describePush(push)}${pace} Co-op below the threshold is paid as rebate and can't be claimed.`,
    fund,
  );
}

function describePush({ months, perMonth, revenue }: ThresholdPush): string {
  const when = months === 1 ? "the month that isn't complete" : `each of the ${months} months that aren't complete`;
  const means = revenue
    ? `, such as from ${formatUsd(revenue.perMonth)} of ${revenue.isGrowth ? 'growth over the same month a year before' : 'revenue'} under ${revenue.lever} (rate ${formatShare(revenue.rate)}, co-op share ${formatShare(revenue.coopShare)})`
    : '';
  return ` It takes ${formatUsd(perMonth)} in ${when}${means}.`;
}

/** One item asks for a report, whatever depends on it: halves that are over come first, then the most co-op. */
function bringInNewer(newestMonth: Day, funds: readonly FundEarnings[]): ToDo {
  const incomplete = funds.filter(({ missing }) => missing.length > 0);
  const running = funds.filter(
    (fund) => (fund.shortfall ?? 0) > 0 && firstDay(fund.half) <= newestMonth && addMonths(newestMonth, 1) <= lastDay(fund.half),
  );
  const [first, ...others] = [...(incomplete.length > 0 ? incomplete : running)].sort(
    (a, b) => (b.expected ?? b.coop) - (a.expected ?? a.coop) || compareText(a.partnerId, b.partnerId),
  );
  const count = others.length;
  const why = !first
    ? ` Earnings and reversals after ${formatMonth(newestMonth)} aren't included.`
    : first.missing.length > 0
      ? `${describeMissing(first)}${count === 0 ? '' : ` ${plural(count, 'other fund')} ${pick(count, 'is', 'are')} incomplete, too.`}`
      : ` Newer earnings decide whether the threshold is reached: ${describeFund(first)}${count === 0 ? '' : ` and ${plural(count, 'other fund')}`}.`;
  return inFunds(
    endOfMonth(staleFrom(newestMonth)),
    'Bring in a newer earnings report',
    `The newest earnings in this workbook are for ${formatMonth(newestMonth)}.${why}`,
  );
}

function describeMissing(fund: FundEarnings): string {
  const { coop, expected, threshold, missing } = fund;
  const names = missing.map(formatMonth);
  const months = names.length > 2 ? `${names[0]} through ${names.at(-1)}` : list(names, 'and');
  const then = expected === null ? '' : `, ${formatUsd(expected)} expected`;
  return ` ${describeFund(fund)}: ${months} ${pick(missing.length, 'is', 'are')} missing. ${formatUsd(coop)} so far${then}; the threshold is ${formatUsd(threshold!)}.`;
}

const complete = (fund: FundEarnings): ToDo =>
  inFunds(
    null,
    `Complete the earnings: ${plural(fund.skipped, 'row')} left out`,
    `${describeFund(fund)}: ${plural(fund.skipped, 'report row')} couldn't be counted, so its amounts are incomplete. Correct ${pick(fund.skipped, 'it', 'them')} and bring in the report again.`,
    fund,
  );

function settleRows(rows: EarningsNow['unplaced']): ToDo {
  const [{ place, reason } = { place: '', reason: '' }] = rows;
  const count = rows.length;
  return inFunds(
    null,
    `Correct ${plural(count, 'report row')} that couldn't be counted`,
    `${pick(count, "It doesn't", "They don't")} say which fund ${pick(count, 'it belongs', 'they belong')} to, so any fund may be incomplete. ${capitalized(`${count > 1 ? 'first, ' : ''}${place}`)}: ${reason}`,
  );
}

function reviewRestatement(fund: FundEarnings, restated: RestatedMoney): ToDo {
  const { coop, shortfall } = fund;
  const now = shortfall === null ? '' : shortfall > 0 ? `, ${formatUsd(shortfall)} below the threshold` : ', above the threshold';
  return inFunds(
    null,
    `Review a restatement: ${describeRestated(restated)}`,
    `${describeFund(fund)}: a later report changed earnings that were already reported. Its co-op is now ${formatUsd(coop)}${now}. Check its plans and claims, and then choose Mark as reviewed in Funds, or enter a word under Reviewed in the table CoopRestatements.`,
    fund,
  );
}

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
