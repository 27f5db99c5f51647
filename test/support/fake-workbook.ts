import type { CellsFound, Reference } from '../../src/formulas/formula';
import { ExcelError } from '../../src/storage/excel-error';
import type { Inserted, Insertion, SelectedCell, Workbook } from '../../src/storage/workbook';
import type { CellContent } from '../../src/records/table';

/**
 * A sheet of a few cells behind the pane's port, with Excel's bad habits: a blank cell is '', errors and dates are no
 * type of their own, nothing works while a cell is edited, a protected sheet lets itself be read but not written.
 */
export class FakeWorkbook implements Pick<Workbook, 'selectedCell' | 'onCellChange' | 'read' | 'insertFormula'> {
  readonly cells = new Map<string, CellContent>();
  selected = 'B2';
  editing = false;
  isProtected = false;
  /** Cells of a table, where nothing may spill. */
  table: readonly string[] = [];
  /** Round trips so far, by the verb that took them. */
  readonly asked: string[] = [];
  private readonly listeners = new Set<() => void>();

  async selectedCell(): Promise<SelectedCell> {
    this.ask('selectedCell');
    const content = this.at(this.selected);
    const formula = typeof content === 'string' && content.startsWith('=') ? content : '';
    return { sheet: 'Sheet1', address: this.selected, formula, value: formula ? 0 : content, text: String(content) };
  }

  onCellChange(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  select(address: string): void {
    this.selected = address;
    for (const listener of this.listeners) listener();
  }

  async read(wanted: readonly Reference[]): Promise<CellsFound[]> {
    this.ask('read');
    return wanted.map((reference) =>
      reference.kind === 'range' ? { values: [[this.at(reference.address)]] } : { missing: 'It is not in this workbook.' },
    );
  }

  async insertFormula({ formula, rows, columns, replace = false }: Insertion): Promise<Inserted> {
    this.ask('insertFormula');
    const held = this.at(this.selected);
    if (held !== '' && !replace) return { outcome: 'occupied', address: this.selected, holds: String(held) };
    if (rows * columns > 1) {
      if (this.table.includes(this.selected)) return { outcome: 'in a table', address: this.selected };
      const blockedBy = this.area(rows, columns)
        .slice(1)
        .find((address) => this.at(address) !== '');
      if (blockedBy) return { outcome: 'no room', address: this.selected, blockedBy };
    }
    if (this.isProtected) throw new ExcelError('protected');
    this.cells.set(this.selected, formula);
    return { outcome: 'inserted', address: this.selected };
  }

  private at(address: string): CellContent {
    return this.cells.get(address) ?? '';
  }

  private ask(verb: string): void {
    this.asked.push(verb);
    if (this.editing) throw new ExcelError('editing');
  }

  private area(rows: number, columns: number): string[] {
    const column = this.selected.charCodeAt(0);
    const row = Number(this.selected.slice(1));
    return Array.from(
      { length: rows * columns },
      (_, i) => `${String.fromCharCode(column + (i % columns))}${row + Math.floor(i / columns)}`,
    );
  }
}
