import { columnsOf, type CellContent, type TableCells } from '../../records/table';
import { readOwnRules, type RowNames } from './own-rules';
import { RULES_TABLE } from './rules-table';

/** The columns that decide what a row does. */
export const CHECKED_COLUMNS = [
  'Rule',
  'Program',
  'Lever',
  'From',
  'To',
  'Value',
  'Activity',
  'Category',
  'Expenses',
  'Proof',
  'Pack',
] as const;

/** What stands between what a row was and what was found in it. */
const FOUND = ' → ';

/**
 * A formula that shows what was found in a row. Only the pane can check a row, and the sheet is edited without it, so the
 * formula shows a finding only where row and table are as they were when it was written. It needs no function of ours.
 * Numbers are compared with points, since a sheet writes them with the decimal mark of its country.
 */
export function checkFormula(): string {
  const stamp = (cell: (column: string) => string, row: string): string =>
    `SUBSTITUTE(ROW(${row})-MIN(ROW(${RULES_TABLE}[Rule]))&"/"&ROWS(${RULES_TABLE}[Rule])&"|"&${CHECKED_COLUMNS.map(cell).join('&"|"&')}&"${FOUND}",",",".")`;
  const own = stamp((column) => `[@${column}]`, '[@Rule]');
  const each = stamp((column) => `${RULES_TABLE}[${column}]`, `${RULES_TABLE}[Rule]`);
  const isSame = `LEFT([@Checked],LEN(${own}))=${own}`;
  const others = `SUMPRODUCT((${RULES_TABLE}[Rule]<>"")*(LEFT(${RULES_TABLE}[Checked],LEN(${each}))<>${each}))`;
  const finding = `MID([@Checked],LEN(${own})+1,2000)`;
  const shown = `IF(${others}=0,${finding},IF(LEFT(${finding},3)="OK:","OK when it was checked, but other rows have changed. Check again in the pane, under Rules.",${finding}))`;
  const isBlank = `[@Rule]&[@Lever]&[@From]&[@Value]&[@Activity]=""`;
  const unchecked = '"Not checked. Check it in the pane, under Rules."';
  const changed = '"Changed since it was checked. Check it again in the pane, under Rules."';
  return `=IFERROR(IF(${isBlank},"",IF([@Checked]="",${unchecked},IF(${isSame},${shown},${changed}))),${unchecked})`;
}

/** What to write under Checked for each row of the table: what the row is, and what was found. Blank rows get nothing. */
export function checksOf({ header, values }: Pick<TableCells, 'header' | 'values'>, dateSystem: 1900 | 1904): string[] {
  const { rows, faults, unfilled } = readOwnRules([header, ...values], dateSystem, BESIDE);
  const found = new Map<number, string>([
    ...unfilled.map((row) => [row, 'To fill in: it counts for nothing until then.'] as const),
    ...rows.map(({ row, text, finding }) => [row, finding ? `Warning: ${finding}` : `OK: ${text}.`] as const),
    ...faults.map(({ row, message }) => [row, `Not used: ${message}`] as const),
  ]);
  const ofTable = faults.find(({ row }) => row === 0)?.message;
  const columnIndex = columnsOf(header, CHECKED_COLUMNS);
  return values.map((row, index) => {
    const finding = ofTable === undefined ? found.get(index + 1) : `Not used: ${ofTable}`;
    const cells = CHECKED_COLUMNS.map((column) => asText(row[columnIndex[column]] ?? ''));
    if (finding === undefined || cells.every((cell) => cell === '')) return '';
    return `${`${index}/${values.length}|${cells.join('|')}${FOUND}`.replaceAll(',', '.')}${finding}`;
  });
}

/** The finding is in its row, so it needs no name for it. */
const BESIDE: RowNames = {
  source: `The table ${RULES_TABLE}`,
  notUsed: (_row, problem) => problem,
  row: (row) => `row ${row}`,
};

/** A cell as & makes it text: numbers with 15 digits at most. */
const asText = (cell: CellContent): string => (typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell));
