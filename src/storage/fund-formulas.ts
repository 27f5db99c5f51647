import { DEFAULT_PROGRAM } from '../rulebook/rules-on';
import { FUND_CELLS } from './fund-cells';
import { isSame, literal } from './formula-text';
import { PROGRAM_LIST } from './name-lists';

const PARTNER = 'TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN",""))';
const HALF = 'IFERROR(COOP.PERIOD(COOP.DEADLINE([@[Fiscal half]],"earning start")),[@[Fiscal half]])';
const LISTED = `IFERROR(INDEX(${PROGRAM_LIST.name}[Program],MATCH("*; "&${literal('TRIM([@Program])')}&";*",${PROGRAM_LIST.name}[Also called],0)),TRIM([@Program]))`;

/**
 * A fund's name as one text, the same for every spelling of its Partner ID, program and half: CoopPlan and CoopFunds are
 * matched by it. Without the list of programs, a program is what is written.
 */
export const fundFormula = (hasList: boolean): string =>
  `=IF(OR([@[Partner ID]]="",[@[Fiscal half]]=""),"",IFERROR(${PARTNER}+0&"",${PARTNER})&" | "&IF([@Program]="","${DEFAULT_PROGRAM}",${hasList ? LISTED : 'TRIM([@Program])'})&" | "&${HALF})`;

/**
 * Which rows of a table belong to this row's fund, as ones and zeros: those of one Fund, or of the same three texts in a
 * workbook without such a column. Compared letter by letter, as a criterion of SUMIFS takes *, ? and ~ for wildcards, a
 * leading < for an operator, 01 for 1, and refuses more than 255 characters. A broken row of another fund is none of this one.
 */
function ofThisFund(table: string, hasFund: boolean): string {
  const same = hasFund ? isSame(`${table}[Fund]`, '[@Fund]') : FUND_CELLS.map((name) => isSame(`${table}[${name}]`, `[@${name.includes(' ') ? `[${name}]` : name}]`)).join('*');
  return `IFERROR(${same}*1,0)`;
}

/** A column's cells of some rows added up; what other rows hold does not matter, not even an error. */
const sumWhere = (column: string, rows: string): string => `SUMPRODUCT(IF(${rows},${column},0))`;
const isNone = (rows: string, hasFund: boolean): string => (hasFund ? `OR([@Fund]="",SUMPRODUCT(${rows})=0)` : `SUMPRODUCT(${rows})=0`);

/** What the plan's activities of this fund take of it. */
function takenOf(hasFund: boolean): string {
  const counts = ['""', '"draft"', '"canceled"', '"cancelled"'].map((status) => `(CoopPlan[Status]<>${status})`).join('*');
  return sumWhere('CoopPlan[Budget USD]', `ISNUMBER(CoopPlan[Budget USD])*IFERROR((CoopPlan[Budget USD]>0)*${counts},0)*${ofThisFund('CoopPlan', hasFund)}`);
}

/** What this row takes of its fund. */
const OWN_BUDGET = 'IF(OR([@Status]="",[@Status]="draft",[@Status]="canceled",[@Status]="cancelled"),0,MAX(0,N([@[Budget USD]])))';

/** What was earned for the fund of an activity. */
export function earnedFormula(hasFund: boolean): string {
  const rows = ofThisFund('CoopFunds', hasFund);
  return `=IF(${isNone(rows, hasFund)},"",${sumWhere('CoopFunds[[Co-op]]', rows)})`;
}

/**
 * What the other activities leave of an activity's fund. Where CoopFunds has no column Planned, since the plan began before
 * there was one or somebody took it out, each row sums up by itself.
 */
export function leftFormula(hasFund: boolean, hasPlanned: boolean): string {
  const funds = ofThisFund('CoopFunds', hasFund);
  const usable = sumWhere('CoopFunds[Usable]', funds);
  if (!hasPlanned) return `=IF([@Earned]="","",${usable}-${takenOf(hasFund)}+${OWN_BUDGET})`;
  const planned = `${funds}*(1-ISBLANK(CoopFunds[Planned]))`;
  // a fund that stands in two rows is planned with once
  return `=IF(${isNone(planned, hasFund)},"",${usable}-${sumWhere('CoopFunds[Planned]', planned)}/SUMPRODUCT(${planned})+${OWN_BUDGET})`;
}

/**
 * What the plan spends of a fund, drafts and canceled activities aside. It is worked out once a fund and looked up by
 * each activity: as a part of each activity's own formula it cost a plan of thousands its square. What is asked of the
 * budgets themselves leaves broken ones out: one that cannot be read is an error of its own row, not of all the fund's.
 */
export const plannedFormula = (hasFund: boolean): string => `=${takenOf(hasFund)}`;
