import { describe, expect, it } from 'vitest';
import type { Activity, Expense } from '../../../src/domain/activities/activity';
import type { ActivityRequirements } from '../../../src/domain/activities/requirements';
import { findingsOnExpenses, isEligibleExpense } from '../../../src/domain/checks/check-expenses';
import { anActivity, anExpense, REQUIREMENTS } from '../../support/planned';

// as the guidebook prints them, and as the portal's list does
const ELIGIBLE = [
  'Signage / display / printed materials',
  'Giveaways',
  'Fee - agency: Marketing services, including agency fees',
  'Fee - registration',
  'Catering (excluding alcohol)',
  'Programming/development: Programming and development fees',
];
const ASKED: ActivityRequirements = { ...REQUIREMENTS, expenses: ELIGIBLE };
const found = (expense: Partial<Expense>, requirements: ActivityRequirements | null = ASKED) =>
  said(anActivity({ activity: 'Fair', budget: expense.budget ?? 50_000, expenses: [anExpense(expense)] }), requirements);
const said = (activity: Activity, requirements: ActivityRequirements | null = ASKED) =>
  findingsOnExpenses(activity, requirements).map(({ level, field, message }) => `${level} ${field}: ${message}`);

describe('an expense type', () => {
  it.each([
    ['Giveaways', true],
    ['giveaways ', true],
    ['Signage / Display / Printed Materials', true],
    ['Fee - Agency', true],
    ['Fee – agency', true],
    ['Fee - Agency: marketing services, including agency fees', true],
    ['Catering', true],
    ['Catering (Excluding Alcohol)', true],
    ['Programming / development', true],
    ['Fee', false],
    ['Travel', false],
    ['', false],
    ['Fee - agency fees', false],
    ['Give', false],
    ['Give aways', false],
  ])('"%s" is eligible: %s', (type, is) => expect(isEligibleExpense(type, ELIGIBLE)).toBe(is));
});

describe('the expenses of an activity', () => {
  it.each<[string, Partial<Expense>, string[]]>([
    ['eligible', { type: 'Giveaways' }, []],
    ['for nothing', { type: 'Giveaways', budget: 0 }, []],
    [
      'another type is allowed, with a finding',
      { type: 'Travel' },
      ['warning expense:E-AAAAAA: "Travel" isn\'t an eligible expense of "Fair", so Microsoft may not pay it.'],
    ],
    ['no type', { type: ' ' }, ['warning expense:E-AAAAAA: enter an expense type. Claims are made by expense type.']],
    ['alcohol', { type: 'Beer and snacks' }, ['blocking expense:E-AAAAAA: alcohol is never eligible. Remove "Beer and snacks".']],
    [
      'alcohol in the note',
      { type: 'Giveaways', note: 'a bottle of wine each' },
      ['warning expense:E-AAAAAA: its note mentions alcohol, which is never eligible.'],
    ],
    ['catering without', { type: 'Catering (excluding alcohol)', note: 'no alcohol' }, []],
    ['alcohol-free', { type: 'Catering', note: 'alcohol-free punch' }, []],
    ['non-alcoholic', { type: 'Catering', note: 'non-alcoholic drinks' }, []],
    ['below zero', { type: 'Giveaways', budget: -1 }, ["blocking expense:E-AAAAAA: an expense can't be below zero."]],
    ['a cost below zero', { type: 'Giveaways', actual: -1 }, ["blocking expense:E-AAAAAA: an expense can't be below zero."]],
  ])('%s', (_, expense, findings) => expect(found(expense)).toEqual(findings));

  it.each<[string, ActivityRequirements | null, string[]]>([
    ['no requirements, nothing to compare', null, []],
    [
      'a requirements without a list of them',
      { ...ASKED, expenses: null },
      ['note expenses: our sources list no expense types for "Fair". Check the guidebook.'],
    ],
    ['no requirements in our sources, as COOP.CHECK says', { ...ASKED, expenses: null, isSourced: false }, []],
    ['not open to the program', { ...ASKED, isOpen: false, expenses: null }, []],
  ])('%s', (_, requirements, findings) => expect(found({ type: 'Travel' }, requirements)).toEqual(findings));

  it('asks about a budget that is not their sum', () =>
    expect(said(anActivity({ budget: 100_000, expenses: [anExpense({ type: 'Giveaways', budget: 99_999 })] }))).toEqual([
      'warning budget: the cost of 1,000.00 differs from the total of its expenses, 999.99.',
    ]));

  it('asks nothing about a budget that no one gave', () =>
    expect(said(anActivity({ budget: null, expenses: [anExpense({ type: 'Giveaways' })] }))).toEqual([]));

  it('says nothing where there are none', () => {
    expect(said(anActivity())).toEqual([]);
    expect(said(anActivity(), { ...ASKED, expenses: null })).toEqual([]);
  });

  it('that no types are listed rests on the activity', () =>
    expect(
      findingsOnExpenses(anActivity({ budget: 50_000, expenses: [anExpense()] }), { ...ASKED, expenses: null }).map(({ rule }) => rule),
    ).toEqual(['activity']));

  it.each<[Partial<Expense>, string | null]>([
    [{ type: 'Travel' }, 'activity'],
    [{ type: ' ' }, 'activity'],
    [{ type: 'Beer' }, 'activity'],
    [{ type: 'Giveaways', note: 'wine' }, 'activity'],
    [{ type: 'Giveaways', actual: -1 }, null],
  ])('what is said of %j rests on %s', (expense, rule) =>
    expect(
      findingsOnExpenses(anActivity({ budget: 50_000, expenses: [anExpense(expense)] }), ASKED).map((finding) => finding.rule),
    ).toEqual([rule]),
  );
});
