import type { Day } from '../calendar/day';
import { compareHalves, labelOf, type Half } from '../calendar/half';
import { comparableId } from '../earnings/partner-id';
import { describePartner, type Partner } from '../earnings/partner-name';
import type { Cents } from '../money/money';

/** A fund's identity: the Partner ID, the program, and the half it was earned in. */
export interface FundId extends Partner {
  /** As people wrote it, for display. */
  program: string;
  /** The program's key for comparison, the same for every spelling of its name. */
  programKey: string;
  half: Half;
}

/** A fund that pays for activities: its amounts and its days. */
export interface Fund extends FundId {
  /** Co-op earned in the half. */
  earned: Cents;
  /** The usable part after the threshold; null if no threshold is known. */
  usable: Cents | null;
  /** Months of its half aren't in any report yet, and the threshold can only be reached with them. Omitted: none are missing. */
  isIncomplete?: boolean;
  usageStart: Day;
  usageEnd: Day;
  claimOpens: Day;
  claimDeadline: Day;
  resolutionDeadline: Day;
}

/** A fund as one text, the same for every spelling of its Partner ID and program; '' for none. The only way to compare funds. */
export const fundKey = (fund: FundId | null): string =>
  fund === null ? '' : `${comparableId(fund.partnerId)}\n${fund.programKey}\n${labelOf(fund.half)}`;

/** Whether two names name one fund. */
export const isSameFund = (a: FundId, b: FundId): boolean => compareHalves(a.half, b.half) === 0 && fundKey(a) === fundKey(b);

/** The identity of a fund, without its other fields. */
export const nameOfFund = ({ partnerId, partnerName, program, programKey, half }: FundId): FundId => ({
  partnerId,
  ...(partnerName && { partnerName }),
  program,
  programKey,
  half,
});

/** A fund's name for a sentence: FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567; or, with a name, US · 1234567. */
export const describeFund = (fund: FundId): string =>
  `${labelOf(fund.half)} co-op of ${fund.program}, ${fund.partnerName ? '' : 'Partner ID '}${describePartner(fund)}`;

/** A fund's name for a title: FY25 H1 · US · 1234567. */
export const fundTitle = (fund: FundId): string => `${labelOf(fund.half)} · ${describePartner(fund)}`;

/** A fund's name in a list of choices: FY25 H1 · US · 1234567 · Microsoft Commerce Incentives. */
export const fundLabel = (fund: FundId): string => `${fundTitle(fund)} · ${fund.program}`;
