import { ACTIVITY_STATUSES, type Activity, type ActivityStatus, type Expense } from '../../domain/activities/activity';
import { sumOf, type Cents } from '../../domain/money/money';
import { isUsd } from '../../domain/money/currency';
import { choice, count, day, half, money, nameFrom, rate, share, text, yesNo } from '../../records/cell-types';
import { FUND_CELLS, fundIn, fundCells } from '../funds/fund-columns';
import { ALL_AROUND } from '../around';
import { earnedFormula, fundFormula } from '../funds/fund-formulas';
import {
  checkFormula,
  claimByFormula,
  coopFormula,
  costFormula,
  countsAs,
  lastSafeDayFormula,
  inUsdFormula,
  left,
  rateFromFormula,
  rateUsedFormula,
  reservedFormula,
  ruleCheckFormula,
  rulesOnlyFormula,
  yourShareFormula,
} from './plan-formulas';
import { literal } from '../../records/formula-text';
import { ACTIVITY_LIST, PROGRAM_LIST } from '../funds/name-lists';
import { recordTable, writtenRecord, type RecordOf, type SummedColumn } from '../../records/record-table';
import { isSameFormula } from '../../records/formula-spelling';
import {
  columnsOf,
  isFormulaAt,
  type NewCell,
  type NewFormula,
  type NewRow,
  type TableCells,
  type TableChange,
  type CellContent,
  type Tones,
} from '../../records/table';

/** The name of the table of activities. */
const PLAN_TABLE = 'CoopPlan';

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';

/**
 * A figure that follows the expenses of an activity; blank if it has none. Every row without a figure of its own has the
 * same formula, since Excel fills a table's column with one formula. SUMIFS is fast and exact for our own IDs. IDs that
 * people enter are compared exactly, since SUMIFS treats 01 as 1, however it's written. Other spreadsheets read wildcards
 * even after a plain =.
 */
function sumOfExpenses(column: 'Budget' | 'Actual', isCounted: string, andCounted: string): SummedColumn {
  const [ids, figures] = ['CoopExpenses[Activity ID]', `CoopExpenses[${column}]`];
  const sameId = `${ids},"="&${literal('[@ID]')}`;
  const same = `EXACT(UPPER(${ids}),UPPER([@ID]))`;
  const orNone = (count: string, sum: string): string => `IF(${count}=0,"",${sum})`;
  return {
    column,
    formula:
      `=IF([@ID]="","",IF(LEFT([@ID],2)="A-",${orNone(`COUNTIFS(${sameId}${isCounted})`, `SUMIFS(${figures},${sameId})`)},` +
      `${orNone(`SUMPRODUCT(${same}*${andCounted})`, `SUMPRODUCT(${same}*1,${figures})`)}))`,
    isSum: (cell) => typeof cell === 'string' && /^=.*CoopExpenses\[/i.test(cell),
  };
}
const BUDGET_SUM = sumOfExpenses('Budget', '', '1');
const ACTUAL_SUM = sumOfExpenses('Actual', ',CoopExpenses[Actual],"<>"', '(CoopExpenses[Actual]<>"")');

const CHECK_TONES: Tones = { bad: ['Blocked:'], attention: ['Warning:'] };

/** The table of activities. */
export const PLAN = recordTable(
  {
    name: PLAN_TABLE,
    sheet: 'Co-op plan',
    title: 'Co-op plan',
    hint: 'One row per activity. Fiscal half is when its funds were earned, such as FY25 H1. Formulas calculate category, amounts, dates, and checks; anything you type over one stays. Leave ID blank in rows you add.',
    first: [
      'Title',
      'Activity',
      'Status',
      'Start',
      'End',
      'Partner ID',
      'Fiscal half',
      'Cost',
      'Co-op USD',
      'Your share',
      'Left',
      'Claim by',
      'Check',
      'Owner',
      'Program',
      'Budget',
      'Co-op share',
      'Actual',
      'Currency',
      'Rate to USD',
    ],
    last: ['Rule check', 'Rules only', 'Counts as', 'Fund', 'Changed', 'Changed in', 'ID'],
  },
  'ID',
  {
    id: { name: 'ID', width: 75, kind: text },
    status: {
      name: 'Status',
      width: 75,
      kind: choice<ActivityStatus>(ACTIVITY_STATUSES, 'draft', { cancelled: 'canceled' }),
      tones: { good: ['done'], quiet: ['draft', 'canceled'] },
    },
    partnerId: { name: 'Partner ID', width: 75, kind: text },
    program: { name: 'Program', width: 190, kind: nameFrom(PROGRAM_LIST.name, 'Program') },
    half: { name: 'Fiscal half', width: 65, kind: half },
    activity: { name: 'Activity', width: 180, wraps: true, kind: nameFrom(ACTIVITY_LIST.name, 'Activity') },
    category: {
      name: 'Category',
      width: 130,
      formula: '=IF([@Activity]="","",IFNA(COOP.CATEGORY([@Activity],[@Start]),"Not in guidebook"))',
    },
    start: { name: 'Start', width: 75, kind: day },
    end: { name: 'End', width: 75, kind: day },
    owner: { name: 'Owner', width: 100, kind: text },
    description: { name: 'Description', width: 220, wraps: true, kind: text },
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
    preApproved: { name: 'Pre-approved', width: 95, kind: day },
    priority: { name: 'Priority', width: 60, kind: count },
    earned: { name: 'Earned', width: 90, format: MONEY, formula: earnedFormula(ALL_AROUND) },
    left: { name: 'Left', width: 80, format: MONEY, formula: left(ALL_AROUND) },
    cap: {
      name: 'Cap',
      width: 90,
      format: MONEY,
      // an activity that isn't in the guidebook has none; Check says so
      formula:
        '=IF(OR([@Activity]="",[@Earned]="",[@Earned]<0),"",IFNA(COOP.CAP([@Activity],[@Earned],[@Attendees],[@Start],[@Program]),""))',
    },
    check: { name: 'Check', width: 260, wraps: true, tones: CHECK_TONES, formula: checkFormula(ALL_AROUND) },
    claimBy: { name: 'Claim by', width: 75, format: DAY, formula: claimByFormula(ALL_AROUND) },
    lastSafeDay: { name: 'Last safe day', width: 90, format: DAY, formula: lastSafeDayFormula(ALL_AROUND) },
    changed: { name: 'Changed', width: 140, kind: text },
    changedIn: { name: 'Changed in', width: 80, kind: text },
    fundName: { name: 'Fund', width: 300, formula: fundFormula(ALL_AROUND) },
    title: { name: 'Title', width: 170, wraps: true, kind: text, isLater: true },
    coopShare: { name: 'Co-op share', width: 90, kind: money, isLater: true },
    cost: { name: 'Cost', width: 80, format: MONEY, formula: costFormula(ALL_AROUND), isLater: true },
    coopUsd: { name: 'Co-op USD', width: 80, format: MONEY, formula: coopFormula(), isLater: true },
    yourShare: { name: 'Your share', width: 80, format: MONEY, formula: yourShareFormula(ALL_AROUND), isLater: true },
    countsAs: { name: 'Counts as', width: 85, formula: countsAs(ALL_AROUND), isLater: true },
    reserved: { name: 'Reserved', width: 90, format: MONEY, formula: reservedFormula(), isLater: true },
    ruleCheck: { name: 'Rule check', width: 260, wraps: true, tones: CHECK_TONES, formula: ruleCheckFormula(ALL_AROUND), isLater: true },
    rulesOnly: { name: 'Rules only', width: 260, wraps: true, tones: CHECK_TONES, formula: rulesOnlyFormula(ALL_AROUND), isLater: true },
    rateFrom: { name: 'Rate from', width: 85, format: DAY, formula: rateFromFormula(ALL_AROUND), isLater: true },
    rateUsed: { name: 'Rate used', width: 80, format: 'General', formula: rateUsedFormula(ALL_AROUND), isLater: true },
    leads: { name: 'Leads', width: 60, kind: count, isLater: true },
    pipeline: { name: 'Pipeline', width: 90, kind: money, isLater: true },
    revenue: { name: 'Revenue', width: 90, kind: money, isLater: true },
  },
  FUND_CELLS,
  [BUDGET_SUM, ACTUAL_SUM],
);

/** The activity in a row, with its expenses. */
export function activityOf(row: RecordOf<(typeof PLAN)['columns']>, expenses: readonly Expense[]): Activity {
  const { partnerId, program, half: earned, changed, changedIn, currency, rate: given, ...rest } = row;
  const inUsd = isUsd({ currency, rate: null });
  return {
    ...rest,
    fund: fundIn({ partnerId, program, half: earned }),
    currency: inUsd ? 'USD' : currency.trim().toUpperCase(),
    rate: inUsd ? 1 : given,
    rateInForce: null,
    expenses,
  };
}

/** The cells of an activity's row. With a table of expenses, figures are their sums, unless a person entered a figure. */
export function writtenActivity(activity: Activity, hasExpenses: boolean): Record<string, NewCell> {
  const { fund, expenses, rateInForce: _ofWorkbook, ...rest } = activity;
  const cells = writtenRecord(PLAN, { ...rest, ...fundCells(fund), changed: '', changedIn: '' });
  if (!hasExpenses) return cells;
  if (expenses.length > 0 ? activity.budget === budgetSum(expenses) : activity.budget === null)
    cells.Budget = { formula: BUDGET_SUM.formula, value: cells.Budget as CellContent };
  if (isSummedUp(expenses) ? activity.actual === actualSum(expenses) : activity.actual === null)
    cells.Actual = { formula: ACTUAL_SUM.formula, value: cells.Actual as CellContent };
  return cells;
}

/**
 * A change of the plan that leaves one formula in each column: rows without a figure of their own get the formula that is
 * written. If someone has their own formula in the column, which Excel might replace, figures are written instead.
 */
export function withOneSum(change: TableChange, now: TableCells | null): TableChange {
  const header = now?.header ?? change.design.columns.map(({ name }) => name);
  const columnIndex = columnsOf(
    header,
    PLAN.summed.map(({ column }) => column),
  );
  const set = new Map(change.set);
  let add = change.add;
  for (const { column, formula, isSum } of PLAN.summed) {
    const position = columnIndex[column]!;
    const isFormula = (row: NewRow): boolean => typeof row[position] === 'object' && row[position] !== null;
    if (position < 0 || ![...set.values(), ...add].some(isFormula)) continue;
    const others = [...(now?.formulas.keys() ?? [])].filter(
      (row) => !change.remove.includes(row) && (set.get(row)?.[position] ?? null) === null,
    );
    const isTheirs = others.some((row) => isFormulaAt(now!, row, position) && !isSum(now!.formulas[row]![position]));
    const withCell = (row: NewRow, cell: NewCell): NewRow => row.map((was, n) => (n === position ? cell : was));
    if (isTheirs) {
      const asFigure = (row: NewRow): NewRow => (isFormula(row) ? withCell(row, (row[position] as NewFormula).value ?? '') : row);
      for (const [row, cells] of set) set.set(row, asFigure(cells));
      add = add.map(asFigure);
      continue;
    }
    const asSum = (row: NewRow): NewRow =>
      isFormula(row) && isSum((row[position] as NewFormula).formula) ? withCell(row, { formula }) : row;
    for (const [row, cells] of set) set.set(row, asSum(cells));
    add = add.map(asSum);
    for (const row of others) {
      const cell = now!.formulas[row]![position];
      if ((cell === '' || isSum(cell)) && !isSameFormula(String(cell), formula))
        set.set(row, withCell(set.get(row) ?? header.map(() => null), { formula }));
    }
  }
  return { ...change, set, add };
}

/** The activity with sums of its expenses, except for figures that a person entered and kept. */
export function withSums(activity: Activity, was: Activity | null): Activity {
  const { expenses, budget, actual } = activity;
  const isBudgetOwn =
    was !== null && (budget === was.budget ? isOwn(budget, was.expenses.length > 0, budgetSum(was.expenses)) : budget !== null);
  const isActualOwn =
    actual !== null && !(was !== null && actual === was.actual && isSummedUp(was.expenses) && actual === actualSum(was.expenses));
  return {
    ...activity,
    budget: expenses.length > 0 && !isBudgetOwn ? budgetSum(expenses) : budget,
    actual: isSummedUp(expenses) && !isActualOwn ? actualSum(expenses) : actual,
  };
}

const isOwn = (figure: Cents | null, hasSum: boolean, sum: Cents): boolean => hasSum && figure !== null && figure !== sum;
const budgetSum = (expenses: readonly Expense[]): Cents => sumOf(expenses, ({ budget }) => budget);
const actualSum = (expenses: readonly Expense[]): Cents => sumOf(expenses, ({ actual }) => actual);
const isSummedUp = (expenses: readonly Expense[]): boolean => expenses.some(({ actual }) => actual !== null);
