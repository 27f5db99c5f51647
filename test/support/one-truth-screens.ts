import {
  daysOf,
  lastDayOf,
  paidFrom,
  type ActivityFigures,
  type ClaimFigures,
  type Figures,
  type Forecast,
  type FundFigures,
  type GivenActivity,
  type GivenClaim,
  type Tried,
} from './one-truth-reference';
import { ANY, inCurrency, type Known } from './screen-words';

// What the pane's screens may say of a fund, an activity, or a claim, each with the figure of the reference behind it.

interface On {
  asOf: string;
}
export type FundOn = On & { key: string; fund: FundFigures; earnings: number; tried: Tried | null; reported: number | null };
export type ActivityOn = On & { given: GivenActivity; figures: ActivityFigures; fund: FundFigures | null; claims: readonly ClaimFigures[] };
export type ClaimOn = On & { given: GivenClaim; figures: ClaimFigures; fund: FundFigures | null; others: readonly GivenClaim[] };

const daysTo = (asOf: string, day: string): number => (Date.parse(day) - Date.parse(asOf)) / 86_400_000;
const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const yes = (): boolean => true;
const isEarning = ({ fund: { stage } }: FundOn): boolean => stage === 'earning' || stage === 'not begun';
const isClaimable = ({ stage }: FundFigures): boolean => stage === 'usage' || stage === 'claim only';
const below = ({ fund: { coop, threshold } }: FundOn): number => threshold - coop;
/** Co-op below the threshold is paid as rebate 45 days after its half. */
const paidAbout = ({ fund }: FundOn): string => daysAfter(fund.earningEnd, 45);
const left = ({ fund, asOf }: FundOn): number => daysTo(asOf, fund.stage === 'usage' ? fund.usageEnd : fund.claimDeadline);

/** What any screen may show besides. */
const EVERYWHERE: readonly Known<On>[] = [
  ['As of: {any}', ({ asOf }) => [asOf]],
  ['The sheet shows {day}.', () => ['2025-03-01']],
  ['As of {day}.', ({ asOf }) => [asOf]],
  // of the rulebook
  ['{any} last confirmed {any}', yes],
  // rates that can't be read, or are given twice
  ['Row {n} of CoopRates: {any}', yes],
  ['Enter one such as {any}', yes],
  ['Rows {any} of CoopRates are {any}', yes],
];

const short = (coop: number): number => Math.max(0, THRESHOLD - coop);
const reached = (coop: number): number => (coop >= THRESHOLD ? coop : 0);
const neededIn = ({ soFar, remaining }: Forecast): number => Math.ceil(short(soFar) / remaining);

/** Only the pane looks ahead. */
const FORECAST: readonly Known<FundOn>[] = [
  ['Yes, already reached.', ({ fund }) => short(fund.forecast!.soFar) === 0],
  ['At the current pace, yes.', ({ fund: { forecast } }) => short(forecast!.soFar) > 0 && short(forecast!.expected) === 0],
  ['At the current pace, no: {usd} short.', ({ fund }) => [short(fund.forecast!.expected)]],
  ['Average per full month: {usd}', ({ fund }) => [fund.forecast!.pace]],
  ['Expected at the end of the half: {usd}', ({ fund }) => [fund.forecast!.expected]],
  ['Low case: {usd}', ({ fund }) => [fund.forecast!.low]],
  ['High case: {usd}', ({ fund }) => [fund.forecast!.high]],
  ['Low to high: after two months', ({ fund }) => fund.forecast!.low === null],
  ['Needed per month ({n} months left): no months left', ({ fund }) => fund.forecast!.remaining === 0 && [0]],
  ['Needed per month ({n} months left): {usd}', ({ fund: { forecast } }) => [forecast!.remaining, neededIn(forecast!)]],
  ['Needed per month ({n} month left): {usd}', ({ fund: { forecast } }) => [forecast!.remaining, neededIn(forecast!)]],
  ['Based on {n} full months, as of {day}.', ({ asOf, fund }) => [fund.forecast!.complete, asOf]],
  ['Based on {n} full month, as of {day}.', ({ asOf, fund }) => [fund.forecast!.complete, asOf]],
  ['{usd} of later months is included above but not here.', ({ fund }) => [fund.forecast!.later]],
  [
    'Tested on {n} past halves, after each of the first five months ({n} tests): expected co-op was off by {n}% (median).',
    ({ tried }) => [tried!.halves, tried!.tests, tried!.off],
  ],
  [
    'Tested on {n} past half, after each of the first five months ({n} tests): expected co-op was off by {n}% (median).',
    ({ tried }) => [tried!.halves, tried!.tests, tried!.off],
  ],
  ['Rates from experience are unknown: {any}', yes],
  ['The Default download has them, {any}', yes],
  ['{n} of them had a low and a high case; the half ended between them in {n}.', ({ tried }) => [tried!.ranged, tried!.within]],
  ["The workbook has no half that has ended with all six months reported, so this projection couldn't be tested.", ({ tried }) => !tried],
  ['No month of {half} is complete on {day}.', ({ asOf, key, fund }) => fund.forecast === null && [key.slice(8), asOf]],
  [
    "{half} starts on {day}, after {day}, so there's nothing to project from.",
    ({ asOf, key, fund }) => [key.slice(8), fund.earningStart, asOf],
  ],
  [
    'Expected: nothing to claim, because {usd} at the current pace is below the threshold of {usd}.',
    ({ fund }) => reached(fund.forecast!.expected) === 0 && [fund.forecast!.expected, THRESHOLD],
  ],
  [
    "Expected at the current pace: {usd}, of which {usd} isn't earned yet.",
    ({ fund: { forecast } }) => [reached(forecast!.expected), forecast!.expected - forecast!.soFar],
  ],
  ['Expected at the current pace: {usd}, all of it earned.', ({ fund: { forecast } }) => [Math.min(forecast!.expected, forecast!.soFar)]],
  ['Low case: {usd}.', ({ fund }) => [reached(fund.forecast!.low!)]],
  ['Low case: not known before two full months.', ({ fund }) => fund.forecast!.low === null],
  ['Planned, with drafts: {usd}.', ({ fund }) => [fund.asked]],
  ["It's {usd} more than expected.", ({ fund }) => [fund.asked - reached(fund.forecast!.expected)]],
  ["In the low case, it's {usd} too much.", ({ fund }) => [fund.asked - reached(fund.forecast!.low!)]],
];
const THRESHOLD = 1_000_000;

const mayGrow = (fund: FundFigures): boolean => fund.stage === 'earning' || fund.stage === 'not begun' || fund.status === 'not known yet';
/** What is planned beyond what a fund has, while more may come. */
const BEYOND: Known<FundOn> = [
  'Planned against expected money: {usd} is {usd} more than the {usd} available so far.',
  ({ fund }) => mayGrow(fund) && [fund.above + fund.over, fund.over, fund.above],
];

/** What a fund's threshold does to an activity and a claim on it. */
const BELOW: readonly Known<{ fund: FundFigures | null }>[] = [
  ["{usd} of co-op earned doesn't reach the threshold of {usd}.", ({ fund }) => [fund!.coop, THRESHOLD]],
  ["{usd} of co-op earned so far doesn't reach the threshold of {usd}.", ({ fund }) => [fund!.coop, THRESHOLD]],
  ['{usd} of co-op is reported so far, and the threshold is {usd}.', ({ fund }) => [fund!.coop, THRESHOLD]],
  ['The half ends on {day}.', ({ fund }) => [fund!.earningEnd]],
  ['Claims on this fund closed on {day}.', ({ fund }) => [fund!.claimDeadline]],
];

/** The card of a fund, of Funds. */
export const FUND_CARD: readonly Known<FundOn>[] = [
  ...EVERYWHERE,
  ['{n}', ({ key }) => [Number(key.slice(0, 7))]],
  ['Status: {any}', ({ fund }) => [capitalized(fund.status)]],
  ['Co-op: {usd}', ({ fund }) => [fund.coop]],
  ['Threshold: {usd}', ({ fund }) => [fund.threshold]],
  ['Below threshold by: {usd}', (on) => [below(on)]],
  ['Above threshold: {usd}', (on) => !isEarning(on) && [on.fund.above]],
  ['Above threshold so far: {usd}', (on) => isEarning(on) && [on.fund.above]],
  ['Usable now: {usd}', ({ fund }) => [fund.usable]],
  ['Converts to rebate: {usd}', ({ fund }) => [fund.converted]],
  ['Estimated payment: {day}', (on) => [paidAbout(on)]],
  ['Rebate: {usd}', ({ fund }) => [fund.rebate]],
  ['Earned: {day} to {day}', ({ fund }) => [fund.earningStart, fund.earningEnd]],
  ['Used: {day} to {day}', ({ fund }) => [fund.usageStart, fund.usageEnd]],
  ['Claims: {day} to {day}', ({ fund }) => !isClaimable(fund) && [fund.claimOpens, fund.claimDeadline]],
  ['Claims: {day} to {day}, 23:59:59 UTC', ({ fund }) => isClaimable(fund) && [fund.claimOpens, fund.claimDeadline]],
  ['Resolution: through {day}', ({ fund }) => [fund.resolutionDeadline]],
  ['Still being earned: below threshold by {usd}.', (on) => [below(on)]],
  // in a half that hasn't started yet
  ['below threshold by {usd}.', (on) => [below(on)]],
  ['Available from {day}.', ({ fund }) => [fund.usageStart]],
  ['{usd} converts to rebate: below threshold by {usd}.', (on) => [on.fund.coop, below(on)]],
  ['Estimated payment: {day}.', (on) => [paidAbout(on)]],
  [
    'Activities through {day} ({any} left); claims through {day} ({any} left).',
    ({ asOf, fund: { usageEnd, claimDeadline } }) => [
      usageEnd,
      daysText(daysTo(asOf, usageEnd)),
      claimDeadline,
      daysText(daysTo(asOf, claimDeadline)),
    ],
  ],
  ['The usage period has ended; claims through {day} ({any} left).', (on) => [on.fund.claimDeadline, daysText(left(on))]],
  ['The claim deadline was {day}.', ({ fund }) => [fund.claimDeadline]],
  ['Open claims can be resolved through {day}.', ({ fund }) => [fund.resolutionDeadline]],
  ['Closed since {day}.', ({ fund }) => [fund.resolutionDeadline]],
  ['Co-op management in Partner Center confirms the amount from {day}, when claims open.', ({ fund }) => [fund.claimOpens]],
  // of the rulebook, on the one half that it is about
  ['{half} is reported to have been recalculated, {any}', ({ key }) => key.endsWith('FY26 H1') && ['FY26 H1', ANY]],
  // the months of its half that no report has
  ["{any} aren't in a report.", ({ fund }) => fund.status === 'not known yet'],
  ["{any} isn't in a report.", ({ fund }) => fund.status === 'not known yet'],
  ['{usd} of co-op so far, {usd} expected; the threshold is {usd}.', ({ fund }) => [fund.coop, fund.forecast!.expected, fund.threshold]],
  ['{usd} of co-op so far; the threshold is {usd}.', ({ fund }) => [fund.coop, fund.threshold]],
  ['{n} earnings counted, from report.csv.', ({ earnings }) => [earnings]],
  ['{n} earning counted, from report.csv.', ({ earnings }) => [earnings]],
  ['Typed over in the table CoopFunds.', ({ reported }) => reported !== null],
  ['The earnings report comes to {usd}.', ({ reported }) => [reported]],
  ...FORECAST,
];
/** What each card shows. */
export const FUND_ALWAYS = ['Co-op: {usd}', 'Rebate: {usd}', 'Status: {any}'];

/** The heading of a half, of Funds. */
export const HALF: readonly Known<{ funds: readonly FundFigures[] }>[] = [
  ['Earned {any} ({half})', yes],
  ['Total co-op {usd} so far.', ({ funds }) => [sumOf(funds, 'coop')]],
  [
    'Total co-op {usd}; above threshold {usd}; below threshold {usd}.',
    ({ funds }) => [sumOf(funds, 'coop'), sumOf(funds, 'above'), sumOf(funds, 'coop') - sumOf(funds, 'above')],
  ],
];
const sumOf = (funds: readonly FundFigures[], name: 'coop' | 'above'): number => funds.reduce((sum, fund) => sum + fund[name], 0);

const STAGE_NAMES: Readonly<Record<string, string>> = {
  'not begun': 'Not begun',
  earning: 'Being earned',
  usage: 'Usage period',
  'claim only': 'Claims only',
  'resolution only': 'Open claims only',
  closed: 'Closed',
};

/** The row of a fund in the overview; its status is the second line. */
export const OVERVIEW: readonly Known<FundOn>[] = [
  ['{n}', ({ key }) => [Number(key.slice(0, 7))]],
  ['Earned {any} ({half}) · {any}', ({ key, fund }) => [ANY, key.slice(8), STAGE_NAMES[fund.stage]!]],
  ['Activities and claims exceed it by {usd}.', ({ fund }) => [fund.over]],
  ['{usd} has lapsed.', ({ fund }) => [fund.lapsed]],
  ['Co-op: {usd}', ({ fund }) => [fund.coop]],
  ['Above threshold: {usd}', ({ fund }) => [fund.above]],
  ['Usable now: {usd}', ({ fund }) => [fund.usable]],
  ['Planned, not claimed: {usd}', ({ fund }) => [fund.planned + fund.committed + fund.spent]],
  ['Claimed, not paid: {usd}', ({ fund }) => [fund.claimed + fund.approved]],
  ['Paid: {usd}', ({ fund }) => [fund.paid]],
  ['Left: {usd}', ({ fund }) => [fund.free]],
  ['Deadline: Use by {day}', ({ fund }) => isBefore(fund, 'claim only') && [fund.usageEnd]],
  ['Deadline: Claim by {day}', ({ fund }) => fund.stage === 'claim only' && [fund.claimDeadline]],
  ['Deadline: Resolve by {day}', ({ fund }) => fund.stage === 'resolution only' && [fund.resolutionDeadline]],
  ['Deadline: None', ({ fund }) => fund.stage === 'closed' || fund.status === 'converted' || fund.coop <= 0],
];
const isBefore = ({ stage }: FundFigures, end: string): boolean =>
  Object.keys(STAGE_NAMES).indexOf(stage) < Object.keys(STAGE_NAMES).indexOf(end);

/** The heading of a fund in the plan. */
export const PLAN_GROUP: readonly Known<FundOn>[] = [
  ...EVERYWHERE,
  ['{fund}', ({ key }) => [key]],
  ['Microsoft Commerce Incentives, earned {any}', yes],
  ['{usd} left', ({ fund }) => [fund.free]],
  ['{usd} of co-op earned, below threshold.', ({ fund }) => [fund.coop]],
  ['{usd} of co-op earned so far, below threshold.', ({ fund }) => [fund.coop]],
  ['{usd} of co-op reported, below threshold so far.', ({ fund }) => [fund.coop]],
  ['The half runs through {day}.', ({ fund }) => [fund.earningEnd]],
  ['Above threshold {usd}.', (on) => !isEarning(on) && [on.fund.above]],
  ['Above threshold so far {usd}.', (on) => isEarning(on) && [on.fund.above]],
  [
    'Above threshold so far {usd}, for activities from {day} through {day}.',
    (on) => isEarning(on) && [on.fund.above, on.fund.usageStart, on.fund.usageEnd],
  ],
  ['Activities through {day} ({any} left), when what is left lapses.', (on) => [on.fund.usageEnd, daysText(left(on))]],
  ['Activities through {day} ({any} left).', (on) => [on.fund.usageEnd, daysText(left(on))]],
  ['Claims through {day}.', ({ fund }) => [fund.claimDeadline]],
  ['Claims through {day} ({any} left).', (on) => [on.fund.claimDeadline, daysText(left(on))]],
  ['Claims closed on {day}.', ({ fund }) => [fund.claimDeadline]],
  ['{usd} has lapsed.', ({ fund }) => [fund.lapsed]],
  ['Activities and claims exceed the fund by {usd}.', ({ fund }) => !mayGrow(fund) && [fund.over]],
  BEYOND,
  ['That compares with {usd} above threshold so far and {usd} expected.', ({ fund }) => [fund.above, reached(fund.forecast!.expected)]],
  ...FORECAST,
];
const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** The card of an activity, of Plan. */
export const ACTIVITY_CARD: readonly Known<ActivityOn>[] = [
  ['{activity}', ({ given }) => [given.id]],
  ['Status: {any}', ({ given }) => [capitalized(given.status)]],
  ['{day} to {day}', ({ given }) => [given.start, given.end]],
  ['{usd}', ({ figures }) => [figures.paidByCoop]],
  ['Not known', ({ figures }) => figures.countsAs === 'claim' && figures.paidByCoop === null],
  ['No cost yet', ({ figures }) => figures.cost === null],
  ['No exchange rate', ({ figures }) => figures.cost !== null && figures.rateUsed === null],
  ['Cost {usd}', ({ figures }) => [figures.costUsd]],
  ['your share {usd}', ({ figures }) => [figures.yourShare]],
  ['Budget {usd}', ({ figures }) => [figures.budgetUsd]],
  [
    '{own} at {any} from CoopRates, from {day}',
    ({ given, figures }) => [inCurrency(figures.budget, given.currency), String(figures.rateUsed), figures.rateFrom],
  ],
  ['{own}', ({ given, figures }) => [inCurrency(figures.budget, given.currency)]],
  ['Co-op pays no more than the cap, {usd}.', ({ figures }) => [figures.cap]],
  ['Claimed {usd}', (on, [usd]) => isClaimedAs('claimed', usd, on)],
  ['Claim approved {usd}', (on, [usd]) => isClaimedAs('approved', usd, on)],
  ['Claim paid {usd}', (on, [usd]) => isClaimedAs('paid', usd, on)],
  ['Claim started {usd}', (on, [usd]) => isClaimedAs('spent', usd, on)],
  ['Last safe day {day}', ({ figures }) => [figures.lastSafeDay]],
  ['Claim by {day}', ({ figures }) => [figures.claimBy]],
  [
    '{usd} is {usd} more than the {usd} remaining.',
    ({ fund, figures: { coopUsd, left } }) => !mayGrow(fund!) && [coopUsd, coopUsd! - left!, left],
  ],
  [
    'Planned against expected money: {usd} is {usd} more than the {usd} available so far.',
    ({ fund, figures: { coopUsd, left } }) => mayGrow(fund!) && [coopUsd, coopUsd! - left!, left],
  ],
  ['At the current pace, {usd} is expected.', ({ fund }) => [reached(fund!.forecast!.expected)]],
  ['At the current pace, {usd} is expected, {usd} less than planned.', ({ fund }) => [reached(fund!.forecast!.expected), ANY]],
  ['The end date, {day}, is before {day}.', ({ given, asOf }) => [given.end, asOf]],
  ['{n} more issue.', yes],
  ['{n} more issues.', yes],
  ...BELOW,
];
const isClaimedAs = (as: string, usd: unknown, { claims }: ActivityOn): boolean =>
  claims.some(({ countsAs, countedUsd }) => countsAs === as && countedUsd === usd);

/** The card of a fund, of Balance. */
export const BALANCE_CARD: readonly Known<FundOn>[] = [
  ...EVERYWHERE,
  ['{fund}', ({ key }) => [key]],
  ['Above threshold: {usd}', (on) => !isEarning(on) && [on.fund.above]],
  ['Above threshold so far: {usd}', (on) => isEarning(on) && [on.fund.above]],
  ['Planned: {usd}', ({ fund }) => [fund.planned]],
  ['Committed: {usd}', ({ fund }) => [fund.committed]],
  ['Spent: {usd}', ({ fund }) => [fund.spent]],
  ['Claimed: {usd}', ({ fund }) => [fund.claimed]],
  ['Approved: {usd}', ({ fund }) => [fund.approved]],
  ['Paid: {usd}', ({ fund }) => [fund.paid]],
  ['Free: {usd}', ({ fund }) => [fund.free]],
  ['Over: {usd}', ({ fund }) => [fund.over]],
  ['Lapsed: {usd}', ({ fund }) => [fund.lapsed]],
  ['At risk: {usd}', ({ fund }) => [fund.atRisk]],
  ['Your share: {usd}', ({ fund }) => [fund.yourShare]],
  ['Included in {any}: {any} {usd}', ({ fund }, [as, , usd]) => partsOf(fund, as).includes(usd as number)],
  ['Included in {any}: {any} unknown', ({ fund }, [as]) => partsOf(fund, as).includes(null)],
  ['{usd} more than this fund can pay.', ({ fund }) => !mayGrow(fund) && [fund.over]],
  BEYOND,
  ["{any} has no amount, so it isn't counted.", ({ fund }) => Object.values(fund.parts).flat().includes(null)],
  ["{any} has no rate to USD, so it isn't counted.", ({ fund }) => Object.values(fund.parts).flat().includes(null)],
  // the sums of the rows below it
  ['{n} of {n} activities: {any}', yes],
  ['{n} of {n} activity: {any}', yes],
  ["{n} activities with an amount missing in US dollars aren't included.", yes],
  ["{n} activity with an amount missing in US dollars isn't included.", yes],
  ['That compares with {usd} above threshold so far and {usd} expected.', ({ fund }) => [fund.above, reached(fund.forecast!.expected)]],
  ...FORECAST,
];
const partsOf = ({ parts }: FundFigures, as: unknown): readonly (number | null)[] => parts[as as keyof typeof parts];
export const BALANCE_ALWAYS = ['Planned', 'Committed', 'Spent', 'Claimed', 'Approved', 'Paid', 'Free', 'At risk'].map(
  (name) => `${name}: {usd}`,
);

/** An activity's row in Budget vs. actual. */
export const BUDGET_ROW: readonly Known<ActivityOn>[] = [
  ['{activity}', ({ given }) => [given.id]],
  ['Budget: {usd}', ({ figures }) => [figures.budgetUsd]],
  ['Budget: –', ({ figures }) => figures.budgetUsd === null],
  ['Actual: {usd}', ({ figures }) => [figures.actualUsd]],
  ['Actual: {usd} so far', ({ figures }) => [figures.actualUsd]],
  ['Actual: –', ({ figures }) => figures.actualUsd === null],
  ['Difference: {usd}', ({ figures }) => [figures.actualUsd! - figures.budgetUsd!]],
];

/** The card of a claim, in the list and on its page. */
export const CLAIM_CARD: readonly Known<ClaimOn>[] = [
  ['{claim}', ({ given }) => [given.id]],
  ['Status: {any}', ({ figures }) => [capitalized(figures.statusNow)]],
  ['{own} paid', ({ given, figures }) => given.status === 'paid' && given.paid !== null && [inCurrency(figures.latest, given.currency)]],
  ['{own} approved', ({ given, figures }) => given.approved !== null && [inCurrency(figures.latest, given.currency)]],
  ['{own}', ({ given, figures }) => [inCurrency(figures.latest, given.currency)]],
  ['No amount yet', ({ figures }) => figures.latest === null],
  [
    'Claimed {own}, approved {own}: {own} less.',
    ({ given: { amount, approved, currency } }) => [
      inCurrency(amount, currency),
      inCurrency(approved, currency),
      inCurrency(amount! - approved!, currency),
    ],
  ],
  [
    'Approved {own}, paid {own}: {own} less.',
    ({ given: { approved, paid, currency } }) => [
      inCurrency(approved, currency),
      inCurrency(paid, currency),
      inCurrency(approved! - paid!, currency),
    ],
  ],
  [
    'Approved {own}, paid {own}: {own} more.',
    ({ given: { approved, paid, currency } }) => [
      inCurrency(approved, currency),
      inCurrency(paid, currency),
      inCurrency(paid! - approved!, currency),
    ],
  ],
  [
    'Claimed {own}, paid {own}: {own} less.',
    ({ given: { amount, paid, currency } }) => [
      inCurrency(amount, currency),
      inCurrency(paid, currency),
      inCurrency(amount! - paid!, currency),
    ],
  ],
  [
    'Claimed {own}, paid {own}: {own} more.',
    ({ given: { amount, paid, currency } }) => [
      inCurrency(amount, currency),
      inCurrency(paid, currency),
      inCurrency(paid! - amount!, currency),
    ],
  ],
  ['{fund}', ({ figures }) => [figures.fund]],
  ['No fund yet', ({ figures }) => figures.fund === ''],
  ['Submit by {day} ({any}), 23:59:59 UTC.', ({ figures }) => figures.statusNow === 'editing' && [figures.days!.claimDeadline, ANY]],
  [
    'Complete and resubmit by {day} ({any}), 23:59:59 UTC.',
    ({ figures }) => figures.statusNow === 'action required' && [figures.days!.resolutionDeadline, ANY],
  ],
  [
    "If you don't agree, dispute by {day} ({any}), 23:59:59 UTC.",
    ({ figures }) => figures.statusNow === 'rejected' && [figures.days!.resolutionDeadline, ANY],
  ],
  ['{n} days left.', (on) => [claimLeft(on)]],
  ['{n} day left.', (on) => [claimLeft(on)]],
  [
    'It must be approved by then, and a review can take {n} days: resubmit by {day} to be safe.',
    ({ figures }) => [30, daysAfter(figures.days!.resolutionDeadline, -30)],
  ],
  ['It must be approved by then, and a review can take {n} days: resubmit as soon as you can.', () => [30]],
  ['Not submitted by the claim deadline, {day} ({any}), 23:59:59 UTC.', ({ figures }) => [figures.days!.claimDeadline, ANY]],
  ['Not resolved by the resolution deadline, {day} ({any}), 23:59:59 UTC.', ({ figures }) => [figures.days!.resolutionDeadline, ANY]],
  [
    'Rejected, and not disputed by the resolution deadline, {day} ({any}), 23:59:59 UTC.',
    ({ figures }) => [figures.days!.resolutionDeadline, ANY],
  ],
  // Microsoft's answers, counted from the day on which they are looked at
  ['Payment expected by {day} ({any}).', ({ figures }) => figures.statusNow === 'approved'],
  ['Under review; decision expected by {day} ({any}).', ({ figures }) => ['submitted', 'under review'].includes(figures.statusNow)],
  ['Disputed; answer expected by {day} ({any}).', ({ figures }) => figures.statusNow === 'disputed'],
  ['{n} of {n} ready, {n} missing', yes],
  ['{n} of {n} complete, {n} missing', yes],
  ['{n} blocking issue.', yes],
  ['{n} blocking issues.', yes],
];
const claimLeft = ({ asOf, figures: { statusNow, days } }: ClaimOn): number =>
  daysTo(asOf, statusNow === 'editing' ? days!.claimDeadline : days!.resolutionDeadline);

const linesOf = ({ lines, evidence }: GivenClaim): number =>
  lines.filter(({ kind }) => kind === evidence).reduce((sum, { amount }) => sum + amount, 0);
const twoYearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`;

/** Amounts in a claim's own currency, as {own} reads them, in cents. */
const centsOf = (text: unknown): number => Number(String(text).slice(4));
const isAmount = ({ given, figures }: ClaimOn, text: unknown): boolean =>
  [figures.latest, given.amount].some((cents) => inCurrency(cents, given.currency) === text);
/** What the documents come to, or the activity's cost, and the part of it that isn't claimed. */
const sharedCost = ({ given, figures }: ClaimOn, [cost]: readonly unknown[]): readonly (string | typeof ANY | null)[] => [
  linesOf(given) === 0 ? ANY : inCurrency(linesOf(given), given.currency),
  inCurrency(centsOf(cost) - figures.latest!, given.currency),
];

/** The page of a claim. */
export const CLAIM_PAGE: readonly Known<ClaimOn>[] = [
  ...EVERYWHERE,
  // who says a rule
  ['Status: From a distributor', yes],
  ['{own}', (on, [text]) => isAmount(on, text)],
  ['{own}; {any}', (on, [text]) => isAmount(on, text)],
  ['No amount yet', ({ given }) => given.amount === null],
  ['No amount yet; {any}', ({ given }) => given.amount === null],
  ['{n} {any}; {any}', yes],
  ['{n} line', ({ given }, [count]) => count === countOf(given)],
  ['{n} lines', ({ given }, [count]) => count === countOf(given)],
  ['{n} invoice', ({ given }, [count]) => count === countOf(given)],
  ['{n} invoices', ({ given }, [count]) => count === countOf(given)],
  ...CLAIM_CARD,
  ['Earned in: {half}', ({ figures }) => [figures.fund.slice(8)]],
  ['Usage period: {day} to {day}', ({ figures: { days } }) => [days!.usageStart, days!.usageEnd]],
  ['Claims open: {day} ({any})', ({ figures: { days } }) => [days!.claimOpens, ANY]],
  ['Claim deadline: {day} ({any}), 23:59:59 UTC', ({ figures: { days } }) => [days!.claimDeadline, ANY]],
  ['Resolution deadline: {day} ({any}), 23:59:59 UTC', ({ figures: { days } }) => [days!.resolutionDeadline, ANY]],
  ['Review: {day} to {day}', ({ figures }) => ['submitted', 'under review'].includes(figures.statusNow)],
  ['Dispute answer expected by: {day}', ({ figures }) => figures.statusNow === 'disputed'],
  ['24 months after the activity: {day}', ({ given }) => [twoYearsAfter(given.end!)]],
  ['24 months after the later of earning and claiming: {day}', yes],
  ['24 months after the claiming period: {day}', (on) => [keepUntil(on)]],
  ['Keep proof until {day}', (on) => [keepUntil(on)]],
  ['Keep the original proof until {day}', (on) => [keepUntil(on)]],
  // its fields, to copy and to change
  ['{day}', ({ given }) => [given.end]],
  ['End date: {any}', ({ given }) => [given.end]],
  ['Date: {any}', ({ asOf }) => [asOf]],
  ['When: Through {day}', ({ given }) => [given.end]],
  ['End date: {day}', ({ given }) => [given.end]],
  ['Audience: {n} attendees', yes],
  ['Audience: {n} attendee', yes],
  ['Claim name: {claim}', ({ given }) => [given.id]],
  ['Claim amount: {number}', ({ given }) => [given.amount]],
  ['{number}', ({ given }) => [given.amount]],
  ['Amount approved, {any}: {number}', ({ given }) => [given.currency, given.approved ?? given.amount]],
  ['Amount paid, {any}: {number}', ({ given }) => [given.currency, given.paid ?? given.approved ?? given.amount]],
  ['Exchange rate (USD per {any}): {any}', ({ given }) => [given.currency, String(given.rate)]],
  ['Invoice {n} number: {any}', yes],
  ['Amount, {any}: {number}', ({ given }, [currency, cents]) => currency === given.currency && hasLine(given, cents)],
  ['{n}', ({ figures }) => [Number(figures.fund.slice(0, 7))]],
  ['{half}', ({ figures }) => figures.fund !== ''],
  ['{day} to {day}.', ({ figures: { days } }) => [days!.usageStart, days!.usageEnd]],
  ['Funds earned in {half}.', ({ figures }) => [figures.fund.slice(8)]],
  ['Invoice {n}: {any}, {own}', ({ given }, [, , text]) => hasLine(given, centsOf(text))],
  ['Postage, {own}', ({ given }, [text]) => hasLine(given, centsOf(text))],
  ['Total {own}', ({ given }) => [inCurrency(linesOf(given), given.currency)]],
  ['Total {own}; claimed {own}, {own} more', (on) => total(on)],
  ['Total {own}; claimed {own}, {own} less', (on) => total(on)],
  ['Total {own}; claimed {own}', (on) => total(on).slice(0, 2)],
  [
    '{own} claimed differs by {own} from the {own} of the {any}.',
    (on) => {
      const [documents, claimed, difference] = total(on);
      return [claimed!, difference!, documents!, ANY];
    },
  ],
  ['Cost {own}, your share {own}.', sharedCost],
  ['Cost {own}', (on, read) => sharedCost(on, read).slice(0, 1)],
  [
    'your share {own}.',
    (on, [text]) => linesOf(on.given) === 0 || text === inCurrency(linesOf(on.given) - on.figures.latest!, on.given.currency),
  ],
  ['At most {usd}, which the fund allows.', ({ fund }) => [fund!.above]],
  [
    'At most {usd}, which the fund has left: {usd}, less {usd} of {any}.',
    ({ fund }, [, all, other]) => [Math.max(0, Number(all) - Number(other)), fund!.above, ANY, ANY],
  ],
  [
    '{usd} is {usd} more than the {usd} that the fund allows.',
    (on) => [on.figures.amountUsd, on.figures.amountUsd! - on.fund!.above, on.fund!.above],
  ],
  ['{n} line of the other type is kept but not used.', ({ given }) => [given.lines.length - countOf(given)]],
  ['{n} lines of the other type are kept but not used.', ({ given }) => [given.lines.length - countOf(given)]],
  ['The guidebook asks for {any}', yes],
  ['{n} required items are missing.', yes],
  [
    '"{claim}" claims the same activity.',
    (on, [id]) => on.others.some((other) => other.id === id && other.activityId === on.given.activityId),
  ],
  [
    '"{claim}" claimed the same activity and is {any}.',
    (on, [id]) => on.others.some((other) => other.id === id && other.activityId === on.given.activityId),
  ],
  ['The activity ends on {day}.', ({ given }) => [given.end]],
  ['{day} is before {day}, when Microsoft opens claims for this usage period.', ({ figures: { days } }) => [ANY, days!.claimOpens]],
  [
    '{day} is outside the usage period of this fund, {day} to {day}.',
    ({ given, figures: { days } }) => [given.end, days!.usageStart, days!.usageEnd],
  ],
  ['Suggested: {any}', yes],
  ['Match the claim amount and the {any}: {own} {any} is claimed.', (on) => [ANY, total(on)[2]!, ANY]],
];
const keepUntil = ({ given }: ClaimOn): string => twoYearsAfter(daysOf(paidFrom(given.end!)).claimDeadline);
const countOf = ({ lines, evidence }: GivenClaim): number => lines.filter(({ kind }) => kind === evidence).length;
const hasLine = ({ lines }: GivenClaim, cents: unknown): boolean => lines.some(({ amount }) => amount === cents);
const total = ({ given }: ClaimOn): (string | null)[] =>
  [linesOf(given), given.amount, Math.abs(linesOf(given) - given.amount!)].map((cents) => inCurrency(cents, given.currency));

/** The claim pack. */
export const CLAIM_PACK: readonly Known<ClaimOn>[] = [
  ...EVERYWHERE,
  ['{claim}', ({ given }) => [given.id]],
  ['Claim pack: {claim}', ({ given }) => [given.id]],
  ['What: {activity}: {any}', ({ given }) => [given.activityId, ANY]],
  ['Status: {any}', ({ figures }) => [capitalized(figures.statusNow)]],
  ['Activity: {any}', yes],
  ['Partner ID: {n}', ({ figures }) => [Number(figures.fund.slice(0, 7))]],
  ['Location (Partner ID): {n}', ({ figures }) => [Number(figures.fund.slice(0, 7))]],
  ['When: Through {day}', ({ given }) => [given.end]],
  ['End date: {day}', ({ given }) => [given.end]],
  ['Audience: {n} attendees', yes],
  ['Audience: {n} attendee', yes],
  ['Claim name: {claim}', ({ given }) => [given.id]],
  ['Claim amount: {number}', ({ given }) => [given.amount]],
  ['Usage period: {half}', () => [ANY]],
  ['{n}: This page', () => [1]],
  ['{n}: Cost summary report (CSR)', () => [2]],
  ['{n}: Invoice {n}', () => [ANY, ANY]],
  [
    'Usage period: {half}, {day} to {day}; co-op earned in {half}',
    ({ figures: { fund, days } }) => [ANY, days!.usageStart, days!.usageEnd, fund.slice(8)],
  ],
  ['Claimed: {own}', ({ given }) => [inCurrency(given.amount, given.currency)]],
  ['Total cost: {own}', (on, read) => sharedCost(on, read).slice(0, 1)],
  [
    'Your share: {own}',
    ({ given, figures }, [text]) => linesOf(given) === 0 || text === inCurrency(linesOf(given) - figures.latest!, given.currency),
  ],
  ['Invoice {n}: {own}', ({ given }, [, text]) => hasLine(given, centsOf(text))],
  ['Postage: {own}', ({ given }, [text]) => hasLine(given, centsOf(text))],
  ['Keep the original proof until {day}.', (on) => [keepUntil(on)]],
];

/** What an item of Today is about, as far as it names it. */
export type ItemOn = On & {
  fund: FundFigures | null;
  key: string;
  activity: ActivityOn | null;
  claim: ClaimOn | null;
  /** The activity of the claim. */
  claimed: ActivityOn | null;
  figures: Figures;
  /** As it is shown. */
  atRisk: number;
};

type DueAndStake = readonly [due: string | null, atRisk: number];
const addMonthsTo = (month: string, months: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1)).toISOString().slice(0, 7);

/** Until 45 days after its end, and for as many again, an activity is due then; and then when claims close. No claim is made before they open. */
function claimBy(ended: string | null, { claimOpens, claimDeadline }: FundFigures, asOf: string): string {
  const advised = ended && daysAfter(ended, 45);
  if (advised === null || advised > claimDeadline || daysTo(advised, asOf) > 45) return claimDeadline;
  return advised < claimOpens ? claimOpens : advised;
}
/** What keeps an activity from being planned is settled before it begins, or else before its money lapses. */
function settleBy({ given, fund, asOf }: ActivityOn): string {
  const { usageEnd, claimDeadline } = fund!;
  const last = asOf > usageEnd ? claimDeadline : usageEnd;
  return given.start > asOf && given.start < last ? given.start : last;
}
const stakeOf = ({ figures: { atStake } }: ItemOn, id: string): number => atStake.get(id) ?? 0;
const ofActivity = (on: ItemOn, due: (activity: ActivityOn) => string): DueAndStake => [
  due(on.activity!),
  stakeOf(on, on.activity!.given.id),
];
const afterwards = (on: ItemOn): DueAndStake => ofActivity(on, ({ given, fund, asOf }) => claimBy(given.end, fund!, asOf));
/** A claim that counts itself, or for its activity, which does. */
function toSubmit(on: ItemOn): DueAndStake {
  const { given, figures, fund, asOf } = on.claim!;
  if (figures.countsAs !== '') return [claimBy(given.end, fund!, asOf), stakeOf(on, given.id)];
  return afterwards({ ...on, activity: on.claimed });
}
const resolved = (on: ItemOn, atRisk: number): DueAndStake => [on.claim!.fund!.resolutionDeadline, atRisk];
/** Microsoft's answers are counted from the day on which they are looked at, so none is late. */
const withMicrosoft = (on: ItemOn): DueAndStake =>
  resolved(on, on.asOf > on.claim!.fund!.resolutionDeadline ? 0 : stakeOf(on, on.claim!.given.id));
const NEVER: DueAndStake = ['never', NaN];

/** When what an item asks for is due, and how much is lost without it. */
export const DUE: readonly (readonly [words: string, due: (on: ItemOn) => DueAndStake])[] = [
  ['Plan {usd}', ({ fund }) => [fund!.usageEnd, fund!.unplanned]],
  ["Look for activities missing from the plan: {usd} isn't claimed", ({ fund }) => [fund!.claimDeadline, fund!.unplanned]],
  ['{usd} lapsed', ({ fund }) => [fund!.claimDeadline, 0]],
  ['Earn {usd} more co-op', ({ fund }) => [fund!.earningEnd, 0]],
  ['Bring in a newer earnings report', ({ figures }) => [lastDayOf(addMonthsTo(figures.newest, 2)), 0]],
  ['Finish the draft "{activity}"', (on) => ofActivity(on, settleBy)],
  ['Plan "{activity}"', (on) => ofActivity(on, settleBy)],
  ['Fix "{activity}"', (on) => (on.activity!.given.end < on.asOf ? afterwards(on) : ofActivity(on, settleBy))],
  [
    'Finish "{activity}"',
    (on) => ofActivity(on, ({ given, figures: { lastSafeDay }, asOf }) => (lastSafeDay! < asOf ? given.end : lastSafeDay!)),
  ],
  ['Move up the end date of "{activity}"', (on) => ofActivity(on, ({ figures }) => figures.lastSafeDay!)],
  ['Confirm that "{activity}" took place', afterwards],
  ['Claim "{activity}" again, or dispute', (on) => ofActivity(on, ({ fund }) => fund!.claimDeadline)],
  ['Claim "{activity}"', afterwards],
  ['Submit the claim "{claim}"', toSubmit],
  ['Respond to Microsoft about "{claim}", and resubmit it', (on) => resolved(on, stakeOf(on, on.claim!.given.id))],
  ['Ask Microsoft about "{claim}"', withMicrosoft],
  ['Ask Microsoft about the dispute of "{claim}"', withMicrosoft],
  ['Check for a decision on "{claim}"', () => NEVER],
  ['Ask about the payment of "{claim}"', () => NEVER],
  ['Record that the claim "{claim}" is {any}', () => [null, 0]],
  ['Dispute "{claim}" if it was rejected in error', (on) => resolved(on, 0)],
  ['Choose a fund for {any}', () => [null, 0]],
  ['Complete an amount', () => [null, 0]],
];

/** An item of Today; DUE says when it is due. */
export const TO_DO: readonly Known<ItemOn>[] = [
  ['{day}, today', ({ asOf }) => [asOf]],
  ['{day}, tomorrow', ({ asOf }) => [daysAfter(asOf, 1)]],
  ['{day}, yesterday', ({ asOf }) => [daysAfter(asOf, -1)]],
  ['{day}, in {n} days', ({ asOf }, [day]) => [ANY, daysTo(asOf, String(day))]],
  ['{day}, {n} days ago', ({ asOf }, [day]) => [ANY, -daysTo(asOf, String(day))]],
  ['{usd} at risk', ({ fund, atRisk }) => atRisk <= fund!.atRisk],
  ['Plan {usd}', ({ atRisk }) => [atRisk]],
  ["Look for activities missing from the plan: {usd} isn't claimed", ({ atRisk }) => [atRisk]],
  ['{usd} lapsed', ({ fund }) => [fund!.lapsed]],
  ['{fund}: no activity is planned for this amount.', ({ key }) => [key]],
  ["It can't be used after {day}.", ({ fund }) => [fund!.usageEnd]],
  ['{fund}: the usage period is over.', ({ key }) => [key]],
  ['Activities that took place in it can be claimed until {day}.', ({ fund }) => [fund!.claimDeadline]],
  ["Drafts that aren't counted: {any}", yes],
  ["It includes what's reserved for activities that can't be claimed: {any}", yes],
  ['{fund}: claims closed on {day}, and no claim uses it.', ({ key, fund }) => [key, fund!.claimDeadline]],
  [
    '{fund}: claims closed on {day}, and no claim uses this part of the {usd} above the threshold.',
    ({ key, fund }) => [key, fund!.claimDeadline, fund!.above],
  ],
  ['Activities left without it: {any}', yes],
  // of the months that have begun by then
  ['Earn {usd} more co-op', ({ fund }) => [short(fund!.forecast?.soFar ?? fund!.coop)]],
  [
    '{fund}: {usd} so far, {usd} below the threshold.',
    ({ key, fund }) => {
      const soFar = fund!.forecast?.soFar ?? fund!.coop;
      return [key, soFar, short(soFar)];
    },
  ],
  ["At the current pace you'll be {usd} short on {day}.", ({ fund }) => [short(fund!.forecast!.expected), fund!.earningEnd]],
  ["At the current pace you'll reach it on {day}.", ({ fund }) => short(fund!.forecast!.expected) === 0 && [fund!.earningEnd]],
  ['It takes {usd} in {any}', ({ fund }) => [neededIn(fund!.forecast!), ANY]],
  ['The newest earnings in this workbook are for {any}', yes],
  ["Earnings and reversals after {any} aren't included.", yes],
  ['Newer earnings decide whether the threshold is reached: {any}', yes],
  ['{fund}: {any} are missing.', ({ key }) => [key, ANY]],
  ['{fund}: {any} is missing.', ({ key }) => [key, ANY]],
  ['{usd} so far, {usd} expected; the threshold is {usd}.', ({ fund }) => [fund!.coop, fund!.forecast!.expected, THRESHOLD]],
  ['{usd} so far; the threshold is {usd}.', ({ fund }) => [fund!.coop, THRESHOLD]],
  ['{n} other funds are incomplete, too.', yes],
  ['{n} other fund is incomplete, too.', yes],
  ['Finish the draft "{activity}"', ({ activity }) => activity!.given.status === 'draft'],
  ['Plan "{activity}"', ({ activity }) => activity!.given.status === 'draft'],
  ['Fix "{activity}"', ({ activity }) => ['planned', 'committed'].includes(activity!.given.status)],
  ["It's {any}, but blocked:", ({ activity }) => [activity!.given.status]],
  ['Finish "{activity}"', yes],
  ['Claim "{activity}"', ({ activity }) => activity!.given.status === 'done'],
  ['Claim "{activity}" again, or dispute', yes],
  ['Confirm that "{activity}" took place', yes],
  ['It ended on {day} and is still {any}, but blocked:', ({ activity }) => [activity!.given.end, activity!.given.status]],
  ['It ended on {day} and is still {any}.', ({ activity }) => [activity!.given.end, activity!.given.status]],
  ['It ended on {day}, but blocked:', ({ activity }) => [activity!.given.end]],
  ['"{activity}" ended on {day} and is still {any}.', ({ activity }) => [ANY, activity!.given.end, activity!.given.status]],
  ['The last safe day, {day}, has passed.', ({ activity }) => [activity!.figures.lastSafeDay]],
  [
    'It must end by {day}, the last safe day, to be proven, claimed, and approved in time.',
    ({ activity }) => [activity!.figures.lastSafeDay],
  ],
  [
    'Guides advise claiming within 45 days of the end: by {day}.',
    (on) => [daysAfter((on.activity?.given.end ?? on.claim?.given.end)!, 45)],
  ],
  ['Claims close on {day}.', ({ fund }) => [fund!.claimDeadline]],
  ['Claims open on {day} and close on {day}.', ({ fund }) => [fund!.claimOpens, fund!.claimDeadline]],
  ['Its claim "{claim}" was rejected.', ({ claim }) => claim!.given.status === 'rejected'],
  ['You can create a new claim until {day}.', ({ fund }) => [fund!.claimDeadline]],
  ['Submit the claim "{claim}"', ({ claim }) => claim!.figures.statusNow === 'editing'],
  ['It still needs {n} {any}', yes],
  ['Respond to Microsoft about "{claim}", and resubmit it', ({ claim }) => claim!.figures.statusNow === 'action required'],
  ["If it still does after {day}, it's non-compliant and isn't paid.", ({ fund }) => [fund!.resolutionDeadline]],
  ['Ask Microsoft about "{claim}"', ({ claim }) => ['submitted', 'under review'].includes(claim!.figures.statusNow)],
  ["It's been under review since {day} and isn't decided.", yes],
  ["It was submitted on {day} and isn't decided.", yes],
  ['Reviews take up to {n} days, and claims are resolved by {day}.', ({ fund }) => [ANY, fund!.resolutionDeadline]],
  ['Check for a decision on "{claim}"', ({ claim }) => claim!.figures.statusNow === 'submitted'],
  ['Ask Microsoft about the dispute of "{claim}"', ({ claim }) => claim!.figures.statusNow === 'disputed'],
  ['Disputes are answered within {n} business days, by {day}.', yes],
  ['Claims are resolved by {day}.', ({ fund }) => [fund!.resolutionDeadline]],
  ['Ask about the payment of "{claim}"', ({ claim }) => claim!.figures.statusNow === 'approved'],
  ["{usd} was approved on {day}, expected by {day}, and isn't paid.", yes],
  ['Record that the claim "{claim}" is {any}', ({ claim }) => [ANY, claim!.figures.statusNow]],
  [
    "It's still {any}, and {day} has passed.",
    ({ claim, fund }) => [
      capitalized(claim!.given.status),
      claim!.given.status === 'editing' ? fund!.claimDeadline : fund!.resolutionDeadline,
    ],
  ],
  ['Dispute "{claim}" if it was rejected in error', ({ claim }) => claim!.given.status === 'rejected'],
  ['A dispute must be resolved by {day}.', ({ fund }) => [fund!.resolutionDeadline]],
  ['Choose a fund for "{activity}"', ({ fund }) => fund === null],
  ["The workbook doesn't have {fund}, so it isn't counted anywhere.", ({ fund, key }) => fund === null && [key]],
  [
    'The claim "{claim}" is in {any} and has no rate to USD, so it isn\'t counted.',
    ({ claim }) => claim!.figures.countsAs !== '' && claim!.figures.countedUsd === null,
  ],
  ['The claim "{claim}" has no amount, so it isn\'t counted.', ({ claim }) => claim!.figures.latest === null],
  ['"{activity}" is in {any} and has no rate to USD, so it isn\'t counted.', ({ activity }) => activity!.figures.rateUsed === null],
  ['"{activity}" has no amount, so it isn\'t counted.', ({ activity }) => activity!.figures.cost === null],
  [
    '{usd} is {usd} more than the {usd} remaining.',
    ({ activity }) => [activity!.figures.coopUsd, activity!.figures.coopUsd! - activity!.figures.left!, activity!.figures.left],
  ],
  ...BELOW,
];

/** What a screen says of nothing in particular. */
export const SCREEN: readonly Known<On>[] = [
  ...EVERYWHERE,
  ['Closed halves ({n})', yes],
  // the labels of the chart; its numbers are in its table
  ['{month}', yes],
  ['{any}% now.', yes],
  ['Not attributable: {any}', yes],
  ['No money in these funds is at risk as of {day}.', ({ asOf }) => [asOf]],
  ["{n} funds with nothing to use aren't shown.", yes],
  ["{n} fund with nothing to use isn't shown.", yes],
  ['{n} fund without co-op not listed.', yes],
  ['{n} funds without co-op not listed.', yes],
  ['Little effort to claim, and listed in the guidebook for {fund}.', yes],
  ['What to claim first: {any}', yes],
  ['Proof: {any}', yes],
  ['{n} claims', yes],
  ['{n} claim', yes],
  ['Approved and unpaid, {any}: {any}', yes],
  ['Needs action, {n}', yes],
  ['In preparation, {n}', yes],
  ['With Microsoft, {n}', yes],
  ['Finished, {n}', yes],
  ['{n} items, by due date.', yes],
  ['{n} item.', yes],
  ['Deadlines, last safe days, and what claims wait for, {any}', yes],
  ['Overdue {n}', yes],
  ['This week {n}', yes],
  ['This month {n}', yes],
  ['This usage period {n}', yes],
  ['Later {n}', yes],
  ['No date {n}', yes],
  ['Nothing to do until {day}', yes],
  ['On that day, {any}', yes],
];
