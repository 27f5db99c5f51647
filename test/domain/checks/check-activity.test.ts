import { describe, expect, it } from 'vitest';
import { checkActivity } from '../../../src/domain/checks/check-activity';
import type { ActivityRules, PlannedActivity } from '../../../src/domain/checks/planned-activity';
import { REQUIREMENTS } from '../../support/planned';
import { Problem } from '../../../src/domain/problem';

const PLAN: PlannedActivity = {
  name: 'Fair',
  program: 'Rewards',
  start: '2024-03-01',
  end: '2024-03-02',
  cost: null,
  earned: null,
  remaining: null,
  half: null,
  attendees: null,
};
const RULES: ActivityRules = {
  requirements: REQUIREMENTS,
  cap: { kind: 'none' },
  threshold: { amount: 10_000, comparison: 'exceed' },
  deadlines: {
    claimOpens: { 1: '08-16', 2: '02-16' },
    claim: { 1: '02-15', 2: '08-15' },
    resolution: { 1: '03-31', 2: '09-30' },
    retentionMonths: 24,
    advisedDays: 45,
  },
};
const found = (plan: Partial<PlannedActivity>, rules: Partial<ActivityRules> = {}) =>
  checkActivity({ ...PLAN, ...plan }, { ...RULES, ...rules }).map(({ level, message }) => `${level}: ${message}`);

describe('checking an activity', () => {
  it('notes its days', () =>
    expect(found({ start: '2024-01-01', end: '2024-01-31' })).toEqual([
      'note: Microsoft opens claims for this usage period on Feb 16, 2024. The funds may not show before then.',
      'note: claim it by Aug 15, 2024, and get open claims approved by Sep 30, 2024.',
      'note: guides advise claiming within 45 days of the end: by Mar 16, 2024.',
    ]));

  it('notes a deadline on a weekend, which is not moved', () =>
    expect(found({ start: '2024-12-01', end: '2024-12-31' }).at(-1)).toBe("note: Feb 15, 2025 is a Saturday. The deadline doesn't move."));

  it('notes a Sunday, too', () =>
    expect(found({ start: '2025-12-01', end: '2025-12-31' }).at(-1)).toBe("note: Feb 15, 2026 is a Sunday. The deadline doesn't move."));

  it('says nothing of when claims open from that day on', () =>
    expect(found({ start: '2024-02-16', end: '2024-02-16' })[0]).toMatch(/^note: claim it by/));

  it.each<[Partial<PlannedActivity>, Partial<ActivityRules>, string[]]>([
    [{ start: '2024-12-01', end: '2024-12-31' }, {}, ['claim', 'claim', 'claim']],
    [{ earned: 5, remaining: 6 }, { threshold: null, deadlines: null }, ['funds']],
    [{ remaining: 5, cost: 6 }, { deadlines: null }, ['funds']],
    [{ earned: 10_000 }, { threshold: { amount: 10_000, comparison: 'meet' }, deadlines: null }, ['threshold']],
    [{ earned: 5 }, { deadlines: null }, ['threshold']],
    [{ cost: 5 }, { cap: { kind: 'share', share: 0.25 }, deadlines: null }, ['cap']],
    [{}, { requirements: { ...REQUIREMENTS, preApproval: 'required' }, deadlines: null }, ['pre-approval']],
    [{}, { requirements: { ...REQUIREMENTS, preApproval: 'optional creative review' }, deadlines: null }, ['pre-approval']],
    [{}, { requirements: { ...REQUIREMENTS, isSourced: false }, deadlines: null }, ['activity']],
    [{}, { requirements: { ...REQUIREMENTS, leastContent: 0.3 }, deadlines: null }, ['content']],
    [{}, { requirements: { ...REQUIREMENTS, isAllOrNothing: true }, deadlines: null }, ['core']],
  ])('what is found of %j by %j is about %j', (plan, rules, about) =>
    expect(checkActivity({ ...PLAN, ...plan }, { ...RULES, ...rules }).map((finding) => finding.about)).toEqual(about),
  );

  it.each<[string, Partial<PlannedActivity>, RegExp]>([
    [
      'T15',
      { start: '2024-06-25', end: '2024-07-05' },
      /Jun 25, 2024 uses co-op earned in FY24 H1, and Jul 5, 2024 uses co-op earned in FY24 H2\. Split it at Jun 30, 2024\./,
    ],
    [
      'T16',
      { start: '2024-07-10', end: '2024-07-12', half: { fiscalYear: 2024, half: 1 } },
      /earned in FY24 H1 is used from Jan 1, 2024 to Jun 30, 2024\. This activity uses co-op earned in FY24 H2\./,
    ],
    ['a whole year', { start: '2024-01-10', end: '2025-01-10' }, /several usage periods/],
  ])('%s: says where the days belong', (_, plan, line) => {
    expect(found(plan)).toHaveLength(1);
    expect(found(plan)[0]).toMatch(line);
  });

  it('does not take an end before the start', () => {
    expect(() => found({ end: '2024-02-28' })).toThrow('end, Feb 28, 2024, is before start, Mar 1, 2024.');
    expect(() => found({ end: '2024-02-28' })).toThrow(Problem);
  });

  it.each<[string, Partial<PlannedActivity>, Partial<ActivityRules>, RegExp]>([
    ['no sheet', {}, { requirements: null }, /^blocking: .*Mar 1, 2024 does not list "Fair"/],
    ['a closed sheet', {}, { requirements: { ...RULES.requirements!, isOpen: false } }, /^blocking: Rewards can't/],
    ['two usage periods', { end: '2024-07-01' }, {}, /^blocking: .*Jun 30, 2024/],
    ['another half', { half: { fiscalYear: 2023, half: 2 } }, {}, /^blocking: .*FY23 H2 .*Jul 1, 2023 to Dec 31, 2023.*FY24 H1/],
    [
      'a threshold to exceed',
      { earned: 10_000 },
      {},
      /^blocking: \$100\.00 of co-op earned doesn't exceed the threshold of \$100\.00\. It's \$0\.01 below\. Unless that's earned by Dec 31, 2023, the co-op is paid as rebate and can't be claimed\.$/,
    ],
    [
      'a threshold to meet',
      { earned: 9_000 },
      { threshold: { amount: 10_000, comparison: 'meet' } },
      /doesn't reach the threshold of \$100\.00\. It's \$10\.00 below\. Unless that's earned by Dec 31, 2023/,
    ],
    [
      'a threshold of a half that is named',
      { earned: 0, start: '2024-01-02', half: { fiscalYear: 2024, half: 1 } },
      {},
      /Unless that's earned by Dec 31, 2023/,
    ],
    ['a negative accrual without a threshold', { earned: -1, cost: 1 }, { threshold: null }, /^blocking: \$0\.01 is \$0\.01 more/],
    ['exactly at a threshold to meet', { earned: 10_000 }, { threshold: { amount: 10_000, comparison: 'meet' } }, /^warning: .*exactly/],
    ['a required approval', {}, { requirements: { ...RULES.requirements!, preApproval: 'required' } }, /^warning: /],
    ['travel above its cap', { earned: 20_000, cost: 6 }, { cap: { kind: 'travel', perPerson: 5, people: 1, total: 99 } }, /^warning: /],
    ['a share above its cap', { earned: 20_000, cost: 5_001 }, { cap: { kind: 'share', share: 0.25 } }, /^blocking: .*\$0\.01 more/],
  ])('%s comes first', (_, plan, rules, line) => expect(found(plan, rules)[0]).toMatch(line));

  it.each<[string, Partial<PlannedActivity>, ActivityRules['cap'], string | undefined]>([
    [
      'a share',
      { earned: 3_240_000, cost: 810_001 },
      { kind: 'share', share: 0.25 },
      'blocking: $8,100.01 is $0.01 more than co-op can pay for "Fair" in a usage period: $8,100.00, 25% of the co-op earned.',
    ],
    [
      'an amount',
      { earned: 3_240_000, cost: 2_000_000 },
      { kind: 'amount', amount: 1_875_000 },
      'blocking: $20,000.00 is $1,250.00 more than co-op can pay for "Fair" in a usage period: $18,750.00, the cap of this activity.',
    ],
    [
      'the greater of two (T40)',
      { earned: 2_000_000, cost: 300_001 },
      { kind: 'greater', share: 0.1, amount: 300_000 },
      'blocking: $3,000.01 is $0.01 more than co-op can pay for "Fair" in a usage period: $3,000.00, 10% of the co-op earned or $3,000.00, whichever is greater.',
    ],
    [
      'what was earned, where it is less than the cap',
      { earned: 1_500_000, cost: 1_800_000 },
      { kind: 'amount', amount: 1_875_000 },
      'blocking: $18,000.00 is $3,000.00 more than co-op can pay: $15,000.00, all co-op earned.',
    ],
    [
      'what was earned, where there is no cap',
      { earned: 1_500_000, cost: 1_500_001 },
      { kind: 'none' },
      'blocking: $15,000.01 is $0.01 more than co-op can pay: $15,000.00, all co-op earned.',
    ],
    [
      'travel',
      { earned: 3_240_000, cost: 1_000_001, attendees: 2 },
      { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 },
      'warning: $10,000.01 is $0.01 more than co-op can pay for travel to one conference: $10,000.00, $5,000.00 for each of 2 attendees, $45,000.00 in all. Only registration can be added.',
    ],
    [
      'travelers',
      { attendees: 4 },
      { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 },
      'warning: co-op pays for 3 attendees per conference, not for 4.',
    ],
    ['as many travelers as are paid for', { attendees: 3 }, { kind: 'travel', perPerson: 5, people: 3, total: 45 }, undefined],
    [
      'more remaining than was earned',
      { earned: 1_500_000, remaining: 1_500_001 },
      { kind: 'none' },
      'warning: $15,000.01 remaining is more than the $15,000.00 earned.',
    ],
    ['what remains', { remaining: 100, cost: 101 }, { kind: 'none' }, 'blocking: $1.01 is $0.01 more than the $1.00 remaining.'],
    [
      'a share of what nobody said',
      { cost: 99_999 },
      { kind: 'share', share: 0.25 },
      'note: co-op pays 25% of the co-op earned for "Fair" in a usage period. Enter the co-op earned to check it.',
    ],
    ['a share of what nobody said, for a cost nobody said', {}, { kind: 'share', share: 0.25 }, undefined],
    [
      'at least an amount, which is not enough',
      { cost: 300_001 },
      { kind: 'greater', share: 0.1, amount: 300_000 },
      'note: co-op pays 10% of the co-op earned or $3,000.00, whichever is greater for "Fair" in a usage period. Enter the co-op earned to check it.',
    ],
    ['at least an amount, which is enough', { cost: 300_000 }, { kind: 'greater', share: 0.1, amount: 300_000 }, undefined],
    ['nothing, where it costs what there is', { earned: 1_500_000, cost: 1_500_000, remaining: 1_500_000 }, { kind: 'none' }, undefined],
  ])('names the bound: %s', (_, plan, cap, line) => {
    const [first, second, ...more] = found(plan, { cap }).filter((said) => !/claim it by|guides advise/.test(said));
    expect([first, second, more]).toEqual([line, undefined, []]);
  });

  it.each<[string, Partial<ActivityRules['requirements'] & object>, RegExp]>([
    ['a review one may ask for', { preApproval: 'optional creative review' }, /is optional and doesn't guarantee payment/],
    ['a sheet we do not have', { isSourced: false }, /Check the guidebook/],
    ['content', { leastContent: 0.3 }, /content must be at least 30% Microsoft/],
    ['content throughout', { leastContent: 1 }, /content must be 100% Microsoft/],
    ['all or nothing', { isAllOrNothing: true }, /isn't reimbursed, not even in part/],
  ])('notes %s', (_, requirements, line) =>
    expect(found({}, { requirements: { ...RULES.requirements!, ...requirements } })[0]).toMatch(line),
  );
});
