import { isErrorCell, plainValue, rangeOf } from '../cells/cell-value';
import type { Formula, Reference } from '../formulas/formula';
import { errorOf, number, SHEET_FUNCTIONS, text, truth } from './sheet-functions';
import { errorValue, firstValue, type Reading } from './values';

/** Where an evaluation gets cells and the results of COOP calls. */
export interface Surroundings {
  /** The values of the cells that a formula refers to. */
  cells(reference: Reference): Reading;
  /** The result of a COOP call, given its arguments; null if it isn't a COOP function. */
  coop(call: Extract<Formula, { kind: 'call' }>, values: Reading[]): Reading | null;
}

/** Evaluates a part of a formula as far as possible without Excel. Never throws. */
export function evaluate(formula: Formula, around: Surroundings, names: ReadonlyMap<string, Reading> = new Map()): Reading {
  switch (formula.kind) {
    case 'value':
      return { value: finite(formula.value) };
    case 'error':
      return { value: errorValue(formula.code) };
    case 'omitted':
      return { value: null };
    case 'unreadable':
      return { unknown: formula.why };
    case 'cells':
      return (formula.cells.kind === 'name' && names.get(formula.cells.name.toUpperCase())) || around.cells(formula.cells);
    case 'array':
      return allOf(
        formula.rows.flat().map((cell) => evaluate(cell, around, names)),
        (values) => {
          const width = formula.rows[0]!.length;
          return formula.rows.map((_, row) => values.slice(row * width, (row + 1) * width));
        },
      );
    case 'unary':
      return operated(formula.operator, [evaluate(formula.operand, around, names)], formula.text);
    case 'binary':
      return operated(formula.operator, [evaluate(formula.left, around, names), evaluate(formula.right, around, names)], formula.text);
    case 'call':
      return called(formula, around, names);
  }
}

function called(call: Extract<Formula, { kind: 'call' }>, around: Surroundings, names: ReadonlyMap<string, Reading>): Reading {
  const read = (argument: Formula | undefined): Reading => (argument ? evaluate(argument, around, names) : { value: null });
  const lazy = LAZY[call.name];
  if (lazy) return lazy(call.arguments, read, (bound) => (argument) => evaluate(argument, around, new Map([...names, ...bound])));
  const values = call.arguments.map(read);
  const answered = around.coop(call, values);
  if (answered) return answered;
  const known = SHEET_FUNCTIONS[call.name];
  if (!known)
    return {
      unknown: CLOCKS.has(call.name)
        ? `${call.name} changes with the clock, so Excel's value is used.`
        : `Excel calculates ${call.name}. It can't be read here.`,
    };
  return allOf(values, (all) => known(...all.map((value) => value ?? undefined)));
}

/** Functions that don't evaluate all their arguments. */
const LAZY: Record<
  string,
  | ((
      written: Formula[],
      read: (argument: Formula | undefined) => Reading,
      within: (bound: [string, Reading][]) => (argument: Formula) => Reading,
    ) => Reading)
  | undefined
> = {
  IF: ([condition, then, otherwise], read) => {
    const tested = read(condition);
    if ('unknown' in tested) return tested;
    if (isMatrix(tested.value)) return { unknown: "An IF over several cells can't be read here." };
    return attempt(
      () => truth(tested.value),
      (holds) => (holds ? read(then) : otherwise ? read(otherwise) : { value: false }),
    );
  },
  IFS: (written, read) => {
    for (let i = 0; i + 1 < written.length; i += 2) {
      const tested = read(written[i]);
      if ('unknown' in tested) return tested;
      if (isErrorCell(firstValue(tested.value))) return tested;
      if (firstValue(tested.value)) return read(written[i + 1]);
    }
    return { value: errorValue('#N/A') };
  },
  IFERROR: ([tried, otherwise], read) =>
    instead(
      read(tried),
      () => true,
      () => read(otherwise),
    ),
  IFNA: ([tried, otherwise], read) =>
    instead(
      read(tried),
      (code) => code === '#N/A',
      () => read(otherwise),
    ),
  CHOOSE: ([index, ...choices], read) => {
    const which = read(index);
    if ('unknown' in which) return which;
    return attempt(
      () => number(which.value),
      (position) => {
        const chosen = choices[Math.trunc(position) - 1];
        return chosen ? read(chosen) : { value: errorValue('#VALUE!') };
      },
    );
  },
  LET: (written, _read, within) => {
    const bound: [string, Reading][] = [];
    for (let i = 0; i + 2 < written.length; i += 2) {
      const name = written[i]!;
      bound.push([name.text.toUpperCase(), within(bound)(written[i + 1]!)]);
    }
    const result = written.at(-1);
    return result ? within(bound)(result) : { value: errorValue('#VALUE!') };
  },
};

const CLOCKS = new Set(['TODAY', 'NOW', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

function operated(operator: string, operands: Reading[], written: string): Reading {
  const apply = OPERATORS[operator];
  if (!apply) return { unknown: `${written} can't be read here.` };
  return allOf(operands, (values) => spread(apply, values));
}

/** Applies an operator cell by cell if an operand is a range. */
function spread(apply: (a: unknown, b: unknown) => unknown, operands: unknown[]): unknown {
  if (!operands.some(isMatrix)) return valueOr(() => apply(operands[0], operands[1]));
  const ranges = operands.map(rangeOf);
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]!.length));
  const valueAt = (range: unknown[][], row: number, column: number): unknown => {
    const cells = range[range.length === 1 ? 0 : row];
    return cells === undefined ? errorValue('#N/A') : (cells[cells.length === 1 ? 0 : column] ?? null);
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const [a, b] = ranges.map((range) => valueAt(range, row, column));
      return valueOr(() => apply(a, b));
    }),
  );
}

const OPERATORS: Record<string, ((a: unknown, b: unknown) => unknown) | undefined> = {
  '+': (a, b) => (b === undefined ? a : number(a) + number(b)),
  '-': (a, b) => (b === undefined ? -number(a) : number(a) - number(b)),
  '*': (a, b) => number(a) * number(b),
  '/': (a, b) => (number(b) === 0 ? errorValue('#DIV/0!') : number(a) / number(b)),
  '^': (a, b) => raised(number(a), number(b)),
  '%': (a) => number(a) / 100,
  '&': (a, b) => text(a) + text(b),
  '@': (a) => a,
  '=': (a, b) => compared(a, b) === 0,
  '<>': (a, b) => compared(a, b) !== 0,
  '<': (a, b) => compared(a, b) < 0,
  '>': (a, b) => compared(a, b) > 0,
  '<=': (a, b) => compared(a, b) <= 0,
  '>=': (a, b) => compared(a, b) >= 0,
};

function raised(base: number, exponent: number): unknown {
  if (base !== 0 || exponent > 0) return base ** exponent;
  return errorValue(exponent === 0 ? '#NUM!' : '#DIV/0!');
}

/** Excel's order: numbers, then texts in any case, then FALSE, TRUE; a blank equals 0, "" and FALSE. */
function compared(a: unknown, b: unknown): number {
  const [plainA, plainB] = [plainOrThrow(a), plainOrThrow(b)];
  const left = plainA ?? blankLike(plainB);
  const right = plainB ?? blankLike(plainA);
  if (typeof left !== typeof right) return RANK.indexOf(typeof left) - RANK.indexOf(typeof right);
  if (typeof left !== 'string') return Number(left) - Number(right);
  const [textA, textB] = [left.toLowerCase(), String(right).toLowerCase()];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

const blankLike = (other: PlainOrBlank): string | boolean | number =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

type PlainOrBlank = number | string | boolean | null;

const RANK = ['number', 'string', 'boolean'];

function plainOrThrow(value: unknown): PlainOrBlank {
  const plain = plainValue(value);
  if (isErrorCell(plain)) text(value);
  return plain as PlainOrBlank;
}

/** Uses the values of readings if all are known; what `use` throws becomes an error value. */
function allOf(readings: Reading[], use: (values: unknown[]) => unknown): Reading {
  const unknown = readings.find((reading) => 'unknown' in reading);
  if (unknown) return unknown;
  const values = readings.map((reading) => (reading as { value: unknown }).value);
  return attempt(
    () => finite(use(values)),
    (value) => (value === undefined ? { unknown: "This part of the formula can't be read here." } : { value }),
  );
}

function attempt<T>(run: () => T, then: (value: T) => Reading): Reading {
  try {
    return then(run());
  } catch (thrown) {
    return { value: errorOf(thrown) };
  }
}

function valueOr(run: () => unknown): unknown {
  try {
    return finite(run());
  } catch (thrown) {
    return errorOf(thrown);
  }
}

/** Excel has no infinite numbers: a calculation that leads to one is #NUM!. */
const finite = (value: unknown): unknown => (typeof value === 'number' && !Number.isFinite(value) ? errorValue('#NUM!') : value);

function instead(tried: Reading, caught: (code: string) => boolean, otherwise: () => Reading): Reading {
  if ('unknown' in tried) return tried;
  const first = firstValue(tried.value);
  return isErrorCell(first) && caught(first.error) ? otherwise() : tried;
}

const isMatrix = (value: unknown): boolean =>
  Array.isArray(value) && (value.length > 1 || (Array.isArray(value[0]) && value[0].length > 1));
