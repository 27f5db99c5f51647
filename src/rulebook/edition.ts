import type { Day } from '../domain/calendar/day';

/** The day the rulebook's facts were last changed: with the version, it says what an answer rests on. */
export const RULES_OF: Day = '2026-11-22';
