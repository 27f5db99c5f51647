import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { amountText, formOf, readForm, type ActivityForm } from '../../../src/planner/activities/activity-form';
import { activity } from '../../pane/plan/activity';

describe('the form of an activity', () => {
  it.each<[string, Partial<Activity>]>([
    ['a new one', {}],
    [
      'one of a fund',
      {
        fund: {
          partnerId: '0012345',
          program: 'Microsoft Commerce Incentives',
          programKey: 'Microsoft Commerce Incentives',
          half: { fiscalYear: 2025, half: 1 },
        },
      },
    ],
    ['with days', { start: '2025-03-10', end: '2025-03-12', preApproved: '2025-03-01' }],
    ['with one day', { start: '2025-03-10', end: null }],
    ['in another currency', { currency: 'EUR', rate: 1.0832, budget: 123_456 }],
    ['with expenses', { expenses: [{ id: 'E-1', type: 'Giveaways', budget: 10_050, actual: null, note: 'pens' }], budget: 10_050 }],
    [
      'with a budget of its own beside expenses',
      { expenses: [{ id: 'E-1', type: 'Giveaways', budget: 10_050, actual: null, note: '' }], budget: 20_000 },
    ],
    [
      'with what was spent',
      { expenses: [{ id: 'E-1', type: 'Giveaways', budget: 10_050, actual: 9_999, note: '' }], budget: 10_050, actual: 9_999 },
    ],
    ['with a share that is no binary number', { content: 0.29 }],
    ['with a title and a co-op share', { title: 'Spring campaign', coopShare: 665_040, budget: 900_000 }],
    ['without core requirements', { meetsCore: false }],
    ['with people, a priority and words', { attendees: 3, priority: 2, owner: 'Ana', description: 'Spring', solutionArea: 'Azure' }],
    ['with results, some of them none', { leads: 0, pipeline: 6_000_000, revenue: 3_150_050 }],
  ])('reads back what it was made of: %s', (_what, change) => {
    const was = activity(change);
    const { activity: read, mistakes } = readForm(formOf(was), was);
    expect(mistakes.size).toBe(0);
    expect(read).toEqual(was);
  });

  it.each<[string, Partial<ActivityForm>, string]>([
    ['an amount with a decimal comma', { budget: '1,5' }, 'budget'],
    ['a co-op share below zero', { coopShare: '-1' }, 'coopShare'],
    ['an amount with a point that may stand for thousands', { budget: '5.400' }, 'budget'],
    ['the same of what was spent', { actual: '12.345' }, 'actual'],
    ['an amount in words', { budget: 'about 500' }, 'budget'],
    ['an amount below zero', { budget: '-5' }, 'budget'],
    ['a day that is none', { start: '2025-02-30' }, 'start'],
    ['an end before the start', { start: '2025-03-10', end: '2025-03-09' }, 'end'],
    ['a currency of two letters', { currency: 'EU' }, 'currency'],
    ['a rate of nothing', { currency: 'EUR', rate: '0' }, 'rate'],
    ['a percentage above 100', { content: '101' }, 'content'],
    ['half a lead', { leads: '1.5' }, 'leads'],
    ['revenue below zero', { revenue: '-1' }, 'revenue'],
    ['half a person', { attendees: '1.5' }, 'attendees'],
  ])('tells a text it can’t read, and loses none: %s', (_what, change, field) => {
    const was = activity({});
    const { mistakes } = readForm({ ...formOf(was), ...change }, was);
    expect([...mistakes.keys()]).toEqual([field]);
  });

  it('says what is odd about an amount, and reads one in the activity\u2019s own currency', () => {
    const was = activity({ expenses: [{ id: 'E-1', type: 'Giveaways', budget: 10_050, actual: null, note: '' }] });
    const { mistakes } = readForm(
      { ...formOf(was), budget: '5.400', expenses: [{ ...formOf(was).expenses[0]!, budget: '7.500', actual: '(5)' }] },
      was,
    );
    expect([...mistakes].map(([field, said]) => [field.replace(/^.*:/, ''), said])).toEqual([
      [
        'budget',
        '"7.500" can\'t be read: its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.',
      ],
      ['actual', '"(5)" is below zero. Enter an amount such as 1234.50.'],
      [
        'budget',
        '"5.400" can\'t be read: its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.',
      ],
    ]);
    expect(
      readForm({ ...formOf(activity({})), currency: 'eur', rate: '1.1', budget: '\u20AC5,400.00' }, activity({})).activity.budget,
    ).toBe(540_000);
  });

  const amountOf = (text: string): number | null => {
    const { activity: read, mistakes } = readForm({ ...formOf(activity({ budget: null })), budget: text }, activity({ budget: null }));
    return mistakes.has('budget') ? null : read.budget;
  };

  it.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['$1,234', 123_400],
    ['0', 0],
    ['1,23', null],
    ['12,34.00', null],
    ['1e5', null],
    ['', null],
    ['99999999999999999999', null],
  ])('reads the amount %s', (text, cents) => expect(amountOf(text)).toBe(cents));

  it.each([
    [null, ''],
    [0, '0'],
    [500_000, '5000'],
    [123_450, '1234.50'],
    [1, '0.01'],
  ])('writes %s cents so that they read back', (cents, text) => {
    expect(amountText(cents)).toBe(text);
    if (cents !== null) expect(amountOf(text)).toBe(cents);
  });

  it('takes the sum of the expenses for the budget while no figure of its own is given', () => {
    const was = activity({ budget: 100 });
    const line = (id: string, budget: string, actual = '') => ({ id, type: '', budget, actual, note: '' });
    const form = { ...formOf(was), budget: '', expenses: [line('E-1', '10'), line('E-2', '20.5', '7')] };
    expect(readForm(form, was).activity).toMatchObject({ budget: 3050, actual: 700 });
    expect(readForm({ ...form, budget: '99' }, was).activity.budget).toBe(9900);
  });
});
