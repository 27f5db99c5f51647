import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { literal } from '../../records/formula-text';
import { over, type Around } from '../around';
import { AS_OF } from '../planning/as-of-table';
import { FUND_CELLS } from './fund-columns';
import { PROGRAM_LIST } from './name-lists';

const PARTNER = 'TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN",""))';
/** A row's Partner ID in one spelling. */
export const PARTNER_KEY = `IFERROR(${PARTNER}+0&"",${PARTNER})`;
const HALF = 'IFERROR(COOP.PERIOD(COOP.DEADLINE([@[Fiscal half]],"earning start")),[@[Fiscal half]])';
const LISTED = `IFERROR(INDEX(${PROGRAM_LIST.name}[Program],MATCH("*; "&${literal('TRIM([@Program])')}&";*",${PROGRAM_LIST.name}[Also called],0)),TRIM([@Program]))`;

/** Wildcards and operators of a criterion, percent-encoded; % first, so that each text has one spelling. */
const ENCODED = [
  ['%', '%25'],
  ['*', '%2A'],
  ['?', '%3F'],
  ['~', '%7E'],
  ['=', '%3D'],
  ['<', '%3C'],
  ['>', '%3E'],
] as const;
const encoded = (text: string): string => ENCODED.reduce((inner, [sign, code]) => `SUBSTITUTE(${inner},"${sign}","${code}")`, text);
const TILDE = '~';
/** An encoded text as it was, but for ~, which not every spreadsheet reads in a criterion, however it's written; % last. */
export const decoded = (text: string): string =>
  [...ENCODED].reverse().reduce((inner, [sign, code]) => (sign === TILDE ? inner : `SUBSTITUTE(${inner},"${code}","${sign}")`), text);
/** A text whose ~ is encoded. */
export const withoutTilde = (text: string): string => `SUBSTITUTE(${text},"~","%7E")`;

/**
 * A fund's name as one text, the same for every spelling of its Partner ID, program, and half; tables are matched by it.
 * Without the list of programs, a program is used as written. The text has no wildcards or operators, so COUNTIFS and SUMIFS
 * match it exactly; they are fast over thousands of rows, while EXACT is not. Its bars and spaces keep Excel from reading it
 * as a number.
 */
export const fundFormula = ({ hasList }: Pick<Around, 'hasList'>, otherwise = '""'): string =>
  `=IF(OR([@[Partner ID]]="",[@[Fiscal half]]=""),${otherwise},${encoded(`${PARTNER_KEY}&" | "&IF([@Program]="","${DEFAULT_PROGRAM}",${hasList ? LISTED : 'TRIM([@Program])'})&" | "&${HALF}`)})`;

const byName = (table: string): string =>
  FUND_CELLS.map((name) => `${table}[${name}],"="&${literal(`[@${name.includes(' ') ? `[${name}]` : name}]`)}`).join(',');

/** The criterion for rows of this row's fund: the same Fund, or the same three texts in a workbook without that column. */
const ofThisFund = (table: string, { hasFund }: Around): string => (hasFund ? `${table}[Fund],[@Fund]` : byName(table));
const hasNoFund = ({ hasFund }: Around): string => (hasFund ? '[@Fund]=""' : 'OR([@[Partner ID]]="",[@[Fiscal half]]="")');

/** What was earned for the fund of an activity. */
export const earnedFormula = (around: Around): string =>
  `=IF(OR(${hasNoFund(around)},COUNTIFS(${ofThisFund('CoopFunds', around)})=0),"",SUMIFS(CoopFunds[[Co-op]],${ofThisFund('CoopFunds', around)}))`;

/** A figure or date of an activity's fund; a fund in two rows counts once. An error if there is no fund. */
const ofFund = (column: string, around: Around): string => `AVERAGEIFS(CoopFunds[${column}],${ofThisFund('CoopFunds', around)})`;

/** The last day to claim from the fund of an activity. */
export const fundDeadline = (around: Around): string => ofFund('Claim deadline', around);
/** Whether the fund of an activity can no longer be claimed. */
export const isClosed = (around: Around): string => `IFERROR(${AS_OF}>${fundDeadline(around)},FALSE)`;

/**
 * Whether more may still come into the fund of an activity: its half is running, or its report ends before the half does. No
 * cell knows the forecast, so until then what isn't there yet is a warning, however much it is.
 */
export function mayStillGrow(around: Around): string {
  if (around.funds !== 'whole') return 'FALSE';
  const fund = ofThisFund('CoopFunds', around);
  return `SUMPRODUCT(COUNTIFS(${fund},CoopFunds[Stage],{"not begun","earning"}))+COUNTIFS(${fund},CoopFunds[Status],"not known yet")>0`;
}

/** The stage of an activity's money in its fund: it counts until a claim counts instead or the fund is closed. */
export const countsAsFormula = (around: Around, isClaimed: string): string =>
  `=IF(${hasNoFund(around)},"",IF(${isClaimed},"claim",IF(${isClosed(around)},"",IF([@Status]="done","spent",IF(OR([@Status]="planned",[@Status]="committed"),LOWER([@Status]),"")))))`;

/**
 * What a fund has left for an activity after all others. Blank if the activity is done or claimed, or if the fund's own
 * figures don't include plan and claims yet, such as on a protected sheet.
 */
export function leftFormula(around: Around, ownAmount: string): string {
  if (around.funds !== 'whole') return '=""';
  const counts = [
    `COUNTIFS(${ofThisFund('CoopFunds', around)},CoopFunds[Planned],"<>")`,
    ...(around.claims === 'none' ? [] : [`COUNTIFS(${ofThisFund('CoopFunds', around)},CoopFunds[Claimed],"<>")`]),
  ];
  return (
    `=IF(OR(${hasNoFund(around)},[@[Counts as]]="claim",[@Status]="done",${isClosed(around)},${counts.map((count) => `${count}=0`).join(',')}),"",` +
    `IFERROR(MAX(0,ROUND(${ofFund('Free', around)}-${ofFund('Over', around)}+${ownAmount},2)),""))`
  );
}

type Counted = 'planned' | 'committed' | 'spent' | 'claimed' | 'approved' | 'paid';

/**
 * The amount in a fund at a stage. It's calculated once for each fund and looked up by each activity, since in each
 * activity's own formula, the time for thousands of activities would grow with their square. The condition on the amounts
 * leaves out those that can't be read: they are errors in their own rows, not in the whole fund.
 */
function countedFormula(as: Counted, around: Around): string | null {
  const sumIn = (table: string, column: string): string =>
    `SUMIFS(${table}[${column}],${ofThisFund(table, around)},${table}[Counts as],"${as}",${table}[${column}],">0")`;
  const parts = [
    ...(as === 'claimed' || as === 'approved' || as === 'paid' ? [] : [over(around.plan, sumIn('CoopPlan', 'Reserved'), '')]),
    ...(as === 'planned' || as === 'committed' ? [] : [over(around.claims, sumIn('CoopClaims', 'Counted USD'), '')]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : `=ROUND(${parts.join('+')},2)`;
}

/** The first day of the newest month with an earning; 0 if there is none. */
const NEWEST_MONTH = 'MAXIFS(CoopEarnings[Month],CoopEarnings[Earnings],"<>0",CoopEarnings[Earning type],"<>Claim")';
const LAST_MONTH = 'EDATE([@[Usage start]],-1)';

/** Whether months of the half are in no report yet. Co-op that people entered is complete. */
const isIncomplete = ({ earnings }: Around): string =>
  over(earnings, `AND(ISFORMULA([@[Co-op]]),${NEWEST_MONTH}>0,${NEWEST_MONTH}<${LAST_MONTH})`, 'FALSE');

/** What a fund can pay: all of it if no threshold is known. */
const PAYABLE = 'IF(ISNUMBER([@[Above threshold]]),[@[Above threshold]],MAX(0,[@[Co-op]]))';
const COUNTED = 'SUM([@Planned],[@Committed],[@Spent],[@Claimed],[@Approved],[@Paid])';
const IS_OVER = 'OR([@Stage]="resolution only",[@Stage]="closed")';
const onceStaged = (value: string): string => `=IF([@Stage]="","",${value})`;

/** The dates that a fund's row must have. */
const DAYS = ['Usage start', 'Usage end', 'Claim deadline', 'Resolution deadline'].map((name) => `[@[${name}]]`);
const [USAGE_START, USAGE_END, CLAIM_DEADLINE, RESOLUTION_DEADLINE] = DAYS as [string, string, string, string];

/** The formulas of CoopFunds that depend on the date, the plan, or claims; null if the workbook has none of what they need. */
export const fundFigures = {
  Stage: (): string =>
    `=IF(COUNT(${DAYS.join(',')})<${DAYS.length},"",IF(${AS_OF}<EDATE(${USAGE_START},-6),"not begun",IF(${AS_OF}<${USAGE_START},"earning",IF(${AS_OF}<=${USAGE_END},"usage",IF(${AS_OF}<=${CLAIM_DEADLINE},"claim only",IF(${AS_OF}<=${RESOLUTION_DEADLINE},"resolution only","closed"))))))`,
  Status: (around: Around): string =>
    `=IF(OR([@Stage]="",NOT(ISNUMBER([@[Co-op]]))),"",IF([@[Co-op]]=0,"no co-op",IF(NOT(ISNUMBER([@[Above threshold]])),"no threshold known",IF(OR([@Stage]="not begun",[@Stage]="earning"),"building up",` +
    `IF([@[Above threshold]]=0,IF(${isIncomplete(around)},"not known yet",IF([@Stage]="closed","closed","converted")),` +
    `IF([@Stage]="usage",IF(${USAGE_END}-${AS_OF}<31,"lapsing","usable"),IF([@Stage]="claim only","lapsing",IF([@Stage]="resolution only","lapsed","closed"))))))))`,
  Usable: (): string => onceStaged('IF(ISNUMBER([@[Above threshold]]),IF([@Stage]="usage",[@[Above threshold]],0),"")'),
  Converted: (): string =>
    '=IF(NOT(ISNUMBER([@[Above threshold]])),"",IF(AND([@[Above threshold]]=0,OR([@Status]="",[@Status]="building up",[@Status]="not known yet")),"",ROUND([@[Co-op]]-[@[Above threshold]],2)))',
  Planned: (around: Around): string | null => countedFormula('planned', around),
  Committed: (around: Around): string | null => countedFormula('committed', around),
  Spent: (around: Around): string | null => countedFormula('spent', around),
  Claimed: (around: Around): string | null => countedFormula('claimed', around),
  Approved: (around: Around): string | null => countedFormula('approved', around),
  Paid: (around: Around): string | null => countedFormula('paid', around),
  Free: (): string => onceStaged(`IF(${IS_OVER},0,MAX(0,ROUND(${PAYABLE}-${COUNTED},2)))`),
  Over: (): string => onceStaged(`MAX(0,ROUND(${COUNTED}-${PAYABLE},2))`),
  Lapsed: (): string => onceStaged(`IF(${IS_OVER},MAX(0,ROUND(${PAYABLE}-${COUNTED},2)),0)`),
};
