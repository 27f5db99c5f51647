import { serialShift } from '../../cells/context';
import { isDay, serialOf } from '../../domain/calendar/day';
import {
  changed,
  columnsOf,
  continuedFormula,
  hasColumns,
  isChange,
  isFormulaAt,
  keepingARow,
  type NewRow,
  type TableCells,
  type TableChange,
  type TableDesign,
  type TablesByName,
} from '../../records/table';
import { list } from '../../domain/text/list';
import { packRows } from '../../rulebook/packs/packs';
import type { RulePack } from '../../rulebook/packs/rule-pack';
import { updating } from '../tables/update-tables';
import { ExcelError } from '../excel-error';
import type { TakeBack, Tables } from '../workbook';
import { ACTIVITIES_ASKED, ACTIVITY_LIST, offeringOwn } from '../funds/name-lists';
import { GUIDE_SOURCE } from './own-rules';
import { checkFormula, CHECKED_COLUMNS } from './check-formula';
import { checksOf } from './rule-checks';
import { CHECK, CHECKED, RULES_DESIGN, ruleColumnNamed } from './rules-design';
import { RULES_TABLE } from './rules-table';

/** Adds the rows of a pack to CoopRules, in its blank rows first, or in a new table. Null if they are there already. */
export const usePack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (now) => (rowsOf(pack, now).length > 0 ? NOTHING : adding(packRows(pack), now)));

/** A row by column, as text: days as yyyy-mm-dd, shares as 40%. */
export type RuleTextRow = Readonly<Record<string, string>>;

/** Adds rows to CoopRules, except those it has already. Null if it has them all. */
export const addRuleRows = (tables: Tables, rows: readonly RuleTextRow[]): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    const isRule = now.header.map((name) => ![CHECK, CHECKED].includes(ruleColumnNamed(name) ?? ''));
    const saying = (row: NewRow): string => JSON.stringify(row.filter((_, column) => isRule[column]));
    const there = new Set(now.values.map(saying));
    return adding(
      rows.filter((row) => !there.has(saying(cellsOf(row, now)))),
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
  const isBlank = (row: number): boolean => now.formulas[row]!.every((cell, column) => cell === '' || isFormulaAt(now, row, column));
  const blank = [...now.formulas.keys()].filter(isBlank);
  return {
    ...NOTHING,
    set: new Map(blank.slice(0, cells.length).map((index, n) => [index, cells[n]!])),
    add: cells.slice(blank.length),
  };
}

function cellsOf(row: RuleTextRow, now: TableCells): NewRow {
  const hasAll = hasColumns(now, CHECKED, ...CHECKED_COLUMNS);
  return now.header.map((written, column) => {
    const name = ruleColumnNamed(written) ?? written;
    if (name !== CHECK) return cellOf(name, row[name] ?? '');
    return hasAll ? { formula: continuedFormula(now, column) ?? checkFormula() } : '';
  });
}

/** Removes the rows of a pack from CoopRules. Null if there are none. */
export const takeOutPack = (tables: Tables, pack: RulePack): Promise<TakeBack | null> =>
  changeRules(tables, (now) => {
    if (now === NO_TABLE) throw gone();
    return { ...NOTHING, remove: rowsOf(pack, now) };
  });

/** Checks all rows as they are. Null if that changes nothing. */
export const writeChecks = (tables: Tables): Promise<TakeBack | null> =>
  changeRules(
    tables,
    (now) => {
      if (now === NO_TABLE) throw gone();
      if (!hasColumns(now, CHECKED))
        throw new ExcelError('gone', `To check its rows, ${RULES_TABLE} needs the columns ${list([...FIRST_COLUMNS, CHECKED], 'and')}.`);
      return NOTHING;
    },
    true,
  );

/** Every change of the rules checks all of them, since rows contradict each other. */
async function changeRules(
  tables: Tables,
  edit: (now: TableCells) => Omit<TableChange, 'design'>,
  always = false,
): Promise<TakeBack | null> {
  const asked = [RULES_TABLE, ACTIVITIES_ASKED];
  const plan = updating(asked, designsFor, (found) => {
    const now = found.get(RULES_TABLE) ?? null;
    const edited: TableChange = { design: RULES_DESIGN, ...edit(now ?? NO_TABLE) };
    if (!always && !isChange(edited)) return { changes: [], result: null };
    const change = keepingARow(edited, now);
    const after = changed(now, change);
    const { rules, checks } = checksOf(after, serialShift() === 0 ? 1900 : 1904);
    const offers = offeringOwn(found.get(ACTIVITY_LIST.name) ?? null, rules);
    return { changes: [withChecks(change, now, after, checks), ...offers], result: null };
  });
  return (await tables.change(asked, plan)).takeBack;
}

const gone = (): ExcelError => new ExcelError('gone', "The table of this workbook's own rules is no longer there.");

const FIRST_COLUMNS = ['Rule', 'Program', 'Lever', 'From', 'Value'] as const;

/** A table that lacks a column of its first version is never checked: Excel refuses a formula that looks at it. */
const designsFor = (now: TablesByName): TableDesign[] => {
  const cells = now.get(RULES_TABLE);
  return [cells && !hasColumns(cells, ...FIRST_COLUMNS) ? UNCHECKED : RULES_DESIGN];
};
const UNCHECKED: TableDesign = { ...RULES_DESIGN, columns: RULES_DESIGN.columns.filter(({ name }) => name !== CHECK && name !== CHECKED) };

/** A change that also writes what each row is and what was found in it, where that isn't there yet. */
function withChecks(change: TableChange, now: TableCells | null, { header, values }: TableCells, checks: readonly string[]): TableChange {
  const column = columnsOf(header, [CHECKED])[CHECKED];
  if (column < 0) return change;
  const withCheck = (row: NewRow, check: string): NewRow => row.map((cell, index) => (index === column ? check : cell));
  const kept = [...(now?.values.keys() ?? [])].filter((row) => !change.remove.includes(row));
  const set = new Map(change.set);
  kept.forEach((row, index) => {
    const check = checks[index]!;
    if (set.has(row) || values[index]![column] !== check) set.set(row, withCheck(set.get(row) ?? header.map(() => null), check));
  });
  return { ...change, set, add: change.add.map((row, index) => withCheck(row, checks[kept.length + index]!)) };
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
