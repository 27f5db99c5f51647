import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import type { CellContent, NewRow, TableCells, TableChange } from '../../records/table';
import { packRows } from '../../rulebook/packs/packs';
import type { RulePack } from '../../rulebook/packs/rule-pack';
import { updating } from '../tables/update-tables';
import { ExcelError } from '../excel-error';
import type { TakeBack, Tables } from '../workbook';
import { RULES_DESIGN } from './rules-design';
import { RULES_TABLE } from './rules-table';

/** Adds the rows of a pack to CoopRules, in its blank rows first, or in a new table. Null if they are there already. */
export const usePack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (found) => {
    const now = found ?? NO_TABLE;
    if (rowsOf(pack, now).length > 0) return NOTHING;
    const rows = packRows(pack).map((row) => now.header.map((name) => cellOf(name, row[name] ?? '')));
    const blank = now.formulas.flatMap((row, index) => (row.every((cell) => cell === '') ? [index] : []));
    return {
      ...NOTHING,
      set: new Map(blank.slice(0, rows.length).map((index, n) => [index, rows[n]!])),
      add: rows.slice(blank.length),
    };
  });

/** Removes the rows of a pack from CoopRules. Null if there are none. */
export const takeOutPack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    if (!now) throw new ExcelError('gone', "The table of this workbook's own rules is no longer there.");
    return { ...NOTHING, remove: rowsOf(pack, now) };
  });

async function changeRules(tables: Tables, edit: (now: TableCells | null) => Omit<TableChange, 'design'>): Promise<TakeBack | null> {
  const plan = updating(
    [RULES_TABLE],
    () => [RULES_DESIGN],
    (found) => ({ changes: [{ design: RULES_DESIGN, ...edit(found.get(RULES_TABLE) ?? null) }], result: null }),
  );
  return (await tables.change([RULES_TABLE], plan)).takeBack;
}

const NOTHING: Omit<TableChange, 'design'> = { set: new Map(), add: [], remove: [] };
/** A workbook without the table gets all its columns. */
const NO_TABLE: TableCells = { header: RULES_DESIGN.columns.map(({ name }) => name), values: [], formulas: [] };

/** The rows that are still the pack's: someone who changes one of them can make it the workbook's own by clearing Pack. */
function rowsOf({ name }: RulePack, { header, values }: TableCells): number[] {
  const column = header.indexOf('Pack');
  return values.flatMap((row, index) => (column >= 0 && row[column] === name ? [index] : []));
}

function cellOf(column: string, text: string): NewRow[number] {
  if (column === 'From' || column === 'To') return serialOf(text as Day) - serialShift();
  return column === 'Value' ? ((Number(text.replace('%', '')) / 100) satisfies CellContent) : text;
}
