import { isSameFormula } from '../../records/formula-spelling';
import type { NewCell, TableCells, TableChange, CellContent } from '../../records/table';

/** Columns of a table into which formulas come, before and after. */
export interface ColumnWatch {
  name: string;
  /** Asks for them once more, when everything is written. */
  lookAgain(): void;
  /** Whether a cell changed that was not written, once the request is answered. */
  isFilled(): boolean;
  /** The table as it stood, with the formulas of these columns. */
  before: () => TableCells;
  sentence(): string;
}

interface WatchedColumn {
  at: number;
  /** The formula that was written, in any of the rows. */
  formula: string;
  isComputed: boolean;
  before: (Excel.Range | null) | 'read';
  after: Excel.Range | null;
}

/**
 * Watches the rows of a column that are not written: Excel may fill all of a table's column with one formula (office-js
 * issue 2093), and nothing says so. Null where no formula comes into rows that are there.
 */
export function watchColumns(table: Excel.Table, cells: TableCells, { design, set, add, remove }: TableChange): ColumnWatch | null {
  const isFormula = (cell: NewCell | null | undefined): cell is { formula: string } => typeof cell === 'object' && cell !== null;
  const rows = [...set.values(), ...add];
  const gone = new Set(remove);
  const watched = [...cells.header.keys()].flatMap((at): WatchedColumn[] => {
    const written = rows.map((row) => row[at]).find(isFormula);
    if (!written) return [];
    const isRead = !cells.unread?.includes(at);
    const before = isRead ? 'read' : partOf(table, cells, at, written.formula);
    if (typeof before !== 'string') before.load('formulas');
    return [
      {
        at,
        formula: written.formula,
        isComputed: design.columns.some(({ name, formula }) => name === cells.header[at] && formula !== undefined),
        before,
        after: null,
      },
    ];
  });
  if (watched.length === 0) return null;
  const stood = ({ at, before }: WatchedColumn, row: number): CellContent | undefined =>
    before === 'read' ? cells.formulas[row]![at] : (before?.formulas[row]?.[0] as CellContent | undefined);
  const filledIn = (column: WatchedColumn): boolean => {
    let now = 0;
    for (let row = 0; row < cells.formulas.length; row++) {
      if (gone.has(row)) continue;
      const found = column.after?.formulas[now++]?.[0] as CellContent | undefined;
      const was = stood(column, row);
      if (was === undefined || found === undefined || (set.get(row)?.[column.at] ?? null) !== null) continue;
      if (!isTolerable(was, found, column)) return true;
    }
    return false;
  };
  return {
    name: design.name,
    lookAgain() {
      for (const column of watched) {
        column.after =
          column.before === 'read' ? table.getDataBodyRange().getColumn(column.at) : partOf(table, cells, column.at, column.formula);
        column.after.load('formulas');
      }
    },
    isFilled: () => watched.some(filledIn),
    before: () => {
      const known = new Set(watched.map(({ at }) => at));
      const whole = watched.filter(({ formula }) => cells.formulas.length <= mostRows(formula)).map(({ at }) => at);
      return {
        ...cells,
        formulas: cells.formulas.map((row, r) =>
          row.map((cell, at) =>
            known.has(at)
              ? (stood(
                  watched.find((column) => column.at === at)!,
                  r,
                ) ?? cell)
              : cell,
          ),
        ),
        ...(cells.unread && { unread: cells.unread.filter((at) => !whole.includes(at)) }),
      };
    },
    sentence: () => {
      const names = watched.filter(filledIn).map(({ at }) => `"${cells.header[at]!}"`);
      return `Excel copied a formula into other rows of ${names.join(' and ')} in ${design.name}, so everything was put back. Give the column one formula, or turn off Fill formulas in tables under AutoCorrect Options, then try again.`;
    },
  };
}

/** Formulas of a column may be longer than all the rest: of a large table its first rows tell, since Excel fills all of a column. */
function partOf(table: Excel.Table, cells: TableCells, at: number, formula: string): Excel.Range {
  const column = table.getDataBodyRange().getColumn(at);
  const most = mostRows(formula);
  return cells.formulas.length <= most ? column : column.getCell(0, 0).getResizedRange(most - 1, 0);
}

/** As many rows as a request has room for beside the others, by how long the column's formula is. */
const mostRows = (formula: string): number => Math.max(FEWEST_ROWS, Math.floor(MAX_LETTERS / formula.length));

/** A blank cell of a column that the sheet works out, or a formula that looked at nothing, may become the column's formula. */
function isTolerable(was: CellContent, found: CellContent, { formula, isComputed }: WatchedColumn): boolean {
  if (was === found) return true;
  if (typeof was === 'string' && typeof found === 'string' && was.startsWith('=') && isSameFormula(was, found)) return true;
  const isFormulaNow = typeof found === 'string' && isSameFormula(found, formula);
  return isFormulaNow && ((isComputed && was === '') || (typeof was === 'string' && was.includes('#REF!')));
}

const FEWEST_ROWS = 300;
const MAX_LETTERS = 150_000;
