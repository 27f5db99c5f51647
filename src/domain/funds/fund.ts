import type { Day } from '../calendar/day';
import { compareHalves, labelOf, type Half } from '../calendar/half';
import type { Cents } from '../money/money';

/** Whose co-op, of which program, earned in which half. */
export interface FundId {
  partnerId: string;
  program: string;
  half: Half;
}

/** A fund that pays for activities: what it holds and its days. */
export interface Fund extends FundId {
  /** Co-op earned in the half. */
  earned: Cents;
  /** What the threshold leaves of it; null where no threshold is known. */
  usable: Cents | null;
  usageStart: Day;
  usageEnd: Day;
  claimOpens: Day;
  claimDeadline: Day;
  resolutionDeadline: Day;
}

/** Whether two names name one fund. */
export const isSameFund = (a: FundId, b: FundId): boolean =>
  a.partnerId === b.partnerId && a.program === b.program && compareHalves(a.half, b.half) === 0;

/** A fund's name for a sentence: FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567. */
export const describeFund = ({ partnerId, program, half }: FundId): string => `${labelOf(half)} co-op of ${program}, Partner ID ${partnerId}`;
