import { Problem } from '../../domain/problem';
import { readCell, type Columns, type RecordOf, type RecordTable } from '../../records/record-table';
import type { Kind } from '../../records/cell-types';

/** A record while it is edited: the text of each field. */
export type RecordForm = Readonly<Record<string, string>>;

/** A field of a form, as its column describes it. */
export interface RecordField {
  field: string;
  label: string;
  kind: Kind<unknown>;
}

/** The fields of a table's form: its columns without the ID. */
export const fieldsOf = (table: RecordTable<Columns>): RecordField[] =>
  Object.entries(table.columns).flatMap(([field, column]) =>
    'kind' in column && column.name !== table.key ? [{ field, label: column.name, kind: column.kind }] : [],
  );

/** A record as text to edit. */
export const formOf = <C extends Columns>(table: RecordTable<C>, record: RecordOf<C>): RecordForm =>
  Object.fromEntries(fieldsOf(table).map(({ field, kind }) => [field, kind.show((record as Record<string, unknown>)[field])]));

/** The record in a form, and what is wrong with each field. What was typed reads as a cell of the table does. */
export function readRecordForm<C extends Columns>(
  table: RecordTable<C>,
  form: RecordForm,
): { record: RecordOf<C>; mistakes: ReadonlyMap<string, string> } {
  const mistakes = new Map<string, string>();
  const record: Record<string, unknown> = { id: '' };
  for (const { field, label, kind } of fieldsOf(table)) {
    try {
      record[field] = readCell(kind, form[field] ?? '', label);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      record[field] = kind.blank;
      mistakes.set(field, thrown.message);
    }
  }
  return { record: record as RecordOf<C>, mistakes };
}
