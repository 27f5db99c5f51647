import { day } from '../records/cell-types';
import type { MergedColumn } from './cell-value';
import type { Columns, RecordTable } from '../records/record-table';
import { CLAIM_LINES, CLAIMS, PROOF } from '../storage/planning/claims-table';
import { EXPENSES } from '../storage/planning/expenses-table';
import { PLAN } from '../storage/planning/plan-table';

/** A table that copies carry and bring back. */
export interface MergedTable {
  table: RecordTable<Columns>;
  /** The columns that name a row to people, by which one without an ID is recognized. */
  named: readonly string[];
}

/** The tables that are merged, in the order of their names. */
export const MERGED_TABLES: readonly MergedTable[] = [
  { table: CLAIM_LINES, named: ['Claim ID', 'Kind', 'Number'] },
  { table: CLAIMS, named: ['Claim name', 'Partner ID', 'Program', 'Fiscal half', 'Start'] },
  { table: EXPENSES, named: ['Activity ID', 'Expense type'] },
  { table: PLAN, named: ['Title', 'Partner ID', 'Program', 'Fiscal half', 'Start'] },
  { table: PROOF, named: ['Claim ID', 'Requirement'] },
];

/** Columns that a save stamps: they change with every save, and are no one's edit. */
export const STAMPS: readonly string[] = ['Changed', 'Changed in'];

/** The columns of a table that people fill in, without its ID and the stamps. */
export const inputsOf = (table: RecordTable<Columns>): MergedColumn[] =>
  Object.values(table.columns).flatMap((column) =>
    'kind' in column && column.name !== table.key && !STAMPS.includes(column.name)
      ? [{ name: column.name, kind: column.kind, isSummed: table.summed.some((summed) => summed.column === column.name) }]
      : [],
  );

/** The columns of a table that hold days. */
export const dayColumns = (name: string): ReadonlySet<string> =>
  new Set(
    MERGED_TABLES.filter(({ table }) => table.design.name === name).flatMap(({ table }) =>
      inputsOf(table).flatMap(({ name: column, kind }) => (kind === (day as unknown) ? [column] : [])),
    ),
  );
