import { beforeAll, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import type { Fund } from '../../../src/domain/funds/fund';
import type { Day } from '../../../src/domain/calendar/day';
import { activity, claim, monthRow } from '../../support/records';
import { growthRate } from '../../support/own-rules';
import { kept, partlyRead, planningRead } from '../../support/planning-read';
import { nextDay } from '../../../src/planner/to-do/next-day';
import type { PlanningRead } from '../../../src/planner/store/planning-store';
import { toDoNow } from '../../../src/planner/to-do/to-do-list';
import { fundsOf } from '../../../src/reports/funds';

const FUND: Fund = {
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  programKey: 'Microsoft Commerce Incentives',
  half: { fiscalYear: 2025, half: 1 },
  earned: 1_002_000,
  usable: 1_002_000,
  usageStart: '2025-01-01',
  usageEnd: '2025-06-30',
  claimOpens: '2025-02-01',
  claimDeadline: '2025-08-15',
  resolutionDeadline: '2025-09-30',
};
const ACTIVITY = activity({
  fund: FUND,
  activity: 'Customer seminars and bootcamps',
  start: '2025-05-05',
  end: '2025-05-06',
  owner: '',
  budget: 400_000,
});
const CLAIM = claim({
  name: 'INV1',
  activity: ACTIVITY.activity,
  fund: FUND,
  start: '2025-05-05',
  end: '2025-05-06',
  amount: 400_000,
});
const read = (some: Partial<PlanningRead>): PlanningRead => planningRead({ funds: [FUND], ...some });

/** The funds of a report, none of them typed over. */
const reported = (...asked: Parameters<typeof fundsOf>) => fundsOf(...asked).map((fund) => ({ ...fund, isTyped: false }));

describe('what is to be done now', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const list = (some: Partial<PlanningRead>, asOf: `${number}-${number}-${number}` = '2025-05-01') =>
    toDoNow(read(some), workbookRules()!, asOf);

  it('takes what the rulebook finds wrong with an activity into account', () => {
    expect(list({ activities: [kept({ ...ACTIVITY, start: '2025-06-20', end: '2025-07-05' })] })).toContainEqual(
      expect.objectContaining({
        what: 'Fix "Customer seminars and bootcamps"',
        atRisk: 400_000,
        opens: { screen: 'plan', id: 'A-AAAAAA' },
      }),
    );
  });

  it('says what a claim still needs', () => {
    const found = list({ activities: [kept({ ...ACTIVITY, status: 'done' })], claims: [kept(CLAIM)] });
    expect(found.find(({ opens }) => opens.screen === 'claims')).toMatchObject({
      what: 'Submit the claim "INV1"',
      why: expect.stringMatching(/It still needs \d+ things, first: /),
    });
  });

  it('names a cell that can’t be read', () => {
    expect(list({ activities: [partlyRead(ACTIVITY, 'Start: "x" is no date.')] })).toContainEqual(
      expect.objectContaining({
        what: 'Repair 1 cell of "Customer seminars and bootcamps"',
        why: 'Start: "x" is no date.',
        opens: { screen: 'plan', id: 'A-AAAAAA' },
      }),
    );
  });

  it('says what a half that is still earned lacks, as the Funds screen reckons it, and what its report left out', () => {
    const half = { fiscalYear: 2025, half: 1 } as const;
    const months = [
      monthRow({ month: '2024-07', cents: 150_000 }),
      monthRow({ month: '2024-08', cents: 150_000 }),
      monthRow({ month: '2024-09', cents: 150_000 }),
      monthRow({ month: '2024-10', cents: 150_000 }),
      monthRow({ month: '2024-11', cents: 10_000 }),
    ];
    const rows = (asOf: Day) =>
      reported(
        { months, skipped: [{ partnerId: '1234567', program: FUND.program, half: 'FY25 H1', rows: 2 }] },
        (day) => workbookRules()!.rulesOn(day),
        asOf,
      );
    const found = (asOf: Day) =>
      list({ funds: [], earnings: { months, funds: rows(asOf), isReported: true, unread: 0, unplaced: [] } }, asOf);
    const opens = { screen: 'funds', fund: { partnerId: '1234567', program: FUND.program, programKey: FUND.programKey, half } };
    expect(found('2024-11-30')).toEqual([
      expect.objectContaining({ due: '2024-12-31', what: 'Earn $3,900.00 more co-op', atRisk: 0, opens }),
      expect.objectContaining({ due: null, what: 'Complete the earnings: 2 rows left out', opens }),
    ]);
    expect(found('2024-11-30')[0]!.why).toMatch(
      /\$6,100\.00 so far, \$3,900\.00 below the threshold\. It takes \$3,900\.00 in the month that isn't complete\. At the current pace you'll be \$[\d,.]+ short on Dec 31, 2024/,
    );
    // six thousand in four months fall short by a thousand, so it is told before the last two months
    expect(found('2024-10-31')[0]).toMatchObject({ due: '2024-12-31', what: 'Earn $4,000.00 more co-op' });
    expect(found('2024-10-31')[0]!.why).toContain("It takes $2,000.00 in each of the 2 months that aren't complete. At the current pace");
    expect(found('2025-01-01').map(({ what, why }) => `${what} ${why}`)[0]).toMatch(
      /^Bring in a newer earnings report .* for November 2024\. FY25 H1 co-op of .*: December 2024 is missing\. \$6,100\.00 so far, \$7,320\.00 expected; the threshold is \$10,000\.00\./,
    );
  });

  it('says what a month takes in revenue, of a lever whose rate is known on the day and of no other', () => {
    const CORE = 'Core – Modern Work & Security billed revenue';
    const why = (year: number, ...levers: readonly (readonly [name: string, cents: number])[]) => {
      const months = levers.flatMap(([lever, cents]) =>
        [1, 2, 3, 4].map((n) => monthRow({ month: `${year}-0${n}` as never, lever, cents })),
      );
      const asOf = `${year}-05-29` as Day;
      const funds = reported({ months, skipped: [] }, (day) => workbookRules()!.rulesOn(day), asOf);
      const [first] = list({ funds: [], earnings: { months, funds, isReported: true, unread: 0, unplaced: [] } }, asOf);
      return `${first!.what}: ${first!.why}`;
    };
    // 10,000.00 less 4 x 1,738.53 is 3,045.88, which two months bring with 1,522.94 each; 3.75% of 40% of 101,528.94 is 1,522.9401
    expect(why(2025, [CORE, 173_853])).toMatch(
      /^Earn \$3,045\.88 more co-op: .*It takes \$1,522\.94 in each of the 2 months that aren't complete, such as from \$101,528\.94 of revenue under Core – Modern Work & Security billed revenue \(rate 3\.75%, co-op share 40%\)\. At the current pace you'll reach it on Jun 30, 2025\./,
    );
    // the largest lever is unknown, "Core" alone fits two, and customer adds of Azure bring no co-op by rule
    expect(why(2025, ['Something new', 100_000], ['Core', 50_000], ['Azure CSP Customer Adds', 20_000], [CORE, 3_853])).toContain(
      '$101,528.94 of revenue under Core – Modern Work',
    );
    expect(why(2025, ['Something new', 173_853])).toMatch(/It takes \$1,522\.94 in each of the 2 months that aren't complete\. At/);
    // no source holds a rate for 2026
    expect(why(2026, [CORE, 173_853])).toMatch(/It takes \$1,522\.94 in each of the 2 months that aren't complete\. At/);
  });

  it('names the lever of the Partner ID’s group where rates differ by group, and none without a group that fits', () => {
    const kind = (group: string, rate: number) => growthRate({ subject: `M365: Tier 1 (${group} countries)`, value: { rate } });
    provideContext({ dateSystem: 1900, ownRules: [kind('scale', 0.04), kind('balance', 0.03)] });
    const months = (['2026-07', '2026-08', '2026-09', '2026-10'] as const).map((month) =>
      monthRow({ month, lever: 'M365: Tier 1', cents: 200_000 }),
    );
    const why = (...groups: readonly [string, string][]) => {
      const funds = reported({ months, skipped: [] }, (day) => workbookRules()!.rulesOn(day), '2026-11-29');
      const earnings = { months, funds, isReported: true, unread: 0, unplaced: [] };
      return list({ funds: [], earnings, partnerGroups: new Map(groups) }, '2026-11-29')[0]!.why;
    };
    // 10,000.00 less 4 x 2,000.00 is 1,000.00 for each of two months; 4% of 62,499.63 is 2,499.99, of which 40% is 1,000.00
    expect(why(['1234567', 'scale countries'])).toContain(
      'such as from $62,499.63 of revenue under M365: Tier 1 (scale countries) (rate 4%, co-op share 40%).',
    );
    // 3% of 83,332.84 is 2,499.9852, which is 2,499.99 again
    expect(why(['1234567', 'Balance countries'])).toContain(
      'such as from $83,332.84 of revenue under M365: Tier 1 (balance countries) (rate 3%, co-op share 40%).',
    );
    const bare = /It takes \$1,000\.00 in each of the 2 months that aren't complete\. At/;
    expect(why()).toMatch(bare);
    expect(why(['1234567', 'other countries'])).toMatch(bare);
    expect(why(['7654321', 'scale countries'])).toMatch(bare);
  });

  it('says what a month takes in growth, of a lever that pays on that', () => {
    provideContext({ dateSystem: 1900, ownRules: [growthRate()] });
    const months = (['2026-07', '2026-08', '2026-09', '2026-10'] as const).map((month) =>
      monthRow({ month, lever: 'M365 Growth Accelerator', cents: 200_000 }),
    );
    const funds = reported({ months, skipped: [] }, (day) => workbookRules()!.rulesOn(day), '2026-11-29');
    const [first] = list({ funds: [], earnings: { months, funds, isReported: true, unread: 0, unplaced: [] } }, '2026-11-29');
    // 10,000.00 less 4 x 2,000.00 is 2,000.00, or 1,000.00 a month; 12.5% of 19,999.88 is 2,499.99, of which 40% is 1,000.00
    expect(first!.why).toMatch(
      /such as from \$19,999\.88 of growth over the same month a year before under M365 Growth Accelerator \(rate 12\.5%, co-op share 40%\)/,
    );
    provideContext({ dateSystem: 1900, ownRules: [] });
  });

  it('answers for days before any payment rule', () => {
    expect(() => list({}, '2010-01-01')).not.toThrow();
  });

  it('is one thing to do for each of 2,000 activities that are over', () => {
    const activities = Array.from({ length: 2000 }, (_, n) => kept({ ...ACTIVITY, id: `A-${n}`, budget: 500 }));
    expect(list({ activities }, '2025-05-07').filter(({ what }) => what.startsWith('Confirm that'))).toHaveLength(2000);
  });
});

describe('the next day to look again', () => {
  it.each<[`${number}-${number}-${number}`, string | null]>([
    ['2024-12-31', '2025-01-01'],
    ['2025-01-01', '2025-02-01'],
    ['2025-02-01', '2025-05-05'],
    ['2025-05-05', '2025-05-06'],
    ['2025-05-06', '2025-06-30'],
    ['2025-06-30', '2025-08-15'],
    ['2025-08-15', null],
  ])('after %s is %s', (asOf, day) => {
    expect(nextDay(read({ activities: [kept(ACTIVITY)] }), asOf)?.day ?? null).toBe(day);
  });

  it('is when a submitted claim may be decided', () => {
    const submitted = kept({ ...CLAIM, status: 'submitted' as const, submittedOn: '2025-07-03' as const });
    expect(nextDay(read({ funds: [], claims: [submitted] }), '2025-07-04')).toEqual({
      day: '2025-07-07',
      what: 'the claim "INV1" may be decided',
    });
    expect(nextDay(read({ funds: [], claims: [submitted] }), '2025-07-07')).toBeNull();
  });

  it('passes over funds without money and what is called off', () => {
    expect(
      nextDay(read({ funds: [{ ...FUND, usable: 0 }], activities: [kept({ ...ACTIVITY, status: 'canceled' })] }), '2025-01-01'),
    ).toBeNull();
  });
});
