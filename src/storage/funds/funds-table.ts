import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { compareHalves, halfOf, labelOf, parseHalf } from '../../domain/calendar/half';
import { fundKey, type FundId } from '../../domain/funds/fund';
import { centsOfNumber, dollars, type Cents } from '../../domain/money/money';
import { fundNamed } from '../../rulebook/name-keys';
import { dayInCell } from './day-in-cell';
import { FUND_CELLS } from './fund-columns';
import { fundFigures, fundFormula } from './fund-formulas';
import { PROGRAM_LIST } from './name-lists';
import { ALL_AROUND, everyFormula, type Around } from '../around';
import type { MonthEarned } from './earnings-table';
import { MissingColumns } from '../../records/missing-columns';
import { looksAtMissing } from '../../records/formula-text';
import { isSameFormula } from '../../records/formula-spelling';
import { earnedOfKind } from './earning-formulas';
import { FORMER_FUNDS } from '../former-formulas';
import {
  columnsOf,
  hasColumns,
  isBlankTable,
  isFormulaAt,
  type ColumnDesign,
  type NewCell,
  type NewRow,
  type TableCells,
  type TableColumnsQuery,
  type TableChange,
  type TableDesign,
} from '../../records/table';

/** The table with a row for each Partner ID, program, and half. */
export const FUNDS_TABLE = 'CoopFunds';

/** Where the numbers of a fund come from. */
export interface FundOrigin {
  asOf: Day | null;
  source: string;
  /** The number of rows that couldn't be counted; the amounts are then incomplete. */
  skipped: number;
}

/** The funds a report covers, and those whose amounts it changed, by key. */
export interface ReportedFunds {
  covered: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  /** Those for which someone had entered co-op, which the report's earnings replace. */
  replaced: ReadonlySet<string>;
  /** The unsettled rows of this and earlier reports that couldn't be counted, by fund. */
  skipped: ReadonlyMap<string, SkippedOfFund>;
}

/** How many rows of a fund couldn't be counted. */
export interface SkippedOfFund {
  fund: FundId;
  rows: number;
}

function earnedByFunction(kind: 'rebate' | 'co-op'): string {
  return `=COOP.ACCRUED(CoopEarnings[#All],[@[Fiscal half]],[@[Partner ID]],"${kind}",[@Program])`;
}
const dayOf = (milestone: string): string => `=IF([@[Fiscal half]]="","",COOP.DEADLINE([@[Fiscal half]],"${milestone}"))`;
/** Blank for a program without a known threshold. */
const threshold = (part: string): string =>
  `=IF(ISNUMBER([@[Co-op]]),IFNA(COOP.THRESHOLD([@[Co-op]],[@[Fiscal half]],"${part}",[@Program]),""),"")`;
const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';

/** The columns. Their names are true on any day. */
const COLUMNS = [
  { name: 'Partner ID', width: 80 },
  { name: 'Program', width: 165 },
  { name: 'Fiscal half', width: 65 },
  {
    name: 'Status',
    width: 110,
    tones: { good: ['usable'], attention: ['lapsing', 'not known yet'], bad: ['lapsed'], quiet: ['closed', 'no co-op'] },
  },
  { name: 'Claim deadline', width: 80, format: DAY },
  { name: 'Co-op', width: 75, format: MONEY },
  { name: 'Above threshold', width: 75, format: MONEY, isLater: true },
  { name: 'Usable', width: 75, format: MONEY },
  { name: 'Planned', width: 75, format: MONEY },
  { name: 'Committed', width: 75, format: MONEY, isLater: true },
  { name: 'Spent', width: 75, format: MONEY, isLater: true },
  { name: 'Claimed', width: 75, format: MONEY, isLater: true },
  { name: 'Approved', width: 75, format: MONEY, isLater: true },
  { name: 'Paid', width: 75, format: MONEY, isLater: true },
  { name: 'Free', width: 75, format: MONEY, isLater: true },
  { name: 'Over', width: 75, format: MONEY, tones: { bad: ['above 0'] }, isLater: true },
  { name: 'Lapsed', width: 75, format: MONEY, tones: { attention: ['above 0'] }, isLater: true },
  { name: 'Stage', width: 95, isLater: true },
  { name: 'Rebate', width: 80, format: MONEY },
  { name: 'Threshold', width: 80, format: MONEY },
  { name: 'Converted', width: 80, format: MONEY },
  { name: 'Usage start', width: 80, format: DAY },
  { name: 'Usage end', width: 80, format: DAY },
  { name: 'Claim opens', width: 80, format: DAY },
  { name: 'Resolution deadline', width: 85, format: DAY },
  { name: 'Rows skipped', width: 75, format: '0', tones: { attention: ['above 0'] } },
  { name: 'As of', width: 80, format: DAY },
  { name: 'Source file', width: 200 },
  { name: 'Fund', width: 300 },
] as const;

/** The name of one of its columns. */
export type FundColumn = (typeof COLUMNS)[number]['name'];
const NAMES = COLUMNS.map(({ name }) => name);

/**
 * What was earned, as a function calculates it from all of CoopEarnings, and as a sum over the rows of this fund. The sum is
 * written wherever the tables have the columns for it: a function in each row would read the whole table each time.
 */
const EARNED: Readonly<Record<string, { byFunction: string; bySum: string }>> = {
  Rebate: { byFunction: earnedByFunction('rebate'), bySum: earnedOfKind('rebate') },
  'Co-op': { byFunction: earnedByFunction('co-op'), bySum: earnedOfKind('co-op') },
};

/** For a cell's formula that adds up a fund's rows, the function that adds up the same by the rules; null for any other. */
export const ruleBehind = (formula: string): string | null =>
  Object.values(EARNED).find(({ bySum }) => isSameFormula(formula, bySum))?.byFunction ?? null;

/** Whether a fund's earnings can be found by their columns, in tables that have these headers. */
export const isKeyed = (earnings: Pick<TableCells, 'header'>, funds: Pick<TableCells, 'header'>): boolean =>
  hasColumns(earnings, 'Fund', 'Amount USD', 'Earning type', 'Reason code') && hasColumns(funds, 'Fund');

/** The design of the table, so that its columns of earnings become sums where they are our functions. */
export const addingUp = (design: TableDesign): TableDesign => ({
  ...design,
  columns: design.columns.map((column) => {
    const earned = EARNED[column.name];
    return earned ? { ...column, formula: earned.bySum, former: [earned.byFunction] } : column;
  }),
});

/** The formulas of the columns that the sheet calculates, where people can see and change them. */
const FORMULAS = {
  Threshold: () => threshold('amount'),
  'Usage start': () => dayOf('usage start'),
  'Usage end': () => dayOf('usage end'),
  'Claim opens': () => dayOf('claim opens'),
  'Claim deadline': () => dayOf('claim'),
  'Resolution deadline': () => dayOf('resolution'),
  'Above threshold': () => threshold('usable'),
  Fund: fundFormula,
  ...fundFigures,
} satisfies Partial<Record<FundColumn, (around: Around) => string | null>>;

/** The design of the table. The plan's formulas need it even before the first report. */
export const FUNDS_DESIGN: TableDesign = {
  name: FUNDS_TABLE,
  sheet: 'Co-op funds',
  title: 'Co-op funds',
  hint: 'One row for each Partner ID, program, and fiscal half the funds were earned in. Usable is what can be used on the as-of date; Above threshold is what can be claimed in all. Select a cell and open Explain.',
  columns: COLUMNS,
};

/** What each of these formulas refers to. */
const LOOKS_AT: Partial<Record<FundColumn, readonly (keyof Around)[]>> = {
  Status: ['earnings'],
  Planned: ['hasFund', 'plan'],
  Committed: ['hasFund', 'plan'],
  Spent: ['hasFund', 'plan', 'claims'],
  Claimed: ['hasFund', 'claims'],
  Approved: ['hasFund', 'claims'],
  Paid: ['hasFund', 'claims'],
  Fund: ['hasList'],
};

/** The design of the table for what its workbook has. */
export const fundsBeside = (around: Around): TableDesign => ({
  ...FUNDS_DESIGN,
  columns: COLUMNS.map((column): ColumnDesign => {
    const formulaIn = formulaOf(column.name);
    if (!formulaIn) return column;
    const former = everyFormula(formulaIn, LOOKS_AT[column.name] ?? [], FORMER_FUNDS[column.name] ?? []);
    const formula = formulaIn(around);
    return { ...column, ...(formula !== null && { formula }), former };
  }),
});

/** The formula of a column for what the workbook has. Undefined if it has none, or one that people replace with their own figures. */
const formulaOf = (name: FundColumn): ((around: Around) => string | null) | undefined =>
  name in FORMULAS ? FORMULAS[name as keyof typeof FORMULAS] : undefined;

/** The query for the table that includes the formulas a save of the plan needs. */
export const FUNDS_FOR_PLAN: TableColumnsQuery = {
  name: FUNDS_TABLE,
  formulasIn: [...FUND_CELLS, ...Object.keys(EARNED), ...Object.keys(FORMULAS)],
};

/** A row without a fund, for a new table that a plan needs. */
export const blankFund = (around: Around): NewRow =>
  COLUMNS.map(({ name }) => {
    const formula = formulaOf(name)?.(around) ?? null;
    return formula === null ? '' : { formula };
  });

/**
 * What a report changes in the table: it adds a row for each fund of the earnings that has none, and updates the source of
 * the funds it changed. Formulas in existing rows stay as people have them.
 */
export function planFunds(
  now: TableCells | null,
  earnings: readonly MonthEarned[],
  report: ReportedFunds,
  origin: Pick<FundOrigin, 'asOf' | 'source'>,
  earningsAfter: Pick<TableCells, 'header'>,
): TableChange {
  const header = now?.header ?? NAMES;
  const columnIndex = indexOf(now, FUND_CELLS);
  const earnedBy = isKeyed(earningsAfter, { header }) ? 'bySum' : 'byFunction';
  const earnedCell = (name: FundColumn): NewCell => ({ formula: EARNED[name]![earnedBy] });

  const uncounted = [...report.skipped.values()].filter(({ rows }) => rows > 0).map(({ fund }) => fund);
  const wanted = new Map([...uncounted, ...earnings.map((row) => fundOf(row))].map((key) => [fundKey(key), key]));
  const set = new Map<number, (NewCell | null)[]>();
  const asOf: NewCell = origin.asOf === null ? '' : serialOf(origin.asOf) - serialShift();
  for (const [position, key] of fundRows(now)) {
    wanted.delete(fundKey(key));
    const isCovered = report.covered.has(fundKey(key));
    if (!isCovered && !report.skipped.has(fundKey(key))) continue;
    const fixed = fixedCells(key);
    const differs = (name: FundColumn): boolean => columnIndex[name] >= 0 && now!.values[position]![columnIndex[name]] !== fixed[name];
    // The same numbers from a file with another name are no change.
    if (isCovered && !report.changed.has(fundKey(key)) && !differs('As of') && !differs('Rows skipped')) continue;
    const cells = new Array<NewCell | null>(header.length).fill(null);
    const told = isCovered ? (['Rows skipped', 'As of', 'Source file'] as const) : (['Rows skipped'] as const);
    for (const name of told) if (differs(name)) cells[columnIndex[name]] = fixed[name]!;
    if (report.replaced.has(fundKey(key)))
      for (const name of ['Rebate', 'Co-op'] as const)
        if (columnIndex[name] >= 0 && !isFormulaAt(now!, position, columnIndex[name])) cells[columnIndex[name]] = earnedCell(name);
    if (cells.some((cell) => cell !== null)) set.set(position, cells);
  }
  const add = [...wanted.values()]
    .sort(inOrder)
    .map((key) => newRow(now, besideEarnings(now), { ...fixedCells(key), Rebate: earnedCell('Rebate'), 'Co-op': earnedCell('Co-op') }));
  return { design: FUNDS_DESIGN, set, add, remove: blankRowsOf(now, add) };

  function fixedCells(key: FundId): Partial<Record<FundColumn, NewCell>> {
    return {
      ...nameCells(key),
      'Rows skipped': report.skipped.get(fundKey(key))?.rows ?? 0,
      'As of': asOf,
      'Source file': origin.source,
    };
  }
}

/** Adds a fund whose co-op someone enters, without an earnings report. */
export function planEnteredFund(now: TableCells | null, { fund, coop }: EnteredFund, hasEarnings: boolean): TableChange {
  indexOf(now, [...FUND_CELLS, 'Co-op']);
  const around: Around = { ...besideEarnings(now), earnings: hasEarnings ? 'whole' : 'none' };
  const row = newRow(now, around, { ...nameCells(fund), 'Co-op': dollars(coop), 'Source file': ENTERED });
  return { design: FUNDS_DESIGN, set: new Map(), add: [row], remove: blankRowsOf(now, [row]) };
}

/** The funds whose co-op someone entered in place of our formula. */
export function enteredFunds(now: TableCells | null): EnteredFund[] {
  const column = now ? columnsOf(now.header, ['Co-op'])['Co-op'] : -1;
  return [...fundRows(now)].flatMap(([row, fund]) => {
    const cell = column < 0 || isFormulaAt(now!, row, column) ? null : now!.values[row]![column];
    const coop = typeof cell === 'number' ? centsOfNumber(cell) : null;
    return coop === null ? [] : [{ fund, coop }];
  });
}

/** A fund and its co-op as someone entered them. */
export interface EnteredFund {
  fund: FundId;
  coop: Cents;
}

/** The source of a fund that someone entered. */
const ENTERED = 'Entered by hand';

/** The positions of the table's columns; refuses a table without those that are needed. */
function indexOf(now: TableCells | null, needed: readonly FundColumn[]): Record<FundColumn, number> {
  const columnIndex = columnsOf(now?.header ?? NAMES, NAMES);
  const missing = needed.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(FUNDS_TABLE, missing);
  return columnIndex;
}

const nameCells = ({ partnerId, program, half }: FundId): Partial<Record<FundColumn, NewCell>> => ({
  'Partner ID': partnerId,
  Program: program,
  'Fiscal half': labelOf(half),
});

/** A new row with what is known of a fund, and the formulas of the other columns. */
function newRow(now: TableCells | null, around: Around, known: Partial<Record<FundColumn, NewCell>>): NewRow {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const computed = (name: FundColumn): NewCell => {
    const others = (ACROSS as readonly string[]).includes(name) ? formulaIn(now, name) : null;
    const written = others ?? formulaOf(name)?.(around) ?? null;
    return written === null || looksAtMissing(written, columnIndex) ? '' : { formula: written };
  };
  const cells = new Array<NewCell | null>(header.length).fill(null);
  for (const { name } of COLUMNS) if (columnIndex[name] >= 0) cells[columnIndex[name]] = known[name] ?? computed(name);
  return cells;
}

/** Excel keeps a row in every table; a blank one goes once there is a fund. */
const blankRowsOf = (now: TableCells | null, add: readonly NewRow[]): number[] => (now && add.length > 0 && isBlankFunds(now) ? [0] : []);

/** What an import knows of the workbook: earnings, and the tables in the funds' own formulas. The plan adds its own formulas. */
export const besideEarnings = (now: TableCells | null): Around => ({
  ...ALL_AROUND,
  hasList: now?.formulas.some((row) => row.some((cell) => String(cell).includes(`${PROGRAM_LIST.name}[`))) ?? false,
  plan: 'none',
  claims: 'none',
});

/** Columns that refer to tables other than the earnings. */
const ACROSS = ['Planned', 'Committed', 'Spent', 'Claimed', 'Approved', 'Paid', 'Fund'] as const satisfies readonly FundColumn[];

/** The formula of the other rows in such a column; null if none has one that works. */
function formulaIn(now: TableCells | null, name: FundColumn): string | null {
  const column = now ? columnsOf(now.header, [name])[name] : -1;
  const row =
    column < 0
      ? -1
      : now!.formulas.findIndex((cells, index) => isFormulaAt(now!, index, column) && !String(cells[column]).includes('#REF!'));
  return row < 0 ? null : String(now!.formulas[row]![column]);
}

/** Excel keeps a row in every table; one with only formulas is not a fund. */
function isBlankFunds(now: TableCells): boolean {
  const columns = Object.values(columnsOf(now.header, Object.keys(FORMULAS)));
  return isBlankTable({ ...now, formulas: now.formulas.map((row) => row.filter((_, index) => !columns.includes(index))) });
}

/** The funds of the table by row, without rows that name no half. */
export function fundRows(now: TableCells | null): Map<number, FundId> {
  const found = new Map<number, FundId>();
  if (!now) return found;
  const columnIndex = columnsOf(now.header, NAMES);
  now.values.forEach((row, position) => {
    const [partnerId, program, written] = FUND_CELLS.map((name) => String(row[columnIndex[name]] ?? '').trim()) as [string, string, string];
    const half = parseHalf(written);
    if (half && partnerId !== '') found.set(position, fundNamed(partnerId, program, half));
  });
  return found;
}

/** The source of a fund's numbers, from its row. */
export function originAt(now: TableCells, row: number): FundOrigin {
  const columnIndex = columnsOf(now.header, NAMES);
  return {
    asOf: dayInCell(now.values[row]![columnIndex['As of']]),
    source: String(now.values[row]![columnIndex['Source file']] ?? ''),
    skipped: Number(now.values[row]![columnIndex['Rows skipped']]) || 0,
  };
}

/** The fund an earning belongs to. */
export const fundOf = ({ month, partnerId, program }: Pick<MonthEarned, 'month' | 'partnerId' | 'program'>): FundId =>
  fundNamed(partnerId, program, halfOf(`${month}-01` as Day));

function inOrder(a: FundId, b: FundId): number {
  if (a.partnerId !== b.partnerId) return a.partnerId < b.partnerId ? -1 : 1;
  if (a.program !== b.program) return a.program < b.program ? -1 : 1;
  return compareHalves(a.half, b.half);
}
