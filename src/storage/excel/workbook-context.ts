import { inExcel } from './run';
import type { OwnRules } from '../rules/own-rules';
import { RULES_TABLE } from '../rules/rules-table';

/** What answers need from the workbook, and the faults in its own rules. */
export interface WorkbookReading extends Pick<OwnRules, 'rules' | 'faults'> {
  dateSystem: 1900 | 1904;
}

/**
 * Reads the workbook's date system and its own rules, after the user has finished editing a cell. The year of day 0 shows
 * the date system, since Excel's property for it is a preview.
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
      const body = table.getDataBodyRange();
      body.load('values');
      table.columns.load('items/name');
      await context.sync();
      // Few workbooks have such a table, so the code to read it is loaded on demand.
      const { readOwnRules } = await import('../rules/own-rules');
      return { dateSystem, ...readOwnRules([table.columns.items.map((column) => column.name), ...body.values], dateSystem) };
    },
    { waitForEdit: true },
  );
}
