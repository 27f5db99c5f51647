import type { TableCells } from '../../../records/table';
import { toExcelError } from '../../../storage/excel-error';
import type { Tables } from '../../../storage/workbook';

interface RowToShow {
  table: string;
  column: string;
  /** Finds its row in the table as it is now: people may have sorted it since it was read. */
  rowIn: (now: TableCells | null) => number | undefined;
  /** How it is called where the table no longer has it. */
  called: 'That row is' | 'Those rows are';
}

/** Selects a cell of a row that was read earlier; the sentence on why it couldn't. */
export async function showRow(
  tables: Tables,
  { table, column, rowIn, called }: RowToShow,
): Promise<{ sheet: string; cell: string } | { trouble: string }> {
  try {
    const [now = null] = await tables.read([table]);
    const row = rowIn(now);
    return row === undefined
      ? { trouble: `${called} no longer in the table ${table}. Choose Refresh.` }
      : await tables.show(table, row, column);
  } catch (error) {
    return { trouble: toExcelError(error).message };
  }
}
