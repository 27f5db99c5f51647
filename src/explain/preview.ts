import { problemOf } from '../cells/cell-error';
import { currentContext } from '../cells/context';
import { withTrace } from '../cells/trace';
import { Problem } from '../domain/problem';
import { COOP_FUNCTIONS } from './coop-functions';
import { evaluate } from './evaluate';
import type { Outcome } from './explanation';
import { referencesIn, type CellsFound, type Reference } from '../formulas/formula';
import { parseFormula } from '../formulas/parse-formula';
import { foundReading } from './found';
import { cellTexts, errorCodeOf, errorValue, firstValue } from './values';

/** The references in a formula. */
export const referencesOf = (formula: string): Reference[] => referencesIn(parseFormula(formula));

/** A formula's result, evaluated without Excel. `found` has the cells of its references, in the order of `referencesOf`. */
export function preview(formula: string, found: readonly CellsFound[] = []): Outcome {
  const parsed = parseFormula(formula);
  const references = referencesIn(parsed);
  const problems: Outcome[] = [];
  try {
    // While the workbook is still being read, an answer would be a promise.
    if (!currentContext()) return { kind: 'unknown', why: 'The workbook is still being read.' };
  } catch (thrown) {
    return { kind: 'unknown', why: problemOf(thrown).message };
  }
  const result = evaluate(parsed, {
    cells: (reference) => {
      const index = references.findIndex((candidate) => JSON.stringify(candidate) === JSON.stringify(reference));
      return found[index]
        ? foundReading(found[index])
        : { unknown: 'The result depends on cells in the workbook. Insert the formula to see it.' };
    },
    coop: (call, values) => {
      const run = COOP_FUNCTIONS.get(call.name.replace(/^COOP\./, ''));
      if (!run || !call.name.startsWith('COOP.')) return null;
      const unknown = values.find((value) => 'unknown' in value);
      if (unknown) return unknown;
      const given = values.map((value) => (value as { value: unknown }).value);
      // With a trace, days in the result stay days, even if cells of this host get serial numbers.
      const { result } = withTrace(() => run(...given, ...Array<null>(Math.max(0, run.length - given.length)).fill(null)));
      if (!(result instanceof Problem)) return { value: result };
      const error = errorCodeOf(result);
      problems.push({ kind: 'problem', error, sentence: result.message });
      return { value: errorValue(error) };
    },
  });
  if ('unknown' in result) return { kind: 'unknown', why: result.unknown };
  const first = firstValue(result.value);
  if (typeof first === 'object' && first !== null)
    return problems[0] ?? { kind: 'problem', error: first.error, sentence: `The answer is ${first.error}.` };
  return { kind: 'cells', cells: cellTexts(result.value) };
}
