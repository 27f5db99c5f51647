import type { Day } from '../../domain/calendar/day';
import { samplePlan, type SamplePlan } from './sample-plan';
import { sampleReport } from './sample-report';

/** A workbook to try the add-in with: an earnings report, and a plan and claims that use its funds. */
export interface Sample extends SamplePlan {
  /** As CSV. */
  report: string;
}

/**
 * The sample as of a day, the same whenever it is made for that day. On any day it has a fund to spend with activities in
 * every status, one threshold that was just missed and one that will be, claims from preparation to payment, an item due
 * within a week, and money that lapses if no one acts.
 */
export const sample = (today: Day): Sample => ({ report: sampleReport(today), ...samplePlan(today) });
