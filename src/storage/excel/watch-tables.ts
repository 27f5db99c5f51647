import { inExcel } from './run';
import { RULES_TABLE } from '../rules/rules-table';

/**
 * Calls `changed` whenever some table of the workbook is edited, made or removed, with the table's id.
 * Resolves with the id of the table that holds the workbook's own rules now, or null.
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

/** The id of the table with the workbook's own rules, or null. */
export function rulesTableId(): Promise<string | null> {
  return inExcel(rulesTableIn, { waitForEdit: true });
}

async function rulesTableIn(context: Excel.RequestContext): Promise<string | null> {
  const table = context.workbook.tables.getItemOrNullObject(RULES_TABLE);
  table.load('id');
  await context.sync();
  return table.isNullObject ? null : table.id;
}
