import { serialShift } from '../../cells/context';
import { isDay, serialOf } from '../../domain/calendar/day';
import { columnsOf, type NewRow, type TableCells, type TableChange } from '../../records/table';
import { packRows } from '../../rulebook/packs/packs';
import type { RulePack } from '../../rulebook/packs/rule-pack';
import { updating } from '../tables/update-tables';
import { ExcelError } from '../excel-error';
import type { TakeBack, Tables } from '../workbook';
import { GUIDE_SOURCE } from './own-rules';
import { RULES_DESIGN, ruleColumnNamed } from './rules-design';
import { RULES_TABLE } from './rules-table';

/** Adds the rows of a pack to CoopRules, in its blank rows first, or in a new table. Null if they are there already. */
export const usePack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (now) => (rowsOf(pack, now).length > 0 ? NOTHING : adding(packRows(pack), now)));

/** A row by column, as text: days as yyyy-mm-dd, shares as 40%. */
export type RuleTextRow = Readonly<Record<string, string>>;

/** Adds rows to CoopRules, except those it has already. Null if it has them all. */
export const addRuleRows = (tables: Tables, rows: readonly RuleTextRow[]): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    const there = new Set(now.values.map((row) => JSON.stringify(row)));
    return adding(
      rows.filter((row) => !there.has(JSON.stringify(cellsOf(row, now)))),
      now,
    );
  });

/** Adds the rows to fill in from one's own guide. Null if rows of the same year are there. */
export const addGuideRows = (tables: Tables, rows: readonly RuleTextRow[]): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    const { From: from, Source: source } = columnsOf(now.header, ['From', 'Source']);
    const first = cellOf('From', rows[0]!['From']!);
    const isThere = now.values.some((row) => row[source] === GUIDE_SOURCE && row[from] === first);
    return isThere ? NOTHING : adding(rows, now);
  });

/** Rows go into blank ones first. */
function adding(rows: readonly RuleTextRow[], now: TableCells): Omit<TableChange, 'design'> {
  const cells = rows.map((row) => cellsOf(row, now));
  const blank = now.formulas.flatMap((row, index) => (row.every((cell) => cell === '') ? [index] : []));
  return {
    ...NOTHING,
    set: new Map(blank.slice(0, cells.length).map((index, n) => [index, cells[n]!])),
    add: cells.slice(blank.length),
  };
}

const cellsOf = (row: RuleTextRow, { header }: TableCells): NewRow =>
  header.map((written) => {
    const name = ruleColumnNamed(written) ?? written;
    return cellOf(name, row[name] ?? '');
  });

/** Removes the rows of a pack from CoopRules. Null if there are none. */
export const takeOutPack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    if (now === NO_TABLE) throw new ExcelError('gone', "The table of this workbook's own rules is no longer there.");
    return { ...NOTHING, remove: rowsOf(pack, now) };
  });

async function changeRules(tables: Tables, edit: (now: TableCells) => Omit<TableChange, 'design'>): Promise<TakeBack | null> {
  const plan = updating(
    [RULES_TABLE],
    () => [RULES_DESIGN],
    (found) => ({ changes: [{ design: RULES_DESIGN, ...edit(found.get(RULES_TABLE) ?? NO_TABLE) }], result: null }),
  );
  return (await tables.change([RULES_TABLE], plan)).takeBack;
}

const NOTHING: Omit<TableChange, 'design'> = { set: new Map(), add: [], remove: [] };
/** A workbook without the table gets all its columns. */
const NO_TABLE: TableCells = { header: RULES_DESIGN.columns.map(({ name }) => name), values: [], formulas: [] };

/** The rows that are still the pack's: someone who changes one of them can make it the workbook's own by clearing Pack. */
function rowsOf({ name }: RulePack, { header, values }: TableCells): number[] {
  const column = columnsOf(header, ['Pack']).Pack;
  return values.flatMap((row, index) => (column >= 0 && row[column] === name ? [index] : []));
}

function cellOf(column: string, text: string): NewRow[number] {
  if ((column === 'From' || column === 'To') && isDay(text)) return serialOf(text) - serialShift();
  const [, number, percent] = (column === 'Value' && /^(\d+(?:\.\d+)?)(%?)$/.exec(text)) || [];
  return number === undefined ? text : Number(percent ? `${number}e-2` : number);
}
