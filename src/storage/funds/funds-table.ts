import { serialShift } from '../../cells/context';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import { compareHalves, halfOf, labelOf, parseHalf } from '../../domain/calendar/half';
import { fundKey, type FundId } from '../../domain/funds/fund';
import { fundNamed } from '../../rulebook/name-keys';
import { FUND_CELLS } from './fund-columns';
import { fundFormula } from './fund-formulas';
import type { MonthEarned } from './earnings-table';
import { MissingColumns } from '../../records/missing-columns';
import {
  columnsOf,
  isBlankTable,
  isFormulaAt,
  type NewCell,
  type TableCells,
  type TableChange,
  type TableDesign,
} from '../../records/table';

/** The table with a row for each Partner ID, program and half. */
export const FUNDS_TABLE = 'CoopFunds';

/** Where the numbers of a fund come from. */
export interface FundOrigin {
  asOf: Day | null;
  source: string;
  /** Rows of the report that could not be counted: the amounts are incomplete. */
  skipped: number;
}

/** The funds a report speaks about, and those whose amounts it changed, by their keys. */
export interface ReportedFunds {
  covered: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  /** The rows that could not be counted and are open, of this and earlier reports, by fund. */
  skipped: ReadonlyMap<string, SkippedOfFund>;
}

/** How many rows of a fund could not be counted. */
export interface SkippedOfFund {
  fund: FundId;
  rows: number;
}

const earned = `CoopEarnings[#All],[@[Fiscal half]],[@[Partner ID]]`;
const dayOf = (milestone: string): string => `=COOP.DEADLINE([@[Fiscal half]],"${milestone}")`;
const effect = (part: string): string => `=COOP.THRESHOLD([@[Co-op]],[@[Fiscal half]],"${part}",[@Program])`;
const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';

/** Its columns; those with a formula are worked out in the sheet, where people can see and rework them. */
const COLUMNS = [
  { name: 'Partner ID', width: 80 },
  { name: 'Program', width: 190 },
  { name: 'Fiscal half', width: 75 },
  { name: 'Rebate', width: 90, format: MONEY, formula: `=COOP.ACCRUED(${earned},"rebate",[@Program])` },
  { name: 'Co-op', width: 90, format: MONEY, formula: `=COOP.ACCRUED(${earned},"co-op",[@Program])` },
  { name: 'Threshold', width: 90, format: MONEY, formula: effect('amount') },
  { name: 'Status', width: 80, formula: effect('status') },
  { name: 'Usable', width: 90, format: MONEY, formula: effect('usable') },
  { name: 'Converted', width: 90, format: MONEY, formula: effect('converted') },
  { name: 'Usage start', width: 85, format: DAY, formula: dayOf('usage start') },
  { name: 'Usage end', width: 85, format: DAY, formula: dayOf('usage end') },
  { name: 'Claim opens', width: 85, format: DAY, formula: dayOf('claim opens') },
  { name: 'Claim deadline', width: 95, format: DAY, formula: dayOf('claim') },
  { name: 'Resolution deadline', width: 120, format: DAY, formula: dayOf('resolution') },
  { name: 'Rows skipped', width: 85, format: '0' },
  { name: 'As of', width: 85, format: DAY },
  { name: 'Source file', width: 200 },
  { name: 'Planned', width: 90, format: MONEY },
  { name: 'Fund', width: 300 },
] as const;

/** The name of one of its columns. */
export type FundColumn = (typeof COLUMNS)[number]['name'];
const NAMES = COLUMNS.map(({ name }) => name);
/** Columns a plan looks at; its own list of programs and budgets come with it. */
const OF_PLAN = ['Planned', 'Fund'] as const;

/** How the table is made; the plan's formulas need it before any report was brought in. */
export const FUNDS_DESIGN: TableDesign = {
  name: FUNDS_TABLE,
  sheet: 'Co-op funds',
  title: 'Co-op funds',
  hint: 'One row for each Partner ID, program, and fiscal half the funds were earned in. The amounts and dates are COOP formulas over CoopEarnings. Select one and open Explain.',
  columns: COLUMNS.map(({ name, width, ...rest }) => ({ name, width, ...('format' in rest ? { format: rest.format } : {}) })),
};

/**
 * What a report changes in the table: a row for each fund of the earnings that has none yet, and where the numbers of
 * the funds it changed come from. Formulas of rows that are there stay as people have them.
 */
export function planFunds(
  now: TableCells | null,
  earnings: readonly MonthEarned[],
  report: ReportedFunds,
  origin: Pick<FundOrigin, 'asOf' | 'source'>,
): TableChange {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const missing = FUND_CELLS.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(FUNDS_TABLE, missing);

  const uncounted = [...report.skipped.values()].filter(({ rows }) => rows > 0).map(({ fund }) => fund);
  const wanted = new Map([...uncounted, ...earnings.map((row) => fundOf(row))].map((key) => [fundKey(key), key]));
  const set = new Map<number, (NewCell | null)[]>();
  const asOf: NewCell = origin.asOf === null ? '' : serialOf(origin.asOf) - serialShift();
  const [planned, fund] = [formulaIn(now, 'Planned'), formulaIn(now, 'Fund')];
  for (const [position, key] of fundRows(now)) {
    wanted.delete(fundKey(key));
    const isCovered = report.covered.has(fundKey(key));
    if (!isCovered && !report.skipped.has(fundKey(key))) continue;
    const fixed = fixedCells(key);
    const differs = (name: FundColumn): boolean => columnIndex[name] >= 0 && now!.values[position]![columnIndex[name]] !== fixed[name];
    // The same numbers from a file of another name are no news.
    if (isCovered && !report.changed.has(fundKey(key)) && !differs('As of') && !differs('Rows skipped')) continue;
    const cells = new Array<NewCell | null>(header.length).fill(null);
    const told = isCovered ? (['Rows skipped', 'As of', 'Source file'] as const) : (['Rows skipped'] as const);
    for (const name of told) if (differs(name)) cells[columnIndex[name]] = fixed[name]!;
    if (cells.some((cell) => cell !== null)) set.set(position, cells);
  }
  const add = [...wanted.values()].sort(inOrder).map((key) => {
    const cells = new Array<NewCell | null>(header.length).fill(null);
    const fixed = fixedCells(key);
    for (const column of COLUMNS) {
      if (columnIndex[column.name] >= 0)
        cells[columnIndex[column.name]] = 'formula' in column ? { formula: column.formula } : fixed[column.name]!;
    }
    return cells;
  });
  return { design: FUNDS_DESIGN, set, add, remove: now && isBlankFunds(now) && add.length > 0 ? [0] : [] };

  function fixedCells(key: FundId): Partial<Record<FundColumn, NewCell>> {
    return {
      'Partner ID': key.partnerId,
      Program: key.program,
      'Fiscal half': labelOf(key.half),
      'Rows skipped': report.skipped.get(fundKey(key))?.rows ?? 0,
      'As of': asOf,
      'Source file': origin.source,
      Planned: planned,
      Fund: fund === '' ? { formula: fundFormula(false) } : fund,
    };
  }
}

/** What the other rows have in a column of the plan's: there is a plan for it to look at where one of them has its formula. */
function formulaIn(now: TableCells | null, name: (typeof OF_PLAN)[number]): NewCell {
  const column = now ? columnsOf(now.header, [name])[name] : -1;
  const row =
    column < 0
      ? -1
      : now!.formulas.findIndex((cells, index) => isFormulaAt(now!, index, column) && !String(cells[column]).includes('#REF!'));
  return row < 0 ? '' : { formula: String(now!.formulas[row]![column]) };
}

/** Excel never leaves a table without a row; a plan's formula alone is no fund. */
function isBlankFunds(now: TableCells): boolean {
  const columns = Object.values(columnsOf(now.header, OF_PLAN));
  return isBlankTable({ ...now, formulas: now.formulas.map((row) => row.filter((_, index) => !columns.includes(index))) });
}

/** The funds of the table by their row, those that name no half left out. */
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

/** Where a fund's numbers come from, as its row says. */
export function originAt(now: TableCells, row: number): FundOrigin {
  const columnIndex = columnsOf(now.header, NAMES);
  const asOf = now.values[row]![columnIndex['As of']];
  return {
    asOf: typeof asOf === 'number' && asOf > 0 ? dayOfSerial(asOf + serialShift()) : null,
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
