import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATUSES, type Claim } from '../../../src/domain/claims/claim';
import { othersOfKind, othersOnActivity, amountHeld, takenOfFund, takenOfKind } from '../../../src/domain/claims/claims-by-fund';
import { isSameFund } from '../../../src/domain/funds/fund';
import { claimOf, FY24_H1, invoice } from '../../support/claims';

describe('what a claim takes from its fund', () => {
  it.each<[string, Partial<Claim>, number]>([
    ['the total of its invoices', { status: 'submitted', amount: null, lines: [invoice(60), invoice(15)] }, 75],
    ['what is claimed, after a decision that is disputed', { status: 'disputed', amount: 100, approved: 80 }, 100],
    ['what is approved, where the payment has no figure', { status: 'paid', amount: 100, approved: 80 }, 80],
    ['nothing, without any amount', { status: 'submitted', amount: null }, 0],
  ])('is %s', (_, change, cents) => expect(amountHeld(claimOf(change))).toBe(cents));

  it.each(CLAIM_STATUSES)('%s', (status) =>
    expect(
      amountHeld(
        claimOf({
          status,
          amount: 100,
          approved: status === 'approved' || status === 'paid' ? 80 : null,
          paid: status === 'paid' ? 70 : null,
        }),
      ),
    ).toBe(
      {
        editing: 100,
        submitted: 100,
        'under review': 100,
        'action required': 100,
        disputed: 100,
        approved: 80,
        paid: 70,
        rejected: 0,
        'non-compliant': 0,
        forfeited: 0,
      }[status],
    ),
  );
});

describe('the other claims', () => {
  const some = fc.record({
    fund: fc.constantFrom(null, FY24_H1, { ...FY24_H1, partnerId: '7' }, { ...FY24_H1, half: { fiscalYear: 2024, half: 2 } as const }),
    activity: fc.constantFrom('Digital advertising', 'digital advertising', 'Print advertising'),
    activityId: fc.constantFrom('', 'A-1', 'A-2'),
    amount: fc.option(fc.nat(1000)),
    status: fc.constantFrom(...CLAIM_STATUSES),
  });
  const claims = fc.array(some, { maxLength: 12 }).map((all) => all.map((parts, index): Claim => claimOf({ ...parts, id: `C-${index}` })));
  const looked = fc.tuple(fc.nat(12), some).map(([index, parts]): Claim => claimOf({ ...parts, id: `C-${index}` }));
  const isMeant = (name: string): boolean => name.toLowerCase() === 'digital advertising';
  const sum = (all: readonly Claim[]) => ({
    cents: all.reduce((cents, claim) => cents + amountHeld(claim), 0),
    count: all.filter((claim) => amountHeld(claim) !== 0).length,
  });

  it('are counted as if each were looked at, also for one that is moved to another fund or activity meanwhile', () =>
    fc.assert(
      fc.property(claims, looked, (all, claim) => {
        const others = all.filter(
          ({ id, fund }) => id !== claim.id && fund !== null && claim.fund !== null && isSameFund(fund, claim.fund),
        );
        const ofKind = others.filter(({ activity }) => isMeant(activity));
        expect(takenOfFund(claim, all)).toEqual(sum(others));
        expect(takenOfKind(claim, all, isMeant)).toEqual(sum(ofKind));
        expect(new Set(othersOfKind(claim, all, isMeant))).toEqual(new Set(ofKind));
        expect(othersOnActivity(claim, all)).toEqual(
          claim.activityId === '' ? [] : all.filter(({ id, activityId }) => id !== claim.id && activityId === claim.activityId),
        );
      }),
    ));
});
