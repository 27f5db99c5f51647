import { serialShift } from '../cells/context';
import { isDay, serialOf } from '../domain/calendar/day';
import { withAttribute, attribute, splice } from '../files/package/xml';
import { elementsOf } from '../files/package/elements';
import { cellsOf } from '../files/package/sheet-cells';
import { dropCalcChain } from '../files/package/workbook-part';
import { calculatedOnLoad, withCells, withLongerRanges, type CellEdit } from '../files/set-cells';
import type { Value } from './cell-value';
import type { FileSide, PlacedTable } from './file-sides';
import type { Change, Merge, RowValues } from './merge-tables';
import { foldId, idIn } from './side';
import { dayColumns } from './merged-tables';

/**
 * My workbook with what only the other side changed: their cells, and their new rows below each table. Only the sheets
 * of those tables are rewritten. Rows that were deleted there stay, since a deletion is only offered.
 */
export async function mergedFile(
  { book, tables, daysLater }: FileSide,
  { changes, places }: Merge,
): Promise<{ bytes: Uint8Array; unplaced: Change[] }> {
  const unplaced: Change[] = [];
  let overFormula = false;
  for (const [name, placed] of tables) {
    const ofTable = changes.filter(({ table, kind }) => table === name && (kind === 'theirs' || kind === 'new'));
    if (ofTable.length === 0) continue;
    const part = placed.sheet.part!;
    const text = await book.file.text(part);
    const writing = new TableWriting(name, placed, text, places.get(name)!, daysLater + serialShift());
    const cells = ofTable.filter(({ kind }) => kind === 'theirs').flatMap((change) => writing.cellOf(change));
    const added = ofTable.filter(({ kind }) => kind === 'new');
    const canAdd = added.length > 0 && writing.hasRoom(added.length);
    if (canAdd) cells.push(...added.flatMap(({ theirs }, index) => writing.rowOf(theirs as RowValues, index)));
    else unplaced.push(...added);
    if (cells.length === 0) continue;
    overFormula ||= writing.overFormula;
    const written = withCells(writing.text, cells);
    book.file.set(
      part,
      calculatedOnLoad(canAdd ? withLongerRanges(written, { ...placed.box, bottom: writing.bottom }, added.length) : written),
    );
    if (canAdd && placed.table) book.file.set(placed.table.part, longerTable(await book.file.text(placed.table.part), added.length));
  }
  if (overFormula) await dropCalcChain(book);
  return { bytes: book.file.write(), unplaced };
}

/** What is written into one table. */
class TableWriting {
  overFormula = false;
  readonly bottom: number;
  private readonly rows: ReadonlyMap<string, PlacedTable['rows'][number]>;
  private readonly days: ReadonlySet<string>;

  constructor(
    name: string,
    private readonly placed: PlacedTable,
    readonly text: string,
    private readonly places: ReadonlyMap<string, number>,
    private readonly daysLater: number,
  ) {
    const key = places.get('ID')!;
    this.rows = new Map(placed.rows.map((row) => [foldId(idIn(row.cells[key]?.value ?? '')), row]));
    this.days = dayColumns(name);
    this.bottom = Math.max(placed.table ? placed.box.bottom : 0, placed.box.top, ...placed.rows.map(({ row }) => row));
  }

  /** The cell that a change of theirs is written into. */
  cellOf({ id, column, theirs }: Change): CellEdit[] {
    const row = this.rows.get(foldId(id!));
    const place = this.placed.header.findIndex((header) => header.trim() === column);
    if (!row || place < 0) return [];
    this.overFormula ||= row.cells[place]?.formula !== null;
    return [
      { row: row.row, column: this.placed.box.left + place, value: this.written(place, theirs as Value), style: this.styleIn(place) },
    ];
  }

  /** Whether rows can be added: nothing is below the table. */
  hasRoom(count: number): boolean {
    if (this.placed.table && this.placed.table.totals > 0) return false;
    const { left, right } = this.placed.box;
    for (const { row, column, value, formula } of cellsOf(this.text))
      if (row > this.bottom && row <= this.bottom + count && column >= left && column <= right && (value !== '' || formula)) return false;
    return true;
  }

  /** The cells of a new row, with the formulas that the last row has. */
  rowOf(values: RowValues, index: number): CellEdit[] {
    const row = this.bottom + 1 + index;
    const last = this.placed.rows.at(-1);
    return this.placed.header.flatMap((header, place) => {
      const given = values[header.trim()] ?? null;
      const formula = given === null ? (last?.cells[place]?.formula ?? null) : null;
      const isMoving = formula !== null && /(?<![\w.[\]])\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(.[])/i.test(formula.replace(/"[^"]*"/g, ''));
      if (given === null && (formula === null || isMoving)) return [];
      const value = formula === null ? this.written(place, given) : { formula: formula.slice(1) };
      return [{ row, column: this.placed.box.left + place, value, style: this.styleIn(place) }];
    });
  }

  private written(place: number, value: Value): Exclude<CellEdit['value'], object> {
    const name = [...this.places].find(([, each]) => each === place)?.[0] ?? '';
    return this.days.has(name) && typeof value === 'string' && isDay(value) ? serialOf(value) - this.daysLater : value;
  }

  /** The format that the column has in the last row. */
  private styleIn(place: number): string | null {
    const column = this.placed.box.left + place;
    return (this.styles ??= stylesIn(this.text, this.placed.rows.at(-1)?.row ?? 0)).get(column) ?? null;
  }
  private styles: Map<number, string> | null = null;
}

function stylesIn(sheet: string, row: number): Map<number, string> {
  const styles = new Map<number, string>();
  for (const cell of cellsOf(sheet)) {
    if (cell.row > row) break;
    const style = cell.row === row ? attribute(cell.tag, 's') : null;
    if (style !== null) styles.set(cell.column, style);
  }
  return styles;
}

/** A table's part with more rows. */
function longerTable(table: string, rows: number): string {
  return splice(
    table,
    elementsOf(table, 'autoFilter', 'table').length === 0
      ? []
      : [...table.matchAll(/<(?:[\w.-]+:)?(?:table|autoFilter)\b[^>]*>/g)].map(({ 0: tag, index }) => ({
          start: index,
          end: index + tag.length,
          text: withAttribute(tag, 'ref', longerArea(attribute(tag, 'ref') ?? '', rows)),
        })),
  );
}

const longerArea = (area: string, rows: number): string => area.replace(/(\d+)$/, (bottom) => String(Number(bottom) + rows));
