import type { Day } from '../domain/calendar/day';
import type { Half } from '../domain/calendar/half';
import type { SourceId } from './source-id';

/** What Microsoft says about how a report's earnings add up, with the source. Cells don't load this. */
export interface CountingFact {
  says: string;
  source: SourceId;
}

/** Why a row counts once. */
export const COUNTED_ONCE: CountingFact = {
  says: 'An earning counts once, by its earning ID: reports repeat it.',
  source: 'ms-earnings-growth',
};

/** Why it counts in its half, as co-op or as rebate. */
export const COUNTED_WHERE: CountingFact = {
  says: 'Its half is that of its earning date, which is in UTC; whether it is co-op or rebate its earning type says.',
  source: 'ms-earnings-default',
};

/** Why a rollover counts as neither. */
export const ROLLED_OVER: CountingFact = {
  says: 'The reason "Co-op rollover" moves co-op to another period or converts it to rebate, so such a row is neither co-op nor rebate earned.',
  source: 'ms-earnings-default',
};

/** A half that was recalculated after it ended, as secondary sources report. */
export const RECALCULATED: CountingFact & { half: Half; before: Day } = {
  half: { fiscalYear: 2026, half: 1 },
  before: '2026-03-01',
  says: 'FY26 H1 is reported to have been recalculated, with money taken back, around February 2026. Bring in a report downloaded after that.',
  source: 'rebates-on-fy26',
};
