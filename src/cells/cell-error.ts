import { badInput, notCovered, outOfRange, Problem } from '../domain/problem';

/**
 * A Problem as Excel takes it. Anything that is not a Problem is a fault of ours: it is logged for us and told to the
 * user in a sentence, since Excel shows a bare #VALUE! for an exception it does not know.
 */
export function cellError(thrown: unknown): CustomFunctions.Error {
  if (thrown instanceof CustomFunctions.Error) return thrown;
  if (thrown instanceof Problem) return new CustomFunctions.Error(codeOf(thrown), thrown.message);
  console.error(thrown);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, FAULT);
}

/** The error of a cell an argument points at, passed on under its own name as Excel's functions do. */
export function errorOfCell(code: string, message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
}

/** The Problem behind a cell error, for those who read sentences rather than error codes. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const { code, message } = cellError(thrown);
  const words = message || `The answer is ${code}.`;
  if (code === CustomFunctions.ErrorCode.notAvailable) return notCovered(words);
  if (code === CustomFunctions.ErrorCode.invalidNumber) return outOfRange(words);
  return badInput(words);
}

/** What a cell says when the fault is ours. */
export const FAULT = 'Co-op Planner could not work this out because of a fault of its own. Please report the formula.';

function codeOf(problem: Problem): CustomFunctions.ErrorCode {
  switch (problem.kind) {
    case 'bad input':
      return CustomFunctions.ErrorCode.invalidValue;
    case 'not covered':
      return CustomFunctions.ErrorCode.notAvailable;
    case 'out of range':
      return CustomFunctions.ErrorCode.invalidNumber;
  }
}
