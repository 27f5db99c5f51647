import { describe, expect, it } from 'vitest';
import { describeFund, fundKey, isSameFund, nameOfFund, type FundId } from '../../../src/domain/funds/fund';

const FUND: FundId = { partnerId: '1234567', program: 'Rewards', programKey: 'rewards', half: { fiscalYear: 2025, half: 1 } };

describe('the name of a fund', () => {
  it.each<[Partial<FundId>, boolean]>([
    [{}, true],
    [{ half: { fiscalYear: 2025, half: 1 } }, true],
    [{ half: { fiscalYear: 2025, half: 2 } }, false],
    [{ half: { fiscalYear: 2024, half: 1 } }, false],
    [{ program: 'Hosting', programKey: 'hosting' }, false],
    [{ program: 'rewards ' }, true],
    [{ partnerId: '01234567' }, true],
    [{ partnerId: 'MPN 1234567' }, true],
    [{ partnerId: '1234567.0' }, true],
    [{ partnerId: '7654321' }, false],
  ])('with %j names the same fund: %s', (change, same) => {
    expect(isSameFund(FUND, { ...FUND, ...change })).toBe(same);
    expect(fundKey({ ...FUND, ...change }) === fundKey(FUND)).toBe(same);
  });

  it('has no key where there is none', () => expect(fundKey(null)).toBe(''));

  it('is all of it that a name needs', () => expect(nameOfFund({ ...FUND, usable: 5 } as FundId)).toEqual(FUND));

  it('is said in full', () => expect(describeFund(FUND)).toBe('FY25 H1 co-op of Rewards, Partner ID 1234567'));
});
