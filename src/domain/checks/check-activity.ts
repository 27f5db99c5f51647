import { checkDates } from './check-dates';
import { checkCap, checkFunds, checkThreshold } from './check-funds';
import { checkGuidebook } from './check-guidebook';
import { bySeverity, type Finding } from '../finding';
import type { ActivityRules, Check, PlannedActivity } from './planned-activity';

/** The checks that COOP.CHECK and the plan share. */
export const SHARED_CHECKS: readonly Check[] = [checkGuidebook, checkDates, checkThreshold, checkFunds];

/** Checks a planned activity: blocking findings first, then warnings, then notes. Throws "bad input" if it ends before it starts. */
export const checkActivity = (
  activity: PlannedActivity,
  rules: ActivityRules,
  checks: readonly Check[] = [...SHARED_CHECKS, checkCap],
): Finding[] => bySeverity(checks.flatMap((check) => check(activity, rules)));
