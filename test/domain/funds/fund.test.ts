import { describe, expect, it } from 'vitest';
import { describeFund, isSameFund, type FundId } from '../../../src/domain/funds/fund';

const FUND: FundId = { partnerId: '1234567', program: 'Rewards', half: { fiscalYear: 2025, half: 1 } };

describe('the name of a fund', () => {
  it.each<[Partial<FundId>, boolean]>([
    [{}, true],
    [{ half: { fiscalYear: 2025, half: 1 } }, true],
    [{ half: { fiscalYear: 2025, half: 2 } }, false],
    [{ half: { fiscalYear: 2024, half: 1 } }, false],
    [{ program: 'Hosting' }, false],
    [{ partnerId: '01234567' }, false],
  ])('with %j names the same fund: %s', (change, same) => expect(isSameFund(FUND, { ...FUND, ...change })).toBe(same));

  it('is said in full', () => expect(describeFund(FUND)).toBe('FY25 H1 co-op of Rewards, Partner ID 1234567'));
});
