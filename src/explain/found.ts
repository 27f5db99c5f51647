import type { CellsFound } from '../formulas/formula';
import { cellValues, type Reading } from './values';

/** The reading of a reference, from the cells it refers to. */
export function foundReading(found: CellsFound): Reading {
  if ('missing' in found) return { unknown: found.missing };
  const values = cellValues(found.values);
  // Excel passes a single cell as its value, a range as its rows.
  return { value: values.length === 1 && values[0]!.length === 1 ? values[0]![0] : values };
}
