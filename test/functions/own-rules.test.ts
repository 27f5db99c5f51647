import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { workbookRules } from '../../src/cells/workbook-rules';
import type { Half } from '../../src/domain/calendar/half';
import { activities } from '../../src/functions/activities';
import { cap } from '../../src/functions/cap';
import { category } from '../../src/functions/category';
import { check } from '../../src/functions/check';
import { claimby } from '../../src/functions/claimby';
import { deadline } from '../../src/functions/deadline';
import { earn } from '../../src/functions/earn';
import { eligible } from '../../src/functions/eligible';
import { expenses } from '../../src/functions/expenses';
import { paydate } from '../../src/functions/paydate';
import { proof } from '../../src/functions/proof';
import { qualifies } from '../../src/functions/qualifies';
import { source } from '../../src/functions/source';
import { split } from '../../src/functions/split';
import { threshold } from '../../src/functions/threshold';
import { explain } from '../../src/explain/explain';
import { capsIn } from '../../src/planner/activities/caps-in';
import { categoryOf } from '../../src/planner/activities/category-of';
import { findInCatalogue } from '../../src/planner/activities/activity-catalog';
import { requirementsOf, viewOf } from '../../src/planner/claims/claim-view';
import { claimOf, DAYS, FY24_H1 } from '../support/claims';
import { PLAIN_WORKBOOK, serial, show } from '../support/custom-functions';
import { planningRead } from '../support/planning-read';
import { rulesOf, type RuleCellsGiven } from '../support/own-rules';
import { activity } from '../support/records';

const FY27 = { From: '2026-07-01', To: '2027-06-30', Source: 'FY27 co-op guide' };
const { rules, faults } = rulesOf(
  { Rule: 'cap', Activity: 'Customer offers', Value: '30%', ...FY27 },
  { Rule: 'cap', Activity: 'Customer offers', Value: '10%', ...FY27, Pack: 'FY27 heard', Grade: 'secondary' },
  { Rule: 'cap', Activity: 'On-site champ', Value: '40%', ...FY27, Pack: 'FY27 heard', Grade: 'secondary' },
  { Rule: 'cap', Activity: 'Agent workshop', Value: 5000, ...FY27 },
  { Rule: 'activity', Activity: 'Agent workshop', Category: 'Market Development', Expenses: 'Trainer', Proof: 'Agenda', ...FY27 },
  { Rule: 'activity', Activity: 'Telemarketing', Value: 'not eligible', ...FY27 },
  { Rule: 'claim deadline', Value: 'Feb 20', ...FY27 },
  { Rule: 'payment', Value: 'approved by 10, paid 18 to 22', ...FY27 },
  { Rule: 'retention', Value: 36, ...FY27 },
  { Rule: 'split', Value: '50%', ...FY27 },
  { Rule: 'rate', Lever: 'M365: Tier 2', Value: '6%', ...FY27 },
  { Rule: 'threshold', Value: 8000, ...FY27 },
  { Rule: 'capability', Value: 30, ...FY27 },
);

describe('every kind of rule in CoopRules', () => {
  beforeAll(() => provideContext({ ...PLAIN_WORKBOOK, ownRules: rules }));
  afterAll(() => provideContext(PLAIN_WORKBOOK));

  it('is read', () => expect(faults).toEqual([]));

  it('reaches COOP.CAP on its days: the workbook’s own first, then a pack’s, then the built-in', () => {
    // 30% and 40% of 32,400; the built-in caps are 25% and 50%
    expect(show(cap, 'Customer offers', 32_400, null, '2026-12-01')).toBe(9_720);
    expect(show(cap, 'On-site champ', 32_400, null, '2026-12-01')).toBe(12_960);
    expect(show(cap, 'Customer offers', 32_400, null, '2026-06-30')).toBe(8_100);
    expect(show(cap, 'Customer offers', 32_400, null, '2027-07-01')).toBe(8_100);
    expect(show(cap, 'Customer offers', 32_400, null, '2026-12-01', 'Surface')).toBe(32_400);
    expect(show(cap, 'agent-workshop', 32_400, null, '2026-12-01')).toBe(5_000);
  });

  it('reaches COOP.ELIGIBLE, CATEGORY, EXPENSES, PROOF, ACTIVITIES, and CHECK', () => {
    expect(show(eligible, 'Agent workshop', '2026-12-01')).toBe(true);
    expect(show(eligible, 'Agent workshop', '2026-06-01')).toBe(false);
    expect(show(eligible, 'Telemarketing', '2026-12-01')).toBe(false);
    expect(show(eligible, 'Telemarketing', '2026-06-01')).toBe(true);
    expect(show(category, 'Agent workshop', '2026-12-01')).toBe('Market Development');
    expect(show(category, 'Agent workshop', '2026-06-01')).toBe('#N/A');
    expect(show(expenses, 'Agent workshop', '2026-12-01')).toBe('Trainer');
    expect(show(proof, 'Agent workshop', '2026-12-01')).toContainEqual(['Communication', 'Agenda']);
    const names = (show(activities, null, '2026-12-01') as string[][]).map(([, name]) => name);
    expect(names).toContain('Agent workshop');
    expect(names).not.toContain('Telemarketing');
    expect(show(check, 'Telemarketing', '2026-12-01')).toMatch(/^Blocked: CoopRules says it is not eligible\./);
    expect(show(check, 'Telemarketing', '2026-06-25', '2026-07-05', null, null, null, null, null, 'Surface')).toMatch(
      /\nNote: Surface plans need the approval/,
    );
    expect(show(check, 'Agent workshop', '2026-12-01', null, 6_000, 12_000, 12_000)).toMatch(/^Blocked: .*5,000/);
  });

  it('reaches COOP.DEADLINE, CLAIMBY, and PAYDATE', () => {
    expect(show(deadline, 'FY27 H1')).toBe(serial('2027-08-15'));
    expect(show(deadline, 'FY27 H2')).toBe(serial('2028-02-20'));
    expect(show(deadline, 'FY26 H2')).toBe(serial('2027-02-15'));
    expect(show(deadline, 'FY27 H2', 'resolution')).toBe(serial('2028-03-31'));
    expect(show(deadline, 'FY27 H2', 'retention')).toBe(serial('2031-02-20'));
    expect(show(claimby, '2027-09-01')).toBe(serial('2028-02-20'));
    expect(show(paydate, '2026-12-11')).toBe(serial('2027-01-18'));
    expect(show(paydate, '2026-06-11')).toBe(serial('2026-06-20'));
  });

  it('reaches COOP.SPLIT, EARN, THRESHOLD, and QUALIFIES', () => {
    expect(show(split, 1000, 'co-op', '2026-12-01')).toBe(500);
    expect(show(earn, 1000, 'M365: Tier 2', '2026-12-01')).toBe(60);
    expect(show(threshold, 8_000, 'FY27 H1')).toBe(8_000);
    expect(show(qualifies, 29, 30_000, '2026-12-01')).toBe(false);
  });

  it('is cited by COOP.SOURCE and Explain, which say whose it is', async () => {
    expect(show(source, 'cap: Customer offers', '2026-12-01')).toBe(
      'At most 30% of the co-op earned (Customer offers, Microsoft Commerce Incentives, from Jul 1, 2026). ' +
        "Source: FY27 co-op guide. Standing: this workbook's own.",
    );
    expect(show(source, 'cap: On-site champ', '2026-12-01')).toMatch(
      /Source: FY27 heard: FY27 co-op guide \(secondary\)\. Standing: reported, not verified\.$/,
    );
    expect(show(source, 'deadline', '2026-12-31')).toMatch(/close Feb 20.*this workbook's own/);
    const formula = '=COOP.CAP("Customer offers",32400,,"2026-12-01")';
    const { calls } = await explain({ sheet: 'S', address: 'A1', formula, value: 9720, text: '9720' }, async () => [], __CATALOGUE__);
    expect(calls[0]!.rules).toMatchObject([
      { text: 'At most 30% of the co-op earned', standing: 'workbook', source: { title: 'FY27 co-op guide', publisher: 'CoopRules' } },
    ]);
  });

  it('reaches the plan and the claims', () => {
    const book = workbookRules()!;
    const planned = activity({ activity: 'Customer offers', fund: null, start: '2026-12-01' });
    expect(capsIn(book)(planned)).toEqual({ kind: 'share', share: 0.3 });
    expect(categoryOf('agent workshop', '2026-12-01', book)).toBe('Market Development');
    const found = findInCatalogue('agent', '2026-12-01', 'Microsoft Commerce Incentives', book);
    expect(found).toEqual([{ category: 'Market Development', activities: ['Agent workshop'] }]);
    const onClaim = requirementsOf({ activity: 'Agent workshop', fund: null, start: '2026-12-01' }, '2026-12-01', book);
    expect(onClaim).toMatchObject({ communication: ['Agenda'], expenses: ['Trainer'] });
    const half: Half = { fiscalYear: 2026, half: 1 };
    const fund = { ...FY24_H1, ...DAYS, half, earned: 3_240_000, usable: 3_240_000 };
    const claim = claimOf({ activity: 'Customer offers', start: '2026-12-01', end: '2026-12-02', fund });
    expect(viewOf(claim, planningRead({ funds: [fund] }), book, '2026-12-03').limit).toMatchObject({ amount: 972_000 });
  });
});

describe('a row of CoopRules that cannot be used', () => {
  afterEach(() => provideContext(PLAIN_WORKBOOK));
  const use = (...rows: RuleCellsGiven[]): void => {
    const { rules: usable, faults: found } = rulesOf(...rows);
    provideContext({ ...PLAIN_WORKBOOK, ownRules: usable, unused: found.flatMap(({ couldBe }) => couldBe ?? []) });
  };
  const sentence = (run: () => unknown): string => {
    try {
      return String(run());
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return `${code} ${message}`;
    }
  };
  const half = { From: '2026-07-01' };
  const GOOD = { Rule: 'cap', Activity: 'Customer offers', Value: '30%', ...half };

  it.each<[string, RuleCellsGiven]>([
    ['30, meant as 30%', { Rule: 'split', Value: 30, ...half }],
    ['text', { Rule: 'split', Value: 'abc', ...half }],
    ['no first day', { Rule: 'split', Value: '30%' }],
    ['a misspelled rule', { Rule: 'spllit', Value: '30%', ...half }],
  ])('leaves no answer of its kind: %s', (_name, row) => {
    use(GOOD, row);
    expect(sentence(() => split(1000, undefined, '2026-12-01'))).toMatch(/^#VALUE! Row 2 of CoopRules: /);
    expect(show(split, 1000, 'co-op', '2026-12-01', null, null, '40%')).toBe(400);
    expect(show(threshold, 9_000, 'FY27 H1', 'amount')).toBe(10_000);
    expect(show(cap, 'Customer offers', 32_400, null, '2026-12-01')).toBe(9_720);
    if (row.From) expect(show(split, 1000, 'co-op', '2026-06-30')).toBe(400);
    expect(show(source, 'split', '2026-12-01')).toMatch(/^40% .* Not used: Row 2 of CoopRules: /);
  });

  it.each(['8,000 or so', '$', 'none'])('of a threshold: %s', (value) => {
    use({ Rule: 'threshold', Value: value, ...half });
    expect(sentence(() => threshold(9_000, 'FY27 H1'))).toMatch(/^#VALUE! Row 1 of CoopRules: Value: /);
    expect(show(threshold, 9_000, 'FY27 H1', 'amount', 'Surface')).toBe(1_500);
    expect(show(threshold, 9_000, 'FY27 H1', 'amount', null, 8_000)).toBe(8_000);
  });

  it('of a threshold whose name is misspelled', () => {
    use({ Rule: 'Threshhold', Value: 8000, ...half });
    expect(sentence(() => threshold(9_000, 'FY27 H1'))).toMatch(
      /^#VALUE! Row 1 of CoopRules: Rule: "Threshhold" isn't .*Did you mean "threshold"\?$/,
    );
    expect(show(split, 1000, 'co-op', '2026-12-01')).toBe(400);
  });

  it('touches only the lever or the activity that it names, and only until a later row', () => {
    use(
      { Rule: 'rate', Lever: 'M365: Tier 2', Value: 'x', ...half },
      { Rule: 'cap', Activity: 'On-site champ', Value: 'x', ...half },
      { Rule: 'split', Value: 'x', ...half },
      { Rule: 'split', Value: '50%', From: '2027-01-01' },
    );
    expect(sentence(() => earn(1000, 'M365: Tier 2', '2026-12-01'))).toMatch(/^#VALUE! Row 1 of CoopRules/);
    expect(show(earn, 1000, 'M365: Tier 2', '2024-12-01')).toBe(70);
    expect(show(cap, 'On-site champ', 1000, null, '2026-12-01')).toBe('#VALUE!');
    expect(show(cap, 'Customer offers', 1000, null, '2026-12-01')).toBe(250);
    expect(show(split, 1000, 'co-op', '2026-12-31')).toBe('#VALUE!');
    expect(show(split, 1000, 'co-op', '2027-01-01')).toBe(500);
  });

  it('of two that contradict each other touches its kind, and a duplicate touches nothing', () => {
    use({ Rule: 'split', Value: '50%', ...half }, { Rule: 'split', Value: '60%', ...half });
    expect(show(split, 1000, 'co-op', '2026-12-01')).toBe('#VALUE!');
    use({ Rule: 'split', Value: '50%', ...half }, { Rule: 'split', Value: '50%', ...half });
    expect(show(split, 1000, 'co-op', '2026-12-01')).toBe(500);
  });

  it('of deadlines and of activities', () => {
    use({ Rule: 'claim deadline', Value: 'soon', ...half }, { Rule: 'activity', Activity: 'Telemarketing', Value: 'perhaps', ...half });
    expect(show(deadline, 'FY27 H1')).toBe('#VALUE!');
    expect(show(deadline, 'FY26 H1')).toBe(serial('2026-08-15'));
    expect(show(activities, null, '2026-12-01')).toBe('#VALUE!');
    expect(show(eligible, 'Telemarketing', '2026-12-01')).toBe('#VALUE!');
    expect(show(eligible, 'Digital advertising', '2026-12-01')).toBe(true);
  });

  it('does not stop the pane, which lists it', () => {
    use({ Rule: 'split', Value: 'abc', ...half });
    expect(workbookRules()!.rulesOn('2026-12-01').split('Microsoft Commerce Incentives').value).toEqual({ coopShare: 0.4 });
  });
});
