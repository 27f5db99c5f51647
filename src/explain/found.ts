import type { CellsFound } from '../formulas/formula';
import { cellValues, type Reading } from './values';

/** Cells of the workbook as a part of a formula. */
export function foundReading(found: CellsFound): Reading {
  if ('missing' in found) return { unknown: found.missing };
  const values = cellValues(found.values);
  // Excel hands over a single cell as itself, a range as its rows.
  return { value: values.length === 1 && values[0]!.length === 1 ? values[0]![0] : values };
}
