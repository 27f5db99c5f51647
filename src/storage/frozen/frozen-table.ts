import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { MissingColumns } from '../../records/missing-columns';
import { columnsOf, rowOf, type CellContent, type NewRow, type TableCells, type TableDesign } from '../../records/table';

/** The table of formulas that are values for now. It is created by the first freeze. */
export const FROZEN_TABLE = 'CoopFrozen';

const COLUMNS = [
  { name: 'Number', width: 60, format: '0' },
  { name: 'Frozen on', width: 80, format: 'yyyy-mm-dd' },
  { name: 'Sheet', width: 120 },
  { name: 'Cells', width: 80 },
  { name: 'Table', width: 100 },
  { name: 'Column', width: 120 },
  { name: 'Row ID', width: 120 },
  { name: 'Name', width: 120 },
  { name: 'Formula', width: 420, wraps: true },
  { name: 'Value', width: 160 },
  { name: 'Format', width: 80 },
] as const;
const NAMES = COLUMNS.map(({ name }) => name);
type Column = (typeof NAMES)[number];

/** The design of the table. */
export const FROZEN_DESIGN: TableDesign = {
  name: FROZEN_TABLE,
  sheet: 'Co-op frozen',
  title: 'Frozen formulas',
  hint: 'Formulas of Co-op Planner that are values for now. Thaw in the pane puts them back, so keep this sheet. Sheet and Cells are where they were when frozen.',
  columns: COLUMNS,
};

/** A formula that is a value for now. A cell in a table is found by the ID of its row, any other by a name. */
export interface FrozenFormula {
  number: number;
  sheet: string;
  /** One cell, or all cells of a result that fills several. */
  cells: string;
  table: string;
  column: string;
  rowId: string;
  name: string;
  formula: string;
  /** The value; of a result that fills several cells, what its rows can be checked by. */
  value: CellContent;
  /** The cell's number format before, where it had to change for a date to stay one; '' otherwise. */
  format: string;
}

/** The formulas in the ledger, with their rows. */
export function readFrozen(now: TableCells | null): { frozen: FrozenFormula; row: number }[] {
  if (!now) return [];
  const columnIndex = indexOf(now);
  return now.values.flatMap((cells, row) => {
    const contentOf = (name: Column): CellContent => cells[columnIndex[name]] ?? '';
    const text = (name: Column): string => String(contentOf(name));
    const formula = text('Formula').replace(/^'/, '');
    if (!formula.startsWith('=')) return [];
    return [
      {
        row,
        frozen: {
          number: Number(contentOf('Number')) || 0,
          sheet: text('Sheet'),
          cells: text('Cells'),
          table: text('Table'),
          column: text('Column'),
          rowId: text('Row ID'),
          name: text('Name'),
          formula,
          value: contentOf('Value'),
          format: text('Format'),
        },
      },
    ];
  });
}

/** Rows to add to the ledger. */
export function frozenRows(now: TableCells | null, frozen: readonly FrozenFormula[], day: Day): NewRow[] {
  const header = now?.header ?? NAMES;
  const columnIndex = now ? indexOf(now) : columnsOf(NAMES, NAMES);
  return frozen.map(({ number, sheet, cells, table, column, rowId, name, formula, value, format }) =>
    rowOf(columnIndex, header.length, {
      Number: number,
      'Frozen on': serialOf(day) - serialShift(),
      Sheet: sheet,
      Cells: cells,
      Table: table,
      Column: column,
      'Row ID': rowId,
      Name: name,
      Formula: formula,
      Value: value,
      Format: format,
    }),
  );
}

function indexOf({ header }: TableCells): Record<Column, number> {
  const columnIndex = columnsOf(header, NAMES);
  const missing = NAMES.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(FROZEN_TABLE, missing);
  return columnIndex;
}
