import type { Day } from '../domain/calendar/day';
import type { EarnRule } from '../domain/program/may-earn';
import type { PartnerType } from '../domain/program/partner-type';
import type { SourceId } from './source-id';

/** What a partner needs to earn, since when, and which document says so. Where sources disagree, both readings are rules. */
export interface DatedEarnRule extends EarnRule {
  from: Day;
  source: SourceId;
  /** What the sources say, in our words. */
  says: string;
}

const REVENUE_ONLY = { needsCapability: false, points: null, pointsNotIn: [] } as const;
const DESIGNATION_ONLY = { needsCapability: true, points: null, pointsNotIn: [] } as const;

/** In the order of their days, so that the last one that has begun is in force. */
export const EARN_RULES: readonly DatedEarnRule[] = [
  {
    partnerType: 'indirect reseller',
    from: '2021-10-01',
    reading: 'both',
    ...REVENUE_ONLY,
    revenue: 25_000_00,
    revenueOf: 'location',
    source: 'pax8-2021',
    says: '$25,000 in the last 12 months at the location.',
  },
  {
    partnerType: 'indirect reseller',
    from: '2025-07-01',
    reading: 'narrower',
    needsCapability: true,
    points: 25,
    pointsNotIn: ['Business Applications'],
    revenue: 25_000_00,
    revenueOf: 'area',
    source: 'ms-techcommunity-2025-08',
    says: 'From July 1, 2025: a designation or 25 points in the solution area, with $25,000 in that area. Business Applications needs a designation.',
  },
  {
    partnerType: 'indirect reseller',
    from: '2025-10-01',
    reading: 'wider',
    needsCapability: true,
    points: 25,
    pointsNotIn: [],
    revenue: 25_000_00,
    revenueOf: 'location',
    source: 'simplanova-2025',
    says: 'From October 1, 2025: a designation or 25 points in any solution area, Business Applications included, with $25,000 at the location.',
  },
  {
    partnerType: 'direct bill',
    from: '2025-07-01',
    reading: 'narrower',
    ...DESIGNATION_ONLY,
    revenue: 300_000_00,
    revenueOf: 'account',
    source: 'ms-techcommunity-2025-08',
    says: 'From July 1, 2025: a designation in the solution area; 25 points do not count.',
  },
  {
    partnerType: 'direct bill',
    from: '2025-07-01',
    reading: 'wider',
    ...REVENUE_ONLY,
    revenue: 300_000_00,
    revenueOf: 'account',
    source: 'simplanova-2025',
    says: 'Until October 1, 2025: $300,000 in the last 12 months, without a designation.',
  },
  {
    partnerType: 'direct bill',
    from: '2025-10-01',
    reading: 'both',
    ...DESIGNATION_ONLY,
    revenue: 1_000_000_00,
    revenueOf: 'account',
    source: 'softwareone-2025-07',
    says: '$1,000,000 in the last 12 months in the global account, and a designation in the solution area.',
  },
  {
    partnerType: 'distributor',
    from: '2025-10-01',
    reading: 'both',
    ...REVENUE_ONLY,
    revenue: 30_000_000_00,
    revenueOf: 'location',
    source: 'softwareone-2025-07',
    says: '$30,000,000 in the last 12 months in each authorized region. No source says which capability a distributor needs.',
  },
];

/** The rules for a partner type on a day: one, or one for each reading; none if no source goes back so far. */
export function earnRulesOn(partnerType: PartnerType, day: Day): readonly DatedEarnRule[] {
  const begun = EARN_RULES.filter((rule) => rule.partnerType === partnerType && rule.from <= day);
  const inForce = (reading: 'narrower' | 'wider'): DatedEarnRule | undefined =>
    begun.filter((rule) => rule.reading === reading || rule.reading === 'both').at(-1);
  const [narrower, wider] = [inForce('narrower'), inForce('wider')];
  if (narrower === wider) return narrower ? [narrower] : [];
  return [narrower, wider].flatMap((rule, index) => (rule ? [{ ...rule, reading: index === 0 ? 'narrower' : 'wider' } as const] : []));
}
