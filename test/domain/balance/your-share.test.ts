import { expect, it } from 'vitest';
import { yourShareOf } from '../../../src/domain/balance/your-share';
import { aFund, anActivity } from '../../support/planned';

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
