import { isError, type CellValue } from '../cell-value';
import type { FunctionMetadata, ParameterMetadata } from './metadata';

/** A cell's value from the engine; null if blank. */
export type RawCell = CellValue | null;

/** An argument: a value, the cells of a range, or undefined if omitted. */
export type RawArgument = RawCell | RawCell[][] | undefined;

/** How this version of Excel passes what differs between versions. */
export interface Conversion {
  /** Whether error values reach `any` parameters (allowErrorForDataTypeAny). */
  allowErrors: boolean;
  /** The form in which the function gets an error. */
  errorValue: (code: string) => unknown;
  /** What an `any` parameter gets for a blank cell. */
  blank: 0 | '' | null;
}

/** A cell error that ends the call before the function runs. */
export class CellError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function convertCell(cell: RawCell, parameter: ParameterMetadata, conversion: Conversion): unknown {
  const type = parameter.type ?? 'any';
  if (isError(cell)) {
    if (type === 'any' && conversion.allowErrors) return conversion.errorValue(cell);
    throw new CellError(cell);
  }
  switch (type) {
    case 'number':
      return asNumber(cell);
    case 'boolean':
      return asBoolean(cell);
    case 'string':
      if (cell === null) return '';
      return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
    default:
      return cell === null ? conversion.blank : cell;
  }
}

function asNumber(cell: RawCell): number {
  if (cell === null) return 0;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell === 'number') return cell;
  const number = cell.trim() === '' ? NaN : Number(cell);
  if (Number.isNaN(number)) throw new CellError('#VALUE!');
  return number;
}

function asBoolean(cell: RawCell): boolean {
  if (cell === null) return false;
  if (typeof cell !== 'string') return Boolean(cell);
  if (/^true$/i.test(cell)) return true;
  if (/^false$/i.test(cell)) return false;
  throw new CellError('#VALUE!');
}

function convertOne(argument: RawArgument, parameter: ParameterMetadata, conversion: Conversion): unknown {
  if (parameter.dimensionality === 'matrix') {
    const cells = Array.isArray(argument) ? argument : [[argument ?? null]];
    return cells.map((row) => row.map((cell) => convertCell(cell, parameter, conversion)));
  }
  const cell = Array.isArray(argument) ? (argument[0]?.[0] ?? null) : (argument ?? null);
  return convertCell(cell, parameter, conversion);
}

/** Converts a call's arguments by functions.json, as Excel does before calling the JavaScript function. Throws CellError. */
export function convertArguments(meta: FunctionMetadata, given: readonly RawArgument[], conversion: Conversion): unknown[] {
  const parameters = meta.parameters ?? [];
  const converted: unknown[] = [];
  for (const [i, parameter] of parameters.entries()) {
    if (parameter.repeating) {
      const rest = given.slice(i).filter((argument) => argument !== undefined);
      converted.push(rest.map((argument) => convertOne(argument, parameter, conversion)));
      return converted;
    }
    const argument = given[i];
    if (argument === undefined) {
      if (!parameter.optional) throw new CellError('#VALUE!');
      converted.push(null);
    } else {
      converted.push(convertOne(argument, parameter, conversion));
    }
  }
  if (given.length > parameters.length) throw new CellError('#VALUE!');
  return converted;
}

/** The arguments of each call where Excel calls a scalar function once per cell of an array argument; null if there is none. */
export function broadcast(meta: FunctionMetadata, given: readonly RawArgument[]): RawArgument[][][] | null {
  const parameters = meta.parameters ?? [];
  const isLifted = (argument: RawArgument, i: number): argument is RawCell[][] => {
    const parameter = parameters[Math.min(i, parameters.length - 1)];
    if (!Array.isArray(argument) || !parameter || parameter.dimensionality === 'matrix') return false;
    return argument.length > 1 || (argument[0]?.length ?? 0) > 1;
  };
  const lifted = given.filter(isLifted);
  if (!lifted.length) return null;
  const rows = Math.max(...lifted.map((cells) => cells.length));
  const columns = Math.max(...lifted.map((cells) => cells[0]!.length));
  const pick = (cells: RawCell[][], r: number, c: number): RawCell => {
    const row = cells.length === 1 ? cells[0] : cells[r];
    const cell = row && (row.length === 1 ? row[0] : row[c]);
    return cell === undefined ? '#N/A' : cell;
  };
  return Array.from({ length: rows }, (_row, r) =>
    Array.from({ length: columns }, (_column, c) => given.map((argument, i) => (isLifted(argument, i) ? pick(argument, r, c) : argument))),
  );
}
