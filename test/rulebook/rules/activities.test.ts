import { describe, expect, it } from 'vitest';
import { rulesOn } from '../../../src/rulebook/rules-on';
import { ACTIVITIES, leastContent, mayUse, type ActivityId } from '../../../src/rulebook/rules/activities';
import type { ProgramId } from '../../../src/rulebook/rules/programs';

const MCI: ProgramId = 'Microsoft Commerce Incentives';
const SURFACE: ProgramId = 'Surface PC and Surface Hub ADD';
const activity = (name: ActivityId) => rulesOn('newest').activity(name).value;

describe('every activity', () => {
  const values = ACTIVITIES.map((rule) => [`${rule.subject} from ${rule.from}`, rule.value!, rule] as const);

  it.each(values)('%s is complete, or says that our sources do not have its sheet', (_, value, rule) => {
    expect(value.name).toBe(rule.subject);
    if (value.sourced) {
      const asked = value.core.length + value.communication.length;
      expect(asked > 0 || value.invoice === 'Microsoft invoice').toBe(true);
    } else {
      expect(value.expenses).toBeNull();
      expect(rule.note).toContain('check the guidebook');
    }
    if (value.expenses === null) expect(rule.note).toContain('check the guidebook');
  });

  it.each(values.filter(([, value]) => !['Partner Readiness', 'Partner Skilling'].includes(value.category)))(
    '%s asks for the company name (S003, guidebook page 7) and for Microsoft content or services',
    (_, value) => {
      expect(value.core.join()).toMatch(/company name or brand/);
      expect(value.core.join()).toContain('Microsoft');
    },
  );

  it('is the same from one guidebook to the next but for its category', () => {
    for (const [, value] of values) {
      const first = ACTIVITIES.find((rule) => rule.subject === value.name)!.value!;
      expect({ ...value, category: first.category }).toEqual(first);
    }
  });
});

describe('the FY21 guidebook, of which we hold only the list', () => {
  it.each([
    ['2020-12-31', 'assumed'],
    ['2021-07-01', 'published'],
  ] as const)('on %s a sheet and a cap are %s', (day, standing) => {
    expect(rulesOn(day).activity('Customer offers').standing).toBe(standing);
    expect(rulesOn(day).cap('Customer offers', MCI).standing).toBe(standing);
  });
});

describe('unsourced sheets', () => {
  it('are the five our sources only name', () => {
    expect(
      rulesOn('newest')
        .activities()
        .filter((rule) => !rule.value.sourced)
        .map((rule) => rule.subject),
    ).toEqual([
      'Social media marketing',
      'Best practice development',
      'Migration services',
      'Solution building with third parties',
      'On-demand training',
    ]);
  });
});

describe('C36: the sheets Microsoft prints one row off', () => {
  it('Proof of concept has its materials as communication and no metrics', () => {
    const sheet = activity('Proof of concept');
    expect(sheet.core).toContain('Microsoft content');
    expect(sheet.communication.join()).toContain('white paper');
    expect(sheet.metrics).toEqual([]);
    expect(sheet.expenses).toHaveLength(4);
  });

  it('Employee purchase has its fees as expenses', () => {
    expect(activity('Employee purchase web set-up for customers')).toMatchObject({
      metrics: [],
      expenses: [
        'Fee - agency: Marketing services, including agency fees',
        'Programming/development: Programming and development fees',
        'Fee - service: Labor services provided by partner or third-party vendor in support of the web setup',
      ],
    });
  });

  it('caps are not among the communication of Customer offers', () => {
    expect(activity('Customer offers').communication.join()).not.toMatch(/25%/);
  });
});

describe('what documents the cost', () => {
  it.each<[ActivityId, string]>([
    ['Digital advertising', 'third-party invoice or CSR'],
    ['Microsoft exams and tuition', 'third-party invoice'],
    ['Microsoft AI Cloud Partner Program participation fee', 'Microsoft invoice'],
  ])('%s: %s', (name, invoice) => {
    expect(activity(name).invoice).toBe(invoice);
  });
});

describe('C11: pre-approval', () => {
  it.each<[ActivityId, string]>([
    ['TV/radio', 'required'],
    ['Print advertising', 'optional creative review'],
    ['Proof of concept', 'none'],
  ])('%s: %s', (name, preApproval) => {
    expect(activity(name).preApproval).toBe(preApproval);
  });

  it('is required for TV/radio alone', () => {
    expect(
      rulesOn('newest')
        .activities()
        .filter((rule) => rule.value.preApproval === 'required'),
    ).toHaveLength(1);
  });
});

describe('which programs may use an activity', () => {
  it.each<[ActivityId, ProgramId, boolean]>([
    ['TV/radio', SURFACE, true],
    ['TV/radio', MCI, false],
    ['Employee purchase web set-up for customers', SURFACE, false],
    ['Employee purchase web set-up for customers', MCI, true],
    ['Digital advertising', SURFACE, true],
  ])('%s, %s: %s', (name, program, may) => {
    expect(mayUse(activity(name), program)).toBe(may);
  });
});

describe('the least Microsoft content', () => {
  it.each<[ActivityId, ProgramId, number | null]>([
    ['Telemarketing', SURFACE, 1],
    ['Telemarketing', MCI, null],
    ['Print advertising', SURFACE, 0.3],
    ['Print advertising', 'Mixed Reality ADD', 0.3],
    ['Print advertising', MCI, null],
    ['On-site champ', MCI, 1],
    ['On-demand training', 'Hosting', 1],
    ['Internal training and floor days', 'Mixed Reality ADR & DMP', 1],
    ['Proof of concept', 'CSP Direct Bill Partner', null],
  ])('of %s under %s is %s', (name, program, share) => {
    expect(leastContent(activity(name), program)).toBe(share);
  });
});
