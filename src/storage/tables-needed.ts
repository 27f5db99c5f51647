import { missingColumn } from './earnings-table';
import { FUNDS_DESIGN, FUNDS_TABLE } from './funds-table';
import { LEFT_WITHOUT_PLANNED, PLAN } from './plan-table';
import { BLANK_FUND, planPlanned } from './planned-sum';
import type { TablesByName } from './planning-tables';
import type { Columns, RecordTable } from './record-table';
import { SETTINGS, USUAL_SETTINGS, writtenSettings } from './settings-table';
import { columnsOf, isChange, type TableCells, type TableChange } from './tables';
import { Trouble } from './trouble';

/** A formula that names a table the workbook does not have is refused, so the tables that new rows look at are made first. */
export function withTablesNeeded(now: TablesByName, changes: readonly TableChange[]): TableChange[] {
  const adds = (table: RecordTable<Columns>): boolean => changes.some(({ design, add }) => design.name === table.design.name && add.length > 0);
  const isThere = (name: string): boolean => now.get(name) != null || changes.some(({ design }) => design.name === name);
  const needed: TableChange[] = [];
  const make = (design: TableChange['design'], add: TableChange['add']): void => {
    if (!isThere(design.name)) needed.push({ design, set: new Map(), add, remove: [] });
  };
  const mustHave = (name: string, columns: readonly string[]): void => {
    const held = now.get(name);
    const at = held && columnsOf(held.header, columns);
    const missing = at ? columns.filter((column) => at[column]! < 0) : [];
    if (missing.length > 0) throw new Trouble('gone', missingColumn(name, missing));
  };
  if (adds(PLAN)) {
    make(SETTINGS.design, [...writtenSettings(USUAL_SETTINGS)]);
    make(FUNDS_DESIGN, [BLANK_FUND]);
    mustHave(SETTINGS.design.name, ['Setting', 'Value']);
    mustHave(FUNDS_TABLE, ['Partner ID', 'Program', 'Fiscal half', 'Co-op', 'Usable']);
  }
  const funds = now.get(FUNDS_TABLE);
  const plan = now.get(PLAN.design.name)?.header ?? (adds(PLAN) ? PLAN.design.columns.map(({ name }) => name) : []);
  return [...needed, ...changes, ...(funds ? [planPlanned(funds, plan)].filter(isChange) : [])];
}

/** The plan with formulas that this workbook's funds have columns for. */
export function planBeside(funds: TableCells | null): RecordTable<Columns> {
  if (funds === null || columnsOf(funds.header, ['Planned']).Planned >= 0) return PLAN;
  const columns = PLAN.design.columns.map((column) => (column.name === 'Left' ? { ...column, formula: LEFT_WITHOUT_PLANNED } : column));
  return { ...PLAN, design: { ...PLAN.design, columns } };
}
