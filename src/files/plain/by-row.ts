import { partsOf, type Formula } from '../../formulas/formula';
import { parseFormula } from '../../formulas/parse-formula';
import { call } from './formula-text';
import { isSameEverywhere } from './same-everywhere';
import { nameOf, OWN_NAMES } from './workings-names';
import { Unplain } from './unplain';

/** A column of a table of the workings that has a row for each row of a table: its name and its formula. */
export type RowColumn = readonly [name: string, formula: string];

/** Stands for a column's cell in the formula's own row. */
export const cellIn = (column: string): string => `${OWN_NAMES}at_${column}`;

/** Replaces what stands for cells of the same row. */
export const withCells = (formula: string, cell: (column: string) => string): string =>
  formula.replace(/CoopPlain_at_(\w+)/g, (_, column: string) => cell(column));

/** The column of a row's number. */
export const ROW_NUMBER = 'row';

/** Arguments that are worked out by row. */
export interface ByRow {
  /** A column of the table whose rows they are of, as a reference; null if all of them are fixed. */
  table: string | null;
  /** The arguments by row number. */
  args: readonly (string | null)[];
  /** The formula of a cell that asks for a column. */
  asked: (name: string, column: string) => string;
}

/** Reads arguments that refer to their own row of one table, or are the same everywhere. */
export function byRow(args: readonly (string | null)[]): ByRow {
  const columns: string[] = [];
  const rewritten = args.map((text) => (text === null || text.trim() === '' ? null : rewrite(text, columns)));
  const [table = null] = columns;
  const names = new Set(columns.map((column) => column.slice(0, column.indexOf('[')).toLowerCase()));
  if (names.size > 1) throw new Unplain('It uses rows of two tables.');
  const row = table === null ? '1' : `ROW()-ROW(INDEX(${table},1))+1`;
  return { table, args: rewritten, asked: (name, column) => call('INDEX', nameOf(name, column), row) };
}

/** An argument with the row's number in place of "this row". Columns that it uses are added to the list. */
function rewrite(text: string, columns: string[]): string {
  const formula = `=${text}`;
  let [result, position] = ['', 1];
  for (const { start, text: part } of thisRows(parseFormula(formula))) {
    const column = /^([^[]+)\[\[#This Row\],(\[.*\])\]$/is.exec(part);
    if (!column) throw new Unplain(`${part} isn't one cell of its row.`);
    const whole = `${column[1]}${column[2]}`;
    columns.push(whole);
    result += `${formula.slice(position, start)}INDEX(${whole},${cellIn(ROW_NUMBER)})`;
    position = start + part.length;
  }
  result += formula.slice(position);
  if (!isSameEverywhere(result))
    throw new Unplain('It refers to cells next to it, and only those of its own row of a table can be followed.');
  return result;
}

function thisRows(part: Formula): Formula[] {
  if (part.kind === 'cells') return part.cells.kind === 'table' && part.cells.part === 'this row' ? [part] : [];
  return partsOf(part).flatMap(thisRows);
}
