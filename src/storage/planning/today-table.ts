import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { dollars, type Cents } from '../../domain/money/money';
import { MissingColumns } from '../../records/missing-columns';
import {
  changed,
  columnsOf,
  isBlankTable,
  isChange,
  isFormulaAt,
  type NewCell,
  type NewRow,
  type TableCells,
  type TableChange,
  type TableDesign,
  type CellContent,
} from '../../records/table';
import { dayInCell } from '../funds/day-in-cell';

/** The table of what to do next. It is created only on request. */
export const TODAY_TABLE = 'CoopToday';

/** The formula for the number of things to do. */
export const TODAY_COUNT = `=COUNTA(${TODAY_TABLE}[What])`;

/** A row of the table. */
export interface TodayRow {
  due: Day | null;
  /** The heading it is under in the pane: This week. */
  when: string;
  what: string;
  why: string;
  atRisk: Cents;
  /** Where in the pane it is done: Plan A-7K2M4X. */
  where: string;
}

const COLUMNS = [
  { name: 'Due', width: 80, format: 'yyyy-mm-dd' },
  { name: 'Due when', width: 120, tones: { bad: ['Overdue'], attention: ['This week'] } },
  { name: 'What', width: 260, wraps: true },
  { name: 'Why', width: 380, wraps: true },
  { name: 'At risk USD', width: 90, format: '#,##0.00' },
  { name: 'Where', width: 150 },
  { name: 'As of', width: 80, format: 'yyyy-mm-dd' },
] as const;
const NAMES = COLUMNS.map(({ name }) => name);
type Column = (typeof NAMES)[number];
/** Lists from earlier versions have no headings. */
const NEEDED = NAMES.filter((name) => name !== 'Due when');

/** The design of the table. */
export const TODAY_DESIGN: TableDesign = {
  name: TODAY_TABLE,
  sheet: 'Co-op today',
  title: 'Co-op today',
  hint: 'What to do next, as of the date in the last column. Saving in the pane updates it. Your own columns stay with their rows.',
  columns: COLUMNS,
};

/**
 * Updates the table to a list, in the list's order. The pane's columns are replaced; what people wrote in their own columns
 * moves with its row. Creates a missing table only on request.
 */
export function planToday(now: TableCells | null, list: readonly TodayRow[], asOf: Day, make: boolean): TableChange {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const nothing: TableChange = { design: TODAY_DESIGN, set: new Map(), add: [], remove: [] };
  if (!now && !make) return nothing;
  const missing = NEEDED.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(TODAY_TABLE, missing);

  // An empty list keeps a row that says so, since its as-of date must show.
  const rows = list.length > 0 ? list.map((row) => cellsOf(row, asOf)) : [cellsOf(NOTHING, asOf)];
  const held = now && !isBlankTable(now) ? now : null;
  const was = held ? earlierRows(held, columnIndex, rows) : [];
  const there = now?.values.length ?? 0;
  const set = new Map<number, NewRow>();
  const add: NewRow[] = [];
  rows.forEach((row, position) => {
    const from = was[position];
    const cells = header.map((_, column): NewCell | null => {
      const name = NAMES.find((candidate) => columnIndex[candidate] === column);
      if (name) return row[name];
      if (from === position || (held && position < there && isFormulaAt(held, position, column))) return null;
      return from === undefined || isFormulaAt(held!, from, column) ? '' : held!.values[from]![column]!;
    });
    if (position >= there) add.push(cells);
    else if (cells.some((cell, column) => cell !== null && cell !== now!.values[position]![column])) set.set(position, cells);
  });
  return { design: TODAY_DESIGN, set, add, remove: range(rows.length, there) };
}

/**
 * Updates the table to a list. A user's `wish` may create the table or show an earlier day; a `save` does neither. Returns
 * the updated table.
 */
export function planTodayFor(
  because: 'wish' | 'save',
  now: TableCells | null,
  list: readonly TodayRow[],
  asOf: Day,
): { changes: TableChange[]; result: TableCells | null } {
  const isOverLater = because === 'save' && (asOfIn(now) ?? asOf) > asOf;
  const change = planToday(now, list, asOf, because === 'wish');
  return isOverLater || !isChange(change) ? { changes: [], result: now } : { changes: [change], result: changed(now, change) };
}

/** The as-of date of the table's list, the latest if its rows differ; null if no cell has one. */
export function asOfIn(now: TableCells | null): Day | null {
  if (!now) return null;
  const column = columnsOf(now.header, NAMES)['As of'];
  return dayInCell(now.values.reduce((most, row) => (typeof row[column] === 'number' ? Math.max(most, row[column]) : most), 0));
}

const NOTHING: TodayRow = { due: null, when: '', what: '', why: 'Nothing to do.', atRisk: 0, where: '' };

function cellsOf({ due, when, what, why, atRisk, where }: TodayRow, asOf: Day): Record<Column, CellContent> {
  const serial = (day: Day | null): CellContent => (day === null ? '' : serialOf(day) - serialShift());
  return {
    Due: serial(due),
    'Due when': when,
    What: what,
    Why: why,
    'At risk USD': atRisk === 0 ? '' : dollars(atRisk),
    Where: where,
    'As of': serial(asOf),
  };
}

const nameOf = (what: CellContent, where: CellContent): string => `${what}\n${where}`;

/**
 * The table's earlier row for each row of a list: the one with the same text, or else the only remaining one with the same
 * `Where`, if its text changed.
 */
function earlierRows(
  { values }: TableCells,
  columnIndex: Record<Column, number>,
  list: readonly Record<Column, CellContent>[],
): (number | undefined)[] {
  const byName = new Map(values.map((row, position) => [nameOf(row[columnIndex.What]!, row[columnIndex.Where]!), position]));
  const found = list.map(({ What, Where }) => byName.get(nameOf(What, Where)));
  const left = values
    .map((row, position) => ({ place: row[columnIndex.Where]!, position }))
    .filter(({ position }) => !found.includes(position));
  return list.map(({ Where }, index) => {
    if (found[index] !== undefined || Where === '') return found[index];
    const before = left.filter(({ place }) => place === Where);
    const isOnly = list.filter((row, other) => row.Where === Where && found[other] === undefined).length === 1;
    return isOnly && before.length === 1 ? before[0]!.position : undefined;
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
