import { inExcel, offers } from './excel';
import { readOwnRules, RULES_TABLE, type OwnRules } from './own-rules';

/** What answers must know of the workbook, and what is wrong with its own rules. */
export interface WorkbookReading extends OwnRules {
  dateSystem: 1900 | 1904;
}

/**
 * Reads the workbook's date system and its own rules, waiting for the person to leave the cell they edit.
 * The date system shows in what day 0 is, since Excel's own property for it is a preview.
 */
export function readWorkbook(): Promise<WorkbookReading> {
  return inExcel(
    async (context) => {
      const year = context.workbook.functions.year(0);
      year.load('value');
      const table = context.workbook.tables.getItemOrNullObject(RULES_TABLE);
      table.load('name');
      await context.sync();
      const dateSystem = year.value === 1904 ? 1904 : 1900;
      if (table.isNullObject) return { dateSystem, rules: [], faults: [] };
      const range = table.getRange();
      range.load('values');
      await context.sync();
      return { dateSystem, ...readOwnRules(range.values, dateSystem) };
    },
    { waitForEdit: true },
  );
}

/**
 * Calls `changed` whenever some table of the workbook is edited, made or removed, with the table's id.
 * Resolves with the id of the table that holds the workbook's own rules now, or null.
 */
export function watchTables(changed: (tableId: string, how: 'edited' | 'made' | 'removed') => void): Promise<string | null> {
  return inExcel(
    async (context) => {
      const { tables } = context.workbook;
      if (offers('1.9')) {
        tables.onChanged.add(async ({ tableId }) => changed(tableId, 'edited'));
        tables.onAdded.add(async ({ tableId }) => changed(tableId, 'made'));
        tables.onDeleted.add(async ({ tableId }) => changed(tableId, 'removed'));
      }
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
