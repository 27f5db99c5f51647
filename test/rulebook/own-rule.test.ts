import { describe, expect, it } from 'vitest';
import { ownRulebook, type OwnRule } from '../../src/rulebook/own-rule';
import type { Rule } from '../../src/rulebook/rule';
import { ruleSchema } from '../../src/rulebook/rule-schema';
import { findLever } from '../../src/rulebook/find-lever';
import { rulesOn } from '../../src/rulebook/rules-on';
import type { ProgramId } from '../../src/rulebook/rules/programs';

const MCI: ProgramId = 'Microsoft Commerce Incentives';

describe("a workbook's own rule", () => {
  it('wins from its first day on, and says that it is the workbook’s', () => {
    const ownRules: OwnRule[] = [
      { topic: 'split', program: MCI, from: '2025-07-01', value: { coopShare: 0.5 }, note: 'Agreed with our PDM' },
    ];
    expect(rulesOn('2025-06-30', ownRules).split(MCI).value.coopShare).toBe(0.4);
    expect(rulesOn('2025-07-01', ownRules).split(MCI)).toMatchObject({
      value: { coopShare: 0.5 },
      standing: 'workbook',
      source: 'workbook',
      note: 'Agreed with our PDM',
    });
    expect(rulesOn('newest', ownRules).split(MCI).value.coopShare).toBe(0.5);
  });

  it('wins over a rule of the rulebook that is younger', () => {
    const ownRules: OwnRule[] = [
      { topic: 'threshold', program: MCI, from: '2020-01-01', value: { amount: 1_200_050, comparison: 'meet' } },
    ];
    expect(rulesOn('2024-06-30', ownRules).threshold(MCI).value).toEqual({ amount: 12_000_50, comparison: 'meet' });
  });

  it('of several, the one last begun counts, in whatever order they are kept', () => {
    const ownRules: OwnRule[] = [
      { topic: 'split', program: MCI, from: '2026-01-01', value: { coopShare: 0.6 } },
      { topic: 'split', program: MCI, from: '2025-07-01', value: { coopShare: 0.5 } },
    ];
    expect(rulesOn('2025-12-31', ownRules).split(MCI).value.coopShare).toBe(0.5);
    expect(rulesOn('2026-01-01', ownRules).split(MCI).value.coopShare).toBe(0.6);
  });

  it('does not touch another program', () => {
    const ownRules: OwnRule[] = [{ topic: 'split', program: MCI, from: '2020-01-01', value: { coopShare: 0.5 } }];
    expect(rulesOn('2024-06-30', ownRules).split('CSP Indirect Reseller').value.coopShare).toBe(0.4);
  });

  it('gives a program a split where no source does', () => {
    const ownRules: OwnRule[] = [{ topic: 'split', program: 'CSP Indirect Provider', from: '2018-07-01', value: { coopShare: 0.4 } }];
    expect(rulesOn('2019-06-30', ownRules).split('CSP Indirect Provider').value.coopShare).toBe(0.4);
  });

  it('a threshold keeps the comparison of the rule it replaces', () => {
    const ownRules: OwnRule[] = [
      { topic: 'threshold', program: 'CSP Direct Bill Partner', from: '2020-01-01', value: { amount: 500_000, comparison: 'meet' } },
    ];
    expect(rulesOn('2020-06-30', ownRules).threshold('CSP Direct Bill Partner').value).toEqual({
      amount: 5_000_00,
      comparison: 'exceed',
    });
    expect(rulesOn('2024-06-30', ownRules).threshold('CSP Direct Bill Partner').value).toEqual({
      amount: 5_000_00,
      comparison: 'meet',
    });
  });
});

describe('an own rule about a lever', () => {
  const rate: OwnRule[] = [
    {
      topic: 'rate',
      program: MCI,
      subject: 'M365: global strategic accelerator - tier 1',
      from: '2025-07-01',
      value: { rate: 0.03 },
    },
  ];

  it('extends the window of a lever we know, by any of its names', () => {
    const lever = findLever('M365: Tier 1', MCI);
    expect(rulesOn('2025-12-31', rate).rate(lever)).toMatchObject({
      value: { rate: 0.03 },
      standing: 'workbook',
      subject: lever.name,
    });
    expect(rulesOn('2025-06-30', rate).rate(lever).value.rate).toBe(0.05);
    expect(rulesOn('newest', rate).rate(lever).value.rate).toBe(0.03);
  });

  it('leaves other levers alone', () => {
    expect(() => rulesOn('2025-12-31', rate).rate(findLever('M365: Tier 2', MCI))).toThrow(
      expect.objectContaining({ kind: 'not covered' }),
    );
  });

  it('brings a lever of its own', () => {
    const ownRules: OwnRule[] = [
      { topic: 'rate', program: MCI, subject: ' Growth accelerator ', from: '2025-07-01', value: { rate: 0.075 } },
    ];
    const rules = rulesOn('2025-12-31', ownRules);
    const lever = rules.lever('growth-accelerator', MCI);
    expect(lever.name).toBe('Growth accelerator');
    expect(rules.rate(lever).value.rate).toBe(0.075);
    expect(rules.split(MCI, lever).value.coopShare).toBe(0.4);
    expect(() => rulesOn('2025-06-30', ownRules).rate(lever)).toThrow(expect.objectContaining({ kind: 'not covered' }));
    expect(() => rulesOn('2025-12-31').lever('growth-accelerator', MCI)).toThrow(expect.objectContaining({ kind: 'not covered' }));
  });

  it('a lever’s own split stands before a general rule of the workbook', () => {
    const adds = findLever('Azure CSP Customer Adds', MCI);
    const general: OwnRule[] = [{ topic: 'split', program: MCI, from: '2024-01-01', value: { coopShare: 0.5 } }];
    const special: OwnRule[] = [
      ...general,
      { topic: 'split', program: MCI, subject: 'Azure CSP Customer Adds', from: '2025-07-01', value: { coopShare: 0.1 } },
    ];
    expect(rulesOn('2024-11-30', general).split(MCI, adds).value.coopShare).toBe(0);
    expect(rulesOn('2025-11-30', special).split(MCI, adds).value.coopShare).toBe(0.1);
  });
});

describe('own rules made ready', () => {
  const rate = (subject: string, from: OwnRule['from'], program: ProgramId = MCI): Extract<OwnRule, { topic: 'rate' }> => ({
    topic: 'rate',
    program,
    subject,
    from,
    value: { rate: 0.1 },
  });
  const direct: ProgramId = 'CSP Direct Bill Partner';

  it('answer by their first days, those of one day as they are listed', () => {
    const days = ['2025-03-01', '2025-01-01', '2025-02-01', '2025-02-01'] as const;
    const { ruleOn, levers } = ownRulebook(days.map((from, index) => ({ ...rate('Growth', from), note: `${index}` })));
    const noteOn = (day: OwnRule['from']) => ruleOn(day, 'rate', MCI, 'GROWTH')?.note;
    expect((['2024-12-31', '2025-01-31', '2025-02-01', '2025-03-01'] as const).map(noteOn)).toEqual([undefined, '1', '3', '0']);
    expect(ruleOn('newest', 'rate', MCI, 'Decline')).toBeUndefined();
    expect(levers.map(({ name }) => name)).toEqual(['Growth', 'Growth', 'Growth', 'Growth']);
  });

  it('keep the workbook’s name of a lever that fits several, or none of the program', () => {
    const { ruleOn, levers } = ownRulebook([rate(' Core ', '2025-01-01'), rate('CSP motion Azure plan', '2025-01-01', direct)]);
    expect(levers).toEqual([{ name: 'Core', program: MCI, aliases: [], family: undefined }]);
    expect(ruleOn('newest', 'rate', direct, 'CSP motion Azure plan')?.subject).toBe('CSP motion Azure plan');
    expect(ruleOn('newest', 'rate', direct, 'Azure consumption CSP motion')).toBeUndefined();
  });

  it('end with their last day: the built-in rule, or none, answers after it', () => {
    const rules: OwnRule[] = [{ topic: 'split', program: MCI, from: '2025-07-01', to: '2025-12-31', value: { coopShare: 0.5 } }];
    const shareOn = (day: OwnRule['from']) => rulesOn(day, rules).split(MCI).value.coopShare;
    expect(['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map((day) => shareOn(day as OwnRule['from']))).toEqual([
      0.4, 0.5, 0.5, 0.4,
    ]);
    const later: OwnRule[] = [...rules, { topic: 'split', program: MCI, from: '2025-10-01', value: { coopShare: 0.3 } }];
    expect(rulesOn('2026-01-01', later).split(MCI).value.coopShare).toBe(0.3);
  });

  it('go on after a later one that has ended', () => {
    const rules: OwnRule[] = [
      { topic: 'split', program: MCI, from: '2025-07-01', value: { coopShare: 0.5 } },
      { topic: 'split', program: MCI, from: '2025-10-01', to: '2025-12-31', value: { coopShare: 0.3 } },
    ];
    expect(rulesOn('2025-12-31', rules).split(MCI).value.coopShare).toBe(0.3);
    expect(rulesOn('2026-01-01', rules).split(MCI).value.coopShare).toBe(0.5);
  });

  it('come before those of a pack, which come before the built-in ones', () => {
    const reported: OwnRule = { ...rate('M365: Core', '2025-01-01'), value: { rate: 0.03 }, pack: 'Reported', cited: 'Reported: a blog' };
    const mine: OwnRule = { ...rate('M365: Core', '2025-03-01'), value: { rate: 0.02 } };
    const rateOn = (day: OwnRule['from'], rules: OwnRule[]) => rulesOn(day, rules).rate(findLever('M365: Core', MCI));
    expect(rateOn('2024-12-31', [reported, mine])).toMatchObject({ value: { rate: 0.0375 }, standing: 'distributor' });
    expect(rateOn('2025-02-28', [mine, reported])).toMatchObject({
      value: { rate: 0.03 },
      standing: 'reported',
      cited: 'Reported: a blog',
    });
    expect(rateOn('2025-03-01', [reported, mine])).toMatchObject({ value: { rate: 0.02 }, standing: 'workbook' });
  });

  it('a lever with kinds by country is asked for by a full name, while they are in force', () => {
    const kinds = ['scale', 'balance'].map((group): OwnRule => ({
      ...rate(`M365: Tier 1 (${group} countries)`, '2025-07-01'),
      to: '2026-06-30',
    }));
    const rateOf = (text: string, day: OwnRule['from']) => {
      const rules = rulesOn(day, kinds);
      return rules.rate(rules.lever(text, MCI)).value.rate;
    };
    expect(rateOf('m365 tier 1 (scale countries)', '2025-07-01')).toBe(0.1);
    expect(() => rateOf('M365: Tier 1', '2025-07-01')).toThrow(
      'has kinds of its own in this workbook. Write the full name, "M365: Tier 1 (scale countries)" or "M365: Tier 1 (balance countries)".',
    );
    expect(rateOf('M365: Tier 1', '2025-06-30')).toBe(0.05);
  });

  it('a threshold that replaces none must be met', () =>
    expect(
      rulesOn('newest', [
        { topic: 'threshold', program: 'OSU - Microsoft 365', from: '2025-01-01', value: { amount: 500, comparison: 'meet' } },
      ]).threshold('OSU - Microsoft 365').value,
    ).toEqual({
      amount: 500,
      comparison: 'meet',
    }));
});

describe('an own rule in an answer', () => {
  it('is a well-formed rule', () => {
    const used: Rule<unknown>[] = [];
    const ownRules: OwnRule[] = [
      { topic: 'split', program: MCI, from: '2025-07-01', value: { coopShare: 0.5 } },
      { topic: 'rate', program: MCI, subject: 'Growth', from: '2025-07-01', value: { rate: 0.075 } },
      { topic: 'threshold', program: MCI, from: '2025-07-01', value: { amount: 1_200_000, comparison: 'meet' } },
    ];
    const rules = rulesOn('2025-12-31', ownRules, (rule) => used.push(rule));
    rules.split(MCI);
    rules.rate(rules.lever('Growth', MCI));
    rules.threshold(MCI);
    expect(used.map((rule) => ruleSchema.safeParse(rule).error?.issues ?? [])).toEqual([[], [], []]);
  });
});
