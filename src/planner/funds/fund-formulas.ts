import { quoted } from '../../records/formula-text';
import type { FundView } from './funds-view';

type NamedFund = Pick<FundView, 'label' | 'partnerId' | 'program'>;

/** The formula for what a fund earned of a kind, over the table CoopEarnings. */
export const earnedFormula = (fund: NamedFund, kind: 'co-op' | 'rebate' | 'rollover'): string =>
  `=COOP.ACCRUED(CoopEarnings[#All],${quoted(fund.label)},${quoted(fund.partnerId)},${quoted(kind)},${quoted(fund.program)})`;

/** The formula for one part of the threshold result of a fund's co-op. */
export const thresholdFormula = (fund: NamedFund, part: 'amount' | 'usable' | 'converted' | 'shortfall'): string =>
  `=COOP.THRESHOLD(${earnedFormula(fund, 'co-op').slice(1)},${quoted(fund.label)},${quoted(part)},${quoted(fund.program)})`;
