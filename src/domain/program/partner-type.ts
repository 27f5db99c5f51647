/** What a partner is in the Cloud Solution Provider program. */
export const PARTNER_TYPES = ['indirect reseller', 'direct bill', 'distributor'] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

/** The solution areas that have a capability score. */
export const SOLUTION_AREAS = [
  'Modern Work',
  'Security',
  'Business Applications',
  'Data & AI',
  'Infrastructure',
  'Digital & App Innovation',
] as const;
