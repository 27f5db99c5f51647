import { badInput, notCovered, outOfRange, Problem } from '../domain/problem';
import { pageState } from './page-state';

/**
 * A Problem as Excel takes it. Anything that is not a Problem is a fault of ours: it is logged for us and told to the
 * user in a sentence, since Excel shows a bare #VALUE! for an exception it does not know.
 */
export function cellError(thrown: unknown): CustomFunctions.Error {
  if (thrown instanceof errorClass()) return thrown;
  if (thrown instanceof Problem) return errorOfCell(CODES[thrown.kind], thrown.message);
  console.error(thrown);
  return errorOfCell(CODES['bad input'], FAULT);
}

/** An error with its code, as Excel's functions pass on that of a cell an argument points at. */
export function errorOfCell(code: string, message: string): CustomFunctions.Error {
  return new (errorClass())(code as CustomFunctions.ErrorCode, message);
}

/** The Problem behind a cell error, for those who read sentences rather than error codes. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const { code, message }: { code: string; message?: string } = cellError(thrown);
  const words = message || `The answer is ${code}.`;
  if (code === CODES['not covered']) return notCovered(words);
  if (code === CODES['out of range']) return outOfRange(words);
  return badInput(words);
}

/** What a cell says when the fault is ours. */
export const FAULT = 'Co-op Planner hit an internal error. Please report the formula.';

/** Excel for iPad has no custom functions and no class for their errors; there the pane computes all the same, with one of ours. */
const errorClass = (): typeof CustomFunctions.Error => CustomFunctions.Error ?? pageState('errors', () => ({ Error: OwnError })).Error;

class OwnError extends Error {
  constructor(
    readonly code: CustomFunctions.ErrorCode,
    message?: string,
  ) {
    super(message);
  }
}

// Excel's own spelling, which CustomFunctions.ErrorCode repeats where there is one
const CODES = { 'bad input': '#VALUE!', 'not covered': '#N/A', 'out of range': '#NUM!' } satisfies Record<Problem['kind'], string>;
