import type { FileRows } from '../files/file-tables';
import { crc32 } from '../zip/crc32';
import { isDay, type Day } from '../domain/calendar/day';
import type { Kind } from '../records/cell-types';
import type { CellContent } from '../records/table';
import { valueIn } from './cell-value';
import { inputsOf, MERGED_TABLES, STAMPS } from './merged-tables';
import type { SideTable } from './side';

/** What a copy says of its sending. */
export interface Send {
  number: number;
  day: Day;
  /** For whom it was made. */
  to: string;
  /** What was sent: the whole workbook, or some Partner IDs. */
  what: string;
  /** Whether only some rows were sent. */
  isPart: boolean;
}

/** The base that a copy carries. */
export interface CarriedBase {
  send: Send;
  tables: ReadonlyMap<string, SideTable>;
  /** Whether its cells are as they were written. */
  isWhole: boolean;
}

type BaseRow = readonly (string | number | boolean | null)[];

/** Begins the sheet, which people may rename. */
export const BASE_MARK = 'CoopBase';

const VERSION = 1;

/**
 * The base as plain rows, which every program keeps: first what was sent, then each table as its columns, Excel's IDs of
 * them, and a row for each of its rows. Days are texts, so that they don't depend on the date system, and a cell with a
 * formula has its value and formula in one text.
 */
export function baseRows(send: Send, tables: ReadonlyMap<string, SideTable>, daysLater: number): BaseRow[] {
  const rows: BaseRow[] = [];
  for (const { table } of MERGED_TABLES) {
    const side = tables.get(table.design.name);
    if (!side) continue;
    const { name, columns } = table.design;
    const kinds = new Map<string, Kind<unknown> | null>(inputsOf(table).map((column) => [column.name.toLowerCase(), column.kind]));
    const left = new Set(
      [...columns.flatMap((column) => (column.formula === undefined ? [] : [column.name])), ...STAMPS].map((each) => each.toLowerCase()),
    );
    const kept = [...side.header.keys()].filter((place) => !left.has(side.header[place]!.trim().toLowerCase()));
    rows.push([name, 'columns', ...kept.map((place) => escaped(side.header[place]!.trim()))]);
    rows.push([name, 'ids', ...kept.map((place) => side.columnIds[place] ?? null)]);
    for (const { cells } of side.rows)
      rows.push([
        name,
        'row',
        ...kept.map((place) => {
          const { value = '', formula = null } = cells[place] ?? {};
          const read = valueIn(kinds.get(side.header[place]!.trim().toLowerCase()) ?? null, value, daysLater);
          if (formula !== null) return FORMULA + JSON.stringify([read, formula]);
          return typeof read === 'string' ? escaped(read) : read;
        }),
      ]);
  }
  return [
    [BASE_MARK, VERSION, send.number, send.day, escaped(send.to), escaped(send.what), send.isPart ? 'part' : 'whole', checkOf(rows)],
    ...rows,
  ];
}

/** Begins a cell that had a formula. */
const FORMULA = 'fx:';

/** A text that would read as something else gets a mark before it. */
const escaped = (text: string): string => (text.startsWith(FORMULA) || text.startsWith('^') ? `^${text}` : text);
const unescaped = (text: string): string => (text.startsWith('^') ? text.slice(1) : text);

/** A sum over all cells, by which changed ones are noticed. */
const checkOf = (rows: readonly BaseRow[]): number =>
  crc32(
    new TextEncoder().encode(
      JSON.stringify(
        rows.map((row) =>
          trimmed(
            row.map((cell) =>
              cell === null ? '' : typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell).toUpperCase(),
            ),
          ),
        ),
      ),
    ),
    0,
  );

function trimmed(cells: readonly string[]): string[] {
  const last = cells.reduce((found, cell, index) => (cell === '' ? found : index), -1);
  return cells.slice(0, last + 1);
}

/** Reads a base; null if the sheet isn't one that can be read. */
export function baseIn(sheet: FileRows): CarriedBase | null {
  const rows = [...sheet].sort(([a], [b]) => a - b).map(([, cells]) => rowCells(cells));
  const [head = [], ...rest] = rows;
  const [, version, number, day, to = '', what = '', part, check] = head;
  if (version !== VERSION || typeof number !== 'number' || !isDay(String(day))) return null;
  const tables = new Map<string, SideTable & { rows: SideTable['rows'][number][] }>();
  for (const [index, [table = '', kind, ...cells]] of rest.entries()) {
    const name = String(table);
    if (kind === 'columns') tables.set(name, { header: cells.map((cell) => unescaped(String(cell))), columnIds: [], rows: [] });
    const known = tables.get(name);
    if (!known) continue;
    if (kind === 'ids') tables.set(name, { ...known, columnIds: cells.map(String) });
    if (kind === 'row') known.rows.push({ row: index + 2, cells: cells.map(baseCell) });
  }
  return {
    send: { number, day: String(day) as Day, to: unescaped(String(to)), what: unescaped(String(what)), isPart: part === 'part' },
    tables,
    isWhole: check === checkOf(rest),
  };
}

function rowCells(cells: ReadonlyMap<number, { value: CellContent }>): CellContent[] {
  return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, index) => cells.get(index + 1)?.value ?? '');
}

function baseCell(cell: CellContent): SideTable['rows'][number]['cells'][number] {
  if (typeof cell !== 'string') return { value: cell, formula: null };
  if (!cell.startsWith(FORMULA)) return { value: unescaped(cell), formula: null };
  try {
    const [value, formula] = JSON.parse(cell.slice(FORMULA.length)) as [CellContent | null, string];
    return { value: value ?? '', formula };
  } catch {
    return { value: cell, formula: null };
  }
}
