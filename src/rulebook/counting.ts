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
