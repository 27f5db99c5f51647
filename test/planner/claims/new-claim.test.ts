import { beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Claim } from '../../../src/domain/claims/claim';
import { viewOf } from '../../../src/planner/claims/claim-view';
import { claimFor } from '../../../src/planner/claims/new-claim';
import { claimOf, DAYS, FY24_H1, invoice } from '../../support/claims';
import { kept, planningRead } from '../../support/planning-read';
import { activity } from '../../support/records';

/** Co-op pays at most a quarter of the $10,020.00 earned for customer offers: $2,505.00. */
const OFFERS = activity({
  activity: 'Customer offers',
  fund: FY24_H1,
  start: '2024-02-01',
  end: '2024-02-28',
  status: 'done',
  budget: 400_000,
});
const FUND = { ...FY24_H1, earned: 1_002_000, usable: 1_002_000, ...DAYS };
const read = (given: Activity, claims: Claim[] = []) =>
  planningRead({ funds: [FUND], activities: [kept(given)], claims: claims.map(kept) });
const begun = (given: Activity, claims: Claim[] = []) => claimFor(given, 'invoice', read(given, claims), workbookRules()!, '2024-03-01');

describe('a new claim on an activity', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it.each<[string, Activity, Claim[], number]>([
    ['the cap of an activity that costs more', OFFERS, [], 250_500],
    ['the co-op share of one that is below its cap', { ...OFFERS, coopShare: 200_000 }, [], 200_000],
    ['what other claims leave of the cap', OFFERS, [claimOf({ id: 'C-1', activity: 'Customer offers', amount: 100_000 })], 150_500],
    [
      'everything where nothing is left of the cap, so that the check says so',
      OFFERS,
      [claimOf({ id: 'C-1', activity: 'Customer offers', amount: 250_500 })],
      400_000,
    ],
    ['everything where there is no cap', { ...OFFERS, activity: 'Digital advertising' }, [], 400_000],
  ])('asks for %s', (_, given, claims, amount) => expect(begun(given, claims).amount).toBe(amount));

  it('says the cost and your share, and that documents show more than the cap is no mistake', () => {
    const claim = { ...begun(OFFERS), lines: [invoice(400_000)] };
    const view = viewOf(claim, read(OFFERS), workbookRules()!, '2024-03-01');
    expect(view).toMatchObject({ difference: null, shared: { cost: 400_000, yourShare: 149_500 } });
    expect(view.findings.map(({ message }) => message).filter((text) => /claimed differs|more than/.test(text))).toEqual([]);
  });

  it('still says so where a claim asks for less than the cap and less than its documents', () => {
    const claim = { ...begun(OFFERS), amount: 250_499, lines: [invoice(400_000)] };
    expect(viewOf(claim, read(OFFERS), workbookRules()!, '2024-03-01').difference).toBe(-149_501);
  });
});
