import type { Area } from './a1';
import { badArgument, invalidOperation, notFound } from './excel-error';
import { withoutHeader } from './formula-text';
import { shiftRows } from './shift-rows';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Header and totals rows of tables. Univer has no totals rows and no tables without a header. */
export class TableFrames {
  /** Tables whose totals row shows. */
  private readonly totals = new Set<string>();
  /** The contents of totals rows that were turned off, for when they're turned on again. */
  private readonly formerTotals = new Map<string, unknown[]>();
  /** Tables without a header row. Their columns keep their names; the cells above their rows aren't part of them. */
  private readonly headless = new Set<string>();
  /** Tables whose rows were all deleted: one blank row is left, which Excel doesn't count. */
  private readonly emptied = new Set<string>();

  constructor(private readonly book: Workbook) {}

  showsTotals = ({ id }: Pick<Table, 'id'>): boolean => this.totals.has(id);
  showsHeaders = ({ id }: Pick<Table, 'id'>): boolean => !this.headless.has(id);

  /** The whole table that shows, as in Table.getRange(). */
  whole(table: Table): Area {
    const above = this.showsHeaders(table) ? 0 : 1;
    return {
      sheet: table.sheet,
      row: table.row + above,
      column: table.column,
      rows: table.rows - above + (this.showsTotals(table) ? 1 : 0),
      columns: table.columns,
    };
  }

  header(table: Table): Area {
    if (!this.showsHeaders(table)) throw notFound('Table.getHeaderRowRange');
    return { ...table, rows: 1 };
  }

  totalRow(table: Table): Area {
    if (!this.showsTotals(table)) throw notFound('Table.getTotalRowRange');
    return this.below(table);
  }

  showTotals(table: Table, shows: boolean): void {
    if (shows === this.showsTotals(table)) return;
    this.demand(table, 'Table.showTotals');
    const { cells, writer } = this.book;
    writer.flush();
    const row = this.below(table);
    if (shows) {
      // Whether Excel moves the cells below even if there is room is unknown.
      if (cells.used(table.sheet, row, true)) shiftRows(this.book, row, row.row, 1, table);
      const names = this.book.tables.headers(table);
      const isNumber =
        typeof cells.read(
          { ...this.book.tables.body(table), column: table.column + table.columns - 1, columns: 1, rows: 1 },
          'value',
        )[0]![0] === 'number';
      const usual = names.map((name, index) =>
        index === 0 ? 'Total' : index < names.length - 1 ? '' : `=SUBTOTAL(${isNumber ? 109 : 103},${table.name}[${name}])`,
      );
      this.totals.add(table.id);
      writer.write(row, 'formula', [this.formerTotals.get(table.id) ?? usual]);
    } else {
      this.formerTotals.set(table.id, cells.read(row, 'formula')[0]!);
      this.totals.delete(table.id);
      writer.clear(row);
    }
    writer.flush();
  }

  showHeaders(table: Table, shows: boolean): void {
    if (shows === this.showsHeaders(table)) return;
    this.demand(table, 'Table.showHeaders');
    const { cells, filters, tables, writer } = this.book;
    writer.flush();
    const names = tables.headers(table);
    const row = { ...table, rows: 1 };
    if (!shows) {
      filters.clear(table);
      this.headless.add(table.id);
      writer.clear(row, 'Contents');
      tables.rewriteFormulas((formula) => withoutHeader(formula, table.name));
    } else {
      if (cells.used(table.sheet, row, true)) throw invalidOperation('Table.showHeaders');
      this.headless.delete(table.id);
      writer.write(row, 'value', [names.map((name) => `'${name}`)]);
    }
    writer.flush();
  }

  /** For a new area of the table that shows: its size with the header and without the totals row. The header row stays in place. */
  resized(table: Table, area: Area): Pick<Area, 'rows' | 'columns' | 'column'> {
    const whole = this.whole(table);
    const isPlain = this.showsHeaders(table) && !this.showsTotals(table);
    if (!isPlain && !this.book.habits.resizesWithTotals) throw invalidOperation('Table.resize');
    if (area.row !== whole.row || area.rows < 1 + whole.rows - this.book.tables.body(table).rows) throw badArgument('Table.resize');
    return { rows: table.rows + area.rows - whole.rows, columns: area.columns, column: area.column };
  }

  /** The number of rows that Excel reports. */
  rowCount(table: Table): number {
    return this.isEmptied(table) ? 0 : table.rows - 1;
  }

  isEmptied(table: Table): boolean {
    if (!this.emptied.has(table.id)) return false;
    const isStill = table.rows === 2 && !this.book.cells.used(table.sheet, this.book.tables.body(table), true);
    if (!isStill) this.emptied.delete(table.id);
    return isStill;
  }

  noteEmptied({ id }: Table): void {
    this.emptied.add(id);
  }

  noteFilled({ id }: Table): void {
    this.emptied.delete(id);
  }

  private below(table: Table): Area {
    return { sheet: table.sheet, row: table.row + table.rows, column: table.column, rows: 1, columns: table.columns };
  }

  private demand({ sheet }: Table, location: string): void {
    this.book.demandWritable(location);
    if (this.book.layout.isProtected(sheet)) throw invalidOperation(location);
  }
}
