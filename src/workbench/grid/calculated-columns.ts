import { intersect, type Area } from './a1';
import type { CellWrite } from './cell-value';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Cells about to be written, by row and column. */
export type WriteMatrix = Record<number, Record<number, CellWrite>>;

/** A formula and its row. */
interface Placed {
  text: string;
  row: number;
}

/** An A1 reference outside brackets and texts. */
const A1 = /(?<![\w.[\]])\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(.[])/i;

/**
 * Excel's calculated columns: a formula written to a table's column fills it if the other cells are blank or have one
 * formula (compared as in R1C1). If a write has several formulas, the bottom one wins. Constants stay, as exceptions.
 */
export class CalculatedColumns {
  constructor(private readonly book: Workbook) {}

  /** Adds the cells that a write fills to the write, and returns them. */
  addFills(sheet: Area['sheet'], writes: WriteMatrix): Area[] {
    if (!this.book.habits.fillsColumns) return [];
    const rows = Object.keys(writes).map(Number);
    if (rows.length === 0) return [];
    const filled: Area[] = [];
    for (const table of this.book.tables.all) {
      if (table.sheet !== sheet) continue;
      const body = this.book.tables.body(table);
      const within = rows.filter((row) => row >= body.row && row < body.row + body.rows);
      for (let column = body.column; column < body.column + body.columns; column++) {
        const written = within.filter((row) => writes[row]![column]?.f);
        if (written.length === 0) continue;
        const fills = this.fillsOf(body, column, writes, Math.max(...written));
        for (const [row, formula] of fills)
          (writes[row] ??= {})[column] = { ...writes[row][column], v: null, f: formula, si: null, p: null };
        if (fills.length > 0) filled.push({ ...body, column, columns: 1 });
      }
    }
    return filled;
  }

  /** Fills columns after someone typed into an area. */
  fillAround(area: Area): void {
    const touched = this.book.tables.all.flatMap((table) => intersect(this.book.tables.body(table), area) ?? []);
    for (const part of touched) {
      const writes: WriteMatrix = {};
      for (let row = part.row; row < part.row + part.rows; row++) {
        for (let column = part.column; column < part.column + part.columns; column++) {
          const formula = this.book.cells.storedFormula(part.sheet, row, column);
          (writes[row] ??= {})[column] = formula ? { f: formula } : { v: String(this.book.cells.value(part.sheet, row, column)) };
        }
      }
      const typed = new Map(
        Object.entries(writes).flatMap(([row, cells]) => Object.entries(cells).map(([column, { f }]) => [`${row},${column}`, f] as const)),
      );
      this.addFills(part.sheet, writes);
      for (const [row, cells] of Object.entries(writes)) {
        for (const [column, { f: formula }] of Object.entries(cells)) {
          if (!formula || typed.get(`${row},${column}`) === formula) continue;
          const cell = { sheet: part.sheet, row: Number(row), column: Number(column), rows: 1, columns: 1 };
          this.book.writer.write(cell, 'formula', [[formula]]);
        }
      }
    }
  }

  /** Fills the blank cells of new rows with the formulas of calculated columns. `first` is counted from the table's first row. */
  continueInto(table: Table, first: number, count: number): void {
    if (!this.book.habits.fillsColumns) return;
    const body = this.book.tables.body(table);
    for (let column = body.column; column < body.column + body.columns; column++) {
      const formula = this.formulaOf(body, column, body.row + first, count);
      if (!formula) continue;
      for (let row = body.row + first; row < body.row + first + count; row++) {
        const isBlank = this.book.cells.value(table.sheet, row, column) === '' && !this.book.cells.storedFormula(table.sheet, row, column);
        if (isBlank)
          this.book.writer.write({ sheet: table.sheet, row, column, rows: 1, columns: 1 }, 'formula', [
            [this.moved(formula.text, row - formula.row)],
          ]);
      }
    }
  }

  /** The only formula in a column, apart from the skipped rows; null if there are several or none. */
  private formulaOf(body: Area, column: number, skipped: number, count: number): Placed | null {
    let found: Placed | null = null;
    for (let row = body.row; row < body.row + body.rows; row++) {
      const text = row >= skipped && row < skipped + count ? null : this.book.cells.storedFormula(body.sheet, row, column);
      if (!text) continue;
      if (found && !this.isSame(found, { text, row })) return null;
      found = { text, row };
    }
    return found;
  }

  private fillsOf(body: Area, column: number, writes: WriteMatrix, bottom: number): [row: number, formula: string][] {
    const formula = writes[bottom]![column]!.f!;
    const fills: [number, string][] = [];
    let other: Placed | null = null;
    for (let row = body.row; row < body.row + body.rows; row++) {
      const write = writes[row]?.[column];
      const isWritten = write !== undefined && ('v' in write || 'f' in write);
      const there = isWritten ? (write.f ?? null) : this.book.cells.storedFormula(body.sheet, row, column);
      if (!isWritten && there) {
        if (other && !this.isSame(other, { text: there, row })) return [];
        other = { text: there, row };
      }
      const isBlank = isWritten
        ? this.book.habits.fillsBlanks && (write.v === null || write.v === '')
        : this.book.cells.value(body.sheet, row, column) === '';
      const isOther = there && !this.isSame({ text: formula, row: bottom }, { text: there, row });
      if (isOther || (!there && isBlank)) fills.push([row, this.moved(formula, row - bottom)]);
    }
    return fills;
  }

  private isSame(a: Placed, b: Placed): boolean {
    return a.text === b.text
      ? a.row === b.row || !isRelative(a.text)
      : isRelative(a.text) && this.moved(a.text, b.row - a.row) === this.moved(b.text, 0);
  }

  /** A formula moved down by some rows, in the lexer's spelling. */
  private moved(formula: string, rows: number): string {
    if (!isRelative(formula)) return formula;
    const { formula: module } = this.book.engine.modules;
    return this.book.engine.injector.get(module.LexerTreeBuilder).moveFormulaRefOffset(formula, 0, rows);
  }
}

const isRelative = (formula: string): boolean => A1.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
