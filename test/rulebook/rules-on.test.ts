import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar/day';
import { earnedOn, splitEarning } from '../../src/domain/earnings/split';
import { applyThreshold } from '../../src/domain/earnings/threshold';
import type { Rule } from '../../src/rulebook/rule';
import { BEGINNING, ruleId } from '../../src/rulebook/rule';
import { findLever } from '../../src/rulebook/find-lever';
import { rulesOn } from '../../src/rulebook/rules-on';
import { CATEGORIES } from '../../src/rulebook/rules/requirements';
import { PROGRAMS, type ProgramId } from '../../src/rulebook/rules/programs';

const MCI: ProgramId = 'Microsoft Commerce Incentives';
const DIRECT: ProgramId = 'CSP Direct Bill Partner';
const RESELLER: ProgramId = 'CSP Indirect Reseller';
const PROVIDER: ProgramId = 'CSP Indirect Provider';
const notCovered = (part: string) => expect.objectContaining({ kind: 'not covered', message: expect.stringContaining(part) as string });

describe('split', () => {
  it.each<[string, ProgramId, Day | 'newest', number]>([
    ['T28', MCI, '2022-10-31', 0],
    ['T28', MCI, '2022-11-01', 0.4],
    ['T29', DIRECT, '2019-12-31', 0],
    ['T29', DIRECT, '2020-01-01', 0.4],
    ['S002', RESELLER, '2019-12-31', 0],
    ['S002', RESELLER, '2020-01-01', 0.4],
    ['newest', MCI, 'newest', 0.4],
    ['the far end', MCI, '2099-12-31', 0.4],
    ['never co-op', 'OSU - Microsoft 365', 'newest', 0],
    ['never co-op', 'Online Services Advisory (OSA) Sell', '2024-11-30', 0],
  ])('%s: %s on %s has a co-op share of %d', (_, program, day, share) => {
    expect(rulesOn(day).split(program).value.coopShare).toBe(share);
  });

  it.each<[ProgramId, Day | 'newest']>([
    [PROVIDER, '2019-06-30'],
    [PROVIDER, '2024-11-30'],
    ['Hosting', 'newest'],
    ['Surface PC and Surface Hub ADD', 'newest'],
  ])('%s on %s is not covered: it earns co-op, in a share no source states', (program, day) => {
    expect(() => rulesOn(day).split(program)).toThrow(notCovered('Enter the co-op share yourself'));
  });

  it('is answered or not covered for every program, never anything else', () => {
    for (const { name } of PROGRAMS) {
      try {
        expect([0, 0.4]).toContain(rulesOn('newest').split(name).value.coopShare);
      } catch (problem) {
        expect(problem).toEqual(notCovered(name));
      }
    }
  });
});

describe('split of a lever', () => {
  const adds = findLever('Azure CSP Customer Adds', MCI);
  const core = findLever('Azure consumption CSP motion', MCI);

  it.each<[string, Day | 'newest', number]>([
    ['T22', '2024-11-30', 0],
    ['first day', '2024-10-01', 0],
    ['last day', '2025-06-30', 0],
    ['newest', 'newest', 0],
  ])('%s: Azure CSP Customer Adds on %s is all rebate', (_, day, share) => {
    expect(rulesOn(day).split(MCI, adds).value.coopShare).toBe(share);
  });

  it.each<Day>(['2024-09-30', '2025-07-01', '2023-03-01'])('Azure CSP Customer Adds on %s is not covered, naming the window', (day) => {
    expect(() => rulesOn(day).split(MCI, adds)).toThrow(notCovered('from Oct 1, 2024 to Jun 30, 2025'));
  });

  it.each<Day>(['2023-03-01', '2024-11-30', '2026-03-01'])('a lever without a split of its own has the program’s, on %s too', (day) => {
    expect(rulesOn(day).split(MCI, core).value.coopShare).toBe(0.4);
  });

  it('no lever is no lever', () => {
    expect(rulesOn('2024-11-30').split(MCI, null).value.coopShare).toBe(0.4);
  });
});

describe('rate', () => {
  it.each([
    ['T21', 'Azure consumption CSP motion', 0.04],
    ['T22', 'Azure CSP Customer Adds', 0.15],
    ['T23', 'Core – Modern Work & Security billed revenue', 0.0375],
    ['T24', 'Core – Business Applications billed revenue', 0.0475],
    ['T30', 'Core - Modern Wok & Security billed revenue', 0.0375],
    ['table', 'Azure Reservation and Savings Plan Incentive', 0.1],
    ['table', 'Azure AI accelerator CSP', 0.07],
    ['table', 'Azure Workload Accelerator CSP', 0.03],
    ['table', 'M365: Tier 1', 0.05],
    ['table', 'M365: Tier 2', 0.07],
    ['table', 'Global Calling and Conference PSTN Accelerator', 0.2],
    ['table', 'Customer add – Modern Work & Security billed revenue', 0.15],
    ['table', 'D365: Tier 1', 0.075],
    ['table', 'D365: Tier 2', 0.1],
    ['table', 'Customer add – Business Applications billed revenue', 0.2],
  ])('%s: %s pays %d on every verified day and as the newest', (_, text, rate) => {
    for (const day of ['2024-10-01', '2024-11-30', '2025-06-30', 'newest'] as const) {
      const rules = rulesOn(day);
      expect(rules.rate(rules.lever(text, MCI)).value.rate).toBe(rate);
    }
  });

  it.each<[string, ProgramId, Day, number]>([
    ['M365: Core', RESELLER, '2020-10-01', 0.04],
    ['Core – Azure', RESELLER, '2021-06-30', 0.04],
    ['D365: Core', RESELLER, '2022-09-30', 0.0475],
    ['Nonprofit accelerator', RESELLER, '2022-03-31', 0.12],
    ['M365: Core', MCI, '2023-01-30', 0.04],
  ])('%s of %s on %s, as distributors printed it, pays %d', (text, program, day, rate) => {
    const rules = rulesOn(day);
    expect(rules.rate(rules.lever(text, program))).toMatchObject({ program, value: { rate }, standing: 'distributor' });
  });

  it.each<[string, ProgramId, Day, string]>([
    ['M365: Core', MCI, '2023-01-31', 'from Oct 1, 2022 to Jan 30, 2023 and from Oct 1, 2024 to Jun 30, 2025, not for Jan 31, 2023'],
    ['M365: Core', MCI, '2025-07-01', 'from Oct 1, 2022 to Jan 30, 2023 and from Oct 1, 2024 to Jun 30, 2025, not for Jul 1, 2025'],
    ['M365: Core', RESELLER, '2022-10-01', 'from Oct 1, 2020 to Sep 30, 2022'],
    ['Nonprofit accelerator', RESELLER, '2021-09-30', 'from Oct 1, 2021 to Sep 30, 2022'],
  ])('%s of %s on %s is not covered, naming every window', (text, program, day, why) => {
    const rules = rulesOn(day);
    expect(() => rules.rate(rules.lever(text, program))).toThrow(notCovered(why));
  });

  it.each(['M365 Growth Accelerator', 'D365 Growth Acc.', 'Azure Growth Acc.'])('%s is a known name without a rate', (text) => {
    const rules = rulesOn('2026-12-01');
    expect(() => rules.rate(rules.lever(text, MCI))).toThrow(notCovered('No earning rate is known for the lever'));
  });

  it('of a lever without one is not covered', () =>
    expect(() => rulesOn('newest').rate({ name: 'Growth', program: MCI, aliases: [] })).toThrow(
      notCovered('No earning rate is known for the lever "Growth".'),
    ));

  it.each<Day>(['2024-09-30', '2025-07-01', '2030-01-01'])('C24: on %s it is not covered, naming the window', (day) => {
    const rules = rulesOn(day);
    expect(() => rules.rate(rules.lever('Azure AI accelerator CSP', MCI))).toThrow(notCovered('from Oct 1, 2024 to Jun 30, 2025'));
  });
});

describe('a rate and a split together, on November 30, 2024', () => {
  it.each([
    ['T21', 100_000, 'Azure consumption CSP motion', 4_000_00, 2_400_00, 1_600_00],
    ['T22', 10_000, 'Azure CSP Customer Adds', 1_500_00, 1_500_00, 0],
    ['T23', 80_000, 'Core – Modern Work & Security billed revenue', 3_000_00, 1_800_00, 1_200_00],
    ['T24', 20_000, 'Core – Business Applications billed revenue', 950_00, 570_00, 380_00],
  ])('%s: $%d of %s earn %d cents, divided %d and %d', (_, revenue, text, earning, rebate, coop) => {
    const rules = rulesOn('2024-11-30');
    const lever = rules.lever(text, MCI);
    expect(earnedOn(revenue, rules.rate(lever).value.rate)).toBe(earning);
    expect(splitEarning(earning, rules.split(MCI, lever).value.coopShare)).toEqual({ rebate, coop });
  });
});

describe('a threshold and an accrual together', () => {
  it.each<[string, ProgramId, Day, number, number]>([
    ['T31', MCI, '2024-06-30', 9_999_99, 0],
    ['T31', MCI, '2024-06-30', 10_000_00, 10_000_00],
    ['T32', DIRECT, '2020-06-30', 4_000_00, 0],
    ['T32', DIRECT, '2020-06-30', 4_000_01, 4_000_01],
    ['T32', DIRECT, '2020-06-30', 5_000_00, 5_000_00],
  ])('%s: %s on %s, %d cents leave %d usable', (_, program, day, accrued, usable) => {
    expect(applyThreshold(accrued, rulesOn(day).threshold(program).value).usable).toBe(usable);
  });
});

describe('threshold', () => {
  it.each<[string, ProgramId, Day | 'newest', number, string]>([
    ['T32', DIRECT, '2020-06-30', 4_000_00, 'exceed'],
    ['first day', RESELLER, '2020-01-01', 4_000_00, 'exceed'],
    ['C7', DIRECT, '2021-06-30', 4_000_00, 'exceed'],
    ['C7', DIRECT, '2021-07-01', 10_000_00, 'meet'],
    ['Learn', PROVIDER, '2022-12-31', 10_000_00, 'meet'],
    ['T31', MCI, '2024-06-30', 10_000_00, 'meet'],
    ['newest', MCI, 'newest', 10_000_00, 'meet'],
    ['Learn', 'Hosting', '2024-06-30', 1_500_00, 'meet'],
    ['Learn', 'Surface PC and Surface Hub ADD', 'newest', 1_500_00, 'meet'],
    ['Learn', 'Mixed Reality ADD', '2022-12-31', 1_500_00, 'meet'],
  ])('%s: %s on %s is %d cents to %s', (_, program, day, amount, comparison) => {
    expect(rulesOn(day).threshold(program).value).toEqual({ amount, comparison });
  });

  it('C7: that FY22 H1 is the first half of $10,000 is assumed, later halves are published', () => {
    expect(rulesOn('2021-12-31').threshold(DIRECT)).toMatchObject({
      standing: 'assumed',
      note: expect.stringContaining('FY22 H1') as string,
    });
    expect(rulesOn('2022-06-30').threshold(DIRECT).standing).toBe('published');
  });

  it.each<[string, ProgramId, Day | 'newest', string]>([
    ['before the first', DIRECT, '2019-12-31', 'from Jan 1, 2020'],
    ['before the first', 'Hosting', '2022-06-30', 'from Jul 1, 2022'],
    ['no such rule', 'OSU - Microsoft 365', 'newest', 'No source we have'],
    ['Mixed Reality co-op ended', 'Mixed Reality ADD', '2023-06-30', 'ended on Jan 1, 2023'],
    ['Mixed Reality co-op ended', 'Mixed Reality ADR & DMP', 'newest', 'paid as rebate'],
  ])('%s: %s on %s is not covered', (_, program, day, why) => {
    expect(() => rulesOn(day).threshold(program)).toThrow(notCovered(why));
  });
});

describe('a threshold given in a formula', () => {
  const given = (from: Day, program: ProgramId, comparison: string) => ({
    topic: 'threshold',
    from,
    program,
    value: { amount: 500, comparison },
    source: 'workbook',
    standing: 'workbook',
    note: 'The amount is given in the formula.',
  });
  it.each<[string, ProgramId, Day | 'newest', Day, string]>([
    ['keeps the comparison of the rule', DIRECT, '2020-06-30', '2020-01-01', 'exceed'],
    ['must be met before the first rule', DIRECT, '2019-12-31', BEGINNING, 'meet'],
    ['must be met where there is no rule', 'OSU - Microsoft 365', 'newest', BEGINNING, 'meet'],
  ])('%s: %s on %s', (_, program, day, from, comparison) => {
    const used: Rule<unknown>[] = [];
    expect(rulesOn(day, [], (rule) => used.push(rule)).threshold(program, 500)).toEqual(given(from, program, comparison));
    expect(used).toHaveLength(1);
  });
});

describe('rules for every program', () => {
  it('C2, C3, C8: deadlines are the days as printed, by usage half', () => {
    expect(rulesOn('2024-06-30').deadlines().value).toEqual({
      claimOpens: { 1: '08-16', 2: '02-16' },
      claim: { 1: '02-15', 2: '08-15' },
      resolution: { 1: '03-31', 2: '09-30' },
      retentionMonths: 24,
      advisedDays: 45,
    });
  });

  it('deadlines are not covered before 2018', () => {
    expect(() => rulesOn('2017-12-31').deadlines()).toThrow(notCovered('from Jan 1, 2018'));
  });

  it('C14: proof is kept 24 months after the claim deadline, as the deadlines say too', () => {
    expect(rulesOn('newest').retention().value).toEqual({ monthsAfterClaimDeadline: 24 });
    expect(rulesOn('newest').deadlines().value.retentionMonths).toBe(24);
  });

  it('C16, C17: payment', () => {
    const value = { approvedBy: 15, paidFrom: 20, paidTo: 25, rebateDays: 45, rebateDayOfSecondMonth: 15 };
    expect(rulesOn('2022-10-15').payment()).toMatchObject({ value, standing: 'distributor' });
    expect(rulesOn('2022-09-30').payment()).toMatchObject({ value, standing: 'assumed' });
  });

  it('T43: the capability route is known from July 1, 2025', () => {
    expect(rulesOn('2025-07-01').capability().value).toEqual({ points: 25, revenue: 25_000_00 });
    expect(() => rulesOn('2025-06-30').capability()).toThrow(notCovered('from Jul 1, 2025'));
  });
});

describe('activities', () => {
  it('CATEGORY by day: the FY25 list from January 1, 2025', () => {
    const category = (activity: string, day: Day) => rulesOn(day).activity(activity).value.category;
    expect(category('Migration services', '2024-12-31')).toBe('Demand Generation');
    expect(category('Migration services', '2025-01-01')).toBe('Market Development');
    expect(category('Tradeshows and expositions', '2024-12-31')).toBe('Market Development');
    expect(category('Tradeshows and expositions', '2025-01-01')).toBe('Demand Generation');
    expect(category('Microsoft exams and tuition', '2024-12-31')).toBe('Partner Readiness');
    expect(category('Microsoft exams and tuition', '2025-01-01')).toBe('Partner Skilling');
    expect(category('Digital advertising', '2025-01-01')).toBe('Demand Generation');
  });

  it.each([
    ['Partner Readiness', '2024-12-31', 6],
    ['Partner Skilling', '2024-12-31', 6],
    ['Partner Readiness', '2025-01-01', 6],
    ['Demand Generation', '2024-12-31', 11],
    ['Demand Generation', '2025-01-01', 10],
    ['Market Development', '2024-12-31', 8],
    ['Market Development', '2025-01-01', 9],
  ] as const)('%s holds on %s %d activities', (category, day, count) => {
    expect(rulesOn(day).activities(category)).toHaveLength(count);
  });

  it('lists all of a day, and TV/radio only since FY24', () => {
    expect(rulesOn('newest').activities()).toHaveLength(25);
    expect(
      rulesOn('2023-06-30')
        .activities()
        .map((rule) => rule.subject),
    ).not.toContain('TV/radio');
    expect(() => rulesOn('2023-06-30').activity('TV/radio')).toThrow(notCovered('from Jul 1, 2023'));
  });

  it.each<Day>(['2024-12-31', '2025-01-01'])('lists them category by category on %s', (day) => {
    const order = rulesOn(day)
      .activities()
      .map(({ value }) => CATEGORIES.indexOf(value.category));
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(3);
  });

  it('lists nothing before the first guidebook we hold', () => {
    expect(rulesOn('2020-06-30').activities()).toEqual([]);
  });

  it('lists only what a program may use', () => {
    const names = (program: ProgramId) =>
      rulesOn('newest')
        .activities(null, program)
        .map((rule) => rule.subject);
    expect(names(MCI)).not.toContain('TV/radio');
    expect(names(MCI)).toContain('Employee purchase web set-up for customers');
    expect(names('Surface PC and Surface Hub ADD')).toContain('TV/radio');
    expect(names('Surface PC and Surface Hub ADD')).not.toContain('Employee purchase web set-up for customers');
  });
});

describe('used', () => {
  it('is told every rule an answer took, and none it only passed', () => {
    const used: Rule<unknown>[] = [];
    const rules = rulesOn('2024-11-30', [], (rule) => used.push(rule));
    rules.split(MCI, rules.lever('Azure CSP Customer Adds', MCI));
    rules.threshold(MCI);
    rules.cap('Print advertising', MCI);
    expect(used.map(ruleId)).toEqual([
      `split/${MCI}/Azure CSP Customer Adds/2024-10-01`,
      `threshold/${MCI}/2021-07-01`,
      'cap/all/2020-07-01',
    ]);
  });
});
