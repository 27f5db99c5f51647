// What a workbook comes to on a day, by the written definitions alone: it imports nothing from src, so that it can't share a
// mistake with the sheet's formulas or with the planner. Amounts are whole cents, days are yyyy-mm-dd.

/** A fund, as its co-op was reported by month. */
export interface GivenFund {
  partnerId: string;
  /** FY25 H1 */
  half: string;
  /** Cents by month, written yyyy-mm; a month that isn't here is in no report. */
  coop: Readonly<Record<string, number>>;
  rebate: Readonly<Record<string, number>>;
  /** What a person typed over the sum of its co-op, which then counts in its place. */
  typed?: number;
}

/** The co-op that counts of a fund. */
const coopOf = ({ coop, typed }: GivenFund): number => typed ?? reportedOf({ coop });
export const reportedOf = ({ coop }: Pick<GivenFund, 'coop'>): number => sum(Object.values(coop));

export interface GivenExpense {
  id: string;
  budget: number;
  actual: number | null;
}

export interface GivenActivity {
  id: string;
  activity: Kind;
  status: 'draft' | 'planned' | 'committed' | 'done' | 'canceled';
  partnerId: string;
  half: string;
  start: string;
  end: string;
  currency: string;
  rate: number | null;
  /** As a person typed it over the sum of its expenses, or entered it. Null: none. */
  budget: number | null;
  actual: number | null;
  coopShare: number | null;
  expenses: readonly GivenExpense[];
}

/**
 * Kinds of activities, each with the most co-op that the guidebook has it use in a usage period. `most` is in cents, of the
 * co-op earned in the half before; null is no cap. Travel has a cap of its own, but registration comes on top.
 */
export const KINDS = {
  'Digital advertising': { category: 'Demand Generation', most: () => null },
  'Customer offers': { category: 'Market Development', most: (earned: number) => share(earned, 25) },
  'On-site champ': { category: 'Market Development', most: (earned: number) => share(earned, 50) },
  'Product seeding and demo units': { category: 'Partner Skilling', most: (earned: number) => Math.max(share(earned, 10), 300_000) },
  'Microsoft syndicated content': { category: 'Demand Generation', most: () => 1_875_000 },
  'Microsoft hosted conferences': { category: 'Partner Skilling', most: () => null },
  'Golf day': { category: 'Not in guidebook', most: () => null },
} as const;
type Kind = keyof typeof KINDS;

/** What the column Cap says: the most of the co-op earned, and never more than that. */
export function capColumn(kind: Kind, earned: number | null): number | null {
  if (earned === null || earned < 0 || kind === 'Golf day') return null;
  const most = kind === 'Microsoft hosted conferences' ? 1_500_000 : KINDS[kind].most(earned);
  return Math.min(earned, most ?? earned);
}

/** Half away from zero. */
const share = (earned: number, percent: number): number => quotient(BigInt(earned) * BigInt(percent), 100n);

/** The most that a fund keeps for an activity. */
function mostKept(kind: Kind, earned: number | null): number {
  const most = earned === null || earned < 0 ? null : KINDS[kind].most(earned);
  return most !== null && most < earned! ? most : Infinity;
}

interface GivenLine {
  id: string;
  kind: 'invoice' | 'CSR';
  amount: number;
}

export interface GivenClaim {
  id: string;
  activityId: string;
  /** '' for its activity's fund. */
  partnerId: string;
  half: string;
  end: string | null;
  currency: string;
  rate: number | null;
  amount: number | null;
  approved: number | null;
  paid: number | null;
  evidence: 'invoice' | 'CSR';
  status: string;
  lines: readonly GivenLine[];
}

/** A row of exchange rates. The rate is null where its cell has text. */
export interface GivenRate {
  currency: string;
  from: string;
  rate: number | null;
}

/** A workbook's own cells. */
export interface Given {
  /** Null where the workbook has no table of exchange rates. */
  rates: readonly GivenRate[] | null;
  funds: readonly GivenFund[];
  activities: readonly GivenActivity[];
  claims: readonly GivenClaim[];
}

export interface FundDays {
  earningStart: string;
  usageStart: string;
  usageEnd: string;
  claimOpens: string;
  claimDeadline: string;
  resolutionDeadline: string;
}

/** The days of a half's co-op: earned in it, used in the next half, claimed and settled by set days after that. */
export function daysOf(half: string): FundDays {
  const [, year, which] = /^FY(\d\d) H([12])$/.exec(half)!;
  const y = 2000 + Number(year);
  return which === '1'
    ? {
        earningStart: `${y - 1}-07-01`,
        usageStart: `${y}-01-01`,
        usageEnd: `${y}-06-30`,
        claimOpens: `${y}-02-16`,
        claimDeadline: `${y}-08-15`,
        resolutionDeadline: `${y}-09-30`,
      }
    : {
        earningStart: `${y}-01-01`,
        usageStart: `${y}-07-01`,
        usageEnd: `${y}-12-31`,
        claimOpens: `${y}-08-16`,
        claimDeadline: `${y + 1}-02-15`,
        resolutionDeadline: `${y + 1}-03-31`,
      };
}

/** The half whose co-op pays for an activity on a day: the one before. */
export function paidFrom(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month <= 6 ? `FY${String(year % 100).padStart(2, '0')} H1` : `FY${String(year % 100).padStart(2, '0')} H2`;
}

/** The months of a half, written yyyy-mm. */
export function monthsOf(half: string): string[] {
  const { earningStart } = daysOf(half);
  const [year, month] = earningStart.split('-') as [string, string];
  return Array.from({ length: 6 }, (_, n) => `${year}-${String(Number(month) + n).padStart(2, '0')}`);
}

const THRESHOLD = 1_000_000;
const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
const OPEN = ['submitted', 'under review', 'action required', 'disputed'];

/** Claimed, as recorded: the days of an activity are over once Microsoft has its claim. */
const WITH_MICROSOFT = [...OPEN, 'approved', 'paid'];

const daysBefore = (iso: string, days: number): string => new Date(Date.parse(iso) - days * 86_400_000).toISOString().slice(0, 10);

/** The last day for an activity of a half to end, with 14 days for its proof and 30 for the review. */
function safeDay(half: string): string {
  const { usageEnd, claimDeadline, resolutionDeadline } = daysOf(half);
  return [usageEnd, daysBefore(claimDeadline, 14), daysBefore(resolutionDeadline, 44)].sort()[0]!;
}

/** Half away from zero; exact, since a rate has few decimals. */
function times(cents: number, rate: number): number {
  const [, decimals = ''] = String(rate).split('.');
  return quotient(BigInt(cents) * BigInt(Math.round(rate * 10 ** decimals.length)), 10n ** BigInt(decimals.length));
}
function quotient(dividend: bigint, divisor: bigint): number {
  const half = divisor / 2n;
  return Number((dividend + (dividend < 0n ? -half : half)) / divisor);
}

/** An amount in US dollars; null where it isn't known, below zero, or has no rate. */
function dollars(cents: number | null, { currency, rate }: { currency: string; rate: number | null }): number | null {
  if (cents === null || cents < 0) return null;
  return currency === 'USD' ? cents : rate === null ? null : times(cents, rate);
}

/** The rate an activity counts at: its own, or the newest that has begun on its start day, if that one is known and unique. */
function rateOf(
  { currency, rate, start }: GivenActivity,
  rates: readonly GivenRate[] | null,
): { from: string | null; used: number | null } {
  if (currency === 'USD') return { from: null, used: 1 };
  if (rate !== null) return { from: null, used: rate };
  const begun = (rates ?? []).filter((known) => known.currency === currency && known.from <= start);
  const from =
    begun
      .map((known) => known.from)
      .sort()
      .at(-1) ?? null;
  const found = new Set(begun.filter((known) => known.from === from).map((known) => known.rate));
  return { from, used: found.size === 1 ? [...found][0]! : null };
}

/** The stages of a fund's money, furthest first. */
export const STAGES = ['paid', 'approved', 'claimed', 'spent', 'committed', 'planned'] as const;

/** Where a half that is still being earned is heading on a day, from its complete months: those over and reported. */
export interface Forecast {
  complete: number;
  remaining: number;
  /** The mean of the complete months. */
  pace: number;
  /** What was earned in months that have begun, and what later months already have. */
  soFar: number;
  later: number;
  /** As if each open month earns the mean, the least, or the most of the complete ones, or what it has, if that is more. */
  expected: number;
  low: number | null;
  high: number | null;
}

/** Null where no month is complete. `newest` is the newest month of any report. */
export function forecastOf(half: string, coop: Readonly<Record<string, number>>, newest: string, asOf: string): Forecast | null {
  const months = monthsOf(half);
  const begun = months.filter((month) => `${month}-01` <= asOf);
  const amount = (month: string): number => coop[month] ?? 0;
  const isComplete = (month: string): boolean => lastDayOf(month) <= asOf && month <= newest;
  const complete = months.filter(isComplete).map(amount);
  if (complete.length === 0) return null;
  const open = months.filter((month) => !isComplete(month));
  const running = begun.find((month) => lastDayOf(month) > asOf);
  // in parts of a month's mean, so that only the end is rounded
  const outlook = (total: number, count: number): number => {
    const known = sum(begun.filter((month) => month !== running).map(amount)) * count;
    const ahead = sum(open.map((month) => (month === running ? Math.max(total, amount(month) * count) : total)));
    return quotient(BigInt(known + ahead), BigInt(count));
  };
  const soFar = sum(begun.map(amount));
  const [least, most] = [Math.min(...complete), Math.max(...complete)];
  const isRange = open.length === 0 || complete.length > 1;
  return {
    complete: complete.length,
    remaining: open.length,
    pace: quotient(BigInt(sum(complete)), BigInt(complete.length)),
    soFar,
    later: sum(months.map(amount)) - soFar,
    expected: outlook(sum(complete), complete.length),
    low: isRange ? outlook(least, 1) : null,
    high: isRange ? outlook(most, 1) : null,
  };
}
export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** How far the forecast was off in halves that are over, each tried after its first five months. */
export interface Tried {
  halves: number;
  tests: number;
  /** The middle one of how much they were off, in percent. */
  off: number;
  ranged: number;
  within: number;
}

function triedOn(funds: readonly GivenFund[], newest: string, asOf: string): Tried | null {
  const whole = funds.filter(({ half, coop, rebate }) => {
    const months = monthsOf(half);
    const isOver = lastDayOf(months[5]!) <= asOf && months[5]! <= newest;
    return isOver && sum(Object.values(coop)) !== 0 && months.every((month) => month in coop || month in rebate);
  });
  const tests = whole.flatMap(({ half, coop }) => {
    const actual = sum(Object.values(coop));
    return monthsOf(half)
      .slice(0, 5)
      .map((month) => {
        const known = Object.fromEntries(Object.entries(coop).filter(([other]) => other <= month));
        const { expected, low, high } = forecastOf(half, known, month, lastDayOf(month))!;
        return {
          off: Math.abs(expected - actual) / Math.max(1, Math.abs(actual)),
          isRanged: low !== null,
          isWithin: low !== null && low <= actual && actual <= high!,
        };
      });
  });
  if (tests.length === 0) return null;
  const sorted = tests.map(({ off }) => off).sort((a, b) => a - b);
  return {
    halves: whole.length,
    tests: tests.length,
    off: Math.round(sorted[Math.floor(sorted.length / 2)]! * 100),
    ranged: tests.filter(({ isRanged }) => isRanged).length,
    within: tests.filter(({ isWithin }) => isWithin).length,
  };
}

export interface FundFigures extends FundDays {
  /** The last day of its half. */
  earningEnd: string;
  /** Of a half that isn't over, or not reported to its end. Null also without a complete month. */
  forecast: Forecast | null;
  /** What its activities ask for if it comes to what is expected, drafts and claims included. */
  asked: number;
  /** Free money that no draft asks for, and what is reserved for activities that no claim will ever use. */
  unplanned: number;
  coop: number;
  rebate: number;
  threshold: number;
  above: number;
  usable: number;
  converted: number | null;
  stage: string;
  status: string;
  planned: number;
  committed: number;
  spent: number;
  claimed: number;
  approved: number;
  paid: number;
  free: number;
  over: number;
  lapsed: number;
  /** How much of each stage the fund can pay, furthest first. */
  covered: Readonly<Record<(typeof STAGES)[number], number>>;
  atRisk: number;
  /** What the partner pays of its activities, but for drafts and canceled ones. */
  yourShare: number;
  /** The amounts of each stage, one for each activity or claim; null for one that isn't known. */
  parts: Readonly<Record<(typeof STAGES)[number], readonly (number | null)[]>>;
}

export interface ActivityFigures {
  rateFrom: string | null;
  rateUsed: number | null;
  budget: number | null;
  actual: number | null;
  budgetUsd: number | null;
  actualUsd: number | null;
  cost: number | null;
  costUsd: number | null;
  /** What is asked of co-op, and what co-op pays: never more than the cap, and once it is claimed, what its claims come to. */
  coopUsd: number | null;
  paidByCoop: number | null;
  /** Null where nothing is capped. */
  cap: number | null;
  yourShare: number | null;
  countsAs: string;
  reserved: number | null;
  earned: number | null;
  left: number | null;
  expenses: readonly { id: string; reserved: number; expected: number }[];
  isClaimed: boolean;
  /** Null once Microsoft has its claim. */
  claimBy: string | null;
  lastSafeDay: string | null;
}

export interface ClaimFigures {
  fund: string;
  days: FundDays | null;
  statusNow: string;
  countsAs: string;
  /** What is known last of its amount, in its own currency: paid, approved, or claimed. */
  latest: number | null;
  countedUsd: number | null;
  amountUsd: number | null;
}

export interface Figures {
  /** The newest month that a report has, written yyyy-mm; '' for none. */
  newest: string;
  tried: Tried | null;
  /** How much of an activity or a claim its fund can pay and would lose, by ID: of a draft, what is free for it. */
  atStake: ReadonlyMap<string, number>;
  funds: ReadonlyMap<string, FundFigures>;
  activities: ReadonlyMap<string, ActivityFigures>;
  claims: ReadonlyMap<string, ClaimFigures>;
}

const keyOf = ({ partnerId, half }: { partnerId: string; half: string }): string =>
  partnerId === '' || half === '' ? '' : `${partnerId} ${half}`;

/** Everything that a workbook comes to on a day. */
export function figuresOn({ funds, activities, claims, rates }: Given, asOf: string): Figures {
  const reported = funds.flatMap(({ coop, rebate }) => [...Object.keys(coop), ...Object.keys(rebate)]).sort();
  const newest = reported.at(-1) ?? '';
  const newestBegun = reported.filter((month) => `${month}-01` <= asOf).at(-1) ?? '';
  const activityById = new Map(activities.map((activity) => [activity.id, activity]));
  const counts = (status: string): boolean => status === 'planned' || status === 'committed' || status === 'done';

  const claimFigures = new Map<string, ClaimFigures>();
  for (const claim of claims) {
    const activity = activityById.get(claim.activityId);
    const fund = keyOf(claim) || (activity ? keyOf(activity) : '');
    const half = fund === '' ? claim.end && paidFrom(claim.end) : fund.slice(-7);
    const days = half ? daysOf(half) : null;
    const statusNow =
      days && claim.status === 'editing' && asOf > days.claimDeadline
        ? 'forfeited'
        : days && claim.status === 'action required' && asOf > days.resolutionDeadline
          ? 'non-compliant'
          : days && claim.status === 'rejected' && asOf > days.resolutionDeadline
            ? 'forfeited'
            : claim.status;
    const countsAs =
      fund === ''
        ? ''
        : OPEN.includes(statusNow)
          ? 'claimed'
          : statusNow === 'approved' || statusNow === 'paid'
            ? statusNow
            : statusNow === 'editing' && !(activity && counts(activity.status))
              ? 'spent'
              : '';
    const lines = claim.lines.filter(({ kind }) => kind === claim.evidence);
    const claimed = claim.amount ?? (lines.length === 0 ? null : sum(lines.map(({ amount }) => amount)));
    const latest =
      statusNow === 'paid' ? (claim.paid ?? claim.approved ?? claimed) : statusNow === 'approved' ? (claim.approved ?? claimed) : claimed;
    claimFigures.set(claim.id, {
      fund,
      days,
      statusNow,
      countsAs,
      latest,
      countedUsd: countsAs === '' ? null : dollars(latest, claim),
      amountUsd: claim.amount === null ? null : dollars(claim.amount, claim),
    });
  }

  const closes = (key: string): boolean => funds.some((fund) => keyOf(fund) === key) && asOf > daysOf(key.slice(-7)).claimDeadline;
  const activityFigures = new Map<string, ActivityFigures>();
  for (const activity of activities) {
    const fund = keyOf(activity);
    const { expenses, status, coopShare } = activity;
    const known = expenses.filter(({ actual }) => actual !== null);
    const budgets = sum(expenses.map(({ budget }) => budget));
    const spent = sum(known.map(({ actual }) => actual!));
    const budget = activity.budget ?? (expenses.length > 0 ? budgets : null);
    const actual = activity.actual ?? (known.length > 0 ? spent : null);
    const lines = expenses.map(({ id, budget: planned, actual: paid }) => ({
      id,
      reserved: Math.max(planned, paid ?? 0),
      expected: paid ?? planned,
    }));
    // line by line, unless a person's own figure says otherwise
    const isOwn = (expenses.length > 0 && budget !== budgets) || (actual !== null && actual !== spent);
    let cost: number | null;
    if (status === 'done') {
      if (known.length === 0) cost = expenses.length > 0 && actual === 0 ? budget : (actual ?? budget);
      else cost = actual !== spent ? actual : sum(lines.map(({ expected }) => expected));
    } else if (expenses.length > 0 && !isOwn) cost = sum(lines.map(({ reserved }) => reserved));
    else {
      const soFar = actual ?? (expenses.length > 0 ? spent : null);
      cost = budget === null ? soFar : soFar === null ? budget : Math.max(budget, soFar);
    }
    const coop =
      coopShare === null ? cost : cost === null || !budget ? coopShare : quotient(BigInt(cost) * BigInt(coopShare), BigInt(budget));
    const rate = rateOf(activity, rates);
    const usd = (amount: number | null): number | null => dollars(amount, { ...activity, rate: rate.used });
    const [costUsd, coopUsd] = [usd(cost), usd(coop)];
    const itsFund = funds.find((candidate) => keyOf(candidate) === fund);
    const earned = itsFund ? coopOf(itsFund) : null;
    const most = mostKept(activity.activity, earned);
    const kept = coopUsd === null ? null : Math.min(coopUsd, most);
    // once claims count in its place, co-op pays what they come to
    const inPlace = claims
      .filter(({ activityId }) => activityId === activity.id)
      .map(({ id }) => claimFigures.get(id)!)
      .filter((figures) => ['claimed', 'approved', 'paid'].includes(figures.countsAs))
      .map(({ countedUsd }) => countedUsd);
    const claimed = inPlace.some((amount) => amount === null) ? null : sum(inPlace as number[]);
    const fromCoop = inPlace.length > 0 ? claimed : kept;
    const isClaimed = claims.some((claim) => {
      if (claim.activityId !== activity.id) return false;
      const figures = claimFigures.get(claim.id)!;
      if (['claimed', 'approved', 'paid'].includes(figures.countsAs)) return true;
      return figures.fund !== fund && claim.status === 'action required';
    });
    const wasClaimed = claims.some((claim) => claim.activityId === activity.id && WITH_MICROSOFT.includes(claim.status));
    const countsAs =
      fund === ''
        ? ''
        : isClaimed
          ? 'claim'
          : closes(fund)
            ? ''
            : status === 'done'
              ? 'spent'
              : status === 'planned' || status === 'committed'
                ? status
                : '';
    activityFigures.set(activity.id, {
      rateFrom: rate.from,
      rateUsed: rate.used,
      budget,
      actual,
      budgetUsd: usd(budget),
      actualUsd: usd(actual),
      cost,
      costUsd,
      coopUsd,
      paidByCoop: fromCoop,
      cap: inPlace.length === 0 && coopUsd !== null && coopUsd > most ? most : null,
      yourShare: costUsd === null || fromCoop === null ? null : Math.max(0, costUsd - fromCoop),
      countsAs,
      reserved: countsAs === '' || countsAs === 'claim' ? null : kept,
      earned,
      left: null,
      expenses: lines,
      isClaimed,
      claimBy: wasClaimed ? null : daysOf(paidFrom(activity.end)).claimDeadline,
      lastSafeDay: activity.half === '' || status === 'done' || wasClaimed ? null : safeDay(activity.half),
    });
  }

  const fundFigures = new Map<string, FundFigures>();
  const atStake = new Map<string, number>();
  for (const fund of funds) {
    const key = keyOf(fund);
    const days = daysOf(fund.half);
    const coop = coopOf(fund);
    const above = coop >= THRESHOLD ? coop : 0;
    const stage =
      asOf < days.earningStart
        ? 'not begun'
        : asOf < days.usageStart
          ? 'earning'
          : asOf <= days.usageEnd
            ? 'usage'
            : asOf <= days.claimDeadline
              ? 'claim only'
              : asOf <= days.resolutionDeadline
                ? 'resolution only'
                : 'closed';
    const isEarned = stage !== 'not begun' && stage !== 'earning';
    const isTyped = fund.typed !== undefined;
    const isIncomplete = isEarned && !isTyped && newest < monthsOf(fund.half).at(-1)!;
    const daysToUse = (Date.parse(days.usageEnd) - Date.parse(asOf)) / 86_400_000;
    const status =
      coop === 0
        ? 'no co-op'
        : !isEarned
          ? 'building up'
          : above === 0
            ? isIncomplete
              ? 'not known yet'
              : stage === 'closed'
                ? 'closed'
                : 'converted'
            : stage === 'usage'
              ? daysToUse < 31
                ? 'lapsing'
                : 'usable'
              : stage === 'claim only'
                ? 'lapsing'
                : stage === 'resolution only'
                  ? 'lapsed'
                  : 'closed';
    const partsOf = (as: string): (number | null)[] => [
      ...activities.flatMap((activity) => {
        const { countsAs, reserved } = activityFigures.get(activity.id)!;
        return keyOf(activity) === key && countsAs === as ? [reserved] : [];
      }),
      ...[...claimFigures.values()].flatMap((claim) => (claim.fund === key && claim.countsAs === as ? [claim.countedUsd] : [])),
    ];
    const parts = Object.fromEntries(STAGES.map((as) => [as, partsOf(as)])) as Record<(typeof STAGES)[number], (number | null)[]>;
    const counted = (as: (typeof STAGES)[number]): number => sum(parts[as].map((amount) => amount ?? 0));
    const [planned, committed, spent] = [counted('planned'), counted('committed'), counted('spent')];
    const [claimed, approved, paid] = [counted('claimed'), counted('approved'), counted('paid')];
    let toGive = above;
    const covered = Object.fromEntries(
      STAGES.map((as) => {
        const given = Math.min(toGive, counted(as));
        toGive -= given;
        return [as, given];
      }),
    ) as Record<(typeof STAGES)[number], number>;
    const used = planned + committed + spent + claimed + approved + paid;
    const rest = Math.max(0, above - used);
    const isLost = asOf > days.claimDeadline;
    const free = isLost ? 0 : rest;
    const isResolved = asOf > days.resolutionDeadline;
    const isOpen = !isEarned || isIncomplete;
    const forecast = isOpen && !isTyped && stage !== 'not begun' ? forecastOf(fund.half, fund.coop, newestBegun, asOf) : null;
    const ofFund = activities.filter((activity) => keyOf(activity) === key);
    const asked =
      sum(
        ofFund
          .filter(
            ({ id, status: stage }) => stage === 'draft' || ['planned', 'committed', 'spent'].includes(activityFigures.get(id)!.countsAs),
          )
          .map(({ id, activity }) => Math.min(activityFigures.get(id)!.coopUsd ?? 0, mostKept(activity, forecast?.expected ?? null))),
      ) +
      sum(
        [...claimFigures.values()].filter((claim) => claim.fund === key && claim.countsAs !== '').map(({ countedUsd }) => countedUsd ?? 0),
      );
    // what each part of a stage gets of what the fund covers of it, in their order: the claims, then the activities
    for (const as of STAGES) {
      let rest = isEarned ? covered[as] : 0;
      const those = [
        ...[...claimFigures].flatMap(([id, claim]) =>
          claim.fund === key && claim.countsAs === as ? [[id, claim.countedUsd] as const] : [],
        ),
        ...ofFund.flatMap(({ id }) => (activityFigures.get(id)!.countsAs === as ? [[id, activityFigures.get(id)!.reserved] as const] : [])),
      ];
      for (const [id, amount] of those) {
        const given = Math.min(rest, amount ?? 0);
        rest -= given;
        atStake.set(id, given);
      }
    }
    let toPlan = isEarned ? free : 0;
    for (const draft of ofFund.filter(({ status: stage, end }) => stage === 'draft' && asOf <= days.usageEnd && end >= asOf)) {
      const { budget, rateUsed } = activityFigures.get(draft.id)!;
      const wanted = draft.activity === 'Golf day' ? 0 : (dollars(draft.coopShare ?? budget, { ...draft, rate: rateUsed }) ?? 0);
      const given = Math.min(toPlan, wanted);
      toPlan -= given;
      atStake.set(draft.id, given);
    }
    const isIdle = ({ id, activity, status: stage, end }: GivenActivity): boolean =>
      ['planned', 'committed', 'spent'].includes(activityFigures.get(id)!.countsAs) &&
      activity === 'Golf day' &&
      (stage === 'done' || asOf > days.usageEnd || end < asOf) &&
      !claims.some((claim) => claim.activityId === id && ['editing', 'rejected'].includes(claim.status));
    const unplanned = toPlan + sum(ofFund.filter(isIdle).map(({ id }) => atStake.get(id)!));
    fundFigures.set(key, {
      ...days,
      earningEnd: daysBefore(days.usageStart, 1),
      forecast,
      asked,
      unplanned,
      covered,
      parts,
      atRisk: free + covered.planned + covered.committed + covered.spent + (isResolved ? 0 : covered.claimed),
      yourShare: sum(
        activities
          .filter((activity) => keyOf(activity) === key && counts(activity.status))
          .map(({ id }) => activityFigures.get(id)!.yourShare ?? 0),
      ),
      coop,
      rebate: sum(Object.values(fund.rebate)),
      threshold: THRESHOLD,
      above,
      usable: stage === 'usage' ? above : 0,
      converted: above === 0 && coop !== 0 && (!isEarned || isIncomplete) ? null : coop - above,
      stage,
      status,
      planned,
      committed,
      spent,
      claimed,
      approved,
      paid,
      free,
      over: Math.max(0, used - above),
      lapsed: isLost ? rest : 0,
    });
  }

  for (const activity of activities) {
    const figures = activityFigures.get(activity.id)!;
    const fund = fundFigures.get(keyOf(activity));
    if (!fund) continue;
    if (activity.status === 'done' || figures.countsAs === 'claim' || closes(keyOf(activity))) continue;
    const inEditing = claims.filter(
      ({ id, activityId }) =>
        activityId === activity.id && claimFigures.get(id)!.countsAs === 'spent' && claimFigures.get(id)!.fund === keyOf(activity),
    );
    const ownAmount = (figures.reserved ?? 0) + sum(inEditing.map(({ id }) => claimFigures.get(id)!.countedUsd ?? 0));
    figures.left = Math.max(0, fund.free - fund.over + ownAmount);
  }
  return { funds: fundFigures, activities: activityFigures, claims: claimFigures, newest, tried: triedOn(funds, newest, asOf), atStake };
}
