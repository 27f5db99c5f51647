import { inProportion, sumOf, type Cents } from '../money/money';
import type { Activity } from './activity';
import { costOf, usdOf } from './activity-cost';

/** What came of spending, in US dollars; null if unknown. */
export interface SpendReturn {
  /** The whole cost, whoever pays it. */
  cost: Cents | null;
  leads: number | null;
  /** Sales expected from it. */
  pipeline: Cents | null;
  /** Sales made. */
  revenue: Cents | null;
  /** Null without leads, too. */
  costPerLead: Cents | null;
  /** Revenue for each dollar of cost; null without a cost, too. */
  ratio: number | null;
}

/** What came of one activity. A cost below zero, or one in a currency without a rate, is unknown. */
export function returnOf(activity: Activity): SpendReturn {
  const known = {
    cost: usdOf(costOf(activity), activity),
    leads: activity.leads,
    pipeline: usdOf(activity.pipeline, activity),
    revenue: usdOf(activity.revenue, activity),
  };
  return { ...known, costPerLead: costPerLead(known.cost, known.leads), ratio: ratio(known.revenue, known.cost) };
}

/** Whether anything of its results was entered. */
export const hasResults = ({ leads, pipeline, revenue }: Pick<Activity, 'leads' | 'pipeline' | 'revenue'>): boolean =>
  leads !== null || pipeline !== null || revenue !== null;

/**
 * What came of several activities: sums of what is known. The ratios compare only costs and results known of the same
 * activity, so that spending whose results aren't in yet doesn't lower them.
 */
export function returnOfAll(activities: readonly Activity[]): SpendReturn {
  const returns = activities.map(returnOf);
  const total = (field: 'cost' | 'leads' | 'pipeline' | 'revenue', among = returns): number | null =>
    among.every((spend) => spend[field] === null) ? null : sumOf(among, (spend) => spend[field]);
  const both = (field: 'leads' | 'revenue'): SpendReturn[] => returns.filter((spend) => spend.cost !== null && spend[field] !== null);
  const sums = { cost: total('cost'), leads: total('leads'), pipeline: total('pipeline'), revenue: total('revenue') };
  const [ofLeads, ofRevenue] = [both('leads'), both('revenue')];
  return {
    ...sums,
    costPerLead: costPerLead(total('cost', ofLeads), total('leads', ofLeads)),
    ratio: ratio(total('revenue', ofRevenue), total('cost', ofRevenue)),
  };
}

const costPerLead = (cost: Cents | null, leads: number | null): Cents | null =>
  cost === null || !leads ? null : inProportion(cost, 1, leads);
const ratio = (revenue: Cents | null, cost: Cents | null): number | null => (revenue === null || !cost ? null : revenue / cost);
