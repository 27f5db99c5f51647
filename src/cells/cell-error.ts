import { badInput, notCovered, outOfRange, Problem } from '../domain/problem';
import { pageState } from './page-state';

/**
 * The cell error for a Problem. Anything else is a bug: it's logged, and the user gets a sentence, since Excel shows only
 * #VALUE! for unknown exceptions.
 */
export function cellError(thrown: unknown): CustomFunctions.Error {
  if (thrown instanceof errorClass()) return thrown;
  if (thrown instanceof Problem) return errorOfCell(CODES[thrown.kind], thrown.message);
  console.error(thrown);
  return errorOfCell(CODES['bad input'], FAULT);
}

/** A cell error with a given code, to pass on an argument's error as Excel's functions do. */
export function errorOfCell(code: string, message: string): CustomFunctions.Error {
  return new (errorClass())(code as CustomFunctions.ErrorCode, message);
}

/** The Problem behind a cell error, for its sentence. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const { code, message }: { code: string; message?: string } = cellError(thrown);
  const words = message || `The answer is ${code}.`;
  if (code === CODES['not covered']) return notCovered(words);
  if (code === CODES['out of range']) return outOfRange(words);
  return badInput(words);
}

/** A cell's message for a bug. */
export const FAULT = 'Co-op Planner hit an internal error. Please report the formula.';

/** Excel for iPad has no custom functions and no class for their errors. There, the pane calculates with our own class. */
const errorClass = (): typeof CustomFunctions.Error => CustomFunctions.Error ?? pageState('errors', () => ({ Error: OwnError })).Error;

class OwnError extends Error {
  constructor(
    readonly code: CustomFunctions.ErrorCode,
    message?: string,
  ) {
    super(message);
  }
}

// Excel's spelling, the same as in CustomFunctions.ErrorCode, which may be missing.
const CODES = { 'bad input': '#VALUE!', 'not covered': '#N/A', 'out of range': '#NUM!' } satisfies Record<Problem['kind'], string>;
