/** A cell with an error, such as "#N/A". */
export interface ErrorCell {
  readonly error: string;
}

/** A cell's value without Excel's wrapping. Blank is null; a blank cell that Excel passes as 0 stays 0. */
export type PlainValue = number | string | boolean | null | ErrorCell;

/**
 * Removes Excel's wrapping: a rich value becomes its basic value, an omitted argument null, and a range of one cell that
 * cell. If Excel has outdated metadata, an Invocation in place of an argument also means it was omitted.
 */
export function plainValue(value: unknown): PlainValue {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : { error: '#NUM!' };
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : unwrapped(value);
    default:
      return UNREADABLE;
  }
}

/** Whether a value is a cell's error. */
export const isErrorCell = (value: PlainValue): value is ErrorCell => typeof value === 'object' && value !== null;

/** The cells of a range; a single value is a range of one cell. */
export const rangeOf = (value: unknown): unknown[][] =>
  Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row])) : [[value]];

interface Wrapping {
  type?: unknown;
  basicType?: unknown;
  basicValue?: unknown;
  code?: unknown;
  _functionName?: unknown;
  functionName?: unknown;
  address?: unknown;
}

const UNREADABLE: ErrorCell = { error: '#VALUE!' };

function unwrapped(value: Wrapping): PlainValue {
  if (Array.isArray(value)) {
    if (value.length !== 1) return UNREADABLE;
    return plainValue(value[0]);
  }
  if (value.type === 'Error' || value.basicType === 'Error' || value instanceof Error) {
    const code = value.basicValue ?? value.code;
    return typeof code === 'string' && code.startsWith('#') ? { error: code } : UNREADABLE;
  }
  if ('basicValue' in value) {
    const basic = value.basicValue;
    return typeof basic === 'object' && basic !== null ? UNREADABLE : plainValue(basic);
  }
  const isInvocation = '_functionName' in value || 'functionName' in value || 'address' in value;
  return isInvocation ? null : UNREADABLE;
}
