import type { IdPrefix } from '../../storage/planning/record-id';
import type { PlanningRead } from '../store/planning-store';

/** The source file of the sample's earnings, as recorded in its funds. */
export const SAMPLE_FILE = 'Sample earnings report.csv';

/** An ID of the sample. IDs of people's own rows never contain 0 or 1. */
export const sampleId = (prefix: IdPrefix, n: number): string => `${prefix}-S01${String(n).padStart(3, '0')}`;

const isSampleId = ({ value: { id } }: { value: { id: string } }): boolean => /^[A-Z]-S01\d{3}$/.test(id);

/** Whether a workbook has the sample, alone or with rows that people added. */
export function sampleIn({
  fundDetails,
  activities,
  claims,
  rates,
}: Pick<PlanningRead, 'fundDetails' | 'activities' | 'claims' | 'rates'>): 'none' | 'alone' | 'with more' {
  const records = [...activities, ...claims, ...rates];
  const isFromSample = fundDetails.map(({ origin }) => origin?.source === SAMPLE_FILE);
  if (!isFromSample.includes(true) && !records.some(isSampleId)) return 'none';
  return isFromSample.every(Boolean) && records.every(isSampleId) ? 'alone' : 'with more';
}

/** Whether a workbook has nothing yet that the sample could be mixed with. */
export const canHaveSample = ({
  fundDetails,
  activities,
  claims,
  earnings,
  hasPlan,
  lost,
  today,
}: Pick<PlanningRead, 'fundDetails' | 'activities' | 'claims' | 'earnings' | 'hasPlan' | 'lost' | 'today'>): boolean =>
  fundDetails.length + activities.length + claims.length + lost.length === 0 && !hasPlan && earnings === null && today === null;
