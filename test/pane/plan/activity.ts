import type { Activity } from '../../../src/domain/activities/activity';
import type { Fund } from '../../../src/domain/funds/fund';
import { blankActivity } from '../../../src/planner/activities/blank-activity';

/** An activity as a test needs it. */
export const activity = (change: Partial<Activity>): Activity => ({ ...blankActivity('A-TESTED', null), ...change });

/** The sample report's one usable fund. */
export const FUND: Fund = {
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  programKey: 'Microsoft Commerce Incentives',
  half: { fiscalYear: 2025, half: 1 },
  earned: 1_002_000,
  usable: 1_002_000,
  usageStart: '2025-01-01',
  usageEnd: '2025-06-30',
  claimOpens: '2025-02-16',
  claimDeadline: '2025-08-15',
  resolutionDeadline: '2025-09-30',
};
