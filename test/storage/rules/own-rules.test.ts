import { describe, expect, it } from 'vitest';
import { readOwnRules } from '../../../src/storage/rules/own-rules';
import { serial } from '../../support/custom-functions';

const HEAD = ['Rule', 'Program', 'Lever', 'From', 'Value', 'Note'];
const read = (...rows: unknown[][]) => readOwnRules([HEAD, ...rows], 1900);

describe('readOwnRules', () => {
  it.each([
    [
      ['split', '', '', serial('2025-07-01'), 0.5, ''],
      { topic: 'split', program: 'Microsoft Commerce Incentives', from: '2025-07-01', value: { coopShare: 0.5 } },
    ],
    [
      ['Split ', 'direct bill', 'Azure consumption', '2025-07-01', '50%', 'as agreed'],
      {
        topic: 'split',
        program: 'CSP Direct Bill Partner',
        subject: 'Azure consumption',
        from: '2025-07-01',
        value: { coopShare: 0.5 },
        note: 'as agreed',
      },
    ],
    [
      ['rate', '', 'Core – Modern Work & Security billed revenue', serial('2025-07-01') + 0.5, 0.04, ''],
      { topic: 'rate', subject: 'Core – Modern Work & Security billed revenue', from: '2025-07-01', value: { rate: 0.04 } },
    ],
    [['threshold', 'MCI', '', serial('2025-07-01'), 12000, ''], { topic: 'threshold', value: { amount: 1_200_000, comparison: 'meet' } }],
    [['split', '', '', '2025-07-01', 0, ''], { topic: 'split', value: { coopShare: 0 } }],
  ])('%j', (row, rule) => {
    const { rules, faults } = read(row);
    expect(faults).toEqual([]);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject(rule);
  });

  it.each([
    [['spilt', '', '', '2025-07-01', 0.5], /Row 1.*"spilt" isn't one of split, rate, threshold/],
    [['split', 'Nobody', '', '2025-07-01', 0.5], /Row 1.*No program is called/],
    [['split', '', '', '1.7.2025', 0.5], /Row 1.*From/],
    [['split', '', '', 3, 0.5], /Row 1.*From: 3/],
    [['split', '', '', '2025-07-01', 60], /Row 1.*Value/],
    [['split', '', '', '2025-07-01', ''], /Row 1.*Value is empty/],
    [['split', '', '', '', 0.5], /Row 1.*From is empty/],
    [['rate', '', '', '2025-07-01', 0.04], /Row 1.*needs the name of its lever/],
    [['threshold', '', 'Azure consumption', '2025-07-01', 9], /Row 1.*Leave the lever empty/],
    [['threshold', '', '', '2025-07-01', -1], /Row 1.*below zero/],
    [['threshold', '', '', '2025-07-01', '10.000'], /Row 1.*its point could be a decimal or a thousands separator/],
    [['threshold', '', '', '2025-07-01', '#N/A'], /Row 1.*Value/],
  ])('reports %j and keeps the others', (row, fault) => {
    const { rules, faults } = read(row, ['split', '', '', '2025-07-01', 0.5]);
    expect(rules).toHaveLength(1);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.message).toMatch(fault);
  });

  it('passes over the empty rows a table always has', () =>
    expect(read(['', '', '', '', '', ''], ['', 'MCI', '', '', '', 'later'])).toMatchObject({
      rules: [],
      rows: [],
      faults: [],
      unfilled: [],
    }));

  it('finds columns by name, in any order and next to others', () => {
    const { rules } = readOwnRules(
      [
        ['Who', 'VALUE', ' from ', 'rule'],
        ['me', 0.5, '2025-07-01', 'split'],
      ],
      1900,
    );
    expect(rules).toHaveLength(1);
  });

  it('says which columns are missing', () => {
    expect(readOwnRules([['Rule', 'Program']], 1900).faults[0]!.message).toBe(
      "The table CoopRules has no column From and no column Value. Its rules aren't used.",
    );
    expect(readOwnRules([], 1900).faults).toHaveLength(1);
  });

  it('reads serials of the 1904 date system', () => {
    const { rules } = readOwnRules([HEAD, ['split', '', '', serial('2025-07-01') - 1462, 0.5, '']], 1904);
    expect(rules[0]!.from).toBe('2025-07-01');
  });
});

const ALL = [...HEAD, 'To', 'Source', 'Pack', 'Activity', 'Category', 'Expenses', 'Proof'] as const;
type Row = Partial<Record<(typeof ALL)[number], unknown>>;
const table = (...rows: Row[]) => readOwnRules([ALL, ...rows.map((row) => ALL.map((name) => row[name] ?? ''))], 1900);
const from = { From: '2026-07-01' };
const cap = (Value: unknown, more: Row = {}): Row => ({ Rule: 'cap', Activity: 'Customer offers', Value, ...from, ...more });

describe('a cap', () => {
  it.each([
    [0.5, { kind: 'share', share: 0.5 }],
    ['50%', { kind: 'share', share: 0.5 }],
    ['0.5', { kind: 'share', share: 0.5 }],
    [1, { kind: 'share', share: 1 }],
    [20000, { kind: 'amount', amount: 2_000_000 }],
    ['$20,000.50', { kind: 'amount', amount: 2_000_050 }],
    ['10% or 3000', { kind: 'greater', share: 0.1, amount: 300_000 }],
    ['$5,000 per person, 3 people, $45,000 in all', { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 }],
    [' None ', { kind: 'none' }],
  ])('%j', (value, rule) => {
    const { rules, faults } = table(cap(value));
    expect(faults).toEqual([]);
    expect(rules).toEqual([
      { topic: 'cap', program: 'Microsoft Commerce Incentives', subject: 'Customer offers', from: '2026-07-01', value: rule },
    ]);
  });

  it.each([
    [cap(0), /a cap is above zero/],
    [cap('0%'), /a cap is above zero/],
    [cap(-5), /below|0% to 100%/],
    [cap('150%'), /isn't from 0% to 100%/],
    [cap('1.500'), /its point could be a decimal/],
    [cap('a lot'), /can't be read/],
    [cap('10% or some'), /can't be read/],
    [cap(true), /isn't an amount/],
    [cap(5000, { Activity: '' }), /needs the name of its activity/],
    [cap(5000, { Activity: 'Golf day' }), /doesn't list this activity\.$/],
    [cap(5000, { Lever: 'M365: Core' }), /Lever: a cap rule doesn't use it/],
    [cap(5000, { Proof: 'Photos' }), /Proof: a cap rule doesn't use it/],
  ])('is refused in %j', (row, fault) => {
    const { rules, faults } = table(row);
    expect(rules).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(fault)]);
  });
});

describe('a deadline', () => {
  const deadline = (Rule: string, Value: unknown, more: Row = {}): Row => ({ Rule, Value, ...from, ...more });
  const valueOn = (...rows: Row[]) => table(...rows).rules.find(({ topic }) => topic === 'deadline')?.value;

  it.each(['Feb 20', 'february 20', '2027-02-20', serial('2027-02-20')])('%j changes its day only', (day) =>
    expect(valueOn(deadline('claim deadline', day))).toEqual({
      claimOpens: { 1: '08-16', 2: '02-16' },
      claim: { 1: '02-20', 2: '08-15' },
      resolution: { 1: '03-31', 2: '09-30' },
      retentionMonths: 24,
      advisedDays: 45,
    }),
  );

  it('puts rows of one deadline together, on the days that both have', () => {
    const { rules } = table(
      deadline('claim deadline', 'Feb 20'),
      deadline('resolution deadline', 'Apr 5', { From: '2027-01-01', To: '2027-06-30' }),
      deadline('claim opens', 'Jan 10'),
    );
    expect(rules.map(({ from: first, to, value }) => [first, to, value])).toMatchObject([
      ['2026-07-01', '2026-12-31', { claimOpens: { 1: '08-16', 2: '01-10' }, claim: { 1: '02-20' }, resolution: { 1: '03-31' } }],
      ['2027-01-01', '2027-06-30', { claim: { 1: '02-20' }, resolution: { 1: '04-05' } }],
      ['2027-07-01', undefined, { claim: { 1: '02-20' }, resolution: { 1: '03-31' } }],
    ]);
  });

  it.each([
    [deadline('claim deadline', 'Feb 29'), /isn't a day of every year/],
    [deadline('claim deadline', 'Apr 31'), /isn't a day of every year/],
    [deadline('claim deadline', '2/15'), /isn't a date in the form year-month-day/],
    [deadline('claim deadline', 'Apr 1'), /resolution deadline would not be after/],
    [deadline('claim deadline', 'Feb 20', { Program: 'MCI' }), /Program: a claim deadline rule doesn't use it/],
  ])('is refused in %j', (row, fault) => {
    const { rules, faults } = table(row);
    expect(rules).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(fault)]);
  });
});

describe('payment, retention, and points', () => {
  it('change their part of the rule', () => {
    const { rules, faults } = table(
      { Rule: 'payment', Value: 'approved by 10, paid 18 to 22', ...from },
      { Rule: 'rebate payment', Value: 60, ...from },
      { Rule: 'retention', Value: '36', ...from },
      { Rule: 'capability', Value: 30, ...from },
    );
    expect(faults).toEqual([]);
    const valueOf = (topic: string) => rules.find((rule) => rule.topic === topic)!.value;
    expect(valueOf('payment')).toEqual({ approvedBy: 10, paidFrom: 18, paidTo: 22, rebateDays: 60, rebateDayOfSecondMonth: 15 });
    expect(valueOf('retention')).toEqual({ monthsAfterClaimDeadline: 36 });
    expect(valueOf('deadline')).toMatchObject({ retentionMonths: 36, claim: { 1: '02-15' } });
    expect(valueOf('capability')).toEqual({ points: 30, revenue: 2_500_000 });
  });

  it.each([
    ['payment', 'approved by 15, paid 25 to 20'],
    ['payment', 'approved by 31, paid 20 to 25'],
    ['payment', 45],
    ['rebate payment', 4.5],
    ['retention', 0],
    ['retention', 'two years'],
    ['capability', 101],
  ])('refuse %s %j', (Rule, Value) => {
    const { rules, faults } = table({ Rule, Value, ...from });
    expect([rules, faults.length]).toEqual([[], 1]);
  });
});

describe('an activity', () => {
  const activity = (name: string, more: Row): Row => ({ Rule: 'activity', Activity: name, ...from, ...more });

  it('of the guidebook gets what the row gives, and keeps the rest', () => {
    const { rules } = table(
      activity('Digital ads', { Category: 'Market', Expenses: 'Media; Design', Proof: 'Screenshot\nMetrics: Clicks' }),
    );
    expect(rules).toMatchObject([
      {
        subject: 'Digital advertising',
        value: {
          name: 'Digital advertising',
          category: 'Market Development',
          expenses: ['Media', 'Design'],
          communication: ['Screenshot'],
          metrics: ['Clicks'],
          preApproval: 'optional creative review',
        },
      },
    ]);
  });

  it('of its own needs a category, and has the general requirements', () => {
    const { rules, rows, faults } = table(
      activity('Copilot workshop', { Category: 'Skilling', Proof: 'Agenda' }),
      activity('Copilot day', { Value: 'eligible' }),
      cap(5000, { Activity: 'copilot-workshop' }),
    );
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(/Row 2 .*Category is empty/)]);
    expect(rules.map(({ topic }) => topic)).toEqual(['cap', 'activity']);
    expect(rules[1]).toMatchObject({ value: { category: 'Partner Skilling', communication: ['Agenda'], expenses: null, sourced: true } });
    expect(rows[0]!.finding).toMatch(/The guidebook doesn't list this activity/);
  });

  it('may be ineligible for a time', () => {
    const { rules } = table(
      activity('Telemarketing', { Value: 'not eligible', To: '2027-06-30' }),
      activity('Telemarketing', { Value: 'eligible', From: '2027-01-01' }),
    );
    expect(rules.map(({ from: first, to, value }) => [first, to, value && (value as { category: string }).category])).toEqual([
      ['2026-07-01', '2026-12-31', null],
      ['2027-01-01', '2027-06-30', 'Market Development'],
      ['2027-07-01', undefined, 'Market Development'],
    ]);
  });

  it.each([{}, { Value: 'maybe' }, { Category: 'Golf' }])('is refused with %j', (more) =>
    expect(table(activity('Telemarketing', more)).faults).toHaveLength(1),
  );
});

describe('rows about the same', () => {
  it('count once if they say the same, and not at all if they contradict each other', () => {
    const { rules, faults } = table(cap(0.5), cap('50%'), { Rule: 'split', Value: 0.4, ...from }, { Rule: 'split', Value: 0.5, ...from });
    expect(rules.map(({ topic }) => topic)).toEqual(['cap']);
    expect(faults.map(({ message }) => message)).toEqual([
      "Row 2 of CoopRules isn't used. It duplicates row 1.",
      "Row 3 of CoopRules isn't used. It contradicts row 4, from the same day.",
      "Row 4 of CoopRules isn't used. It contradicts row 3, from the same day.",
    ]);
  });

  it('may overlap: the one begun last is used, and the other says so', () => {
    const { rules, rows } = table(cap(0.5, { To: '2027-06-30' }), cap(0.3, { From: '2027-01-01' }));
    expect(rules).toHaveLength(2);
    expect(rows.map(({ finding }) => finding)).toEqual(['From Jan 1, 2027, row 2 is used instead.', undefined]);
  });

  it('do not contradict a pack', () => {
    const { rules, faults } = table(cap(0.5), cap(0.3, { Pack: 'Reported' }));
    expect(faults).toEqual([]);
    expect(rules.map(({ pack }) => pack)).toEqual([undefined, 'Reported']);
  });

  it('are read by the thousand', () => {
    const many = Array.from({ length: 1000 }, (_, index) => cap(100 + index, { From: serial('2020-07-01') + index }));
    const { rules, faults } = table(...many, cap(0), cap(''), {});
    expect(rules).toHaveLength(1000);
    expect(faults.map(({ row }) => row)).toEqual([1001, 1002]);
  });
});

describe('rows of Your guide', () => {
  it('count for nothing until they have a value', () => {
    const { rules, faults, unfilled } = table(cap('', { Source: 'Your guide' }), cap(0.4, { Source: 'Your guide' }), cap(''));
    expect([rules.length, faults.length, unfilled]).toEqual([1, 1, [1]]);
    expect(rules[0]!.cited).toBe('Your guide');
  });
});
