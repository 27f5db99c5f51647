import type { Cpor } from '../../domain/program/cpor';
import type { EligibilityMonth } from '../../domain/program/eligibility';
import type { Funding } from '../../domain/program/funding';
import type { Readiness } from '../../domain/program/readiness';
import { formatMonth } from '../../domain/calendar/day';
import { comparableId } from '../../domain/earnings/partner-id';
import { groupBy } from '../../domain/group-by';
import { list } from '../../domain/text/list';
import type { RowEdit } from '../../records/merge-rows';
import {
  missingColumns,
  readRecords,
  writtenRecord,
  type Columns,
  type ReadRow,
  type RecordOf,
  type RecordTable,
} from '../../records/record-table';
import type { TablesByName } from '../../records/table';
import { newId } from '../../storage/planning/record-id';
import { CPOR, ELIGIBILITY, FUNDING, PROGRAM_TABLES, READINESS } from '../../storage/program/program-tables';

/** The rows of the program's tables, and sentences about what can't be used. */
export interface ProgramRows {
  eligibility: readonly ReadRow<RecordOf<(typeof ELIGIBILITY)['columns']>>[];
  /** Those of the rows that count: they have a Partner ID, an area, and a month that no other row has. */
  months: readonly EligibilityMonth[];
  readiness: readonly ReadRow<Readiness>[];
  cpor: readonly ReadRow<Cpor>[];
  funding: readonly ReadRow<Funding>[];
  troubles: readonly string[];
}

/** Reads the program's tables. What can't be read is reported, never dropped. */
export function programRows(tables: TablesByName): ProgramRows {
  const read = <C extends Columns>(table: RecordTable<C>): ReadRow<RecordOf<C>>[] =>
    readRecords(table, tables.get(table.design.name) ?? null);
  const eligibility = read(ELIGIBILITY);
  const [readiness, cpor, funding] = [read(READINESS), read(CPOR), read(FUNDING)];
  const { months, troubles } = monthsThatCount(eligibility);
  return {
    eligibility,
    months,
    readiness,
    cpor,
    funding,
    troubles: [
      ...PROGRAM_TABLES.flatMap((table) => missingIn(table, tables)),
      ...[[ELIGIBILITY, eligibility] as const, [READINESS, readiness] as const, [CPOR, cpor] as const, [FUNDING, funding] as const].flatMap(
        ([{ design }, rows]) => rows.flatMap((row) => row.troubles.map(({ sentence }) => `${placeOf(design.name, row)}: ${sentence}`)),
      ),
      ...troubles,
    ],
  };
}

function missingIn(table: RecordTable<Columns>, tables: TablesByName): string[] {
  const cells = tables.get(table.design.name);
  const missing = cells ? missingColumns(table, cells) : [];
  if (missing.length === 0) return [];
  const names = list(
    missing.map((name) => `"${name}"`),
    'and',
  );
  return [`The table ${table.design.name} no longer has ${names}. Rename the column back, or add it again.`];
}

const placeOf = (table: string, row: ReadRow<unknown>): string => `Row ${row.base.row + 1} of ${table}`;

/** The rows with all they need. Of several rows for one month, none counts, since either may be right. */
function monthsThatCount(rows: ProgramRows['eligibility']): { months: EligibilityMonth[]; troubles: string[] } {
  const troubles: string[] = [];
  const whole = rows.filter((row) => {
    const { partnerId, area, month } = row.record;
    const missing = [partnerId === '' && 'Partner ID', area === '' && 'solution area', month === null && 'month'].filter(
      (name) => name !== false,
    );
    if (missing.length > 0 && row.troubles.length === 0)
      troubles.push(`${placeOf(ELIGIBILITY.design.name, row)} isn't used: it has no ${list(missing, 'and')}.`);
    return missing.length === 0;
  });
  const byMonth = groupBy(whole, ({ record }) =>
    [comparableId(record.partnerId), record.area.replace(/\s+/g, ' ').trim().toLowerCase(), record.month].join(' '),
  );
  const months = [...byMonth.values()].flatMap((same) => {
    if (same.length === 1) return [{ ...same[0]!.record, month: same[0]!.record.month! }];
    const places = list(
      same.map(({ base }) => String(base.row + 1)),
      'and',
    );
    const { area, month } = same[0]!.record;
    troubles.push(
      `Rows ${places} of ${ELIGIBILITY.design.name} are all ${area} in ${formatMonth(month!)} for one Partner ID, so none of them is used. Delete the wrong one.`,
    );
    return [];
  });
  return { months, troubles };
}

/** A record of a table with its ID. */
export type Identified<C extends Columns> = RecordOf<C> & { id: string };

/** The edit that saves a record: a new row without a base; a record that is null removes the row. */
export function rowEdit<C extends Columns>(table: RecordTable<C>, was: ReadRow<Identified<C>> | null, now: Identified<C> | null): RowEdit {
  const before = was && { ...writtenRecord<C>(table, was.record), ID: was.base.id };
  const id = was?.base.id || (now?.id ?? '') || newId('G');
  return {
    id,
    subject: id,
    base: was?.base ?? null,
    was: before,
    now: now && { ...writtenRecord<C>(table, now), ID: id },
  };
}

/** A table of the program with the records it has. */
export const blankRecord = <C extends Columns>(table: RecordTable<C>): RecordOf<C> =>
  Object.fromEntries(
    Object.entries(table.columns).flatMap(([field, column]) => ('kind' in column ? [[field, column.kind.blank]] : [])),
  ) as RecordOf<C>;
