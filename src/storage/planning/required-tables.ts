import type { Day } from '../../domain/calendar/day';
import { MissingColumns } from '../../records/missing-columns';
import { AS_OF_DESIGN, AS_OF_TABLE, FOLLOWS_TODAY } from './as-of-table';
import { FUND_CELLS } from '../funds/fund-columns';
import { earnedFormula, fundFormula, leftFormula } from '../funds/fund-formulas';
import { FUNDS_DESIGN, FUNDS_TABLE } from '../funds/funds-table';
import { ACTIVITY_LIST, activityRows, canNamePrograms, PROGRAM_LIST, programRows } from '../funds/name-lists';
import { PLAN } from './plan-table';
import { blankFund, planPlanned, type Around } from '../funds/planned-column';
import { PLANNING_TABLES, type TablesByName } from './planning-tables';
import type { Columns, RecordTable } from '../../records/record-table';
import { SETTINGS, USUAL_SETTINGS, writtenSettings } from './settings-table';
import { columnsOf, isChange, type TableCells, type TableChange, type TableDesign } from '../../records/table';

/** A formula that names a table the workbook does not have is refused, so the tables that new rows look at are made first. */
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
  const around = aroundPlan(now);
  if (adds(PLAN)) {
    make(SETTINGS.design, [...writtenSettings(USUAL_SETTINGS)]);
    if (now.has(AS_OF_TABLE)) make(AS_OF_DESIGN, [[{ formula: FOLLOWS_TODAY }]]);
    // with the plan itself, and not again where someone has deleted them
    if (now.get(PLAN.design.name) == null) {
      make(ACTIVITY_LIST, activityRows());
      make(PROGRAM_LIST, programRows());
    }
    make(FUNDS_DESIGN, [blankFund(around)]);
    mustHave(SETTINGS.design.name, ['Setting', 'Value']);
    mustHave(FUNDS_TABLE, [...FUND_CELLS, 'Co-op', 'Usable']);
  }
  const funds = now.get(FUNDS_TABLE);
  const plan = now.get(PLAN.design.name)?.header ?? (adds(PLAN) ? PLAN.design.columns.map(({ name }) => name) : []);
  const all = [...needed, ...changes, ...(funds ? [planPlanned(funds, plan, around)].filter(isChange) : [])];
  const offers = ({ table, column }: { table: string; column: string }): boolean =>
    all.some(({ design }) => design.name === table && now.get(table) == null) || has(now.get(table) ?? null, column);
  return all.map((change) => ({ ...change, design: offering(change.design, offers, today) }));
}

/** A design with the choices of the day, and of those in columns only what the workbook has. */
function offering(design: TableDesign, offers: (from: { table: string; column: string }) => boolean, today: Day): TableDesign {
  const columns = design.columns.map(({ choicesIn, choicesOn, ...column }) => ({
    ...column,
    ...(choicesOn && { choices: choicesOn(today) }),
    ...(choicesIn && offers(choicesIn) && { choicesIn }),
  }));
  return { ...design, columns };
}

const has = (table: TableCells | null, ...columns: string[]): boolean =>
  table !== null && Object.values(columnsOf(table.header, columns)).every((index) => index >= 0);

/** What there is for the plan's formulas to look at, counting what is made along with it. */
function aroundPlan(now: TablesByName): Around {
  const [plan, funds, list] = [PLAN.design.name, FUNDS_TABLE, PROGRAM_LIST.name].map((name) => now.get(name) ?? null) as [
    TableCells | null,
    TableCells | null,
    TableCells | null,
  ];
  return {
    hasFund: (plan === null || has(plan, 'Fund')) && (funds === null || has(funds, 'Fund')),
    hasList: list === null ? plan === null : canNamePrograms(list),
  };
}

/** The plan with formulas that this workbook's other tables have columns for. */
export function planBeside(now: TablesByName): RecordTable<Columns> {
  const { hasFund, hasList } = aroundPlan(now);
  const funds = now.get(FUNDS_TABLE) ?? null;
  const formulas: Record<string, string> = {
    Fund: fundFormula(hasList),
    Earned: earnedFormula(hasFund),
    Left: leftFormula(hasFund, funds === null || has(funds, 'Planned')),
  };
  const columns = PLAN.design.columns.map((column) =>
    formulas[column.name] === undefined ? column : { ...column, formula: formulas[column.name]! },
  );
  return { ...PLAN, design: { ...PLAN.design, columns } };
}

/** The tables that a planning save brings up to date, with the formulas for what this workbook has. */
export const designsBeside = (now: TablesByName): readonly TableDesign[] => [
  ...PLANNING_TABLES.map((table) => (table.design.name === PLAN.design.name ? planBeside(now) : table).design),
  FUNDS_DESIGN,
];
