import type { Table } from './tables';
import type { Workbook } from './workbook';

/** A filter of a table's column. The workbench only has filters by values. */
export interface FilterCriteria {
  filterOn: string;
  values?: readonly string[];
}

/** Filters of tables. As in Excel, a filter hides rows when it's applied and doesn't check them again unless it's reapplied. */
export class TableFilters {
  private readonly criteria = new Map<string, Map<number, FilterCriteria>>();

  constructor(private readonly book: Workbook) {}

  isFiltered({ id }: Table): boolean {
    return (this.criteria.get(id)?.size ?? 0) > 0;
  }

  /** The criteria by column; null for a column without any. */
  of({ id, columns }: Table): (FilterCriteria | null)[] {
    return Array.from({ length: columns }, (_, column) => this.criteria.get(id)?.get(column) ?? null);
  }

  apply(table: Table, column: number, criteria: FilterCriteria): void {
    const columns = this.criteria.get(table.id) ?? new Map<number, FilterCriteria>();
    this.criteria.set(table.id, columns.set(column, criteria));
    this.reapply(table);
  }

  clear(table: Table): void {
    this.criteria.delete(table.id);
    this.reapply(table);
  }

  /** Hides the rows that a filter excludes and shows all others. */
  reapply(table: Table): void {
    this.book.writer.flush();
    const body = this.book.tables.body(table);
    const texts = this.book.cells.read(body, 'text');
    const columns = [...(this.criteria.get(table.id) ?? [])];
    texts.forEach((row, index) => {
      const isShown = columns.every(([column, { values }]) => values === undefined || values.includes(row[column]!));
      this.book.layout.hideRows({ ...body, row: body.row + index, rows: 1 }, !isShown);
    });
  }
}
