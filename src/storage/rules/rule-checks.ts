import { columnsOf, type CellContent, type TableCells } from '../../records/table';
import { CHECKED_COLUMNS, FOUND } from './check-formula';
import { IN_TABLE, readOwnRules, type OwnRules } from './own-rules';

interface RulesChecked extends Pick<OwnRules, 'rules'> {
  /** What to write under Checked for each row of the table: what the row is, and what was found. Blank rows get nothing. */
  checks: string[];
}

/** Reads the rules of the table and checks its rows. */
export function checksOf({ header, values }: Pick<TableCells, 'header' | 'values'>, dateSystem: 1900 | 1904): RulesChecked {
  // a finding is in its row, so it needs no name for it
  const { rules, rows, faults, unfilled } = readOwnRules([header, ...values], dateSystem, {
    ...IN_TABLE,
    notUsed: (_row, problem) => problem,
  });
  const found = new Map<number, string>([
    ...unfilled.map((row) => [row, 'To fill in: it counts for nothing until then.'] as const),
    ...rows.map(({ row, text, finding }) => [row, finding ? `Warning: ${finding}` : `OK: ${text}.`] as const),
    ...faults.map(({ row, message }) => [row, `Not used: ${message}`] as const),
  ]);
  const tableFault = faults.find(({ row }) => row === 0)?.message;
  const columnIndex = columnsOf(header, CHECKED_COLUMNS);
  const checks = values.map((row, index) => {
    const finding = tableFault === undefined ? found.get(index + 1) : `Not used: ${tableFault}`;
    const cells = CHECKED_COLUMNS.map((column) => asText(row[columnIndex[column]] ?? ''));
    if (finding === undefined || cells.every((cell) => cell === '')) return '';
    return `${`${index}/${values.length}|${cells.join('|')}${FOUND}`.replaceAll(',', '.')}${finding}`;
  });
  return { rules, checks };
}

/** A cell as & makes it text: numbers with 15 digits at most. */
const asText = (cell: CellContent): string => (typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell));
