import { literal } from '../../records/formula-text';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { decoded, PARTNER_KEY, withoutTilde } from './fund-formulas';

/** What CoopFunds shows instead of an amount, so that no sum of its column includes it. */
export const NO_EARNINGS = 'No earnings counted';
const NOT_KNOWN = "A row can't be read";

const SHORT_NAME = 'MCI';
/** The program of a row of CoopEarnings as its formula reads it. */
export const programInEarnings = (program: string): string =>
  program.trim().toUpperCase() === SHORT_NAME ? DEFAULT_PROGRAM : program.trim().replace(/ +/g, ' ');

/** The first day of a row's month, which people also write as text, such as 2024-10. */
const MONTH = 'IFERROR([@Month]+0,DATEVALUE([@Month]&"-01"))';

/**
 * The fund a row of CoopEarnings belongs to. Blank for a row without an amount and for a total; an error if the row doesn't
 * say what it is. As short as can be, since there may be thousands of rows: reports bring programs by their name, so the list
 * of programs isn't asked, and the few rows of CoopFunds match wildcards.
 */
export const EARNING_FUND =
  '=IF(OR([@[Amount USD]]="",[@Program]&[@[Earning type]]=""),"",IF(OR([@[Partner ID]]="",[@Program]="",[@[Earning type]]=""),NA(),' +
  `${withoutTilde(`${PARTNER_KEY}&" | "&IF(TRIM([@Program])="${SHORT_NAME}","${DEFAULT_PROGRAM}",TRIM([@Program]))`)}` +
  `&" | FY"&RIGHT(YEAR(EDATE(${MONTH},6)),2)&IF(MONTH(${MONTH})>6," H1"," H2")))`;

/** The rows of this row's fund. */
const ITS_ROWS = `CoopEarnings[Fund],"="&${literal(decoded('[@Fund]'))}`;

/** Earning types of each kind. A ? is any character: reports write hyphens, dashes, and spaces. */
const TYPES = {
  'co-op': ['coop', 'co?op', 'adjustmentcoop', 'adjustment?coop', 'adjustment?co?op'],
  rebate: ['rebate', 'indirectrebate', 'indirect?rebate', 'adjustmentrebate', 'adjustment?rebate'],
};
/** A rebate that is co-op moved or converted is no rebate. */
const ALSO = { 'co-op': '', rebate: ',CoopEarnings[Reason code],"<>co*op*rollover"' };

/**
 * What a fund earned of a kind. Amounts have at most six decimals, so the inner ROUND only removes what adding them as
 * binary numbers leaves over; the money is rounded once.
 */
export function earnedOfKind(kind: 'rebate' | 'co-op'): string {
  const types = TYPES[kind].map((type) => `"${type}"`).join(',');
  const sum = `SUMPRODUCT(SUMIFS(CoopEarnings[Amount USD],${ITS_ROWS},CoopEarnings[Earning type],{${types}}${ALSO[kind]}))`;
  return (
    `=IF([@Fund]="","",IF(SUMPRODUCT(ISERROR(CoopEarnings[Fund])*1)+COUNTIFS(${ITS_ROWS},CoopEarnings[Amount USD],"?*")>0,"${NOT_KNOWN}",` +
    `IF(COUNTIFS(${ITS_ROWS})=0,"${NO_EARNINGS}",ROUND(ROUND(${sum},6),2))))`
  );
}
