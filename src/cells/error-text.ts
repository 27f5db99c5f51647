/**
 * Excel's errors as Office.js gives them for a cell's value: a text like any other. Those of Excel.ErrorCellValueType, and
 * #PYTHON!, #TIMEOUT! and #UNKNOWN!, which it shows as well.
 */
const ERRORS: ReadonlySet<unknown> = new Set([
  '#BLOCKED!',
  '#BUSY!',
  '#CALC!',
  '#CONNECT!',
  '#DIV/0!',
  '#EXTERNAL!',
  '#FIELD!',
  '#GETTING_DATA',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#PLACEHOLDER!',
  '#PYTHON!',
  '#REF!',
  '#SPILL!',
  '#TIMEOUT!',
  '#UNKNOWN!',
  '#VALUE!',
]);

/** Whether a cell's value is what Excel gives for an error. */
export const isErrorText = (value: unknown): value is string => ERRORS.has(value);

/** Whether a cell says that its answer is still to come. Custom functions answer after Excel has gone on, and no edit is told then. */
export const isUnfinished = (value: unknown): boolean => value === '#BUSY!' || value === '#GETTING_DATA';
