import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { literal } from '../../records/formula-text';
import { over, type Around } from '../around';
import { AS_OF } from '../planning/as-of-table';
import { FUND_CELLS } from './fund-columns';
import { PROGRAM_LIST } from './name-lists';

const PARTNER = 'TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN",""))';
const HALF = 'IFERROR(COOP.PERIOD(COOP.DEADLINE([@[Fiscal half]],"earning start")),[@[Fiscal half]])';
const LISTED = `IFERROR(INDEX(${PROGRAM_LIST.name}[Program],MATCH("*; "&${literal('TRIM([@Program])')}&";*",${PROGRAM_LIST.name}[Also called],0)),TRIM([@Program]))`;

/** What a criterion takes for wildcards and operators, written as in a web address; % first, so that each text has one spelling. */
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

/**
 * A fund's name as one text, the same for every spelling of its Partner ID, program and half: tables are matched by it.
 * Without the list of programs, a program is what is written. It holds nothing that COUNTIFS and SUMIFS take for something
 * else, so that it matches itself alone; they are quick over thousands of rows, which comparing letter by letter is not. The
 * bars and spaces in it keep Excel from reading it as a number.
 */
export const fundFormula = ({ hasList }: Pick<Around, 'hasList'>, otherwise = '""'): string =>
  `=IF(OR([@[Partner ID]]="",[@[Fiscal half]]=""),${otherwise},${encoded(`IFERROR(${PARTNER}+0&"",${PARTNER})&" | "&IF([@Program]="","${DEFAULT_PROGRAM}",${hasList ? LISTED : 'TRIM([@Program])'})&" | "&${HALF}`)})`;

const byName = (table: string): string =>
  FUND_CELLS.map((name) => `${table}[${name}],"="&${literal(`[@${name.includes(' ') ? `[${name}]` : name}]`)}`).join(',');

/** What rows of a table belong to this row's fund: those of one Fund, or of the same three texts in a workbook without such a column. */
const ofThisFund = (table: string, { hasFund }: Around): string => (hasFund ? `${table}[Fund],[@Fund]` : byName(table));
const hasNoFund = ({ hasFund }: Around): string => (hasFund ? '[@Fund]=""' : 'OR([@[Partner ID]]="",[@[Fiscal half]]="")');

/** What was earned for the fund of an activity. */
export const earnedFormula = (around: Around): string =>
  `=IF(OR(${hasNoFund(around)},COUNTIFS(${ofThisFund('CoopFunds', around)})=0),"",SUMIFS(CoopFunds[[Co-op]],${ofThisFund('CoopFunds', around)}))`;

/** A figure or day of the fund of an activity; a fund in two rows counts once. An error where there is none. */
const ofFund = (column: string, around: Around): string => `AVERAGEIFS(CoopFunds[${column}],${ofThisFund('CoopFunds', around)})`;

/** Whether the fund of an activity can no longer be claimed. */
const isClosed = (around: Around): string => `IFERROR(${AS_OF}>${ofFund('Claim deadline', around)},FALSE)`;

/** The stage of an activity's money in its fund: it counts there until a claim counts in its place, or the fund is closed. */
export const countsAsFormula = (around: Around, isClaimed: string): string =>
  `=IF(${hasNoFund(around)},"",IF(${isClaimed},"claim",IF(${isClosed(around)},"",IF([@Status]="done","spent",IF(OR([@Status]="planned",[@Status]="committed"),LOWER([@Status]),"")))))`;

/**
 * What a fund has left for an activity, all others counted; blank for one that is done or claimed, and while the fund's own
 * figures don't count plan and claims yet, as on a protected sheet.
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
 * What counts in a fund at a stage. It is worked out once a fund and looked up by each activity: as a part of each
 * activity's own formula it cost a plan of thousands its square. What is asked of the amounts themselves leaves broken ones
 * out: one that can't be read is an error of its own row, not of all the fund's.
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

/** The first of the newest month with an earning; 0 without one. */
const NEWEST_MONTH = 'MAXIFS(CoopEarnings[Month],CoopEarnings[Earnings],"<>0",CoopEarnings[Earning type],"<>Claim")';
const LAST_MONTH = 'EDATE([@[Usage start]],-1)';

/** Whether months of the half are in no report yet. Co-op that people typed themselves is all there is. */
const isIncomplete = ({ earnings }: Around): string =>
  over(earnings, `AND(ISFORMULA([@[Co-op]]),${NEWEST_MONTH}>0,${NEWEST_MONTH}<${LAST_MONTH})`, 'FALSE');

/** What a fund can pay: all of it where no threshold is known. */
const PAYABLE = 'IF(ISNUMBER([@[Above threshold]]),[@[Above threshold]],MAX(0,[@[Co-op]]))';
const COUNTED = 'SUM([@Planned],[@Committed],[@Spent],[@Claimed],[@Approved],[@Paid])';
const IS_OVER = 'OR([@Stage]="resolution only",[@Stage]="closed")';
const onceStaged = (value: string): string => `=IF([@Stage]="","",${value})`;

/** The days a fund's row has to have. */
const DAYS = ['Usage start', 'Usage end', 'Claim deadline', 'Resolution deadline'].map((name) => `[@[${name}]]`);
const [USAGE_START, USAGE_END, CLAIM_DEADLINE, RESOLUTION_DEADLINE] = DAYS as [string, string, string, string];

/** The formulas of CoopFunds that depend on the day, or on what is planned and claimed: null in a workbook with nothing of the kind. */
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
