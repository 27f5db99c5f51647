import type { Day } from '../../domain/calendar/day';
import { missingLater } from '../../records/later-columns';
import { MissingColumns } from '../../records/missing-columns';
import { AS_OF_DESIGN, AS_OF_TABLE, FOLLOWS_TODAY } from './as-of-table';
import { FUND_CELLS } from '../funds/fund-columns';
import { everyFormula, type Around, type Standing } from '../around';
import { FORMER_CLAIMS, FORMER_PLAN } from '../former-formulas';
import { EARNINGS_TABLE } from '../funds/earnings-table';
import { planFigures } from '../funds/fund-figures';
import { earnedFormula, fundFormula } from '../funds/fund-formulas';
import { blankFund, FUNDS_DESIGN, FUNDS_TABLE, fundsBeside } from '../funds/funds-table';
import { claimCountsAsFormula, claimFundFormula, countedUsdFormula } from './claim-formulas';
import { CLAIM_LINES, CLAIMS } from './claims-table';
import { EXPENSES } from './expenses-table';
import {
  checkFormula,
  claimByFormula,
  costFormula,
  countsAs,
  formerLastSafeDayFormula,
  lastSafeDayFormula,
  left,
  rateFromFormula,
  rateUsedFormula,
  ruleCheckFormula,
  rulesOnlyFormula,
  yourShareFormula,
} from './plan-formulas';
import { ACTIVITY_LIST, activityRows, canNamePrograms, PROGRAM_LIST, programRows } from '../funds/name-lists';
import { PLAN } from './plan-table';
import { PLANNING_TABLES } from './planning-tables';
import { RATES } from './rates-table';
import type { Columns, RecordTable } from '../../records/record-table';
import { SETTINGS, USUAL_SETTINGS, writtenSettings } from './settings-table';
import {
  columnsOf,
  hasColumns,
  isChange,
  withColumns,
  type ColumnDesign,
  type TableCells,
  type TableChange,
  type TableDesign,
  type TablesByName,
} from '../../records/table';

/** Excel refuses a formula that names a missing table, so the tables that new rows refer to are created first. */
export function withTablesNeeded(now: TablesByName, changes: readonly TableChange[], today: Day): TableChange[] {
  const adds = (table: RecordTable<Columns>): boolean =>
    changes.some(({ design, add }) => design.name === table.design.name && add.length > 0);
  const isThere = (name: string): boolean => now.get(name) != null || changes.some(({ design }) => design.name === name);
  const needed: TableChange[] = [];
  const make = (design: TableDesign, add: TableChange['add']): void => {
    if (!isThere(design.name)) needed.push({ design, set: new Map(), add, remove: [] });
  };
  const mustHave = (name: string, columns: readonly string[]): void => {
    const held = now.get(name);
    const columnIndex = held && columnsOf(held.header, columns);
    const missing = columnIndex ? columns.filter((column) => columnIndex[column]! < 0) : [];
    if (missing.length > 0) throw new MissingColumns(name, missing);
  };
  const around = aroundIn(now, new Set(changes.map(({ design }) => design.name)));
  if (adds(PLAN)) {
    make(SETTINGS.design, [...writtenSettings(USUAL_SETTINGS)]);
    if (now.has(AS_OF_TABLE)) make(AS_OF_DESIGN, [[{ formula: FOLLOWS_TODAY }]]);
    // only along with the plan, so that lists someone has deleted stay deleted
    if (now.get(PLAN.design.name) == null) {
      make(ACTIVITY_LIST, activityRows());
      make(PROGRAM_LIST, programRows());
    }
    make(FUNDS_DESIGN, [blankFund(around)]);
    mustHave(SETTINGS.design.name, ['Setting', 'Value']);
    mustHave(FUNDS_TABLE, [...FUND_CELLS, 'Co-op']);
  }
  const funds = now.get(FUNDS_TABLE);
  const all = [...needed, ...changes, ...(funds ? [planFigures(funds, around)].filter(isChange) : [])];
  const offers = ({ table, column }: { table: string; column: string }): boolean =>
    all.some(({ design }) => design.name === table && now.get(table) == null) || has(now.get(table) ?? null, column);
  return all.map((change) => ({ ...change, design: offering(change.design, offers, today) }));
}

/** A design with the day's choices, and with choices from other columns only if the workbook has them. */
function offering(design: TableDesign, offers: (from: { table: string; column: string }) => boolean, today: Day): TableDesign {
  const columns = design.columns.map(({ choicesIn, choicesOn, ...column }) => ({
    ...column,
    ...(choicesOn && { choices: choicesOn(today) }),
    ...(choicesIn && offers(choicesIn) && { choicesIn }),
  }));
  return { ...design, columns };
}

const has = (table: TableCells | null, ...columns: string[]): boolean => table !== null && hasColumns(table, ...columns);

/** What formulas can refer to, including the tables created in the same change. */
export function aroundIn(now: TablesByName, made: ReadonlySet<string>): Around {
  const standing = ({ design }: { design: TableDesign }, ...columns: string[]): Standing => {
    const cells = now.get(design.name) ?? null;
    if (cells === null) return made.has(design.name) ? 'whole' : 'none';
    return has(cells, ...columns) ? 'whole' : 'partly';
  };
  const [plan, funds, list] = [PLAN.design.name, FUNDS_TABLE, PROGRAM_LIST.name].map((name) => now.get(name) ?? null) as [
    TableCells | null,
    TableCells | null,
    TableCells | null,
  ];
  // a save doesn't read the earnings, so the formulas of the funds show whether there are any
  const isEarned = funds?.formulas.some((row) => row.some((cell) => String(cell).includes(`${EARNINGS_TABLE}[`))) ?? false;
  return {
    hasFund: (plan === null || has(plan, 'Fund')) && (funds === null || has(funds, 'Fund')),
    // only created along with the plan, so a list someone has deleted stays deleted
    hasList: list === null ? plan === null && made.has(PLAN.design.name) : canNamePrograms(list),
    earnings: isEarned ? 'whole' : 'none',
    funds:
      funds === null ? 'whole' : has(funds, 'Status', 'Stage', 'Claim deadline', 'Planned', 'Claimed', 'Free', 'Over') ? 'whole' : 'partly',
    plan: standing(PLAN, 'ID', 'Status', 'Counts as', 'Reserved'),
    expenses: standing(EXPENSES, 'Activity ID', 'Budget', 'Actual', 'Reserved', 'Expected'),
    rates: standing(RATES, 'Currency', 'From', 'Rate to USD'),
    claims: standing(CLAIMS, 'Activity ID', 'Status', 'Fund', 'Counts as', 'Counted USD'),
    lines: standing(CLAIM_LINES, 'Claim ID', 'Kind', 'Amount'),
  };
}

/** The formulas of each table that refer to other tables, with what they refer to. */
const FORMULAS: Record<string, Record<string, readonly [(around: Around) => string, ...(keyof Around)[]]>> = {
  [PLAN.design.name]: {
    Fund: [fundFormula, 'hasList'],
    Earned: [earnedFormula, 'hasFund'],
    Left: [left, 'hasFund', 'funds', 'claims'],
    'Claim by': [claimByFormula, 'claims'],
    'Last safe day': [lastSafeDayFormula, 'claims'],
    Cost: [costFormula, 'expenses'],
    'Counts as': [countsAs, 'hasFund', 'claims'],
    'Rule check': [ruleCheckFormula, 'claims'],
    'Rules only': [rulesOnlyFormula, 'claims'],
    Check: [checkFormula, 'hasFund', 'funds'],
    'Your share': [yourShareFormula, 'claims'],
    'Rate from': [rateFromFormula, 'rates'],
    'Rate used': [rateUsedFormula, 'rates'],
  },
  [CLAIMS.design.name]: {
    Fund: [claimFundFormula, 'hasList', 'hasFund', 'plan'],
    'Counts as': [claimCountsAsFormula, 'plan'],
    'Counted USD': [countedUsdFormula, 'lines'],
  },
};

/** Formulas as they were before a correction that left the column's meaning as it was, unlike those of version 1.0.0. */
const CORRECTED: Record<string, (around: Around) => string> = { 'Last safe day': formerLastSafeDayFormula };

/** A table with the formulas for what its workbook has, and all those that we wrote there before. */
export function tableBeside(table: RecordTable<Columns>, around: Around): RecordTable<Columns> {
  const earlier = { [PLAN.design.name]: FORMER_PLAN, [CLAIMS.design.name]: FORMER_CLAIMS }[table.design.name] ?? {};
  const columns = table.design.columns.map((column): ColumnDesign => {
    if (column.formula === undefined) return column;
    const [formulaIn, ...looksAt] = FORMULAS[table.design.name]?.[column.name] ?? [() => column.formula!];
    const corrected = CORRECTED[column.name];
    const former = [...(earlier[column.name] ?? []), ...(corrected ? everyFormula(corrected, looksAt, []) : [])];
    return { ...column, formula: formulaIn(around), former: everyFormula(formulaIn, looksAt, former) };
  });
  return { ...table, design: { ...table.design, columns } };
}

/** The tables that a planning save updates, with the formulas for what this workbook has after it. */
export function designsBeside(now: TablesByName, made: ReadonlySet<string>): readonly TableDesign[] {
  const updated = new Map(now);
  for (const design of [...PLANNING_TABLES.map((table) => table.design), FUNDS_DESIGN]) {
    const cells = now.get(design.name);
    if (cells) updated.set(design.name, withColumns(cells, missingLater(cells, design)));
  }
  const around = aroundIn(updated, made);
  const funds = fundsBeside(around);
  return [
    ...PLANNING_TABLES.map((table) => tableBeside(table, around).design),
    // its earlier formulas are replaced with the plan's own rows
    { ...funds, columns: funds.columns.map(({ former: _former, ...column }) => column) },
  ];
}
