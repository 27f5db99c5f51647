import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { FUND_CELLS } from './fund-columns';
import { literal } from '../../records/formula-text';
import { PROGRAM_LIST } from './name-lists';

const PARTNER = 'TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN",""))';
const HALF = 'IFERROR(COOP.PERIOD(COOP.DEADLINE([@[Fiscal half]],"earning start")),[@[Fiscal half]])';
const LISTED = `IFERROR(INDEX(${PROGRAM_LIST.name}[Program],MATCH("*; "&${literal('TRIM([@Program])')}&";*",${PROGRAM_LIST.name}[Also called],0)),TRIM([@Program]))`;
const NOT_COUNTED =
  'CoopPlan[Status],"<>draft",CoopPlan[Status],"<>canceled",CoopPlan[Status],"<>cancelled",CoopPlan[Status],"<>",CoopPlan[Budget USD],">0"';

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
 * A fund's name as one text, the same for every spelling of its Partner ID, program and half: CoopPlan and CoopFunds
 * are matched by it. Without the list of programs, a program is what is written. It holds nothing that COUNTIFS and
 * SUMIFS take for something else, so that it matches itself alone; they are quick over thousands of rows, which
 * comparing letter by letter is not. The bars and spaces in it keep Excel from reading it as a number.
 */
export const fundFormula = (hasList: boolean): string =>
  `=IF(OR([@[Partner ID]]="",[@[Fiscal half]]=""),"",${encoded(`IFERROR(${PARTNER}+0&"",${PARTNER})&" | "&IF([@Program]="","${DEFAULT_PROGRAM}",${hasList ? LISTED : 'TRIM([@Program])'})&" | "&${HALF}`)})`;

const byName = (table: string): string =>
  FUND_CELLS.map((name) => `${table}[${name}],"="&${literal(`[@${name.includes(' ') ? `[${name}]` : name}]`)}`).join(',');

/** What rows of a table belong to this row's fund: those of one Fund, or of the same three texts in a workbook without such a column. */
const ofThisFund = (table: string, hasFund: boolean): string => (hasFund ? `${table}[Fund],[@Fund]` : byName(table));
const isNone = (count: string, hasFund: boolean): string => `OR(${hasFund ? '[@Fund]' : '[@[Partner ID]]'}="",${count}=0)`;

/** What this row takes of its fund. */
const OWN_BUDGET = 'IF(OR([@Status]="",[@Status]="draft",[@Status]="canceled",[@Status]="cancelled"),0,MAX(0,N([@[Budget USD]])))';

/** What was earned for the fund of an activity. */
export const earnedFormula = (hasFund: boolean): string =>
  `=IF(${isNone(`COUNTIFS(${ofThisFund('CoopFunds', hasFund)})`, hasFund)},"",SUMIFS(CoopFunds[[Co-op]],${ofThisFund('CoopFunds', hasFund)}))`;

/**
 * What the other activities leave of an activity's fund. Where CoopFunds has no column Planned, since the plan began before
 * there was one or someone took it out, each row sums up by itself.
 */
export function leftFormula(hasFund: boolean, hasPlanned: boolean): string {
  const funds = ofThisFund('CoopFunds', hasFund);
  if (!hasPlanned)
    return `=IF([@Earned]="","",SUMIFS(CoopFunds[Usable],${funds})-SUMIFS(CoopPlan[Budget USD],${ofThisFund('CoopPlan', hasFund)},${NOT_COUNTED})+${OWN_BUDGET})`;
  // a fund in two rows counts once
  return `=IF(${isNone(`COUNTIFS(${funds},CoopFunds[Planned],"<>")`, hasFund)},"",SUMIFS(CoopFunds[Usable],${funds})-AVERAGEIFS(CoopFunds[Planned],${funds})+${OWN_BUDGET})`;
}

/**
 * What the plan spends of a fund, drafts and canceled activities aside. It is worked out once a fund and looked up by
 * each activity: as a part of each activity's own formula it cost a plan of thousands its square. What is asked of the
 * budgets themselves leaves broken ones out: one that cannot be read is an error of its own row, not of all the fund's.
 */
export const plannedFormula = (hasFund: boolean): string =>
  `=SUMIFS(CoopPlan[Budget USD],${ofThisFund('CoopPlan', hasFund)},${NOT_COUNTED})`;
