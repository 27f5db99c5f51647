import { describe, expect, it } from 'vitest';
import { describePartner, withPartnerName } from '../../../src/domain/earnings/partner-name';
import { describeFund, fundKey, fundLabel, fundTitle, nameOfFund } from '../../../src/domain/funds/fund';
import { fundNamed } from '../../../src/rulebook/name-keys';

describe('how a Partner ID reads', () => {
  const names = new Map([['1234567', 'US']]);

  it('with a name, it follows the name; without one, it reads as written', () => {
    expect(describePartner({ partnerId: '1234567', partnerName: 'US' })).toBe('US · 1234567');
    expect(describePartner({ partnerId: 'MPN 7654321' })).toBe('MPN 7654321');
  });

  it.each(['1234567', 'MPN 01234567', '1234567.0', '1,234,567'])('%s gets the name of its Partner ID', (partnerId) => {
    expect(withPartnerName({ partnerId }, names)).toEqual({ partnerId, partnerName: 'US' });
  });

  it('a fund says it in titles, choices, and sentences, and stays the same fund', () => {
    const fund = fundNamed('1234567', 'MCI', { fiscalYear: 2027, half: 1 });
    const named = nameOfFund(withPartnerName(fund, names));
    expect(fundTitle(named)).toBe('FY27 H1 · US · 1234567');
    expect(fundLabel(named)).toBe('FY27 H1 · US · 1234567 · MCI');
    expect(describeFund(named)).toBe('FY27 H1 co-op of MCI, US · 1234567');
    expect(describeFund(fund)).toBe('FY27 H1 co-op of MCI, Partner ID 1234567');
    expect(fundKey(named)).toBe(fundKey(fund));
  });
});
