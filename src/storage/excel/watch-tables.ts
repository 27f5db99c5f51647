import { inExcel } from './run';
import { RULES_TABLE } from '../rules/rules-table';

/**
 * Calls `changed` with a table's ID whenever a table of the workbook is edited, created or removed. Resolves to the ID of the
 * table with the workbook's own rules, or null.
 */
export function watchTables(changed: (tableId: string, how: 'edited' | 'made' | 'removed') => void): Promise<string | null> {
  return inExcel(
    async (context) => {
      const { tables } = context.workbook;
      tables.onChanged.add(async ({ tableId }) => changed(tableId, 'edited'));
      tables.onAdded.add(async ({ tableId }) => changed(tableId, 'made'));
      tables.onDeleted.add(async ({ tableId }) => changed(tableId, 'removed'));
      return rulesTableIn(context);
    },
    { waitForEdit: true },
  );
}

/** The ID of the table with the workbook's own rules, or null. */
export function rulesTableId(): Promise<string | null> {
  return inExcel(rulesTableIn, { waitForEdit: true });
}

async function rulesTableIn(context: Excel.RequestContext): Promise<string | null> {
  const table = context.workbook.tables.getItemOrNullObject(RULES_TABLE);
  table.load('id');
  await context.sync();
  return table.isNullObject ? null : table.id;
}
