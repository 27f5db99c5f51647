import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { encoded, PARTNER } from './fund-formulas';

/** What a row's Fund and Counts as say if a cell that they need can't be read: its amount belongs to no fund, or isn't known. */
export const UNREADABLE = "can't be read";
/** What CoopFunds shows instead of an amount, so that no sum of its column includes it. */
export const NO_EARNINGS = 'No earnings counted';
const NOT_KNOWN = "A row can't be read";

const SHORT_NAME = 'MCI';
/** The program of a row as its formula reads it. */
export const programInEarnings = (program: string): string =>
  program.trim().toUpperCase() === SHORT_NAME ? DEFAULT_PROGRAM : program.trim().replace(/ +/g, ' ');
const PROGRAM = `IF(TRIM([@Program])="${SHORT_NAME}","${DEFAULT_PROGRAM}",TRIM([@Program]))`;

/** The first day of a row's month, which people also write as text, such as 2024-10. */
const MONTH = 'IF(ISNUMBER([@Month]),[@Month],IF(MID([@Month],5,1)="-",DATEVALUE(LEFT([@Month],7)&"-01"),NA()))';
const HALF = `"FY"&RIGHT(YEAR(EDATE(${MONTH},6)),2)&IF(MONTH(${MONTH})>6," H1"," H2")`;

/**
 * The fund a row of CoopEarnings belongs to, spelled as in CoopFunds; blank for a blank row and a row of totals. Reports
 * bring programs by their name, so the list of programs isn't asked in each of thousands of rows.
 */
export const EARNING_FUND =
  '=IFERROR(IF(AND([@Program]&[@[Earning type]]="",OR([@[Partner ID]]="",[@Month]="")),"",' +
  `IF(OR([@[Partner ID]]="",[@Program]=""),"${UNREADABLE}",${encoded(`IFERROR(${PARTNER}+0&"",${PARTNER})&" | "&${PROGRAM}&" | "&${HALF}`)})),"${UNREADABLE}")`;

/** An earning type or reason code without what reports spell differently. */
const loose = (text: string): string => ['-', '–', ' '].reduce((inner, sign) => `SUBSTITUTE(${inner},"${sign}","")`, `LOWER(${text})`);

/** What a row of CoopEarnings counts as: co-op, rebate, rollover, or nothing. */
export const EARNING_KIND =
  `=IFERROR(IF([@Fund]="","",IF(OR([@Fund]="${UNREADABLE}",[@[Earning type]]="",NOT(OR(ISNUMBER([@[Amount USD]]),[@[Amount USD]]=""))),"${UNREADABLE}",` +
  'IFERROR(INDEX({"co-op","co-op","rebate","rebate","rebate";"co-op","co-op","rollover","rollover","rollover"},' +
  `IF(${loose('[@[Reason code]]')}="cooprollover",2,1),` +
  `MATCH(${loose('[@[Earning type]]')},{"coop","adjustmentcoop","rebate","indirectrebate","adjustmentrebate"},0)),""))),"${UNREADABLE}")`;

const COUNTED = (...criteria: string[]): string => `COUNTIFS(CoopEarnings[Fund],${criteria.join(',')})`;

/**
 * What a fund earned of a kind. Amounts have at most six decimals, so the inner ROUND only removes what adding them as
 * binary numbers leaves over; the money is rounded once.
 */
export const earnedOfKind = (kind: 'rebate' | 'co-op'): string =>
  `=IF([@Fund]="","",IF(${COUNTED(`"${UNREADABLE}"`)}+${COUNTED('[@Fund]', 'CoopEarnings[Counts as]', `"${UNREADABLE}"`)}>0,"${NOT_KNOWN}",` +
  `IF(${COUNTED('[@Fund]')}=0,"${NO_EARNINGS}",ROUND(ROUND(SUMIFS(CoopEarnings[Amount USD],CoopEarnings[Fund],[@Fund],CoopEarnings[Counts as],"${kind}"),6),2))))`;
