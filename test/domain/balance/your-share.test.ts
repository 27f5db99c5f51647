import { describe, expect, it } from 'vitest';
import { claimedCoop } from '../../../src/domain/balance/claimed-co-op';
import { NO_CAPS } from '../../../src/domain/balance/fund-usage';
import { yourShareOf } from '../../../src/domain/balance/your-share';
import type { Claim } from '../../../src/domain/claims/claim';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

const FUND = aFund({ earned: 1_000_000 });
const SHARED = { budget: 900_000, coopShare: 665_040 };

it('your share is what activities cost, less what co-op is to pay', () =>
  expect(
    yourShareOf(FUND, [
      // 9,000.00 less 6,650.40
      anActivity(SHARED),
      // 8,000.00 less 8,000.00 x 6,650.40 / 9,000.00 = 5,911.47
      anActivity({ ...SHARED, status: 'done', actual: 800_000 }),
      anActivity(),
    ]),
  ).toEqual({ amount: 234_960 + 208_853, unknown: 0 }));

it('drafts, canceled activities, and those of other funds have none', () =>
  expect(
    yourShareOf(FUND, [
      anActivity({ ...SHARED, status: 'draft' }),
      anActivity({ ...SHARED, status: 'canceled' }),
      anActivity({ ...SHARED, fund: { ...FUND, partnerId: '2' } }),
      anActivity({ ...SHARED, fund: null }),
    ]),
  ).toEqual({ amount: 0, unknown: 0 }));

it('is not known without a cost or a rate', () =>
  expect(yourShareOf(FUND, [anActivity({ budget: null, coopShare: 500 }), anActivity({ ...SHARED, currency: 'EUR', rate: null })])).toEqual(
    { amount: 0, unknown: 2 },
  ));

it('above its cap, it is the rest too', () =>
  expect(yourShareOf(FUND, [anActivity({ budget: 400_000 })], () => ({ kind: 'share', share: 0.25 }))).toEqual({
    amount: 150_000,
    unknown: 0,
  }));

it('is in dollars at the activity’s rate', () =>
  expect(yourShareOf(FUND, [anActivity({ budget: 200_000, coopShare: 50_000, currency: 'EUR', rate: 1.1 })])).toEqual({
    amount: 165_000,
    unknown: 0,
  }));

describe('once it is claimed, your share is the cost less what its claims come to', () => {
  const CLAIMED = anActivity({ ...SHARED, id: 'A-CLAIMED' });
  const shareWith = (...claims: readonly Partial<Claim>[]) => {
    const all = claims.map((change) => aClaim({ activityId: 'A-CLAIMED', fund: NAME, amount: 600_000, ...change }));
    return yourShareOf(
      FUND,
      [CLAIMED],
      NO_CAPS,
      claimedCoop([CLAIMED], all, ({ status }) => status),
    );
  };

  it.each<[string, readonly Partial<Claim>[], number]>([
    ['in editing, it is as planned', [{ status: 'editing' }], 234_960],
    ['submitted', [{ status: 'submitted' }], 300_000],
    ['action required', [{ status: 'action required' }], 300_000],
    ['approved for less', [{ status: 'approved', approved: 550_000 }], 350_000],
    ['approved without a figure', [{ status: 'approved' }], 300_000],
    ['paid less than approved', [{ status: 'paid', approved: 550_000, paid: 540_000 }], 360_000],
    ['rejected, it is as planned again', [{ status: 'rejected' }], 234_960],
    [
      'two claims',
      [
        { status: 'paid', paid: 400_000 },
        { status: 'submitted', amount: 100_000 },
      ],
      400_000,
    ],
    ['one rejected, and one submitted after it', [{ status: 'rejected' }, { status: 'submitted', amount: 500_000 }], 400_000],
    ['on another fund', [{ status: 'paid', paid: 440_000, fund: { ...NAME, partnerId: '2' } }], 460_000],
    ['without a fund of its own', [{ status: 'paid', paid: 440_000, fund: null }], 460_000],
    ['in euros: 5,000.00 at 1.1', [{ status: 'paid', paid: 500_000, currency: 'EUR', rate: 1.1 }], 350_000],
    ['of another activity', [{ status: 'paid', activityId: 'A-OTHER' }], 234_960],
  ])('%s', (_, claims, amount) => expect(shareWith(...claims)).toEqual({ amount, unknown: 0 }));

  it.each<[string, readonly Partial<Claim>[]]>([
    ['no amount', [{ status: 'submitted', amount: null }]],
    ['no rate', [{ status: 'submitted', currency: 'EUR', rate: null }]],
    ['one of two is not known', [{ status: 'paid' }, { status: 'submitted', amount: null }]],
    ['the other of two is not known', [{ status: 'submitted', amount: null }, { status: 'paid' }]],
  ])('%s: it is not known', (_, claims) => expect(shareWith(...claims)).toEqual({ amount: 0, unknown: 1 }));
});
