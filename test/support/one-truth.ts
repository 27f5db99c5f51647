import { ACTIVITY_STATUSES, type Expense } from '../../src/domain/activities/activity';
import { CLAIM_STATUSES, type ClaimStatus } from '../../src/domain/claims/claim';
import type { ExchangeRate } from '../../src/domain/activities/rate-in-force';
import { addDays, type Day } from '../../src/domain/calendar/day';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import { fundNamed } from '../../src/rulebook/name-keys';
import { parseHalf } from '../../src/domain/calendar/half';
import { activity, claim } from './records';
import { seeded } from './seeded';
import {
  daysOf,
  KINDS,
  monthsOf,
  type Given,
  type GivenActivity,
  type GivenClaim,
  type GivenExpense,
  type GivenFund,
  type GivenRate,
} from './one-truth-reference';

export const PROGRAM = 'Microsoft Commerce Incentives';
const HALVES = ['FY25 H1', 'FY25 H2', 'FY26 H1'];
const PARTNERS = ['1234567', '7654321'];

/** What is drawn with a seed. */
function dice(seed: number) {
  const next = seeded(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length - 1)]!;
  const perhaps = (chance: number): boolean => next() < chance;
  return { upTo, oneOf, perhaps };
}

const CURRENCIES = [
  ['USD', 1],
  ['USD', 1],
  ['GBP', 1.31],
  ['EUR', 1.085],
  ['EUR', null],
  ['GBP', null],
] as const;

/** A workbook for a seed: earnings partly known, halves running, closed, and converted; activities and claims of every status. */
export function workbookOf(seed: number): Given {
  const { upTo, oneOf, perhaps } = dice(seed * 7919 + 1);
  const last = upTo(17);
  const funds = PARTNERS.flatMap((partnerId) =>
    HALVES.flatMap((half, n): GivenFund[] => {
      const months = monthsOf(half).filter((_, month) => n * 6 + month <= last && perhaps(0.9));
      if (months.length === 0) return [];
      const most = oneOf([150_000, 200_000, 400_000, 900_000]);
      const coop = Object.fromEntries(months.map((month) => [month, perhaps(0.1) ? -upTo(most) : upTo(most)]));
      return [{ partnerId, half, coop, rebate: Object.fromEntries(months.map((month) => [month, upTo(most)])) }];
    }),
  );
  const typing = dice(seed * 15_485_863 + 23);
  for (const fund of funds) if (typing.perhaps(0.15)) fund.typed = typing.oneOf([0, 300_025, 999_999, 1_000_000, 2_500_050, 9_000_000]);
  const names = [...funds, { partnerId: '', half: '' }, { partnerId: '5550000', half: 'FY25 H1' }];
  const nameOf = (): { partnerId: string; half: string } => (perhaps(0.85) && funds.length > 0 ? oneOf(funds) : oneOf(names));
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const cents = (most: number): number => upTo(most * 4) * 25 + upTo(24);

  const drawn = Array.from({ length: 3 + upTo(6) }, (_, n): GivenActivity => {
    const { partnerId, half } = nameOf();
    const { usageStart } = daysOf(half === '' ? 'FY25 H1' : half);
    const [currency, rate] = oneOf(CURRENCIES);
    const expenses = perhaps(0.4)
      ? Array.from({ length: 1 + upTo(2) }, (__, line): GivenExpense => ({
          id: `E-${n}-${line}`,
          budget: cents(2000),
          actual: perhaps(0.5) ? cents(2500) : null,
        }))
      : [];
    const budget = expenses.length > 0 ? (perhaps(0.2) ? cents(6000) : null) : perhaps(0.85) ? cents(4000) : null;
    const whole = budget ?? expenses.reduce((sum, expense) => sum + expense.budget, 0);
    return {
      id: `A-${String(n).padStart(6, '0')}`,
      activity: perhaps(0.4) ? 'Digital advertising' : oneOf(kinds),
      status: oneOf(ACTIVITY_STATUSES),
      partnerId,
      half,
      start: `${usageStart.slice(0, 8)}10`,
      end: `${usageStart.slice(0, 8)}${20 + upTo(5)}`,
      currency,
      rate,
      budget,
      actual: perhaps(0.25) ? cents(4000) : null,
      coopShare: perhaps(0.4) ? upTo(whole) : null,
      expenses,
    };
  });

  // some cost more than a fixed cap, planned or spent
  const capping = dice(seed * 32_452_843 + 9);
  const activities = drawn.map((given): GivenActivity => {
    if (!capping.perhaps(0.1)) return given;
    const spent = capping.perhaps(0.4) ? capping.oneOf([1_875_001, 1_900_025]) : null;
    const budget = capping.oneOf([1_875_000, 1_875_001, 2_600_000]);
    return { ...given, activity: 'Microsoft syndicated content', budget, actual: spent, coopShare: null, expenses: [] };
  });

  const claims = Array.from({ length: upTo(6) }, (_, n): GivenClaim => {
    const activity = perhaps(0.85) ? oneOf(activities) : null;
    const { partnerId, half } = perhaps(0.6) && activity ? activity : perhaps(0.5) ? nameOf() : { partnerId: '', half: '' };
    const [currency, rate] = oneOf(CURRENCIES);
    const amount = perhaps(0.7) ? cents(4000) : null;
    return {
      id: `C-${String(n).padStart(6, '0')}`,
      activityId: activity?.id ?? oneOf(['', 'A-GONE00']),
      partnerId,
      half,
      end: activity && perhaps(0.9) ? activity.end : null,
      currency,
      rate,
      amount,
      approved: perhaps(0.5) ? upTo(amount ?? 100_000) : null,
      paid: perhaps(0.5) ? cents(3000) : null,
      evidence: oneOf(['invoice', 'CSR'] as const),
      status: oneOf(CLAIM_STATUSES),
      lines: Array.from({ length: upTo(2) }, (__, line) => ({
        id: `L-${n}-${line}`,
        kind: oneOf(['invoice', 'CSR'] as const),
        amount: cents(1500),
      })),
    };
  });
  // some begin on the day of an activity, some repeat a day with another rate, and some can't be read
  const rates = perhaps(0.8)
    ? Array.from({ length: 1 + upTo(6) }, (): GivenRate => ({
        currency: oneOf(['EUR', 'GBP', 'CHF']),
        from: oneOf(['2024-07-01', '2025-01-10', '2025-01-11', '2025-06-30', '2025-07-10', '2026-01-01']),
        rate: perhaps(0.15) ? null : oneOf([1.085, 1.31, 1.2775]),
      }))
    : null;
  return { funds, activities, claims, rates };
}

/** Days on which something ends, and the day after each: as many as asked for, spread over a workbook's life. */
export function daysToLookFrom(seed: number, many: number): Day[] {
  const { oneOf } = dice(seed * 104_729 + 5);
  const edges: Day[] = HALVES.flatMap((half) => {
    const { usageStart, usageEnd, claimDeadline, resolutionDeadline } = daysOf(half);
    return [usageStart, usageEnd, claimDeadline, resolutionDeadline].flatMap((day) =>
      [0, 1, -1, -30, -31].map((by) => addDays(day as Day, by)),
    );
  });
  const chosen = new Set<Day>();
  while (chosen.size < many) chosen.add(oneOf(edges));
  return [...chosen].sort();
}

/** The earnings of a workbook, as a report brings them. */
export const earningsOf = ({ funds }: Given): MonthEarned[] =>
  funds.flatMap(({ partnerId, coop, rebate }) =>
    (
      [
        ['Coop', coop],
        ['Rebate', rebate],
      ] as const
    ).flatMap(([earningType, byMonth]) =>
      Object.entries(byMonth).map(([month, cents]): MonthEarned => ({
        month,
        partnerId,
        program: PROGRAM,
        engagement: 'M365',
        lever: 'Core',
        earningType,
        isRollover: false,
        micros: cents * 10_000,
        eligible: null,
        counted: 1,
        repeats: 0,
      })),
    ),
  );

const fundIn = ({ partnerId, half }: { partnerId: string; half: string }) =>
  partnerId === '' ? null : fundNamed(partnerId, PROGRAM, parseHalf(half)!);

/** What a screen calls an activity. */
const titleOf = (id: string): string => `Activity ${id}`;
/** What a screen calls a claim. */
const claimNamed = (id: string): string => `Claim ${id}`;

/** The activities and claims of a workbook, as the pane saves them. */
export const recordsOf = ({ activities, claims, rates }: Given) => ({
  rates: (rates ?? []).map((given, n): ExchangeRate => ({ ...given, id: `R-${n}`, from: given.from as Day, source: 'Bank' })),
  activities: activities.map((given) =>
    activity({
      ...given,
      title: titleOf(given.id),
      fund: fundIn(given),
      start: given.start as Day,
      end: given.end as Day,
      expenses: given.expenses.map((expense): Expense => ({ ...expense, type: 'Postage', note: '' })),
    }),
  ),
  claims: claims.map((given) =>
    claim({
      ...given,
      name: claimNamed(given.id),
      fund: fundIn(given),
      status: given.status as ClaimStatus,
      start: null,
      end: given.end as Day | null,
      lines: given.lines.map((line) => ({ ...line, number: '1', type: 'Postage', isThirdParty: false, note: '' })),
    }),
  ),
});
