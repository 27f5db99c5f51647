import type { FundName } from './activity';
import { compareHalves, labelOf } from './period';

/** Whether two names name one fund. */
export const isSameFund = (a: FundName, b: FundName): boolean =>
  a.partnerId === b.partnerId && a.program === b.program && compareHalves(a.half, b.half) === 0;

/** A fund's name for a sentence: FY25 H1 co-op of Microsoft Commerce Incentives, Partner ID 1234567. */
export const fundText = ({ partnerId, program, half }: FundName): string =>
  `${labelOf(half)} co-op of ${program}, Partner ID ${partnerId}`;
