import { literal } from '../../records/formula-text';
import { over, type Around } from '../around';
import { countsAsFormula, fundDeadline, isClosed, leftFormula, mayStillGrow } from '../funds/fund-formulas';

/** A condition on the rows of another table, for COUNTIFS and as a comparison. */
interface Condition {
  criterion: string;
  comparison: string;
  /** Whether the criterion is an array, so that COUNTIFS and SUMIFS return a figure for each value. */
  isList?: boolean;
}

const isOneOf = (column: string, ...texts: string[]): Condition => ({
  criterion: `${column},{${texts.map((wanted) => `"${wanted}"`).join(',')}}`,
  comparison: `(${texts.map((wanted) => `(${column}="${wanted}")`).join('+')})`,
  isList: true,
});

/**
 * Parts of a formula over the rows of another table with this row's ID. SUMIFS is fast and exact for our own IDs. IDs that
 * people enter are compared exactly, since SUMIFS treats 01 as 1, however it's written. Other spreadsheets read wildcards
 * even after a plain =.
 */
function rowsOf(ids: string, prefix: string) {
  const sameId = `${ids},"="&${literal('[@ID]')}`;
  const same = `EXACT(UPPER(${ids}),UPPER([@ID]))*1`;
  const either = (quick: string, slow: string): string => `IF(LEFT([@ID],${prefix.length})="${prefix}",${quick},${slow})`;
  return {
    count: (...conditions: Condition[]): string => {
      const counted = `COUNTIFS(${[sameId, ...conditions.map(({ criterion }) => criterion)].join(',')})`;
      const isList = conditions.some((condition) => condition.isList);
      return either(
        isList ? `SUMPRODUCT(${counted})` : counted,
        `SUMPRODUCT(${[same, ...conditions.map(({ comparison }) => comparison)].join('*')})`,
      );
    },
    sum: (column: string, ...conditions: Condition[]): string => {
      const summed = `SUMIFS(${[column, sameId, ...conditions.map(({ criterion }) => criterion)].join(',')})`;
      return either(
        conditions.some((condition) => condition.isList) ? `SUMPRODUCT(${summed})` : summed,
        `SUMPRODUCT(${[same, ...conditions.map(({ comparison }) => comparison)].join('*')},${column})`,
      );
    },
  };
}

/** The names of the claim status in which Microsoft asks for more. */
export const ACTION_REQUIRED = ['action required', 'Pending POE', 'Request more proof'];

const ITS_EXPENSES = rowsOf('CoopExpenses[Activity ID]', 'A-');
const ITS_CLAIMS = rowsOf('CoopClaims[Activity ID]', 'A-');

const IS_USD = 'OR(TRIM([@Currency])="",TRIM([@Currency])="USD")';
const HAS_OWN_RATE = 'TRIM([@[Rate to USD]])<>""';
/** A start date as a number; 0 if there is none. Text is read only as the year, month, and day it can't be mistaken for. */
const START = 'IF(ISNUMBER([@Start]),[@Start],IFERROR(DATE(LEFT([@Start],4),MID([@Start],6,2),MID([@Start],9,2)),0))';
const OF_CURRENCY = `CoopRates[Currency],"="&${literal('TRIM([@Currency])')}`;

/** The first day of the workbook's rate in force on the start date; blank if the row needs none or there is none. */
export function rateFromFormula({ rates }: Around): string {
  const begun = `${OF_CURRENCY},CoopRates[From],"<="&${START}`;
  const newest = `IF(COUNTIFS(${begun})=0,"",MAXIFS(CoopRates[From],${begun}))`;
  return `=IF(OR(${IS_USD},${HAS_OWN_RATE}),"",IFERROR(${over(rates, newest, '""')},""))`;
}

/** US dollars per unit of the row's currency: its own rate, or the workbook's; blank if unknown. */
export function rateUsedFormula({ rates }: Around): string {
  const ofDay = `${OF_CURRENCY},CoopRates[From],[@[Rate from]]`;
  const column = 'CoopRates[Rate to USD]';
  // with different or unreadable rates from one day, none is used
  const isOne = `AND(COUNTIFS(${ofDay})=COUNTIFS(${ofDay},${column},">0"),MINIFS(${column},${ofDay})=MAXIFS(${column},${ofDay}))`;
  const ofWorkbook = over(rates, `IF(ISNUMBER([@[Rate from]]),IF(${isOne},MAXIFS(${column},${ofDay}),""),"")`, '""');
  return `=IF(${IS_USD},1,IFERROR(IF(${HAS_OWN_RATE},IF(N([@[Rate to USD]])>0,[@[Rate to USD]],""),${ofWorkbook}),""))`;
}

/** An amount in the row's currency, in US dollars; blank if unknown or negative. */
const inDollars = (amount: string): string => `IFERROR(IF([@[Rate used]]="","",IF(${amount}<0,"",ROUND(${amount}*[@[Rate used]],2))),"")`;

/** An amount column in US dollars. Text is an error, since Excel would read 5.400 by the local number format. */
export const inUsdFormula = (column: string): string =>
  `=IF([@${column}]="","",IF([@[Rate used]]="","",ROUND(IF(ISTEXT([@${column}]),"text",[@${column}])*[@[Rate used]],2)))`;

/** What an expense reserves until its activity is done, and its cost afterward, as far as known. */
export const EXPENSE_FORMULAS = {
  reserved: '=IF([@Budget]&[@Actual]="","",ROUND(MAX(N([@Budget]),N([@Actual])),2))',
  expected: '=IF([@Budget]&[@Actual]="","",ROUND(IF(ISNUMBER([@Actual]),[@Actual],N([@Budget])),2))',
};

/**
 * The cost of an activity, in its currency: until it's done, the larger of budget and spending so far for each expense;
 * afterward, the actual spending as far as known. Figures that differ from the sums of its expenses were entered by a person.
 */
export function costFormula({ expenses }: Around): string {
  // a formula reads a blank cell as 0
  const budget = 'IF(ISNUMBER([@Budget]),[@Budget],"")';
  const simple = `IF([@Status]="done",IF(ISNUMBER([@Actual]),[@Actual],${budget}),IF(COUNT([@Budget],[@Actual])=0,"",MAX([@Budget],[@Actual])))`;
  const [budgets, actuals] = ['Budget', 'Actual'].map((column) => ITS_EXPENSES.sum(`CoopExpenses[${column}]`)) as [string, string];
  const isOwn = (column: string, sum: string): string => `AND(ISNUMBER([@${column}]),ROUND(N([@${column}])-${sum},2)<>0)`;
  const isSpent = { criterion: 'CoopExpenses[Actual],"<>"', comparison: '(CoopExpenses[Actual]<>"")' };
  const done =
    `IF(${ITS_EXPENSES.count(isSpent)}=0,IF(N([@Actual])=0,${budget},[@Actual]),` +
    `IF(${isOwn('Actual', actuals)},[@Actual],${ITS_EXPENSES.sum('CoopExpenses[Expected]')}))`;
  const open =
    `IF(OR(${isOwn('Budget', budgets)},${isOwn('Actual', actuals)}),MAX([@Budget],IF(ISNUMBER([@Actual]),[@Actual],${actuals})),` +
    `${ITS_EXPENSES.sum('CoopExpenses[Reserved]')})`;
  const byExpenses = `IF([@ID]="",${simple},IF(${ITS_EXPENSES.count()}=0,${simple},IF([@Status]="done",${done},${open})))`;
  return `=${over(expenses, byExpenses, simple)}`;
}

/** The part of the cost that co-op pays, in US dollars: in proportion to the co-op share of the budget; blank if unknown. */
export const coopFormula = (): string =>
  `=IF(COUNT([@Cost],[@[Co-op share]])=0,"",${inDollars('IF(NOT(ISNUMBER([@[Co-op share]])),[@Cost],IF(OR(NOT(ISNUMBER([@Cost])),N([@Budget])=0),[@[Co-op share]],ROUND([@Cost]*[@[Co-op share]]/[@Budget],2)))')})`;

/** Travel to a conference has no cap of what it reserves, since registration is added. */
const IS_CONFERENCE = 'ISNUMBER(SEARCH("conference",[@Activity]))';
/** What a fund reserves of that: at most the activity's cap. */
const CAPPED = `IF(COUNT([@Cap],[@Earned],[@[Co-op USD]])<3,[@[Co-op USD]],IF(OR([@Cap]>=[@Earned],${IS_CONFERENCE}),[@[Co-op USD]],MIN([@[Co-op USD]],[@Cap])))`;

/** A claim counts in place of its activity. */
const COUNTS = isOneOf('CoopClaims[Counts as]', 'claimed', 'approved', 'paid');

/**
 * The part of the cost that the partner pays, in US dollars: the rest after the co-op share, or after what its claims come to
 * once they count in its place. Blank if the amount of one isn't known.
 */
export function yourShareFormula({ claims }: Around): string {
  const less = (coop: string): string => `IFERROR(MAX(0,ROUND(ROUND([@Cost]*[@[Rate used]],2)-${coop},2)),"")`;
  const counted = ITS_CLAIMS.count(COUNTS);
  const isKnown = { criterion: 'CoopClaims[Counted USD],">=0"', comparison: 'ISNUMBER(CoopClaims[Counted USD])' };
  const byClaims = `IF(${ITS_CLAIMS.count(COUNTS, isKnown)}<${counted},"",${less(ITS_CLAIMS.sum('CoopClaims[Counted USD]', COUNTS))})`;
  const isClaimed = `IF([@ID]="",FALSE,${counted}>0)`;
  return `=IF(COUNT([@Cost],[@[Co-op USD]])<2,"",${over(claims, `IF(${isClaimed},${byClaims},${less(CAPPED)})`, less(CAPPED))})`;
}

/** What counts as planned, committed, or spent. */
export const reservedFormula = (): string => `=IF(OR([@[Counts as]]="",[@[Counts as]]="claim"),"",${CAPPED})`;

/** The stage of an activity's money. A claim on another fund counts instead once it's submitted. */
export function countsAs(around: Around): string {
  const counted = ITS_CLAIMS.count(COUNTS);
  const elsewhere = ITS_CLAIMS.count(isOneOf('CoopClaims[Status]', ...ACTION_REQUIRED), {
    criterion: 'CoopClaims[Fund],"<>"&[@Fund]',
    comparison: '(CoopClaims[Fund]<>[@Fund])',
  });
  const isClaimed = `IF([@ID]="",FALSE,${counted}${around.hasFund ? `+${elsewhere}` : ''}>0)`;
  return countsAsFormula(around, over(around.claims, isClaimed, 'FALSE'));
}

/** What the fund has left for an activity. A draft's claim in editing counts as the draft's own amount. */
export function left(around: Around): string {
  const inEditing = `SUMIFS(CoopClaims[Counted USD],CoopClaims[Activity ID],"="&${literal('[@ID]')},CoopClaims[Counts as],"spent"${around.hasFund ? ',CoopClaims[Fund],[@Fund]' : ''})`;
  return leftFormula(around, over(around.claims, `N([@Reserved])+IF([@ID]="",0,${inEditing})`, 'N([@Reserved])'));
}

/** Whether a claim is recorded. Doesn't depend on the date, so COOP functions can refer to it. */
const wasClaimed = ({ claims }: Around): string =>
  over(
    claims,
    `IF([@ID]="",FALSE,${ITS_CLAIMS.count(isOneOf('CoopClaims[Status]', 'submitted', 'under review', ...ACTION_REQUIRED, 'disputed', 'approved', 'paid'))}>0)`,
    'FALSE',
  );

const IS_CANCELED = '[@Status]="canceled",[@Status]="cancelled"';

const hasNoCheck = `OR([@Activity]="",[@Start]="",${IS_CANCELED})`;
const checkOf = (cost: string, earned: string): string =>
  `COOP.CHECK([@Activity],[@Start],[@End],${cost},${earned},,[@[Fiscal half]],[@Attendees],[@Program])`;
/** What is done or claimed has cost what it has: nothing about money is left to check. */
const isSettled = (around: Around): string => `[@Status]="done",${wasClaimed(around)}`;

/** What the rules find about an activity, whatever its fund earned. */
export const rulesOnlyFormula = (around: Around): string =>
  `=IF(${hasNoCheck},"",${checkOf(`IF(OR(${isSettled(around)}),"",[@[Co-op USD]])`, '')})`;

/** The same with what its fund earned, as if its half were over; nothing about money once it is done or claimed. */
export const ruleCheckFormula = (around: Around): string =>
  `=IF(${hasNoCheck},"",IF(OR(NOT(ISNUMBER([@Earned])),${isSettled(around)}),[@[Rules only]],${checkOf('[@[Co-op USD]]', '[@Earned]')}))`;

/** What the check of an activity says whose fund can no longer be claimed, before the rules' findings. */
function closedLine(around: Around, findings: string): string {
  const line = `"Blocked: claims on this fund closed on "&${dayText(fundDeadline(around))}&". Anything not claimed is lost."`;
  return `${line}&IF(${findings}="OK","",CHAR(10)&${findings})`;
}

/** A day as our texts write it, in every language of Excel. */
const dayText = (day: string): string =>
  `MID("JanFebMarAprMayJunJulAugSepOctNovDec",3*MONTH(${day})-2,3)&" "&DAY(${day})&", "&YEAR(${day})`;

/**
 * Whether the fund has the money, then the rules' findings. The first depends on the date, so no COOP function may refer to it.
 * While more may be earned, what isn't there yet is a warning, and the threshold and caps of the earnings so far don't block.
 */
export function checkFormula(around: Around): string {
  const dollars = (amount: string): string => `"$"&FIXED(${amount},2)`;
  const [rules, rulesOnly] = ['[@[Rule check]]', '[@[Rules only]]'];
  const over = (limit: string): string => `${dollars('[@[Co-op USD]]')}&" is "&${dollars(`[@[Co-op USD]]-${limit}`)}&" more than `;
  const missing = `"Blocked: "&${over('[@Left]')}the "&${dollars('[@Left]')}&" remaining."`;
  const isMissing = 'IF(AND(ISNUMBER([@Left]),ISNUMBER([@[Co-op USD]])),[@[Co-op USD]]>[@Left],FALSE)';
  // a cap that doesn't depend on earnings is among the findings already
  const isCapped = `IF(COUNT([@Left],[@Cap],[@Earned],[@[Co-op USD]])<4,FALSE,AND([@Cap]<[@Earned],[@[Co-op USD]]>[@Cap],NOT(${IS_CONFERENCE}),ISERROR(SEARCH("more than co-op can pay",${rulesOnly}))))`;
  const toCome =
    `"Warning: "&IF(${isMissing},"planned against expected money: "&${over('[@Left]')}the "&${dollars('[@Left]')}&" available so far.",` +
    `${over('[@Cap]')}its cap on what is earned so far: "&${dollars('[@Cap]')}&".")`;
  const isBlocked = `LEFT(${rulesOnly},8)="Blocked:"`;
  const open = `IF(NOT(OR(${isMissing},${isCapped})),${rulesOnly},IF(${isBlocked},${rulesOnly}&CHAR(10),"")&${toCome}&IF(OR(${isBlocked},${rulesOnly}="OK"),"",CHAR(10)&${rulesOnly}))`;
  const ended = `IF(${isMissing},${missing}&IF(${rules}="OK","",CHAR(10)&${rules}),${rules})`;
  const ofMoney = `IF(${mayStillGrow(around)},${open},${ended})`;
  if (around.funds !== 'whole') return `=IF(${rules}="","",${ofMoney})`;
  return `=IF(${rules}="","",IF(AND([@[Counts as]]<>"claim",${isClosed(around)}),${closedLine(around, rules)},${ofMoney}))`;
}

/** The last day to claim an activity; blank once it is claimed. */
export const claimByFormula = (around: Around): string =>
  `=IF(OR([@Start]&[@End]="",${wasClaimed(around)}),"",COOP.CLAIMBY(IF([@End]="",[@Start],[@End])))`;

const SETTING = (name: string): string => `INDEX(CoopSettings[Value],MATCH("${name}",CoopSettings[Setting],0))`;

/** Numbers are passed as text, so that 0 isn't read as blank. */
const SAFE_DAY = `COOP.SAFEBY([@[Fiscal half]],IFERROR(${SETTING('Pay by')},""),IFERROR(${SETTING('Review days')}&"",""),IFERROR(${SETTING('Proof days')}&"",""))`;

const lastSafeDay = (around: Around, safeDay: string): string =>
  `=IF(OR([@[Fiscal half]]="",[@Status]="done",${wasClaimed(around)}),"",${safeDay})`;

/** The last day to do an activity; blank once it is done or claimed. If no day is safe, which is #NUM!, a text that a filter can use. */
export const lastSafeDayFormula = (around: Around): string =>
  lastSafeDay(around, `IFERROR(${SAFE_DAY},IF(ERROR.TYPE(${SAFE_DAY})=6,"No safe day",${SAFE_DAY}))`);

/** The same as written while SAFEBY gave days before the usage period. */
export const formerLastSafeDayFormula = (around: Around): string => lastSafeDay(around, SAFE_DAY);
