import { literal } from '../../records/formula-text';
import { over, type Around } from '../around';
import { AS_OF } from './as-of-table';
import { fundFormula } from '../funds/fund-formulas';
import { ACTION_REQUIRED } from './plan-formulas';

/** US dollars for one unit of the row's currency; an error if the rate is unknown. */
const RATE = 'IF(OR(TRIM([@Currency])="",TRIM([@Currency])="USD"),1,IF(N([@[Rate to USD]])>0,[@[Rate to USD]],NA()))';

/** An amount column in US dollars. Text is an error, since Excel would read 5.400 by the local number format. */
export function claimUsdFormula(column: string): string {
  const amount = `IF(ISTEXT([@${column}]),"text",[@${column}])`;
  return `=IF([@${column}]="","",IF(OR([@Currency]="",[@Currency]="USD"),ROUND(${amount},2),IF([@[Rate to USD]]="","",ROUND(${amount}*[@[Rate to USD]],2))))`;
}

/** The fund a claim names, or its activity's. */
export function claimFundFormula(around: Around): string {
  const ofActivity = `IFERROR(INDEX(CoopPlan[Fund],MATCH(${literal('[@[Activity ID]]')},CoopPlan[ID],0)),"")`;
  const isKnown = around.plan === 'whole' && around.hasFund;
  return fundFormula(around, isKnown ? `IF([@[Activity ID]]="","",${ofActivity})` : '""');
}

/** A day of the half that the claim draws on; if no fund is named, the activity's last day decides. */
export const claimDayFormula = (milestone: 'claim' | 'resolution'): string =>
  `=IF([@Fund]&[@End]="","",IFNA(COOP.DEADLINE(IF([@Fund]="",COOP.FUND([@End]),RIGHT([@Fund],7)),"${milestone}"),""))`;

/** The last day to keep proof of an activity. */
export const keepProofFormula = '=IF([@End]="","",IFNA(COOP.DEADLINE(COOP.FUND([@End]),"retention"),""))';

/** The status of a claim by its dates: it lapses if it isn't submitted or settled in time. */
export function statusNowFormula(): string {
  const after = (day: string): string => `AND(ISNUMBER([@[${day}]]),${AS_OF}>[@[${day}]])`;
  const status = 'IF([@Status]="","editing",LOWER(TRIM([@Status])))';
  const isOpen = `OR(${ACTION_REQUIRED.map((name) => `[@Status]="${name}"`).join(',')})`;
  return (
    '=IF([@Status]&[@[Activity ID]]&[@Activity]&[@Fund]="","",' +
    `IF(AND(OR([@Status]="",[@Status]="editing"),${after('Claim deadline')}),"forfeited",` +
    `IF(${isOpen},IF(${after('Resolution deadline')},"non-compliant","action required"),` +
    `IF(AND([@Status]="rejected",${after('Resolution deadline')}),"forfeited",${status}))))`
  );
}

/** The stage of a claim's money in its fund. One in editing counts only if its activity doesn't. */
export function claimCountsAsFormula({ plan }: Around): string {
  const id = `"="&${literal('[@[Activity ID]]')}`;
  const inPlan = `IF([@[Activity ID]]="",0,SUMPRODUCT(COUNTIFS(CoopPlan[ID],${id},CoopPlan[Status],{"planned","committed","done"})))`;
  return (
    '=IF([@Fund]="","",IF(OR([@[Status now]]="submitted",[@[Status now]]="under review",[@[Status now]]="action required",[@[Status now]]="disputed"),"claimed",' +
    `IF(OR([@[Status now]]="approved",[@[Status now]]="paid"),[@[Status now]],IF(AND([@[Status now]]="editing",${over(plan, inPlan, '0')}=0),"spent",""))))`
  );
}

/** The latest known amount in US dollars: paid, else approved, else claimed, else the sum of its lines. Blank if unknown. */
export function countedUsdFormula({ lines }: Around): string {
  // only for a claim that counts and has no amount of its own, so comparing every line is fast enough
  const ofKind = 'EXACT(UPPER(CoopClaimLines[Claim ID]),UPPER([@ID]))*((CoopClaimLines[Kind]="CSR")=([@Evidence]="CSR"))';
  const summed = `IF([@ID]="","",IF(SUMPRODUCT(${ofKind})=0,"",SUMPRODUCT(${ofKind},CoopClaimLines[Amount])))`;
  const known =
    'IF(AND([@[Counts as]]="paid",ISNUMBER([@[Paid amount]])),[@[Paid amount]],' +
    'IF(AND(OR([@[Counts as]]="paid",[@[Counts as]]="approved"),ISNUMBER([@[Approved amount]])),[@[Approved amount]],' +
    `IF(ISNUMBER([@Amount]),[@Amount],${over(lines, summed, '""')})))`;
  return `=IF([@[Counts as]]="","",IFERROR(IF(${known}<0,"",ROUND(${known}*${RATE},2)),""))`;
}
