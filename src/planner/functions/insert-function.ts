import type { Outcome } from '../../explain/explanation';
import type { Inserted, Workbook } from '../../storage/workbook';
import type { FunctionEntry } from './write-formula';

/** What an insertion needs from the workbook. */
export type InsertInto = Pick<Workbook, 'selectedCell' | 'read' | 'insertFormula'>;

/** Inserts a function's formula at the selected cell, with room for its whole result. Rejects with an ExcelError. */
export async function insertFunction(workbook: InsertInto, entry: FunctionEntry, formula: string, replace = false): Promise<Inserted> {
  const cells = await resultCells(workbook, entry, formula);
  const dates = cells.flatMap((row, r) => row.flatMap((text, c) => (isDay(text) ? [[r, c] as const] : [])));
  const columns = Math.max(1, ...cells.map((row) => row.length));
  return workbook.insertFormula({ formula, rows: Math.max(1, cells.length), columns, dates, replace });
}

/**
 * The cells a formula's result will take. A formula that refers to cells is calculated from their values, unless the
 * function always fills a single cell and never with a day.
 */
async function resultCells(workbook: InsertInto, entry: FunctionEntry, formula: string): Promise<string[][]> {
  const { preview, referencesOf } = await import(/* webpackChunkName: "preview" */ '../../explain/preview');
  const cellsOf = (outcome: Outcome): string[][] | null => (outcome.kind === 'cells' ? outcome.cells : null);
  const example = entry.examples.find((candidate) => candidate.formula === formula)?.gives;
  const wanted = referencesOf(formula);
  if (wanted.length === 0) return cellsOf(preview(formula)) ?? example ?? [['']];
  if (entry.examples.every(({ gives }) => gives.flat().length === 1 && !isDay(gives[0]![0]!))) return example ?? [['']];
  const { sheet, address } = await workbook.selectedCell();
  return cellsOf(preview(formula, await workbook.read(wanted, { sheet, address }))) ?? example ?? [['']];
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
