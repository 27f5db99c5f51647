import type { Day } from '../domain/calendar/day';

/** The day the rulebook's facts were last changed: with the version, it identifies the basis of an answer. */
export const RULES_OF: Day = '2026-12-01';
