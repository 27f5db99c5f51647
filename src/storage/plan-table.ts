import { ACTIVITY_STATUSES, type Activity, type ActivityStatus, type Expense } from '../domain/activity';
import type { Cents } from '../domain/money';
import { isUsd } from '../domain/us-dollars';
import { choice, count, day, half, money, nameFrom, rate, share, text, yesNo } from './cell-kinds';
import { FUND_CELLS, fundIn, fundCells } from './fund-cells';
import { earnedFormula, fundFormula, leftFormula } from './fund-formulas';
import { ACTIVITY_LIST, PROGRAM_LIST } from './name-lists';
import { recordTable, writtenRecord, type RecordOf } from './record-table';
import type { NewCell } from './tables';

/** The name of the table of activities. */
export const PLAN_TABLE = 'CoopPlan';

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';
const SETTING = (name: string): string => `INDEX(CoopSettings[Value],MATCH("${name}",CoopSettings[Setting],0))`;

/** An amount's column in US dollars. */
export const inUsdFormula = (column: string): string =>
  `=IF([@${column}]="","",IF(OR([@Currency]="",[@Currency]="USD"),ROUND([@${column}],2),IF([@[Rate to USD]]="","",ROUND([@${column}]*[@[Rate to USD]],2))))`;

const sumOfExpenses = (column: 'Budget' | 'Actual'): NewCell => ({ formula: `=SUMIFS(CoopExpenses[${column}],CoopExpenses[Activity ID],[@ID])` });

/** The table of activities. */
export const PLAN = recordTable(
  {
    name: PLAN_TABLE,
    sheet: 'Co-op plan',
    title: 'Co-op plan',
    hint: 'A row for each activity. Fiscal half is the half its money was earned in, such as FY25 H1. Category, USD amounts, Earned, Left, Cap, Check and the last two days are formulas; what you write over one stays. Activities and programs are offered from the sheet Co-op lists. Leave ID blank in rows you add.',
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    status: { name: 'Status', width: 80, kind: choice<ActivityStatus>(ACTIVITY_STATUSES, 'draft', { cancelled: 'canceled' }) },
    partnerId: { name: 'Partner ID', width: 80, kind: text },
    program: { name: 'Program', width: 190, kind: nameFrom(PROGRAM_LIST.name, 'Program') },
    half: { name: 'Fiscal half', width: 75, kind: half },
    activity: { name: 'Activity', width: 200, kind: nameFrom(ACTIVITY_LIST.name, 'Activity') },
    category: { name: 'Category', width: 130, formula: '=IF([@Activity]="","",COOP.CATEGORY([@Activity],[@Start]))' },
    start: { name: 'Start', width: 85, kind: day },
    end: { name: 'End', width: 85, kind: day },
    owner: { name: 'Owner', width: 100, kind: text },
    description: { name: 'Description', width: 220, kind: text },
    solutionArea: { name: 'Solution area', width: 120, kind: text },
    currency: { name: 'Currency', width: 65, kind: text },
    rate: { name: 'Rate to USD', width: 80, kind: rate },
    budget: { name: 'Budget', width: 90, kind: money },
    budgetUsd: { name: 'Budget USD', width: 90, format: MONEY, formula: inUsdFormula('Budget') },
    actual: { name: 'Actual', width: 90, kind: money },
    actualUsd: { name: 'Actual USD', width: 90, format: MONEY, formula: inUsdFormula('Actual') },
    content: { name: 'Microsoft content', width: 75, kind: share },
    attendees: { name: 'Attendees', width: 70, kind: count },
    meetsCore: { name: 'Core met', width: 65, kind: yesNo },
    preApproved: { name: 'Pre-approved', width: 85, kind: day },
    priority: { name: 'Priority', width: 60, kind: count },
    earned: { name: 'Earned', width: 90, format: MONEY, formula: earnedFormula(true) },
    left: { name: 'Left', width: 90, format: MONEY, formula: leftFormula(true, true) },
    cap: { name: 'Cap', width: 90, format: MONEY, formula: '=IF(OR([@Activity]="",[@Earned]=""),"",COOP.CAP([@Activity],[@Earned],[@Attendees],[@Start],[@Program]))' },
    check: {
      name: 'Check', width: 260,
      formula:
        '=IF(OR([@Activity]="",[@Start]=""),"",IF(ISNUMBER([@Left]),COOP.CHECK([@Activity],[@Start],[@End],[@[Budget USD]],[@Earned],[@Left],[@[Fiscal half]],[@Attendees],[@Program]),' +
        'COOP.CHECK([@Activity],[@Start],[@End],[@[Budget USD]],,,[@[Fiscal half]],[@Attendees],[@Program])))',
    },
    claimBy: { name: 'Claim by', width: 85, format: DAY, formula: '=IF([@Start]&[@End]="","",COOP.CLAIMBY(IF([@End]="",[@Start],[@End])))' },
    lastSafeDay: {
      name: 'Last safe day', width: 90, format: DAY,
      // as text, a number of 0 days is not taken for a blank cell
      formula: `=IF([@[Fiscal half]]="","",COOP.SAFEBY([@[Fiscal half]],IFERROR(${SETTING('Pay by')},""),IFERROR(${SETTING('Review days')}&"",""),IFERROR(${SETTING('Proof days')}&"","")))`,
    },
    changed: { name: 'Changed', width: 140, kind: text },
    changedIn: { name: 'Changed in', width: 80, kind: text },
    fundName: { name: 'Fund', width: 300, formula: fundFormula(true) },
  },
  FUND_CELLS,
);

/** The activity of a row and its expenses. */
export function activityOf(row: RecordOf<(typeof PLAN)['columns']>, expenses: readonly Expense[]): Activity {
  const { partnerId, program, half: earned, changed, changedIn, currency, rate: given, ...rest } = row;
  void [changed, changedIn];
  const inUsd = isUsd({ currency, rate: null });
  return { ...rest, fund: fundIn({ partnerId, program, half: earned }), currency: inUsd ? 'USD' : currency.trim().toUpperCase(), rate: inUsd ? 1 : given, expenses };
}

/** What an activity's row holds. Sums of its expenses are formulas, unless a person has a figure of their own. */
export function writtenActivity(activity: Activity): Record<string, NewCell> {
  const { fund, expenses, ...rest } = activity;
  const cells = writtenRecord(PLAN, { ...rest, ...fundCells(fund), changed: '', changedIn: '' });
  if (expenses.length > 0 && activity.budget === budgetSum(expenses)) cells.Budget = sumOfExpenses('Budget');
  if (isSummedUp(expenses) && activity.actual === actualSum(expenses)) cells.Actual = sumOfExpenses('Actual');
  return cells;
}

/** The activity with its sums following its expenses, unless a figure was a person's own and still is. */
export function withSums(activity: Activity, was: Activity | null): Activity {
  const { expenses, budget, actual } = activity;
  const isBudgetOwn = was !== null && (budget === was.budget ? isOwn(budget, was.expenses.length > 0, budgetSum(was.expenses)) : budget !== null);
  const isActualOwn = actual !== null && !(was !== null && actual === was.actual && isSummedUp(was.expenses) && actual === actualSum(was.expenses));
  return {
    ...activity,
    budget: expenses.length > 0 && !isBudgetOwn ? budgetSum(expenses) : budget,
    actual: isSummedUp(expenses) && !isActualOwn ? actualSum(expenses) : actual,
  };
}

const isOwn = (figure: Cents | null, hasSum: boolean, sum: Cents): boolean => hasSum && figure !== null && figure !== sum;
const budgetSum = (expenses: readonly Expense[]): Cents => expenses.reduce((total, { budget }) => total + budget, 0);
const actualSum = (expenses: readonly Expense[]): Cents => expenses.reduce((total, { actual }) => total + (actual ?? 0), 0);
const isSummedUp = (expenses: readonly Expense[]): boolean => expenses.some(({ actual }) => actual !== null);
