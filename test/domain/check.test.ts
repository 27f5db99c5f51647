import { describe, expect, it } from 'vitest';
import { checkActivity, checkInvoice, type ActivityRules, type PlannedActivity } from '../../src/domain/check';

const PLAN: PlannedActivity = {
  name: 'Fair', program: 'Rewards', start: '2024-03-01', end: '2024-03-02',
  cost: null, earned: null, remaining: null, half: null, attendees: null,
};
const RULES: ActivityRules = {
  sheet: { isOpen: true, preApproval: 'none', isSourced: true },
  cap: { kind: 'none' },
  threshold: { amount: 10_000, comparison: 'exceed' },
  deadlines: {
    claimOpens: { 1: '08-16', 2: '02-16' }, claim: { 1: '02-15', 2: '08-15' }, resolution: { 1: '03-31', 2: '09-30' }, retentionMonths: 24, advisedDays: 45,
  },
};
const found = (plan: Partial<PlannedActivity>, rules: Partial<ActivityRules> = {}) =>
  checkActivity({ ...PLAN, ...plan }, { ...RULES, ...rules }).map(({ level, message }) => `${level}: ${message}`);

describe('checking an activity', () => {
  it('notes its deadlines', () =>
    expect(found({})).toEqual(['note: claim it by 2024-08-15, and have open claims approved by 2024-09-30.']));

  it.each<[string, Partial<PlannedActivity>, Partial<ActivityRules>, RegExp]>([
    ['no sheet', {}, { sheet: null }, /^blocking: .*2024-03-01 does not list "Fair"/],
    ['a closed sheet', {}, { sheet: { ...RULES.sheet!, isOpen: false } }, /^blocking: Rewards may not/],
    ['two usage periods', { end: '2024-07-01' }, {}, /^blocking: .*2024-06-30/],
    ['another half', { half: { fiscalYear: 2023, half: 2 } }, {}, /^blocking: .*FY23 H2 .*2023-07-01 to 2023-12-31.*FY24 H1/],
    ['a threshold to exceed', { earned: 10_000 }, {}, /^blocking: \$100\.00 .* does not exceed/],
    ['a negative accrual without a threshold', { earned: -1, cost: 1 }, { threshold: null }, /^blocking: \$0\.01 is \$0\.01 more/],
    ['exactly at a threshold to meet', { earned: 10_000 }, { threshold: { amount: 10_000, comparison: 'meet' } }, /^warning: .*exactly/],
    ['a required approval', {}, { sheet: { ...RULES.sheet!, preApproval: 'required' } }, /^warning: /],
    ['travel above its cap', { earned: 20_000, cost: 6 }, { cap: { kind: 'travel', perPerson: 5, people: 1, total: 99 } }, /^warning: /],
    ['a share above its cap', { earned: 20_000, cost: 5_001 }, { cap: { kind: 'share', share: 0.25 } }, /^blocking: .*\$0\.01 more/],
  ])('%s comes first', (_, plan, rules, line) => expect(found(plan, rules)[0]).toMatch(line));

  it('knows no cap that depends on what nobody said', () =>
    expect(found({ cost: 99_999 }, { cap: { kind: 'share', share: 0.25 } })).toHaveLength(1));
});

describe('an invoice', () => {
  it('T42: a claim of 7,501 for an invoice of 7,500 is a warning, and does not block', () =>
    expect(checkInvoice(750_100, 750_000)).toEqual([
      { level: 'warning', message: '$7,501.00 claimed differs by $1.00 from the $7,500.00 of the invoice.' },
    ]));
  it('that agrees says nothing', () => expect(checkInvoice(750_000, 750_000)).toEqual([]));
});
