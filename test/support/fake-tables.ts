import { alikeTables } from '../../src/storage/tables/renamed-tables';
import {
  changed,
  isChange,
  keepingARow,
  nameOf,
  sameTable,
  type TableQuery,
  type TableCells,
  type TableChange,
  type TableDesign,
  type CellContent,
} from '../../src/records/table';
import type { Made, Plan, Tables, TakeBack } from '../../src/storage/workbook';
import { localA1 } from '../../src/workbench/grid/a1';
import { ExcelError, protectedTables } from '../../src/storage/excel-error';

/** Where the first row of a table of ours stands on its sheet, counted from 0. */
const FIRST_ROW = 4;

/**
 * Tables with Excel's bad habits: a table is never without a row, days come back as serials, formulas have values of
 * their own, people reorder, rename and widen, protect sheets, and a co-author edits between reading and writing.
 */
export class FakeTables implements Tables {
  readonly held = new Map<string, TableCells>();
  readonly protectedTables = new Set<string>();
  private readonly sheets = new Map<string, string>();
  /** What a co-author does as soon as the tables were read for a change, before they are written. */
  meanwhile: (() => void) | null = null;
  reads = 0;
  writes = 0;

  async read(asked: readonly TableQuery[]): Promise<(TableCells | null)[]> {
    this.reads++;
    return asked.map((query) => {
      const cells = this.held.get(nameOf(query)) ?? null;
      return cells && typeof query !== 'string' ? partlyRead(cells, query.formulasIn) : cells;
    });
  }

  async change<T>(asked: readonly TableQuery[], plan: Plan<T>): Promise<Made<T>> {
    const now = await this.read(asked);
    const answer = plan(now);
    if ('again' in answer) return this.change(answer.again, plan);
    const { changes, result } = answer;
    if (this.meanwhile) {
      this.meanwhile();
      this.meanwhile = null;
      return this.change(asked, plan);
    }
    const standing = (name: string): TableCells | null => now[asked.findIndex((query) => nameOf(query) === name)] ?? null;
    const isProtected = ({ design }: TableChange): boolean => this.protectedTables.has(design.name);
    const isLeftOut = (change: TableChange): boolean => isChange(change) && change.isDispensable === true && isProtected(change);
    const leftOut = new Map(changes.filter(isLeftOut).map(({ design }) => [design.name, 'sheet'] as const));
    const real = changes
      .filter((change) => isChange(change) && !isLeftOut(change))
      .map((change) => keepingARow(change, standing(change.design.name)));
    if (real.length === 0) return { result, takeBack: null, leftOut };
    const closed = real.filter(isProtected).map(({ design }) => design.name);
    if (closed.length > 0) throw new ExcelError('protected', protectedTables(closed));
    for (const { design, remove } of real) {
      const cells = standing(design.name);
      if (remove.some((row) => row >= (cells?.formulas.length ?? 0))) throw new Error('Rows go that the table does not have.');
      if (remove.length > 0 && cells?.unread?.length) throw new Error('Rows go from a table whose formulas were not read.');
    }
    this.writes++;
    const before = new Map(real.map(({ design }) => [design.name, this.held.get(design.name)]));
    const after = new Map(
      real.map((change) => [change.design.name, calculated(changed(this.held.get(change.design.name) ?? null, change))]),
    );
    for (const [name, cells] of after) this.held.set(name, cells);
    for (const { design } of real) this.sheets.set(design.name, design.sheet);
    const takeBack: TakeBack = async (evenIfChanged = false) => {
      const isSame = [...after].every(([name, cells]) => sameTable(this.held.get(name) ?? null, cells));
      if (!isSame && !evenIfChanged) return 'changed since';
      for (const [name, cells] of before) {
        if (cells) this.held.set(name, cells);
        else this.held.delete(name);
      }
      return 'taken back';
    };
    return { result, takeBack, leftOut };
  }

  async plan<T>(asked: readonly TableQuery[], plan: Plan<T>): Promise<Omit<Made<T>, 'takeBack'>> {
    const answer = plan(await this.read(asked));
    if ('again' in answer) return this.plan(answer.again, plan);
    const kept = answer.changes.filter(
      (change) => isChange(change) && change.isDispensable && this.protectedTables.has(change.design.name),
    );
    return { result: answer.result, leftOut: new Map(kept.map(({ design }) => [design.name, 'sheet'] as const)) };
  }

  async remove(designs: readonly TableDesign[]): Promise<void> {
    const there = designs.map(({ name }) => name).filter((name) => this.held.has(name));
    const closed = there.filter((name) => this.protectedTables.has(name));
    if (closed.length > 0) throw new ExcelError('protected', protectedTables(closed));
    for (const name of there) this.held.delete(name);
  }

  async alike(designs: readonly TableDesign[]): Promise<ReadonlyMap<string, string>> {
    return alikeTables(designs, new Map([...this.held].map(([name, { header }]) => [name, header])));
  }

  async show(name: string, row: number, column: string): Promise<{ sheet: string; cell: string }> {
    const position = this.held.get(name)?.header.indexOf(column) ?? -1;
    if (position < 0) throw new ExcelError('gone', `The table ${name} no longer has the column "${column}".`);
    return { sheet: this.sheets.get(name)!, cell: localA1({ row: FIRST_ROW + row, column: position, rows: 1, columns: 1 }) };
  }

  /** A person moves the last column of a table to the front. */
  reorder(name: string): void {
    const front = <T>(row: readonly T[]): T[] => [row.at(-1)!, ...row.slice(0, -1)];
    this.alter(name, ({ header, values, formulas }) => ({
      header: front(header),
      values: values.map(front),
      formulas: formulas.map(front),
    }));
  }

  /** A person adds a column with a cell for each row. */
  widen(name: string, column: string, cell: CellContent): void {
    this.alter(name, ({ header, values, formulas }) => ({
      header: [...header, column],
      values: values.map((row) => [...row, cell]),
      formulas: formulas.map((row) => [...row, cell]),
    }));
  }

  /** A person sorts a table the other way round. */
  reverse(name: string): void {
    this.alter(name, ({ header, values, formulas }) => ({ header, values: [...values].reverse(), formulas: [...formulas].reverse() }));
  }

  /** A person renames a column. */
  rename(name: string, from: string, to: string): void {
    this.alter(name, (cells) => ({ ...cells, header: cells.header.map((column) => (column === from ? to : column)) }));
  }

  /** A person types a row below a table. */
  type(name: string, cells: Readonly<Record<string, CellContent>>): void {
    this.alter(name, ({ header, values, formulas }) => {
      const row = header.map((column) => cells[column] ?? '');
      return { header, values: [...values, row], formulas: [...formulas, row] };
    });
  }

  /** A person writes into a cell; a formula gives a value of its own. */
  write(name: string, row: number, column: string, cell: CellContent, value: CellContent = cell): void {
    this.alter(name, ({ header, values, formulas }) => {
      const put = (rows: TableCells['values'], content: CellContent) =>
        rows.map((cells, r) => cells.map((was, c) => (r === row && header[c] === column ? content : was)));
      return { header, values: put(values, value), formulas: put(formulas, cell) };
    });
  }

  /** A person deletes rows. */
  delete(name: string, ...rows: readonly number[]): void {
    this.alter(name, ({ header, values, formulas }) => {
      const others = <T>(all: readonly T[]): T[] => all.filter((_, row) => !rows.includes(row));
      return calculated({ header, values: others(values), formulas: others(formulas) });
    });
  }

  /** A person takes a column out. */
  narrow(name: string, column: string): void {
    this.alter(name, ({ header, values, formulas }) => {
      const others = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => header[index] !== column);
      return { header: others(header), values: values.map(others), formulas: formulas.map(others) };
    });
  }

  /** Rows as records by column. */
  rows(name: string): Record<string, CellContent>[] {
    const { header, formulas } = this.held.get(name)!;
    return formulas.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]!])));
  }

  private alter(name: string, edit: (cells: TableCells) => TableCells): void {
    this.held.set(name, edit(this.held.get(name)!));
  }
}

/** Where formulas were not asked for, the values stand. */
function partlyRead({ header, values, formulas }: TableCells, formulasIn: readonly string[]): TableCells {
  const unread = [...header.keys()].filter((index) => !formulasIn.includes(header[index]!));
  return {
    header,
    values,
    unread,
    formulas: formulas.map((row, r) => row.map((cell, index) => (unread.includes(index) ? values[r]![index]! : cell))),
  };
}

/** Formulas get a value that differs from their text; a table keeps at least one row. */
function calculated({ header, values, formulas }: TableCells): TableCells {
  const rows = formulas.length > 0 ? formulas : [header.map(() => '')];
  return {
    header,
    formulas: rows,
    values: rows.map((row, r) =>
      row.map((cell, c) => (typeof cell === 'string' && cell.startsWith('=') && values[r]?.[c] !== cell ? 0 : cell)),
    ),
  };
}
