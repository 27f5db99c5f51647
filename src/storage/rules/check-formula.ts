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
export const FOUND = ' → ';

/**
 * A formula that shows what was found in a row. Only the pane can check a row, and the sheet is edited without it, so the
 * formula shows a finding only where row and table are as they were when it was written. It needs no function of ours.
 * Numbers are compared with points, since a sheet writes them with the decimal mark of its country.
 */
export function checkFormula(): string {
  const stamp = (cell: (column: string) => string, row: string): string =>
    `SUBSTITUTE(ROW(${row})-MIN(ROW(${RULES_TABLE}[Rule]))&"/"&ROWS(${RULES_TABLE}[Rule])&"|"&${CHECKED_COLUMNS.map(cell).join('&"|"&')}&"${FOUND}",",",".")`;
  const thisRow = stamp((column) => `[@${column}]`, '[@Rule]');
  const each = stamp((column) => `${RULES_TABLE}[${column}]`, `${RULES_TABLE}[Rule]`);
  const isSame = `LEFT([@Checked],LEN(${thisRow}))=${thisRow}`;
  const others = `SUMPRODUCT((${RULES_TABLE}[Rule]<>"")*(LEFT(${RULES_TABLE}[Checked],LEN(${each}))<>${each}))`;
  const finding = `MID([@Checked],LEN(${thisRow})+1,2000)`;
  const shown = `IF(${others}=0,${finding},IF(LEFT(${finding},3)="OK:","OK when it was checked, but other rows have changed. Check again in the pane, under Rules.",${finding}))`;
  const isBlank = `[@Rule]&[@Lever]&[@From]&[@Value]&[@Activity]=""`;
  const unchecked = '"Not checked. Check it in the pane, under Rules."';
  const changed = '"Changed since it was checked. Check it again in the pane, under Rules."';
  return `=IFERROR(IF(${isBlank},"",IF([@Checked]="",${unchecked},IF(${isSame},${shown},${changed}))),${unchecked})`;
}
