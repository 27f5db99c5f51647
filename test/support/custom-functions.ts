import { provideContext, type WorkbookContext } from '../../src/cells/context';

// What office.js puts on the page for custom functions, in its shape (excel-web-16.00: CustomFunctionError), so that
// functions are called in unit tests as Excel calls them. Importing this file installs it.

class CellError extends Error {
  readonly type = 'Error';
  readonly basicType = 'Error';
  readonly basicValue: string;

  constructor(
    readonly code: string = '#VALUE!',
    message = '',
  ) {
    super(message);
    this.basicValue = code;
    this.stack = undefined;
  }
}

const ErrorCode = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
};

Object.assign(globalThis, { CustomFunctions: { Error: CellError, ErrorCode } });

/** The workbook that tests stand in unless they say otherwise. */
export const PLAIN_WORKBOOK: WorkbookContext = { dateSystem: 1900, ownRules: [] };

provideContext(PLAIN_WORKBOOK);

/** Plays a host of a certain custom functions version, or none at all; provides the workbook again, as a start does. */
export function playHost(customFunctionsRuntime: string | null, context: WorkbookContext = PLAIN_WORKBOOK): void {
  const isSetSupported = (name: string, version: string): boolean =>
    name === 'CustomFunctionsRuntime' && customFunctionsRuntime !== null && Number(version) <= Number(customFunctionsRuntime);
  const office = customFunctionsRuntime === null ? undefined : { context: { requirements: { isSetSupported } } };
  Object.assign(globalThis, { Office: office });
  provideContext(context);
}

type Asked = (...values: never[]) => unknown;

/** What office.js puts after the last argument; with metadata older than the code it lands in a newer argument's place. */
export const INVOCATION = { _functionName: 'COOP.TEST', functionName: 'COOP.TEST' };

/** Calls a COOP function as office.js does: arguments left out are null, and an Invocation follows the last one. */
export function ask(cell: Asked, ...given: unknown[]): unknown {
  const padded = [...given, ...Array<null>(Math.max(0, cell.length - given.length)).fill(null), INVOCATION];
  return (cell as (...values: unknown[]) => unknown)(...padded);
}

/** What the cell shows: a number, text or boolean, an error's code, a date as yyyy-mm-dd; rows for what spills. */
export function show(cell: Asked, ...given: unknown[]): unknown {
  try {
    const result = ask(cell, ...given);
    if (!Array.isArray(result)) return shown(result);
    const rows = (result as unknown[][]).map((row) => row.map(shown));
    return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown.code;
    throw thrown;
  }
}

/** The sentence a cell's error carries; fails where there is an answer. */
export function complaint(cell: Asked, ...given: unknown[]): string {
  try {
    ask(cell, ...given);
  } catch (thrown) {
    if (thrown instanceof CellError) return `${thrown.code} ${thrown.message}`;
    throw thrown;
  }
  throw new Error('There is an answer.');
}

function shown(value: unknown): unknown {
  const rich = value as { basicValue?: unknown; numberFormat?: unknown };
  if (typeof value !== 'object' || value === null || rich.numberFormat !== 'yyyy-mm-dd') return value;
  return isoOfSerial(rich.basicValue as number);
}

/** Days of the 1900 system as Excel shows them, worked out apart from the code under test. */
export function isoOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** The serial Excel would hold for an ISO day. */
export function serial(iso: string): number {
  return (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
