import { comparableId, compareIds } from '../../domain/earnings/partner-id';
import { withPartnerName, type Partner } from '../../domain/earnings/partner-name';
import type { PlanningRead } from '../store/planning-store';

/** Every Partner ID in the workbook's funds, plan, claims, and names and groups, once, in order. */
export function partnersIn({
  fundDetails,
  activities,
  claims,
  partnerNames,
  partnerGroups,
}: Pick<PlanningRead, 'fundDetails' | 'activities' | 'claims' | 'partnerNames' | 'partnerGroups'>): Partner[] {
  const ids = [
    ...[...fundDetails, ...[...activities, ...claims].map(({ value }) => value.fund)].flatMap((fund) => fund?.partnerId ?? []),
    ...partnerNames.keys(),
    ...partnerGroups.keys(),
  ];
  const partners = new Map<string, Partner>();
  for (const partnerId of ids) {
    const key = comparableId(partnerId);
    if (!partners.has(key)) partners.set(key, withPartnerName({ partnerId }, partnerNames));
  }
  return [...partners].sort(([a], [b]) => compareIds(a, b)).map(([, partner]) => partner);
}
