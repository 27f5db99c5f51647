/**
 * Excel's errors, which Office.js returns as a cell's value like any text: those of Excel.ErrorCellValueType, and also
 * #PYTHON!, #TIMEOUT! and #UNKNOWN!.
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

/** Whether a cell's value is an error. */
export const isErrorText = (value: unknown): value is string => ERRORS.has(value);

/** Whether a cell is still waiting for its result. Custom functions answer later, and no change event is raised then. */
export const isUnfinished = (value: unknown): boolean => value === '#BUSY!' || value === '#GETTING_DATA';
