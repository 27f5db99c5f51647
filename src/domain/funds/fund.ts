import type { Day } from '../calendar/day';
import { compareHalves, labelOf, type Half } from '../calendar/half';
import { comparableId } from '../earnings/partner-id';
import type { Cents } from '../money/money';

/** Whose co-op, of which program, earned in which half. */
export interface FundId {
  /** As people wrote it. */
  partnerId: string;
  /** As people wrote it, for display. */
  program: string;
  /** The program for comparing, the same for every spelling of its name. */
  programKey: string;
  half: Half;
}

/** A fund that pays for activities: what it holds and its days. */
export interface Fund extends FundId {
  /** Co-op earned in the half. */
  earned: Cents;
  /** What the threshold leaves of it; null where no threshold is known. */
  usable: Cents | null;
  /** Months of its half are in no report yet, and only with them could the threshold be reached. Left out: none are missing. */
  isIncomplete?: boolean;
  usageStart: Day;
  usageEnd: Day;
  claimOpens: Day;
  claimDeadline: Day;
  resolutionDeadline: Day;
}

/** A fund as one text, the same however its Partner ID and program are written; '' for none. The only way to compare funds. */
export const fundKey = (fund: FundId | null): string =>
  fund === null ? '' : `${comparableId(fund.partnerId)}\n${fund.programKey}\n${labelOf(fund.half)}`;

/** Whether two names name one fund. */
export const isSameFund = (a: FundId, b: FundId): boolean => compareHalves(a.half, b.half) === 0 && fundKey(a) === fundKey(b);

/** The name alone of a fund that holds more. */
export const nameOfFund = ({ partnerId, program, programKey, half }: FundId): FundId => ({ partnerId, program, programKey, half });

/** A fund's name for a sentence: FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567. */
export const describeFund = ({ partnerId, program, half }: FundId): string =>
  `${labelOf(half)} co-op of ${program}, Partner ID ${partnerId}`;
